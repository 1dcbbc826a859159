// SPDX-License-Identifier: BSL-1.0
// The short ways of reading JSON Lines make the very same records, counts, rejects and diagnostics
// as the general reader: on every line of the samples and of the broken inputs, and on many more
// that were generated or damaged.
#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "importers/importer.hpp"
#include "importers/input/encoding.hpp"
#include "importers/json/records.hpp"
#include "importers/reading.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

/// Writes down all of every record, so that nothing that differs looks the same.
class ExactSink final : public RecordSink {
  public:
    struct Made {
        std::uint32_t line;
        std::string record, position;
        friend auto operator<=>(const Made&, const Made&) = default;
    };
    std::vector<Made> records;

    void graph(const GraphRecord& r) override {
        add("graph", r.title, r.description, r.date.bits());
        end(r.position);
    }
    void source(const SourceRecord& r) override {
        source_ = true;
        add("source", r.id, r.publisher, r.title, r.url, r.language, r.published.bits(),
            r.attributes);
        end(r.position);
    }
    void entity(const EntityRecord& r) override {
        add("entity", r.id, r.kind, r.name, r.aliases.size());
        for (const Alias& alias : r.aliases)
            add(alias.name, alias.language);
        for (const std::string_view id : r.same_as)
            add("same_as", id);
        add(r.period.from.bits(), r.period.to.bits(), r.attributes, r.provisional, r.source);
        end(r.position);
    }
    void claim(const ClaimRecord& r) override {
        add("claim", r.subject, r.relation, r.object, r.date.bits(), r.period.from.bits(),
            r.period.to.bits(), static_cast<int>(r.stance),
            std::bit_cast<std::uint64_t>(r.confidence), r.stated_by, r.source, r.quote,
            r.span.begin, r.span.end, r.qualifiers);
        end(r.position);
    }
    void judgement(const JudgementRecord& r) override {
        add("judgement", r.same, r.a, r.b);
        end(r.position);
    }

  private:
    template <class... Parts>
    void add(const Parts&... parts) {
        (one(parts), ...);
    }
    void one(std::string_view text) {
        line_ += std::to_string(text.size()) + ":" + std::string(text) + " ";
    }
    void one(const char* text) { one(std::string_view(text)); }
    template <class T>
    requires std::is_integral_v<T>
    void one(T number) { line_ += std::to_string(number) + " "; }
    void one(const Reference& r) { add(r.text, r.kind, r.as); }
    void one(std::span<const Field> fields) {
        add(fields.size());
        for (const Field& field : fields)
            add(field.key, static_cast<int>(field.value.type), field.value.text);
    }
    void end(Position at) {
        Made made{at.line, std::move(line_), {}};
        line_.clear();
        add(at.file, at.line, at.column);
        made.position = std::move(line_);
        line_.clear();
        // A source that many claims describe in the same words may be pushed any number of times.
        if (std::exchange(source_, false)) {
            if (!sources_.insert(made.record).second) return;
            made.line = 0;
            made.position.clear();
        }
        records.push_back(std::move(made));
    }
    std::string line_;
    bool source_ = false;
    std::set<std::string> sources_;
};

struct Outcome {
    std::vector<ExactSink::Made> records;
    std::vector<std::string> rejects, diagnostics;
    ReadCounts counts;
    std::set<std::uint32_t> odd; ///< lines that are no JSON as they stand; only of read_generally
};

/// Calls `read(input, context)` and writes down what comes of it.
template <class Read>
Outcome outcome_of(std::string_view text, Read read) {
    Outcome outcome;
    Diagnostics diagnostics;
    ExactSink sink;
    const InputText input{"x", text, diagnostics.add_file("x")};
    const ImportContext context{
        diagnostics, sink, [&](const InputText&, Position at, std::string_view rejected) {
            outcome.rejects.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) +
                                      " " + std::string(rejected));
        }};
    outcome.counts = read(input, context, outcome);
    // Records may be pushed in any order.
    outcome.records = std::move(sink.records);
    std::sort(outcome.records.begin(), outcome.records.end());
    for (const Diagnostic& diagnostic : diagnostics.all())
        outcome.diagnostics.push_back(format(diagnostics, diagnostic));
    return outcome;
}

Outcome read_as_always(std::string_view text) {
    return outcome_of(text, [](const InputText& input, const ImportContext& context, Outcome&) {
        return find_importer("jsonl")->read(input, context);
    });
}

/// Line by line with the general reader. Lines that are no JSON are passed over: what the importer
/// makes of those has nothing to do with short ways, as long as they do not take them.
Outcome read_generally(std::string_view text) {
    return outcome_of(
        text, [](const InputText& input, const ImportContext& context, Outcome& outcome) {
            constexpr std::string_view white = " \t\r\n";
            Reading reading(input, context);
            JsonRecords records(reading);
            for (std::size_t line = 0, number = 1; line < input.text.size(); ++number) {
                const std::size_t end = std::min(input.text.find('\n', line), input.text.size());
                const std::size_t begin = std::min(input.text.find_first_not_of(white, line), end);
                std::size_t stop = end;
                while (stop > begin && white.find(input.text[stop - 1]) != std::string_view::npos)
                    --stop;
                if (begin < end) {
                    if (records.parse(begin, stop, false))
                        records.take();
                    else
                        outcome.odd.insert(static_cast<std::uint32_t>(number));
                }
                line = end + 1;
                reading.move_to(std::min(line, input.text.size()));
            }
            return reading.finish();
        });
}

/// Shows the first of two lists' items in which they differ.
template <class T, class Show>
void check_same(const std::vector<T>& always, const std::vector<T>& generally, Show show) {
    CHECK(always.size() == generally.size());
    for (std::size_t i = 0; i < std::min(always.size(), generally.size()); ++i) {
        if (always[i] == generally[i]) continue;
        CHECK(show(always[i]) == show(generally[i]));
        return;
    }
}

void check_same(const Outcome& always, const Outcome& generally) {
    const auto text = [](const std::string& line) { return line; };
    check_same(always.records, generally.records,
               [](const ExactSink::Made& made) { return made.record + made.position; });
    check_same(always.rejects, generally.rejects, text);
    check_same(always.diagnostics, generally.diagnostics, text);
    CHECK(always.counts.read == generally.counts.read);
    CHECK(always.counts.accepted == generally.counts.accepted);
    CHECK(always.counts.rejected == generally.counts.rejected);
}

/// The records of all lines but the odd ones, and but sources: who knows which line told them.
std::vector<ExactSink::Made> even(const Outcome& outcome, const std::set<std::uint32_t>& odd) {
    std::vector<ExactSink::Made> records;
    for (const ExactSink::Made& made : outcome.records)
        if (made.line != 0 && !odd.contains(made.line)) records.push_back(made);
    return records;
}

std::string joined(const std::vector<std::string>& lines, std::string_view line_end = "\n") {
    std::string text;
    for (const std::string& line : lines)
        text.append(line).append(line_end);
    return text;
}

/// A line that is no JSON is not a plain record, whatever record stands before it: it is told of.
void check_odd(const std::string& before, std::size_t told_of_it, const std::string& line) {
    for (const char* line_end : {"", "\n"}) {
        const std::string text = before + "\n" + line + line_end;
        const Outcome both = read_as_always(text);
        const bool told = both.diagnostics.size() > told_of_it;
        if (!told) CAPTURE(text);
        CHECK(told);
    }
}

/// Reads `lines`, of which none has a line break, in every way in which short ways may differ.
/// `usual`: a plain record that is written between them, which tells a reader what to expect.
void check_lines(const std::vector<std::string>& lines, const std::string& usual) {
    std::vector<std::string> all;
    for (const std::string& line : lines) {
        all.push_back(line);
        if (!usual.empty()) all.push_back(usual);
    }
    const std::string text = joined(all);
    const Outcome generally = read_generally(text);
    const std::string before = usual.empty() ? R"({"source": "s"})" : usual;
    const std::size_t told_of_it = read_as_always(before).diagnostics.size();
    std::vector<std::string> good;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!generally.odd.contains(static_cast<std::uint32_t>(i + 1)))
            good.push_back(all[i]);
        else
            check_odd(before, told_of_it, all[i]);
    }
    // An odd line costs only itself where each begins in its first column.
    const bool lone = std::all_of(all.begin(), all.end(),
                                  [](const std::string& line) { return line.starts_with('{'); });
    if (lone)
        check_same(even(read_as_always(text), generally.odd), even(generally, generally.odd),
                   [](const ExactSink::Made& made) { return made.record + made.position; });
    for (const char* line_end : {"\n", "\r\n", " \t\n"}) {
        std::string whole = joined(good, line_end);
        check_same(read_as_always(whole), read_generally(whole));
        if (whole.empty()) continue;
        whole.pop_back(); // the very end of the text, without a line end
        check_same(read_as_always(whole), read_generally(whole));
    }
}

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    mask_invalid_utf8(text); // as Input does
    return text;
}

/// The lines of all files of facts in a folder.
std::vector<std::string> lines_in(std::string_view folder) {
    std::vector<std::string> lines;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(ENTENTE_SOURCE_DIR) / folder)) {
        if (entry.path().extension() != ".jsonl") continue;
        for (std::string& line : test::lines_of(content(entry.path())))
            lines.push_back(std::move(line));
    }
    return lines;
}

const std::string plain_claim =
    R"({"subject": "Japan", "relation": "ally_of", "object": {"name": "United States", "kind": "nation"}, "date": "2023-06-01", "confidence": 0.95, "source": {"id": "s1", "publisher": "P", "url": "https://x.example/1"}, "quote": "said so", "span": [3, 12], "office": "O"})";

/// What may stand in the place of a text, with its quotes.
constexpr std::string_view texts[] = {
    R"("")",
    R"(" ")",
    R"("  Japan ")",
    R"("\tJapan\n")",
    "\"Ja\tpan\"",
    "\"\u00a0Japan\u00a0\"",
    "\"\u3000日本\u3000\"",
    R"("日本")",
    R"("\u65e5\u672C")",
    R"("e\u0301")",
    "\"e\u0301\"",
    "\"\u0301e\"",
    "\"\u1100\u1161\u11a8\"",
    "\"\uac00\u11a8\"",
    "\"\u0e01\u0e33\"",
    R"("\ud83c\udf0d")",
    "\"\U0001F30D\"",
    "\"\U0010FFFD\"",
    "\"\U0010FFFF\"",
    R"("\udbff\udfff")",
    R"("\ud83c")",
    R"("\udf0d")",
    R"("\ud83c\ud83c")",
    R"("\udf0d\ud83c")",
    R"("x\ud83cy")",
    R"("\uD83C\uDF0D\u0301")",
    R"("\u0000")",
    R"("\u0001")",
    R"("\u007f")",
    "\"\x7f\"",
    R"("\u0085")",
    "\"\u0085\"",
    "\"\u2028\"",
    R"("\ufeff")",
    "\"\ufeffx\"",
    R"("\ufffe")",
    "\"\uffff\"",
    R"("\ufdd0")",
    R"("a\r\nb")",
    R"("a\rb")",
    R"("\\ \/ \" \b")",
    R"("\/\/")",
    R"("\f")",
    R"("a\\")",
    R"("a\"")",
    R"("\x")",
    R"("\u12")",
    R"("\u12G4")",
    R"("\U0041")",
    "\"\x01\"",
    "\"\x1a\"",
    "\"a\0b\"",
    "\"\u212b\u2126\"",
    "\"\u00c5\ufb01\"",
    R"("nation/JPN")",
    R"("x/")",
    R"("2023-06-01")",
    R"(" 2023 ")",
    R"("2021/2022")",
    R"("2021/..")",
    R"("..")",
    R"("198X")",
    R"("2023-02-30")",
    R"("1914~")",
    R"("2023-06-01T09:30:00Z")",
    R"("denied")",
    R"(" denied ")",
    R"("Denied")",
    R"("planned")",
    R"("0.5")",
    R"("3-9")",
    R"("name")",
    R"("en")",
    R"("x y z x y z x y z x y z x y z x y z")",
    R"("’“”—…")",
};

/// What may stand where a value does.
constexpr std::string_view values[] = {
    "null",
    "true",
    "false",
    "True",
    "0",
    "-0",
    "-0.0",
    "0.5",
    ".5",
    "5.",
    "01",
    "1",
    "1.0",
    "1.5",
    "-1",
    "+1",
    "1e0",
    "5e-1",
    "5E-1",
    "5e+0",
    "1e400",
    "1e-400",
    "0x1",
    "NaN",
    "Infinity",
    "0.1000000000000000055511151231257827",
    "0.30000000000000004",
    "0.50",
    "5e-324",
    "1e",
    "1.e1",
    "--1",
    "1 2",
    "[3,12]",
    "[ 3 , 12 ]",
    "[12,3]",
    "[3,3]",
    "[-1,2]",
    "[1.0,2]",
    "[1e1,20]",
    "[03,12]",
    "[4294967295,4294967296]",
    "[4294967294,4294967295]",
    "[0,0]",
    "[1]",
    "[1,2,3]",
    "[]",
    "[1,\"2\"]",
    "[null,1]",
    "[1,2",
    "[1 2]",
    "[1,,2]",
    "[1,2,]",
    "[[1],2]",
    "[\"a\"]",
    "[\"a\",\"b\"]",
    "[\" a \",\"\"]",
    "[\"a\",{\"name\":\"b\",\"language\":\"en\"}]",
    "[\"a\",1]",
    "[\"\\u65e5\"]",
    "{}",
    "{\"name\":\"A\"}",
    "{\"name\":\"A\",\"kind\":\"nation\"}",
    "{\"kind\":\"nation\",\"name\":\" A \"}",
    "{\"name\":\"A\",\"kind\":\"\"}",
    "{\"name\":\"\",\"kind\":\"nation\"}",
    "{\"id\":\"nation/JPN\"}",
    "{\"id\":\"nation/JPN\",\"name\":\"Japan\"}",
    "{\"id\":\"s\",\"title\":\"T\"}",
    "{\"id\":\"s\"}",
    "{\"id\":\" \"}",
    "{\"id\":\"s\",\"published\":\"2023\"}",
    "{\"id\":\"s\",\"published\":\"x\"}",
    "{\"id\":\"s\",\"pages\":3}",
    "{\"id\":\"s\",\"source\":\"t\"}",
    "{\"title\":\"T\"}",
    "{\"name\":\"A\",\"kind\":\"nation\",\"x\":1}",
    "{\"name\":\"A\",\"name\":\"B\"}",
    "{\"name\":\"A\",\"kind\":null}",
    "{\"name\":\"A\",\"kind\":\"nation\",\"kind\":\"nation\"}",
    "{\"name\":{\"x\":\"A\"},\"kind\":\"nation\"}",
    "{\"a\":{\"b\":[{\"c\":null}]}}",
    "{\"name\":\"A\" \"kind\":\"nation\"}",
    "{\"na\\u006de\":\"A\",\"kind\":\"nation\"}",
    "{'name':'A'}",
    "'A'",
    "A",
    "",
    "[\"A\",\"r\",\"B\"]",
};

constexpr std::string_view keys[] = {
    "subject",    "relation",  "object",    "date",     "from",     "to",          "stance",
    "confidence", "stated_by", "source",    "quote",    "span",     "subject_as",  "object_as",
    "entity",     "kind",      "name",      "aliases",  "same_as",  "provisional", "publisher",
    "title",      "url",       "published", "language", "graph",    "description", "same",
    "different",  "id",        "type",      "label",    "head",     "tail",        "predicate",
    "target",     "lang",      "office",    "Subject",  " subject", "größe",       "",
    " ",          "a b",       "kg_id",     "claims",   "nodes",    "facts",       "su\\u0062ject",
    "x\\ty",      "e\u0301",   "stated",    "subjec",
};

/// Records that say every key in every usual way, before anything is done to them.
const std::string seeds[] = {
    plain_claim,
    R"({"subject":"A","relation":"r","object":"B"})",
    R"({ "subject" : "A" , "relation" : "r" , "object" : "B" , "source" : "s" } )",
    R"({"subject":"A","relation":"r","object":"B","source":"s","confidence":1,"stance":"denied","stated_by":"C"})",
    R"({"subject":{"name":"A","kind":"official"},"relation":"r","object":{"kind":"nation","name":"B"},"from":"1960","to":"..","stated_by":{"name":"C","kind":"nation"}})",
    R"({"subject":"日本 é","relation":"r","object":"\u65e5\ud83c\udf0d","quote":"e\u0301 “x”\r\n\\ \"q\""})",
    R"({"entity":"nation/JPN","kind":"nation","name":"Japan","aliases":["N","日本"],"same_as":["wikidata:Q17"],"from":"1952","gdp":"4.2"})",
    R"({"entity":"x/y","name":"Y"})",
    R"({"source":"s","publisher":"P","title":"T","url":"https://x.example/a?b=1&c","language":"en","published":"2023-06-01","pages":"3"})",
    R"({"source":"s"})",
    R"({"source":{"id":"s"},"title":"T"})",
    R"({"same":["a","b"]})",
    R"({"graph":{"title":"T","date":"2023-06"}})",
    R"({"head":"A","relation":"r","tail":"B"})",
    R"({"source":"A","target":"B","type":"r"})",
    R"(["A","r","B"])",
};

/// Lines that are something special as a whole.
std::vector<std::string> special_lines() {
    std::vector<std::string> lines{
        plain_claim + " " + plain_claim,
        plain_claim + plain_claim,
        plain_claim + ",",
        plain_claim + " and so on",
        plain_claim + "}",
        plain_claim + "\"",
        plain_claim + "null",
        plain_claim + ";",
        " " + plain_claim,
        "\t" + plain_claim + "\t",
        "\xEF\xBB\xBF" + plain_claim,
        "{}",
        "{",
        "}",
        "[]",
        "{\"subject\"}",
        "{\"subject\":}",
        "{:}",
        "{,}",
        "{\"\":\"\"}",
        "null",
        "\"x\"",
        "1",
        R"({"subject":"A","relation":"r","object":"B","a":"1","a":"1"})",
        R"({"subject":"A","relation":"r","object":"B","a":"1","b":"2","a":"2"})",
        R"({"subject":"A","subject":"A","relation":"r","object":"B"})",
        R"({"subject":"A","relation":"r","object":"B","subject":"C"})",
        R"({"subject":"A","relation":"r","object":"B","a":"1","\u0061":"1"})",
        R"({"subject":"A","relation":"r","object":"B","from":"2001","to":"1999"})",
        R"({"subject":"A","relation":"r","object":"B","date":"2001","from":"1999","to":"2003"})",
        R"({"entity":"nation/JPN","subject":"A","relation":"r","object":"B"})",
        R"({"entity":"nation/JPN","source":"s"})",
        R"({"source":"s","relation":"r","object":"B"})",
        R"({"source":"s","target":"t","relation":"r"})",
        R"({"entity":"a/b","from":"2001","to":"1999"})",
        R"({"subject":"A","relation":"r","object":"B",})",
        R"({'subject':'A','relation':'r','object':'B'})",
        R"({subject:"A",relation:"r",object:"B"})",
        R"({"subject":"A","relation":"r","object":"B"]})",
        R"({"subject":"A","relation":"r","object":"B")",
        R"({"subject":"A" "relation":"r","object":"B"})",
        R"({"subject":"A",,"relation":"r","object":"B"})",
        R"({"subject":"A","relation":"r","object":"B",:})",
        R"({"subject":"A","relation":"r","object":"B" "c"})",
        R"({"subject" "A","relation":"r","object":"B"})",
        R"({"subject"::"A","relation":"r","object":"B"})",
        R"({"subject":"A","relation":"r","object":"B","x":"a" /* c */})",
    };
    for (const std::size_t depth : {10U, 60U, 63U, 64U, 65U, 200U, 2000U})
        lines.push_back(R"({"subject":"A","relation":"r","object":"B","x":)" +
                        std::string(depth, '[') + std::string(depth, ']') + "}");
    for (const std::size_t size : {100U, 5000U, 70'000U, (1U << 20U) - 60U, 1U << 20U})
        lines.push_back(R"({"subject":"A","relation":"r","object":"B","quote":")" +
                        std::string(size, 'q') + "\"}");
    for (const std::size_t size : {1U, 7U, 8U, 9U, 15U, 16U, 17U, 31U, 32U, 63U, 64U, 65U}) {
        for (const std::string_view odd : {"\u00e9", "e\u0301", "\\n", "\\u0000", "\x01"})
            for (const std::size_t at : {std::size_t{0}, size / 2, size}) {
                std::string text(size, 'x');
                text.insert(at, odd);
                lines.push_back(R"({"subject":"A","relation":"r","object":"B","quote":")" + text +
                                R"(","note":")" + text + "\"}");
            }
    }
    for (const std::size_t count : {15U, 16U, 17U, 40U}) {
        std::string line = R"({"subject":"A","relation":"r","object":"B")";
        for (std::size_t i = 0; i < count; ++i)
            line += ",\"q" + std::to_string(i) + R"(":"v")";
        lines.push_back(line + "}");
    }
    return lines;
}

/// Where each member's value stands in a seed: [begin, end).
std::vector<std::pair<std::size_t, std::size_t>> value_places(const std::string& line) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    JsonScanner scanner(line);
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i - 1] != ':' && line[i - 1] != '[') continue;
        const std::size_t begin = scanner.skip_space(i);
        const JsonExtent extent = scanner.value(begin);
        if (extent.closed && line[begin] != ']') places.emplace_back(begin, extent.end);
    }
    return places;
}

std::string replaced(const std::string& line, std::pair<std::size_t, std::size_t> place,
                     std::string_view by) {
    return line.substr(0, place.first) + std::string(by) + line.substr(place.second);
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t every = 7; // the sanitizers look for faults, not for differences
#else
constexpr std::size_t every = 1;
#endif

/// Every nth of `lines`.
std::vector<std::string> thinned(std::vector<std::string> lines) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < lines.size(); i += every)
        out.push_back(std::move(lines[i]));
    return out;
}

} // namespace

TEST_CASE("short ways: every line of the samples and of the tests' inputs") {
    for (const char* folder :
         {"samples", "tests/bad", "tests/exporters", "tests/golden", "tests/conformance"}) {
        CAPTURE(folder);
        const std::vector<std::string> lines = lines_in(folder);
        CHECK(!lines.empty());
        check_lines(lines, "");
        check_lines(lines, plain_claim);
    }
}

TEST_CASE("short ways: generated facts") {
    const std::vector<std::string> lines = test::generated_facts(5, 3000);
    check_lines(lines, "");
    check_lines(thinned(lines), plain_claim);
}

TEST_CASE("short ways: special lines") {
    const std::vector<std::string> lines = special_lines();
    check_lines(lines, "");
    check_lines(lines, seeds[1]);
    for (const std::string& line : lines) // each as a whole text
        check_lines({line}, "");
}

TEST_CASE("short ways: every text and value in every place") {
    for (const std::string& seed : seeds) {
        CAPTURE(seed);
        std::vector<std::string> lines;
        for (const auto& place : value_places(seed)) {
            for (const std::string_view text : texts)
                lines.push_back(replaced(seed, place, text));
            for (const std::string_view value : values)
                lines.push_back(replaced(seed, place, value));
        }
        check_lines(thinned(lines), seed);
    }
}

TEST_CASE("short ways: every key in every place, and added") {
    for (const std::string& seed : seeds) {
        if (seed.front() != '{') continue;
        CAPTURE(seed);
        std::vector<std::string> lines;
        const std::size_t open = seed.find('{') + 1;
        for (const std::string_view key : keys) {
            const std::string quoted = "\"" + std::string(key) + "\"";
            for (std::size_t at = 0; (at = seed.find("\":", at)) != std::string::npos; ++at) {
                const std::size_t begin = seed.rfind('"', at - 1);
                lines.push_back(replaced(seed, {begin, at + 1}, quoted));
            }
            for (const std::string_view value :
                 {R"("v")", R"("A")", R"(" 2023 ")", R"("denied")", "1", "0.5", "null", "[3,4]",
                  R"(["a","b"])", R"({"name":"A","kind":"nation"})", R"({"id":"s","title":"T"})"}) {
                lines.push_back(
                    replaced(seed, {open, open}, quoted + ":" + std::string(value) + ","));
                const std::size_t last = seed.rfind('}');
                lines.push_back(
                    replaced(seed, {last, last}, "," + quoted + ": " + std::string(value)));
            }
        }
        check_lines(thinned(lines), seed);
    }
}

TEST_CASE("short ways: lines that are cut off at every byte, and damaged at every byte") {
    constexpr std::string_view spice = "{}[]\",:'\\ \r\t;|`-0aTuN\x01\x7f\xC3\xFF/#.";
    for (const std::string& seed : seeds) {
        CAPTURE(seed);
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < seed.size(); ++at) {
            lines.push_back(seed.substr(0, at));
            lines.push_back(seed.substr(at));
            lines.push_back(replaced(seed, {at, at + 1}, ""));
            lines.push_back(replaced(seed, {at, at}, seed.substr(at, 1)));
            for (std::size_t i = at % 3; i < spice.size(); i += 3) {
                lines.push_back(replaced(seed, {at, at + 1}, spice.substr(i, 1)));
                lines.push_back(replaced(seed, {at, at}, spice.substr(i, 1)));
            }
        }
        for (std::string& line : lines)
            mask_invalid_utf8(line);
        lines = thinned(lines);
        // Those that begin in the first column by themselves, where an odd one costs only itself.
        const auto odd = std::stable_partition(
            lines.begin(), lines.end(), [](const auto& line) { return line.starts_with('{'); });
        check_lines({lines.begin(), odd}, seed.starts_with('{') ? seed : plain_claim);
        check_lines({odd, lines.end()}, "");
    }
}

TEST_CASE("short ways: lines that were put together at random") {
    const char* wanted = std::getenv("ENTENTE_MUTATIONS");
    const std::size_t rounds =
        (wanted != nullptr ? std::strtoul(wanted, nullptr, 10) : 30) / every + 1;
    std::mt19937 engine(20230601);
    const auto of = [&](const auto& list) { return list[engine() % std::size(list)]; };
    for (std::size_t round = 0; round < rounds; ++round) {
        CAPTURE(round);
        std::vector<std::string> lines;
        // The shape of the line before, with other values, is what a short way may expect.
        std::string shape = of(seeds);
        for (int n = 0; n < 200; ++n) {
            if (engine() % 6 == 0) shape = of(seeds);
            std::string line = shape;
            for (auto edits = engine() % 3; edits > 0; --edits) {
                const auto places = value_places(line);
                if (places.empty()) break;
                line = replaced(line, places[engine() % places.size()],
                                engine() % 3 == 0 ? of(values) : of(texts));
            }
            if (engine() % 8 == 0) shape = line;
            lines.push_back(std::move(line));
        }
        check_lines(lines, "");
    }
}
