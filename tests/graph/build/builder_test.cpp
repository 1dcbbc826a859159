// SPDX-License-Identifier: BSL-1.0
#include "graph/build/builder.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/facts.hpp"

using namespace entente;

namespace {

/// All that a Builder says and makes.
struct Built {
    std::string facts, told;
    std::size_t duplicates = 0;
    bool operator==(const Built&) const = default;
};

Built build(std::string_view text, unsigned threads) {
    Diagnostics diagnostics;
    Builder builder(diagnostics);
    builder.use_threads(threads);
    test::read_facts(text, builder, diagnostics);
    Built built;
    built.facts = test::facts_of(builder.finish());
    built.duplicates = builder.counts().duplicates;
    for (const Diagnostic& diagnostic : diagnostics.all())
        built.told += format(diagnostics, diagnostic) + "\n";
    return built;
}

void check_threads(std::string_view text) {
    const Built one = build(text, 1);
    CHECK(one.duplicates > 0);
    for (const unsigned threads : {2U, 3U, 7U}) {
        CAPTURE(threads);
        CHECK((build(text, threads) == one));
    }
}

} // namespace

TEST_CASE("threads make the same graph and say the same: few names, much said of them") {
    std::string text;
    const std::vector<std::string> lines = test::generated_facts(11, 14'000);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        text += lines[i] + "\n";
        if (i % 10 == 0) text += lines[i / 2] + "\n";
    }
    check_threads(text);
}

TEST_CASE("threads make the same graph and say the same: many names, and one of a third of all") {
    std::string text;
    for (int i = 0; i < 12'000; ++i) {
        const std::string subject = i % 3 == 0 ? "Everybody" : "Actor " + std::to_string(i % 4001);
        text += R"({"subject": ")" + subject + R"(", "relation": ")" +
                (i % 2 == 0   ? "ally_of"
                 : i % 7 == 0 ? "feuds with"
                              : "supports") +
                R"(", "object": "Actor )" + std::to_string(i * 7 % 3001) + R"(", "source": "s)" +
                std::to_string(i % 501) + "\"" +
                (i % 11 == 0 ? R"(, "stance": "denied", "stated_by": "Everybody")" : "") + "}\n";
        if (i % 100 == 0)
            text += R"({"subject": "A", "relation": "supports", "object": "B"})"
                    "\n";
    }
    check_threads(text);
}
