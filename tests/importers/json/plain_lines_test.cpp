// SPDX-License-Identifier: BSL-1.0
#include "importers/json/plain_lines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

#include "graph/build/builder.hpp"
#include "importers/importer.hpp"
#include "tests/importers/recording.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

/// All that comes of reading a text.
struct Built {
    std::string facts, told, rejects;
    std::size_t read = 0, accepted = 0;
    bool operator==(const Built&) const = default;
};

Built build(std::string_view text, unsigned threads) {
    Built built;
    Diagnostics diagnostics;
    Builder builder(diagnostics);
    const InputText input{"x", text, diagnostics.add_file("x")};
    const ImportContext context{diagnostics, builder,
                                [&](const InputText&, Position at, std::string_view rejected) {
                                    built.rejects += std::to_string(at.line) + " ";
                                    built.rejects += rejected;
                                    built.rejects += '\n';
                                },
                                threads};
    const ReadCounts counts = find_importer("jsonl")->read(input, context);
    built.read = counts.read;
    built.accepted = counts.accepted;
    built.facts = test::facts_of(builder.finish());
    for (const Diagnostic& diagnostic : diagnostics.all())
        built.told += format(diagnostics, diagnostic) + "\n";
    return built;
}

/// About `size` bytes of a quote: in most places where a thread's part could begin stands the
/// midst of a character of four bytes, of an escape, or a plain letter.
std::string long_quote(std::size_t size, std::size_t number) {
    static constexpr std::string_view units[] = {"q", "\xF0\x9F\x95\x8A", R"(\uD83D\uDD4A\n)"};
    const std::string_view unit = units[number % std::size(units)];
    std::string quote = std::to_string(number);
    while (quote.size() < size)
        quote += unit;
    return quote;
}

/// Enough for `parts` threads: facts of all kinds, each with a quote that makes it long, and
/// between them what is no plain line.
std::string large_text(std::size_t parts) {
    const std::vector<std::string> facts = test::generated_facts(17, 4000);
    std::string text = "Here they are:\n";
    for (std::size_t i = 0; text.size() < (parts << 22U); ++i) {
        std::string line = facts[i % facts.size()];
        if (line.starts_with(R"({"subject")") && line.find("\"quote\"") == std::string::npos) {
            line.pop_back();
            line += R"(, "quote": ")" + long_quote(1500 + i % 977, i) + "\"}";
        }
        text += line + (i % 13 == 0 ? "\r\n" : "\n");
        if (i % 50 == 0) text += "\n";
        if (i % 211 == 0)
            text += R"({"subject": "A", "relation": "r)" + std::to_string(i) + "\"}\n";
        if (i % 307 == 0)
            text +=
                "{\n \"subject\": \"Many\",\n \"relation\": \"own word\",\n \"object\": "
                "\"Lines\"\n}\n";
        if (i % 401 == 0)
            text += R"({"subject": "Plain )" + std::to_string(i) + R"(", "relation": "word )" +
                    std::to_string(i) + R"(", "object": "Japan", "stated_by": "Plain )" +
                    std::to_string(i + 401) + R"(", "source": {"id": "p)" + std::to_string(i % 7) +
                    R"(", "title": "T"}})"
                    "\n";
    }
    return text;
}

} // namespace

TEST_CASE("a text is cut into parts of whole lines") {
    std::mt19937 engine(3);
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (auto n = engine() % 30; n > 0; --n)
            text += std::string(engine() % (engine() % 5 == 0 ? 200 : 8), 'x') + "\n";
        if (round % 3 == 0) text += "no line end";
        for (std::size_t parts = 1; parts < 9; ++parts) {
            const std::vector<std::size_t> cuts = cut_at_lines(text, parts);
            REQUIRE(cuts.size() == parts + 1);
            CHECK(cuts.front() == 0);
            CHECK(cuts.back() == text.size());
            CHECK(std::is_sorted(cuts.begin(), cuts.end()));
            for (const std::size_t cut : cuts)
                CHECK((cut == 0 || cut == text.size() || text[cut - 1] == '\n'));
        }
    }
}

TEST_CASE("lines that are no plain records are told by place and number") {
    const std::string plain = R"({"subject":"A","relation":"r","object":"B"})";
    const std::string text = plain + "\n\nwords\n" + plain + "\n " + plain + "\n" + plain;
    test::RecordingSink sink;
    const PlainPart whole = read_plain_lines(text, 0, text.size(), 1, false, sink);
    CHECK(whole.lines == 6);
    CHECK(whole.records == 3);
    CHECK(sink.lines.size() == 3);
    CHECK(sink.lines[2].starts_with("6:1 "));
    REQUIRE(whole.odd.size() == 3);
    CHECK(text.substr(whole.odd[1].begin, 5) == "words");
    CHECK(whole.odd[1].line == 3);
    CHECK(whole.odd[2].line == 5);
    // A part counts its own lines.
    const std::size_t second = text.find("words");
    const PlainPart part = read_plain_lines(text, second, text.size(), 1, false, sink);
    CHECK(part.lines == 4);
    REQUIRE(part.odd.size() == 2);
    CHECK(part.odd[0].begin == second);
    CHECK(part.odd[0].line == 1);
    CHECK(line_end(text, 0) == plain.size());
    CHECK(line_end(text, text.size() - 1) == text.size());
}

TEST_CASE("several threads read the same, say the same and count the same") {
    const std::string text = large_text(2);
    const Built one = build(text, 1);
    CHECK(one.read > one.accepted);
    CHECK(one.told.find("unknown-relation") != std::string::npos);
    for (const unsigned threads : {2U, 3U, 8U}) {
        CAPTURE(threads);
        const Built several = build(text, threads);
        CHECK((several.facts == one.facts));
        CHECK(several.told == one.told);
        CHECK(several.rejects == one.rejects);
        CHECK(several.read == one.read);
        CHECK(several.accepted == one.accepted);
    }
}

TEST_CASE("what is told of a name is told where it stands first, be the line plain or not") {
    const std::string fact = R"({"subject":"Tokyo","relation":"sings_with","object":"B"})";
    const std::string synonym = R"({"subject":"France","relation":"allied with","object":"Japan"})";
    for (const std::string& text : {" " + fact + "\n " + synonym + "\n" + fact + "\n" + synonym,
                                    fact + "\n" + synonym + "\n " + fact + "\n " + synonym}) {
        CAPTURE(text);
        const std::string told = build(text, 1).told;
        const std::string column = text.starts_with(" ") ? "2" : "1";
        CHECK(told.find("x:1:" + column + ": warning: the vocabulary has no relation") !=
              std::string::npos);
        CHECK(told.find("x:2:" + column + ": note: 'allied with' is read as") != std::string::npos);
        CHECK(told.find("x:1:" + column + ": note: 'Tokyo' is not sure") != std::string::npos);
    }
}
