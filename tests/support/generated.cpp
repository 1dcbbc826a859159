// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <iterator>
#include <random>
#include <string>

#include "tests/support/facts.hpp"

namespace entente::test {

namespace {

/// Chooses by a fixed recurrence: std distributions differ between standard libraries.
class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t n) { return engine_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class Range>
    const auto& of(const Range& range) {
        return range[below(std::size(range))];
    }

  private:
    std::mt19937 engine_;
};

constexpr std::string_view nations[] = {
    "Japan",  "nation/JPN",   "日本",   "JPN",        "the United States", "U.S.",
    "Russia", "Soviet Union", "France", "Frankreich", "Republic of Korea", "DPRK",
    "Narnia", "Georgia"};
constexpr std::string_view people[] = {"Lloyd Austin",
                                       "U.S. Secretary of Defense Lloyd Austin",
                                       "Austin",
                                       "Minister Hamada",
                                       "Yasukazu Hamada",
                                       "Hamada Yasukazu",
                                       "official/yasukazu-hamada",
                                       "浜田靖一",
                                       "Kim Jong Un",
                                       "George W. Bush",
                                       "George H. W. Bush",
                                       "George Bush"};
constexpr std::string_view things[] = {
    "alliance/NATO", "OTAN",      "Quad",    R"(<b>x\"]]>\\)",   "=1+1", "node", "A  B",
    "a b",           "\u202eRTL", "Foo/Bar", "alliance/made-up", "x"};
constexpr std::string_view relations[] = {
    "ally_of",       "member_of",       "threatens", "met_with",   "holds_office",
    "threatened_by", "negotiates with", "supports",  "has_member", "located_in",
    "funds",         "funded by",       "Bankrolls", "quarrels"};
constexpr std::string_view dates[] = {"1960", "1960-01", "1960-01-19", "2023-06-01T09:30:00Z",
                                      "..",   "198X",    "1914~",      "2024-02-29"};
constexpr std::string_view kinds[] = {"nation", "official", "alliance", "company"};

/// What users add to the vocabulary: rows that meet names which claims had used as open ones, that
/// say more of the same name, that contradict each other, or hold what formats must escape.
constexpr std::string_view vocabularies[] = {
    R"({"vocabulary": {"relations": [{"name": "negotiates_with", "symmetric": true, "sign": 1}]}})",
    R"({"vocabulary": {"relations": [{"name": "funds", "inverse": "funded_by", "synonyms": "bankrolls",
        "subjects": ["nation"], "objects": ["organization", "official"]}]}})",
    R"({"vocabulary": {"relations": [{"name": "Funds", "label": "gives money to", "sign": 1},
                                     {"name": "quarrels", "sign": -1, "objects": ["company"]}],
                       "kinds": [{"name": "company", "plural": "companies", "fill": "#eef4ff"}]}})",
    R"({"vocabulary": {"kinds": [{"name": "company", "label": "<b>\"Firm\" ]]> &amp;",
                                  "meaning": "会社\n\t"}]}})",
    R"({"vocabulary": {"relations": [{"name": "funds", "sign": -1, "color": "#1b7f5c"},
                                     {"name": "quarrels", "iri": "https://x.example/terms#quarrels"}]}})"};

std::string reference(Dice& dice) {
    const std::string_view name = dice.one_in(3)   ? dice.of(people)
                                  : dice.one_in(3) ? dice.of(things)
                                                   : dice.of(nations);
    const std::string text = "\"" + std::string(name) + "\"";
    if (!dice.one_in(4) || name.find('/') != std::string_view::npos) return text;
    return "{\"name\": " + text + ", \"kind\": \"" + std::string(dice.of(kinds)) + "\"}";
}

/// Keys that formats have a meaning for, or cannot write as they are.
constexpr std::string_view keys[] = {"note",  "label",   "x",     "founded on", "kg_id",
                                     "größe", "1st",     "_x41",  "weight",     "ID",
                                     "r",     "source_", "value", "parent"};
constexpr std::string_view values[] = {"1",
                                       "-0.0",
                                       "2.50",
                                       "9007199254740993",
                                       "1e3",
                                       R"("")",
                                       R"("null")",
                                       "true",
                                       "5e-324",
                                       R"("1")",
                                       R"("true")",
                                       "[]",
                                       R"(["a",1])",
                                       R"({"k":"v"})",
                                       "1.797e308",
                                       R"("a\nb\t]]> &amp; ")",
                                       R"("a\\")",
                                       R"("日本 \"x\"")",
                                       "18446744073709551616"};

/// What an entity or source may have besides its name, in values of all types.
std::string generated_attributes(Dice& dice) {
    std::string out;
    std::vector<std::string_view> used;
    for (std::size_t n = dice.below(5); n > 0; --n) {
        const std::string_view key = dice.of(keys);
        if (std::find(used.begin(), used.end(), key) != used.end()) continue;
        used.push_back(key);
        out += ", \"" + std::string(key) + "\": " + std::string(dice.of(values));
    }
    return out;
}

std::string generated_claim(Dice& dice) {
    std::string line = "{\"subject\": " + reference(dice) + ", \"relation\": \"" +
                       std::string(dice.of(relations)) + "\", \"object\": " + reference(dice);
    const auto maybe_date = [&](std::string_view key) {
        if (dice.one_in(3))
            line += ", \"" + std::string(key) + "\": \"" + std::string(dice.of(dates)) + "\"";
    };
    maybe_date("date");
    maybe_date("from");
    maybe_date("to");
    constexpr std::string_view stances[] = {"asserted", "denied", "planned", "possible"};
    if (dice.one_in(4)) line += ", \"stance\": \"" + std::string(dice.of(stances)) + "\"";
    if (dice.one_in(2)) line += ", \"confidence\": 0." + std::to_string(1 + dice.below(9));
    if (dice.one_in(4)) line += ", \"stated_by\": " + reference(dice);
    if (!dice.one_in(5)) line += ", \"source\": \"s" + std::to_string(dice.below(4)) + "\"";
    if (dice.one_in(4)) line += R"(, "quote": "said \"so\"", "span": [3, 12])";
    if (dice.one_in(4)) line += ", \"office\": \"O" + std::to_string(dice.below(3)) + "\"";
    if (dice.one_in(6)) line += R"(, "list": [1, 2.50, "a"], "flag": true)";
    if (dice.one_in(8)) line += generated_attributes(dice);
    return line + "}";
}

std::string declared_entity(Dice& dice) {
    std::string line = R"({"entity": "capability/c)" + std::to_string(dice.below(3)) +
                       R"(", "kind": "capability", "name": "C")";
    if (dice.one_in(3)) line += R"(, "aliases": ["c", {"name": "Zé ]]>", "language": "pt-BR"}])";
    if (dice.one_in(3)) line += R"(, "same_as": ["wikidata:Q17", "https://x.example/a b"])";
    if (dice.one_in(3)) line += ", \"from\": \"" + std::string(dice.of(dates)) + "\"";
    if (dice.one_in(4)) line += ", \"to\": \"" + std::string(dice.of(dates)) + "\"";
    return line + generated_attributes(dice) + "}";
}

std::string declared_source(Dice& dice) {
    std::string line = R"({"source": "s)" + std::to_string(dice.below(5)) + "\"";
    if (dice.one_in(2)) line += R"(, "title": "T <i>&\\")";
    if (dice.one_in(2)) line += R"(, "url": "https://s.example/?a=1&b=2")";
    if (dice.one_in(3)) line += R"(, "published": "2023-06", "language": "en")";
    return line + generated_attributes(dice) + "}";
}

std::string generated_entity(Dice& dice) {
    switch (dice.below(14)) {
        case 6:
        case 7:
        case 8:
            return declared_entity(dice);
        case 9:
        case 10:
            return declared_source(dice);
        case 11:
            return R"({"graph": {"title": "T & \"t\"", "date": "2023-06"}})";
        case 12:
        case 13: {
            std::string line(dice.of(vocabularies)); // without its line breaks
            std::replace(line.begin(), line.end(), '\n', ' ');
            return line;
        }
        case 0:
            return R"({"entity": "official/yasukazu-hamada", "kind": "official", "name": )"
                   R"("Yasukazu Hamada", "aliases": [{"name": "浜田靖一", "language": "ja"}]})";
        case 1:
            return R"({"entity": "nation/JPN", "kind": "nation", "name": "Japan", "gdp": 4.2})";
        case 2:
            return R"({"source": "s1", "publisher": "P", "published": "2023-06-01"})";
        case 3:
            return R"({"entity": "place/austin", "kind": "place", "name": "Austin"})";
        case 4:
            return R"({"same": ["official/lloyd-austin", "Lloyd Austin"]})";
        default:
            return R"({"different": ["nation/KOR", "nation/PRK"]})";
    }
}

} // namespace

std::vector<std::string> generated_facts(unsigned seed, std::size_t count) {
    Dice dice(seed);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i)
        lines.push_back(dice.one_in(8) ? generated_entity(dice) : generated_claim(dice));
    return lines;
}

} // namespace entente::test
