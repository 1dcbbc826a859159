// SPDX-License-Identifier: BSL-1.0
// cgraph reads DOT, and this makes it fit for hostile files: it has one state for the whole
// program, says where something is wrong only in words, gives up at the first error, and keeps no
// positions.
#include "importers/dot/parse.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "graph/text/ascii.hpp"
#include "importers/dot/feeder.hpp"

namespace entente::dot {

namespace {

struct Complaint {
    std::size_t offset = 0;
    std::string message;
    bool at_end = false; ///< the end of the text came too early
};

struct Run {
    std::vector<ParsedGraph> graphs;
    std::vector<Complaint> warnings;
    std::optional<Complaint> error;
    std::size_t error_line = 0; ///< where the line begins
};

/// One reading of the whole text, up to the first error.
class Session {
  public:
    Session(std::string_view text, const std::set<std::size_t>& skipped, std::size_t closers)
        : text_(text), feeder_(text, skipped, closers) {}

    Run run();

    // what cgraph calls
    static int read(void* channel, char* buffer, int size);
    static int write(void*, const char*) { return 0; }
    static int flush(void*) { return 0; }
    static long map(void* state, int type, char* name, IDTYPE* id, int create);
    static int hear(char* piece);

  private:
    void reset_scanner();
    void named(int type, const char* name, bool create);
    void mention(std::string_view name);
    void complain(std::string text);
    [[nodiscard]] std::size_t find_word(std::string_view word, std::size_t from,
                                        std::size_t to) const;

    // cgraph's hooks leave no room for a context of ours. parse() asks for one thread at a time.
    static Session* current;
    // A graph keeps pointing to its disciplines, to which cgraph wants to be able to write.
    static Agiddisc_t ids;
    static Agiodisc_t io;

    std::string_view text_;
    Feeder feeder_;
    Run run_;
    ParsedGraph graph_; ///< the one being read
    bool graph_open_ = false;
    std::size_t cursor_ = 0; ///< behind the last name that was mentioned
    std::size_t last_ = 0, last_but_one_ = 0;
    bool is_error_ = false;
};

Session* Session::current = nullptr;
Agiddisc_t Session::ids = [] {
    Agiddisc_t ours = AgIdDisc;
    ours.map = map;
    return ours;
}();
Agiodisc_t Session::io{read, write, flush};

int Session::read(void* channel, char* buffer, int size) {
    return static_cast<int>(
        static_cast<Feeder*>(channel)->read(buffer, static_cast<std::size_t>(size)));
}

/// cgraph asks for the id of every name that it meets: first whether there is one, then for a new
/// one.
long Session::map(void* state, int type, char* name, IDTYPE* id, int create) {
    const long known = AgIdDisc.map(state, type, name, id, create);
    if (current != nullptr) current->named(type, name, create != 0);
    return known;
}

int Session::hear(char* piece) {
    const std::string_view text = piece;
    if (current == nullptr || text == ": ") return 0;
    if (text == "Error" || text == "Warning")
        current->is_error_ = text == "Error";
    else
        current->complain(std::string(text));
    return 0;
}

void Session::named(int type, const char* name, bool create) {
    if (type == AGNODE && name != nullptr && !create) mention(unmarked(name));
    if (!create) return;
    if (type == AGRAPH && !graph_open_) {
        graph_open_ = true;
        graph_.offset = feeder_.line_begin();
    } else if (type == AGNODE) {
        graph_.nodes.push_back(last_);
    } else if (type == AGOUTEDGE || type == AGINEDGE) {
        graph_.edges.push_back(last_but_one_);
    }
}

std::size_t Session::find_word(std::string_view word, std::size_t from, std::size_t to) const {
    const auto is_part = [&](std::size_t at) {
        const auto c = static_cast<unsigned char>(text_[at]);
        return c >= 0x80 || c == '_' || ascii::is_letter_or_digit(static_cast<char>(c));
    };
    const std::string_view part = text_.substr(0, to);
    for (std::size_t at = from; (at = part.find(word, at)) != std::string_view::npos; ++at) {
        const std::size_t end = at + word.size();
        if (at > from && is_part(at - 1)) continue;
        if (end < text_.size() && is_part(end)) continue;
        return at > 0 && text_[at - 1] == '"' ? at - 1 : at;
    }
    return std::string_view::npos;
}

/// The name stands in the line that was read last, or not far before it.
void Session::mention(std::string_view name) {
    constexpr std::size_t window = 4096;
    const std::size_t line = std::max(cursor_, feeder_.line_begin());
    std::size_t at = std::string_view::npos;
    if (!name.empty()) {
        at = find_word(name, line, std::min(feeder_.line_end(), line + window));
        if (at == std::string_view::npos && cursor_ < line)
            at = find_word(name, cursor_, std::min(line, cursor_ + window));
    }
    last_but_one_ = last_;
    last_ = at == std::string_view::npos ? feeder_.line_begin() : at;
    if (at != std::string_view::npos) cursor_ = at + name.size();
}

/// ` syntax error in line 7 near 'x'`: the line is known, and what is near tells the column.
void Session::complain(std::string text) {
    const auto first = text.find_first_not_of(" \n");
    if (first == std::string::npos) return;
    text = text.substr(first, text.find_last_not_of(" \n") + 1 - first);
    Complaint complaint{feeder_.line_begin(), {}, false};
    const std::size_t near = text.find(" near '");
    if (near != std::string::npos) {
        const std::string word = text.substr(near + 7, text.size() - near - 8);
        const std::size_t at = text_.find(word, std::max(cursor_, feeder_.line_begin()));
        if (at < feeder_.line_end()) complaint.offset = at;
    } else {
        complaint.at_end = feeder_.at_end();
    }
    if (const std::size_t line = text.find(" in line "); line != std::string::npos) {
        const std::size_t number = text.find_first_not_of("0123456789", line + 9);
        text.erase(line, std::min(number, text.size()) - line);
    }
    complaint.message = printable(text);
    if (is_error_ && !run_.error) {
        run_.error = std::move(complaint);
        run_.error_line = feeder_.line_begin();
    } else {
        run_.warnings.push_back(std::move(complaint));
    }
}

/// A text before this one may have ended within a comment or a quoted text, and the scanner would
/// still be in there. This brings it out of any of them, and leaves it as it is if it is in none.
void Session::reset_scanner() {
    static const std::string text = "*///\"\n" + std::string(4096, '>');
    static const std::set<std::size_t> none;
    Feeder feeder(text, none, 0);
    Agdisc_t disc{&AgMemDisc, &AgIdDisc, &io};
    if (Agraph_t* graph = agread(&feeder, &disc)) agclose(graph);
}

Run Session::run() {
    const agerrlevel_t level = agseterr(AGWARN);
    const agusererrf before = agseterrf(hear);
    reset_scanner();
    current = this;
    agsetfile(nullptr);
    agreadline(1);
    Agdisc_t disc{&AgMemDisc, &ids, &io};
    // `@` ends a text for cgraph, but not for us.
    for (std::size_t ends = 0; ends < 1000 && !run_.error;) {
        graph_ = {};
        graph_open_ = false;
        graph_.graph.reset(agread(&feeder_, &disc));
        if (graph_.graph)
            run_.graphs.push_back(std::move(graph_));
        else if (feeder_.at_end())
            break;
        else
            ++ends;
    }
    current = nullptr;
    agseterrf(before);
    agseterr(level);
    return std::move(run_);
}

/// Tries again without the lines that are wrong, until the rest can be read.
class Mender {
  public:
    explicit Mender(Reading& reading) : reading_(reading), text_(reading.text()) {}

    std::vector<ParsedGraph> parse() {
        skip_nul();
        for (std::size_t parsed = 0;; parsed += text_.size()) {
            Run run = Session(text_, skipped_, closers_).run();
            const bool enough = parsed > 8 * text_.size() + (std::size_t{16} << 20);
            if (run.error && !enough && mend(run)) continue;
            if (run.error) give_up(run);
            for (const Complaint& warning : run.warnings)
                reading_.report(Code::syntax, Severity::warning, warning.offset, warning.message);
            return std::move(run.graphs);
        }
    }

  private:
    /// For cgraph, a text ends at its first NUL.
    void skip_nul() {
        for (std::size_t at = 0; (at = text_.find('\0', at)) != std::string_view::npos;) {
            reading_.report(Code::control_character, at, "a NUL character; delete it");
            at = skip_line(at);
        }
    }

    std::size_t begin_of_line(std::size_t at) const {
        const std::size_t feed = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
        return feed == std::string_view::npos ? 0 : feed + 1;
    }

    /// Returns where the next line begins.
    std::size_t skip_line(std::size_t at) {
        const std::size_t begin = begin_of_line(at);
        const std::size_t end = std::min(text_.find('\n', begin), text_.size());
        skipped_.insert(begin);
        reading_.reject(begin, text_.substr(begin, end - begin));
        return std::min(end + 1, text_.size());
    }

    bool mend(const Run& run) {
        if (run.error->at_end) return mend_end();
        if (skipped_.contains(run.error_line)) return false;
        if (mend_quote(run.error_line)) return true;
        const std::size_t begin = begin_of_line(std::min(run.error->offset, text_.size()));
        const std::size_t line = skipped_.contains(begin) ? run.error_line : begin;
        reading_.report(Code::syntax, run.error->offset,
                        run.error->message + "; this line is left out");
        skip_line(line);
        return true;
    }

    /// Where a quoted text begins that goes on into this line; npos if none does.
    [[nodiscard]] std::size_t open_quote(std::size_t line) const {
        const std::size_t at = find_unclosed(text_.substr(0, line), skipped_);
        return at < text_.size() && text_[at] == '"' ? at : std::string_view::npos;
    }

    /// A quoted text that goes on into the line with the error most likely lacks its end, and if
    /// one goes on into the line where it begins, that one does.
    bool mend_quote(std::size_t line) {
        std::size_t opened = open_quote(line);
        if (opened == std::string_view::npos) return false;
        for (int n = 0; n < 64; ++n) { // a hostile file must not cost quadratic time
            const std::size_t before = open_quote(begin_of_line(opened));
            if (before == std::string_view::npos) break;
            opened = before;
        }
        reading_.report(Code::syntax, opened,
                        "this text is not closed on its line; this line is left out");
        skip_line(opened);
        return true;
    }

    bool mend_end() {
        const std::size_t opened = find_unclosed(text_, skipped_);
        if (opened != std::string_view::npos) {
            reading_.report(Code::syntax, opened,
                            text_[opened] == '/' ? "this comment is never closed"
                                                 : "this text is never closed; its end is missing");
            skip_line(opened);
            return true;
        }
        if (closers_ == 0)
            reading_.report(Code::syntax, text_.size(), "a graph is never closed; '}' is missing");
        return ++closers_ <= 100;
    }

    void give_up(const Run& run) {
        const std::size_t from = std::min(run.error_line, text_.size());
        reading_.report(Code::syntax, run.error->offset,
                        run.error->message + "; what follows is not read");
        reading_.reject(from, text_.substr(from));
    }

    Reading& reading_;
    std::string_view text_;
    std::set<std::size_t> skipped_;
    std::size_t closers_ = 0;
};

} // namespace

std::vector<ParsedGraph> parse(Reading& reading) {
    return Mender(reading).parse();
}

} // namespace entente::dot
