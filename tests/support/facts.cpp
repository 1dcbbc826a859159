// SPDX-License-Identifier: BSL-1.0
#include "tests/support/facts.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

#include "exporters/exporter.hpp"
#include "importers/importer.hpp"

namespace entente::test {

void read_facts(std::string_view jsonl, RecordSink& sink, Diagnostics& diagnostics) {
    const InputText input{"facts.jsonl", jsonl, diagnostics.add_file("facts.jsonl")};
    find_importer("jsonl")->read(input, {diagnostics, sink, {}});
}

GraphPtr graph_of(std::string_view jsonl, Diagnostics& diagnostics) {
    Builder builder(diagnostics);
    read_facts(jsonl, builder, diagnostics);
    return builder.finish();
}

GraphPtr graph_of(std::string_view jsonl) {
    Diagnostics diagnostics;
    return graph_of(jsonl, diagnostics);
}

std::string written(const View& view, std::string_view format) {
    std::string out;
    Diagnostics diagnostics;
    Output output([&](std::string_view bytes) { out += bytes; });
    find_exporter(format)->write(view, output, {}, diagnostics);
    output.flush();
    return out;
}

GraphPtr read_back(const View& view, const Exporter& exporter) {
    Diagnostics diagnostics;
    std::string text;
    std::vector<InputMember> members;
    std::deque<std::string> names;
    Output output([&](std::string_view bytes) { text += bytes; });
    if (exporter.write_files != nullptr) {
        const auto open = [&](std::string_view name) {
            members.push_back(
                {names.emplace_back(name), text.size(), 0, diagnostics.add_file(name)});
        };
        FileSet files({open, [&](std::string_view bytes) { text += bytes; },
                       [&] { members.back().size = text.size() - members.back().begin; }});
        exporter.write_files(view, files, {}, diagnostics);
        files.finish();
    } else {
        exporter.write(view, output, {}, diagnostics);
        output.flush();
    }
    Builder builder(diagnostics);
    const InputText input{"x", text, diagnostics.add_file("x"), false, members};
    const ReadCounts counts = find_importer(exporter.name)->read(input, {diagnostics, builder, {}});
    if (counts.rejected != 0) throw std::runtime_error("records were rejected");
    return builder.finish();
}

std::string facts_of(const GraphPtr& graph) {
    return written(view_of(graph), "facts");
}

const Relation* find_relation(const GraphPtr& graph, std::string_view subject,
                              std::string_view type, std::string_view object) {
    const GraphTables& all = tables(*graph);
    for (const Relation& relation : all.relations)
        if (all.entities[relation.subject].id == subject &&
            all.vocabulary->relation(relation.type).name == type &&
            all.entities[relation.object].id == object)
            return &relation;
    return nullptr;
}

std::string resolved(const GraphPtr& graph, std::string_view text) {
    const GraphTables& all = tables(*graph);
    std::string id = "?";
    for (const Resolution& resolution : all.resolutions) {
        if (resolution.text != text) continue;
        const std::string_view found = all.entities[resolution.entity].id;
        if (id != "?" && id != found) return "several";
        id = found;
    }
    return id;
}

std::string sample(std::string_view folder) {
    std::vector<std::filesystem::path> files;
    const auto where = std::filesystem::path(ENTENTE_SOURCE_DIR) / "samples" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(where))
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string text;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in) throw std::runtime_error("cannot read " + file.string());
        text.append(std::istreambuf_iterator<char>(in), {});
        if (!text.empty() && text.back() != '\n') text += '\n';
    }
    return text;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0) lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

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
    "threatened_by", "negotiates with", "supports",  "has_member", "located_in"};
constexpr std::string_view dates[] = {"1960", "1960-01", "1960-01-19", "2023-06-01T09:30:00Z",
                                      "..",   "198X",    "1914~",      "2024-02-29"};
constexpr std::string_view kinds[] = {"nation", "official", "alliance", "company"};

std::string reference(Dice& dice) {
    const std::string_view name = dice.one_in(3)   ? dice.of(people)
                                  : dice.one_in(3) ? dice.of(things)
                                                   : dice.of(nations);
    const std::string text = "\"" + std::string(name) + "\"";
    if (!dice.one_in(4) || name.find('/') != std::string_view::npos) return text;
    return "{\"name\": " + text + ", \"kind\": \"" + std::string(dice.of(kinds)) + "\"}";
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
    return line + "}";
}

std::string generated_entity(Dice& dice) {
    switch (dice.below(6)) {
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
