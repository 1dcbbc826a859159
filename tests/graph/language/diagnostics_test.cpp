// SPDX-License-Identifier: BSL-1.0
#include "graph/language/diagnostics.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

using namespace entente;

TEST_CASE("the form is the one that editors jump to") {
    Diagnostics diagnostics;
    const auto file = diagnostics.add_file("facts.jsonl");
    diagnostics.report(Code::bad_date, {file, 4, 35}, "no date");
    diagnostics.report(Code::lean, {}, "left out");
    CHECK(format(diagnostics, diagnostics.all()[0]) ==
          "facts.jsonl:4:35: error: no date [bad-date]");
    CHECK(format(diagnostics, diagnostics.all()[1]) == "note: left out [lean]");
    CHECK(diagnostics.count(Severity::error) == 1);
    CHECK(diagnostics.count(Code::lean) == 1);
}

TEST_CASE("no text can drive a terminal") {
    CHECK(printable("a\x1b[31mb\n") == "a\\u001B[31mb\\u000A");
    CHECK(printable("a\xE2\x80\xAE"
                    "b") == "a\\u202Eb");
    CHECK(printable("a\xC2\x9B"
                    "b") == "a\\u009Bb");
    CHECK(printable("日本 é 🕊") == "日本 é 🕊");
    CHECK(printable("a\xE2") == "a\xE2"); // cut short: never read past
}

TEST_CASE("a listener gets everything, and nothing is kept") {
    std::size_t heard = 0;
    Diagnostics diagnostics([&](const Diagnostics&, const Diagnostic&) { ++heard; });
    diagnostics.report(Code::syntax, {}, "x");
    CHECK(heard == 1);
    CHECK(diagnostics.all().empty());
    CHECK(diagnostics.count(Code::syntax) == 1);
}

TEST_CASE("every code is documented, with its severity, and nothing else is") {
    std::ifstream in(std::string(ENTENTE_SOURCE_DIR) + "/docs/diagnostics.md");
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    std::set<std::string_view> names;
    for (const CodeRow& row : codes()) {
        CHECK(names.insert(row.name).second);
        const std::string entry =
            "| `" + std::string(row.name) + "` | " + std::string(name(row.severity)) + " |";
        CHECK_MESSAGE(page.find(entry) != std::string::npos, entry);
    }
    const auto rows = std::count(page.begin(), page.end(), '\n');
    std::size_t entries = 0;
    for (auto at = page.find("\n| `"); at != std::string::npos; at = page.find("\n| `", at + 1))
        ++entries;
    CHECK(rows > 0);
    CHECK(entries == codes().size());
}
