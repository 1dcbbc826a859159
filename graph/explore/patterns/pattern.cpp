// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/patterns/pattern.hpp"

#include <algorithm>
#include <map>

#include "graph/explore/find.hpp"
#include "graph/text/ascii.hpp"

namespace entente::explore {

namespace {

using About = PatternError::About;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_letter(char c) {
    return ascii::is_letter(c) || c == '_';
}

/// How many bytes of the text are a name for a node: a letter, then letters and digits.
std::size_t length_of_name(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && (is_letter(text[n]) || (n > 0 && ascii::is_digit(text[n]))))
        ++n;
    return n;
}

class Parser {
  public:
    Parser(std::string_view text, const GraphTables& graph) : text_(text), graph_(graph) {}

    Pattern parse() {
        do {
            part();
        } while (take(','));
        if (at_ < text_.size()) fail("a relation between dashes, or a comma, has to stand here");
        return std::move(pattern_);
    }

  private:
    [[noreturn]] void fail(const std::string& message) const { throw PatternError(at_, message); }
    void skip_spaces() {
        while (at_ < text_.size() && is_space(text_[at_]))
            ++at_;
    }
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    bool take(char c) {
        skip_spaces();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    /// An edge whose ends are not known yet.
    struct Arrow {
        Pattern::Edge edge;
        bool to_the_left = false;
    };

    void part();
    std::size_t node();
    std::size_t add(Pattern::Node node, std::size_t at);
    std::size_t unnamed(Pattern::Node node, std::size_t at);
    Pattern::Node meaning_of(std::string_view word, bool quoted, std::size_t at);
    std::string word();
    std::string quoted();
    Arrow arrow();
    void relation(std::string_view name, std::size_t at, Arrow& arrow);

    std::string_view text_;
    const GraphTables& graph_;
    std::size_t at_ = 0;
    Pattern pattern_;
    std::map<std::string, std::size_t> names_;    ///< nodes by the name that the text gives
    std::map<std::string, int> counted_;          ///< unnamed nodes of the part so far, by kind
    std::map<std::string, std::size_t> numbered_; ///< unnamed nodes by kind and number
};

void Parser::part() {
    counted_.clear();
    skip_spaces();
    const std::size_t begin = at_;
    const std::size_t known = pattern_.nodes.size();
    std::vector<std::size_t> nodes{node()};
    skip_spaces();
    while (at_ < text_.size() && text_[at_] != ',') {
        Arrow next = arrow();
        skip_spaces();
        const std::size_t to_at = at_;
        const std::size_t other = node();
        if (other == nodes.back())
            throw PatternError(to_at, "this is the node before it; a relation joins two");
        next.edge.from = next.to_the_left ? other : nodes.back();
        next.edge.to = next.to_the_left ? nodes.back() : other;
        pattern_.edges.push_back(next.edge);
        nodes.push_back(other);
        skip_spaces();
    }
    if (known != 0 && std::all_of(nodes.begin(), nodes.end(),
                                  [known](std::size_t node) { return node >= known; }))
        throw PatternError(begin,
                           "this part has no node in common with what stands before it; ask it "
                           "alone, or give one node of both the same name");
}

std::size_t Parser::node() {
    skip_spaces();
    const std::size_t begin = at_;
    std::string name;
    if (const std::size_t n = length_of_name(rest());
        n > 0 && n < rest().size() && rest()[n] == ':') {
        name = rest().substr(0, n);
        at_ += n + 1;
        if (names_.contains(name))
            throw PatternError(begin, "'" + name + "' stands for a node already; say " + name +
                                          " without what it is");
    }
    const std::size_t what_at = at_;
    const bool in_quotes = at_ < text_.size() && text_[at_] == '"';
    const std::string what = in_quotes ? quoted() : word();
    if (what.empty()) throw PatternError(what_at, "a kind, an entity or * has to stand here");
    if (name.empty() && !in_quotes)
        if (const auto known = names_.find(what); known != names_.end()) return known->second;
    Pattern::Node node = meaning_of(what, in_quotes, what_at);
    if (name.empty()) return unnamed(std::move(node), begin);
    node.name = name;
    node.named = true;
    return names_[name] = add(std::move(node), begin);
}

std::size_t Parser::add(Pattern::Node node, std::size_t at) {
    if (pattern_.nodes.size() == Pattern::most_nodes)
        throw PatternError(at, "more than " + std::to_string(Pattern::most_nodes) +
                                   " nodes are work for a graph database; entente formats lists "
                                   "what those read");
    pattern_.nodes.push_back(std::move(node));
    return pattern_.nodes.size() - 1;
}

/// The nth of its kind in every part is the same node; so is an entity, wherever it stands.
std::size_t Parser::unnamed(Pattern::Node node, std::size_t at) {
    if (node.entity != no_index) {
        for (std::size_t i = 0; i < pattern_.nodes.size(); ++i)
            if (pattern_.nodes[i].entity == node.entity) return i;
        node.name = std::string(graph_.entities[node.entity].name);
        return add(std::move(node), at);
    }
    const std::string kind(node.any_kind ? std::string_view("any")
                                         : graph_.vocabulary->kind(node.kind).name);
    const int number = ++counted_[kind];
    node.name = number == 1 ? kind : kind + " " + std::to_string(number);
    const auto known = numbered_.find(node.name);
    if (known != numbered_.end()) return known->second;
    std::string key = node.name;
    return numbered_[std::move(key)] = add(std::move(node), at);
}

Pattern::Node Parser::meaning_of(std::string_view word, bool in_quotes, std::size_t at) {
    Pattern::Node node;
    if (!in_quotes) {
        node.any_kind = word == "*";
        if (node.any_kind) return node;
        if (const KindId kind = graph_.vocabulary->find_kind(word); kind != Vocabulary::none) {
            node.kind = kind;
            return node;
        }
    }
    const std::vector<EntityIndex> found = entities_called(graph_, word);
    if (found.empty())
        throw PatternError(at,
                           "there is no kind and nothing else called '" + std::string(word) + "'",
                           About::entity, word);
    if (found.size() > 1) {
        std::string candidates;
        for (const EntityIndex entity : found)
            candidates +=
                (candidates.empty() ? "" : ", ") + std::string(graph_.entities[entity].id);
        throw PatternError(at, "'" + std::string(word) + "' may mean any of " + candidates);
    }
    node.any_kind = true;
    node.entity = found.front();
    return node;
}

/// Up to a space, a comma, or an arrow.
std::string Parser::word() {
    const std::size_t begin = at_;
    const auto arrow_begins = [this] {
        if (text_[at_] == '<') return true;
        if (text_[at_] != '-') return false;
        // `nation-ally_of->`, but not the dashes of `us-japan-alliance`.
        std::size_t end = at_ + 1;
        while (end < text_.size() && (is_letter(text_[end]) || text_[end] == '?'))
            ++end;
        return text_.substr(end, 2) == "->";
    };
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != ',' && text_[at_] != '"' &&
           !(at_ > begin ? arrow_begins() : text_[at_] == '<' || text_[at_] == '-'))
        ++at_;
    return std::string(text_.substr(begin, at_ - begin));
}

std::string Parser::quoted() {
    const std::size_t begin = at_++;
    const std::size_t end = text_.find('"', at_);
    if (end == std::string_view::npos) throw PatternError(begin, "these quotes are not closed");
    std::string out(text_.substr(at_, end - at_));
    at_ = end + 1;
    return out;
}

Parser::Arrow Parser::arrow() {
    const std::size_t begin = at_;
    Arrow arrow;
    const bool left = rest().starts_with("<-");
    if (!left && !rest().starts_with("-"))
        fail("a relation has to stand here: -RELATION->, <-RELATION- or -RELATION-");
    at_ += left ? 2 : 1;
    const std::size_t name_at = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != ',' &&
           !(text_[at_] == '-' &&
             (at_ + 1 == text_.size() || is_space(text_[at_ + 1]) || text_[at_ + 1] == '>')))
        ++at_;
    if (at_ >= text_.size() || text_[at_] != '-')
        throw PatternError(begin,
                           "this relation has no second dash: -RELATION->, <-RELATION- or "
                           "-RELATION-");
    const std::string_view name = text_.substr(name_at, at_ - name_at);
    ++at_;
    const bool right = at_ < text_.size() && text_[at_] == '>';
    if (right) ++at_;
    if (left && right) throw PatternError(begin, "an arrow to both sides; write -RELATION-");
    arrow.edge.directed = left || right;
    arrow.to_the_left = left;
    relation(name, name_at, arrow);
    return arrow;
}

void Parser::relation(std::string_view name, std::size_t at, Arrow& arrow) {
    Pattern::Edge& edge = arrow.edge;
    if (name.empty()) throw PatternError(at, "a relation has to stand here, or ? for any");
    if (name == "?") return;
    const Vocabulary& vocabulary = *graph_.vocabulary;
    if (const auto found = vocabulary.find_relation(name); found.id != Vocabulary::none) {
        edge.type = found.id;
        if (vocabulary.relation(found.id).symmetric) edge.directed = false;
        if (found.inverse) arrow.to_the_left = !arrow.to_the_left;
        return;
    }
    if (name == "cooperation") {
        edge.sign = Sign::cooperation;
    } else if (name == "conflict") {
        edge.sign = Sign::conflict;
    } else if (name == "neutral") {
        edge.sign = Sign::neutral;
    } else {
        throw PatternError(at, "there is no relation '" + std::string(name) + "'", About::relation,
                           name);
    }
}

} // namespace

Pattern parse_pattern(std::string_view text, const GraphTables& graph) {
    return Parser(text, graph).parse();
}

} // namespace entente::explore
