// SPDX-License-Identifier: BSL-1.0
// The examples in the documentation of our formats are read without a single complaint.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "importers/importer.hpp"
#include "tests/importers/recording.hpp"
#include "tests/support/folder.hpp"

namespace fs = std::filesystem;

namespace {

/// Reads every code block whose language is one of our formats; returns how many there are.
int read_examples(const fs::path& page) {
    const std::string text = entente::test::content(page);
    int examples = 0;
    for (const std::string_view format : {"jsonl", "json", "csv", "tsv", "graphml", "gexf"}) {
        const std::string fence = "\n```" + std::string(format) + "\n";
        for (std::size_t at = 0; (at = text.find(fence, at)) != std::string::npos;) {
            at += fence.size();
            const std::string example = text.substr(at, text.find("\n```\n", at) + 1 - at);
            CAPTURE(example);
            const auto outcome = entente::test::read_text(example);
            CHECK(outcome.told().empty());
            CHECK(outcome.counts.accepted > 0);
            CHECK(outcome.counts.rejected == 0);
            const entente::Importer* importer = entente::recognise({"-", example, 1, false});
            REQUIRE(importer != nullptr);
            CHECK((importer->name == format || (format == "jsonl" && importer->name == "json")));
            ++examples;
        }
    }
    return examples;
}

} // namespace

TEST_CASE("the examples of the documentation are valid") {
    const fs::path docs = fs::path(ENTENTE_SOURCE_DIR) / "docs";
    CHECK(read_examples(docs / "facts-format.md") >= 3);
    for (const char* format : {"jsonl", "json", "csv", "tsv", "graphml", "gexf"}) {
        CAPTURE(format);
        CHECK(read_examples(docs / "formats" / (std::string(format) + ".md")) >= 1);
    }
}
