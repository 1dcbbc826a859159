// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/persons/person.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "graph/identity/persons/name_words.hpp"
#include "graph/identity/persons/name_writing.hpp"
#include "graph/identity/persons/names/name_lists.hpp"
#include "graph/identity/persons/names/name_text.hpp"
#include "graph/identity/persons/titles/title_reader.hpp"
#include "graph/identity/persons/titles/titles.hpp"

namespace entente::identity {
namespace {

class Parser {
  public:
    explicit Parser(std::string_view raw) : phrases_(read_phrases(raw)) {}

    PersonName parse() {
        std::vector<NameWords> parts;
        bool first_is_titled = false;
        bool several_people = false;
        for (const NamePhrase& phrase : phrases_) {
            if (!parts.empty() && is_suffix_phrase(phrase.words, name_)) continue;
            const std::string title_before = titles_.title;
            NameWords words = read(phrase, !parts.empty());
            if (words.empty()) continue;
            const bool titled = titles_.title != title_before;
            several_people = several_people || (titled && first_is_titled);
            if (parts.empty()) first_is_titled = !titles_.title.empty();
            parts.push_back(std::move(words));
        }
        finish_titles();
        if (several_people) {
            // "President X, Prime Minister Y": not one name, so nothing of it is understood.
            for (const NameWords& part : parts)
                set_words(part, name_);
        } else if (parts.size() == 1) {
            set_single(parts.front());
        } else if (parts.size() > 1) {
            set_inverted(parts);
        }
        return std::move(name_);
    }

  private:
    void finish_titles() {
        if (!titles_.title.empty()) {
            name_.title = name_.title.empty() ? titles_.title : titles_.title + " " + name_.title;
        }
        name_.nation = titles_.nation;
        name_.former = name_.former || titles_.former;
        name_.then = titles_.then;
        name_.elect = titles_.elect;
    }

    /// The name words of what stands between two commas.
    NameWords read(const NamePhrase& phrase, bool behind_comma) {
        NameWords words = phrase.words;
        if (!drop_attached_titles(words, name_)) return {};
        const bool changed =
            words.size() != phrase.words.size() || words.back().text != phrase.words.back().text;
        if (changed || !may_have_title(phrase)) return words;
        TitleReading reading = titles_;
        if (behind_comma && is_only_title(phrase, 0, reading)) {
            titles_ = reading;
            return {};
        }
        const std::size_t from = begin_of_name(phrase, reading);
        const std::size_t to = end_of_name(phrase, from, reading);
        // "General Assembly", "Prime Minister's Office"
        const bool has_title = reading.title != titles_.title;
        if (to > from && has_title && is_impersonal(words[to - 1].text)) return words;
        titles_ = reading;
        return NameWords(words.begin() + static_cast<std::ptrdiff_t>(from),
                         words.begin() + static_cast<std::ptrdiff_t>(to));
    }

    std::size_t begin_of_name(const NamePhrase& phrase, TitleReading& reading) const {
        const std::size_t size = phrase.words.size();
        std::size_t from = read_titles(phrase, 0, reading);
        if (reading.title == titles_.title) return read_organization_title(phrase, from, reading);
        const bool of = from + 1 < size &&
                        (phrase.words[from].text == "of" || phrase.words[from].text == "for");
        if (!of) return from;
        // "of Foo" behind an office: where the name begins nobody can tell, unless a title follows.
        reading.add_title(phrase.words[from].text);
        const std::size_t name = read_organization_title(phrase, from + 1, reading);
        if (name != from + 1) return name;
        for (++from; from < size; ++from)
            reading.add_title(phrase.words[from].text);
        return size;
    }

    /// Most names have none; then nothing has to be looked up.
    static bool may_have_title(const NamePhrase& phrase) {
        return std::any_of(phrase.words.begin(), phrase.words.end(), [](const NameWord& word) {
            return word.possessive || begins_title(word.text) || is_title_connector(word.text);
        });
    }

    /// Leaves out what follows the name without a comma: "of Japan", "Secretary of Defense".
    static std::size_t end_of_name(const NamePhrase& phrase, std::size_t from,
                                   TitleReading& reading) {
        const std::size_t size = phrase.words.size();
        for (std::size_t at = from + 2; at < size; ++at) {
            TitleReading probe;
            const std::size_t end = read_titles(phrase, at, probe);
            if (end != size || !probe.office) continue;
            reading.add(probe);
            return at;
        }
        return drop_trailing_nation(phrase, from, size, reading);
    }

    void set_inverted(std::vector<NameWords>& parts) {
        NameWords given = std::move(parts[1]);
        for (std::size_t i = 2; i < parts.size(); ++i)
            given.insert(given.end(), parts[i].begin(), parts[i].end());
        drop_suffix(given, name_);
        set_family_first(parts.front(), std::move(given), name_);
    }

    void set_single(NameWords& words) {
        drop_suffix(words, name_);
        drop_honorific(words);
        find_family_in_capitals(words, name_);
        name_.partial = is_partial(words);
        set_words(words, name_);
        const Script script = script_of(words.front().text);
        if (script == Script::han || script == Script::hangul) name_.family_first_hint = true;
    }

    std::vector<NamePhrase> phrases_;
    PersonName name_;
    TitleReading titles_;
};

std::size_t count_words(std::string_view text) {
    return text.empty() ? 0
                        : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

/// Where the least of all orders begins that come from moving letters from the front to the end
/// (the two candidates that remain are compared letter by letter; linear time).
std::size_t least_turn(std::string_view letters) {
    const std::size_t size = letters.size();
    std::size_t best = 0;
    std::size_t other = 1;
    std::size_t equal = 0;
    while (best < size && other < size && equal < size) {
        const auto a = static_cast<unsigned char>(letters[(best + equal) % size]);
        const auto b = static_cast<unsigned char>(letters[(other + equal) % size]);
        if (a == b) {
            ++equal;
            continue;
        }
        if (a > b)
            best += equal + 1;
        else
            other += equal + 1;
        if (best == other) ++other;
        equal = 0;
    }
    std::size_t start = std::min(best, other);
    const auto inside = [&](std::size_t i) { // a character of several bytes
        return (static_cast<unsigned char>(letters[i % size]) & 0xC0) == 0x80;
    };
    for (std::size_t steps = 0; steps < size && inside(start); ++steps)
        ++start;
    return size == 0 ? 0 : start % size;
}

/// Distinct and not empty, in the order they are given.
class Candidates {
  public:
    void add(std::string_view word) {
        const bool known = std::find(all_.begin(), all_.end(), word) != all_.end();
        if (!word.empty() && !known) all_.emplace_back(word);
    }
    std::vector<std::string> take() { return std::move(all_); }

  private:
    std::vector<std::string> all_;
};

/// Of a name that is one word in Chinese, Japanese or Korean script. Two Han characters may be the
/// whole of it, a Chinese family name has one, a Japanese one mostly two.
void add_cjk_candidates(const PersonName& name, Candidates& out) {
    const std::string& word = name.words.front();
    if (name.bare()) out.add(word);
    out.add(first_characters(word, family_length(word)));
    if (script_of(word) != Script::han || length_of(word) < 3) return;
    out.add(first_characters(word, 2));
    out.add(first_characters(word, 1));
}

void add_candidates(const Words& words, bool family_in_front, Candidates& out) {
    const auto is_linking = [](const std::string& word) {
        return is_particle(word) || is_doubtful_particle(word);
    };
    const auto from = [&](std::size_t i) { return joined(WordSpan(words).subspan(i), " "); };
    if (family_in_front) out.add(words.front());
    std::size_t begin = words.size() - 1;
    while (begin > 1 && is_linking(words[begin - 1]))
        --begin;
    out.add(from(begin));
    out.add(words.back());
    if (words.size() > 2) {
        out.add(from(words.size() - 2));
        for (std::size_t i = words.size() - 1; i-- > 1;)
            if (!is_linking(words[i])) out.add(words[i]);
    }
    out.add(words.front());
}

} // namespace

PersonName parse_person(std::string_view raw) {
    return Parser(raw).parse();
}

std::string joined(WordSpan words, std::string_view separator) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += separator;
        out += word;
    }
    return out;
}

Words turned(const Words& words, std::size_t n) {
    Words out = words;
    std::rotate(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(n), out.end());
    return out;
}

Words western_order(const PersonName& name) {
    if (!name.family_first_hint || name.family.empty()) return name.words;
    return turned(name.words, std::min(count_words(name.family), name.words.size()));
}

Words without_initials(const Words& words) {
    Words out;
    for (const std::string& word : words)
        if (!is_initial(word)) out.push_back(word);
    return out.size() >= 2 ? out : words;
}

std::string full_name_key(const PersonName& name) {
    if (name.words.empty() || name.bare()) return "";
    std::string letters = joined(without_initials(name.words));
    std::rotate(letters.begin(), letters.begin() + static_cast<std::ptrdiff_t>(least_turn(letters)),
                letters.end());
    return letters;
}

std::string bare_surname(const PersonName& name) {
    Words words;
    for (const std::string& word : name.words)
        if (!is_initial(word) || name.words.size() == 1) words.push_back(word);
    return joined(words, " ");
}

std::vector<std::string> surname_candidates(const PersonName& name) {
    Candidates out;
    if (name.words.empty()) return {};
    if (!name.family.empty()) {
        out.add(name.family);
        out.add(std::string_view(name.family).substr(name.family.rfind(' ') + 1));
        return out.take();
    }
    const Script script = script_of(name.words.front());
    if (name.words.size() == 1 && (script == Script::han || script == Script::hangul)) {
        add_cjk_candidates(name, out);
        return out.take();
    }
    if (name.bare()) {
        out.add(bare_surname(name));
        out.add(name.words.back());
        return out.take();
    }
    const Words words = without_initials(name.words);
    const bool family_in_front = name.family_first_hint || is_front_family_name(words.front());
    add_candidates(words, family_in_front, out);
    return out.take();
}

std::string person_slug(const PersonName& name) {
    const bool stays_in_front = is_front_family_name(name.family);
    Words words = stays_in_front ? name.words : western_order(name);
    if (!name.suffix.empty()) words.push_back(name.suffix);
    std::string out;
    bool last_is_cjk = false;
    for (const std::string& word : words) {
        const Script script = script_of(word);
        const bool cjk = script == Script::han || script == Script::hangul;
        if (!out.empty() && !(cjk && last_is_cjk)) out += '-';
        out += word;
        last_is_cjk = cjk;
    }
    return out;
}

} // namespace entente::identity
