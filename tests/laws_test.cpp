// SPDX-License-Identifier: BSL-1.0
// The laws that hold for every input, tried on every sample and on generated facts. Atomic output
// and hostile text are tried in tests/exporters, in tests/command and by tests/conformance.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "exporters/registry.hpp"
#include "graph/build/builder.hpp"
#include "graph/model/graph.hpp"
#include "importers/importer.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using test::facts_of;
using test::graph_of;

namespace {

constexpr std::string_view folders[] = {"tokyo-talks", "alliances", "hostile"};
constexpr unsigned generated_graphs = 60;
#ifdef __SANITIZE_ADDRESS__
constexpr unsigned round_trips = 100; // the sanitizers look for faults, not for differences
#else
constexpr unsigned round_trips = 1000;
#endif

std::string join(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

/// Calls `f(name, lines)` for every sample and for generated facts.
template <class F>
void for_each_input(F f) {
    for (const std::string_view folder : folders)
        f(std::string(folder), test::lines_of(test::sample(folder)));
    for (unsigned seed = 0; seed < generated_graphs; ++seed)
        f("generated " + std::to_string(seed), test::generated_facts(seed, 5 + seed));
}

std::vector<std::string> shuffled(std::vector<std::string> lines, unsigned seed) {
    std::mt19937 engine(seed);
    for (std::size_t i = lines.size(); i > 1; --i)
        std::swap(lines[i - 1], lines[engine() % i]);
    return lines;
}

} // namespace

TEST_CASE("conservation in: records read = accepted + rejected, and each rejection is told") {
    for_each_input([](const std::string& name, std::vector<std::string> lines) {
        CAPTURE(name);
        lines.emplace_back(R"({"subject": "Japan"})");
        lines.emplace_back("garbage");
        Diagnostics diagnostics;
        Builder builder(diagnostics);
        std::size_t rejects = 0;
        const std::string text = join(lines);
        const InputText input{"x", text, diagnostics.add_file("x")};
        const ReadCounts counts = find_importer("jsonl")->read(
            input, {diagnostics, builder,
                    [&](const InputText&, Position, std::string_view) { ++rejects; }});
        CHECK(counts.read == counts.accepted + counts.rejected);
        CHECK(counts.read == lines.size());
        CHECK(counts.rejected == 2);
        CHECK(rejects == counts.rejected);
        CHECK(diagnostics.count(Severity::error) == counts.rejected);
    });
}

TEST_CASE("conservation out: a view's items = written + told to be left out") {
    for_each_input([](const std::string& name, const std::vector<std::string>& lines) {
        CAPTURE(name);
        const View view = view_of(graph_of(join(lines)));
        for (const Exporter& exporter : exporters()) {
            if (exporter.can.picture) continue; // tests/exporters/diagram_test.cpp
            CAPTURE(exporter.name);
            for (const bool lean : {false, true}) {
                Diagnostics diagnostics;
                Output output([](std::string_view) {});
                const ExportReport report =
                    exporter.write(view, output, {.lean = lean}, diagnostics);
                const ItemCounts all = count_items(view);
                CHECK(report.written.entities + report.left_out.entities == all.entities);
                CHECK(report.written.relations + report.left_out.relations == all.relations);
                CHECK(report.written.claims + report.left_out.claims == all.claims);
                CHECK(report.written.sources + report.left_out.sources == all.sources);
                const auto told = diagnostics.count(Code::lean) +
                                  diagnostics.count(Code::not_representable) +
                                  diagnostics.count(Code::reduced);
                if (report.left_out.total() > 0) CHECK(told > 0);
            }
        }
    });
}

TEST_CASE("round trip: facts read back are the same bytes") {
    for_each_input([](const std::string& name, const std::vector<std::string>& lines) {
        CAPTURE(name);
        const std::string once = facts_of(graph_of(join(lines)));
        CHECK(facts_of(graph_of(once)) == once);
    });
}

TEST_CASE("round trip: every format that is read and written gives back the same facts") {
    const auto check = [](const std::string& name, const std::vector<std::string>& lines) {
        CAPTURE(name);
        const View view = view_of(graph_of(join(lines)));
        const std::string facts = test::written(view, "facts");
        for (const Exporter& exporter : exporters()) {
            if (!exporter.can.read_back) continue;
            CAPTURE(exporter.name);
            for (const std::string& profile : test::profiles_of(exporter)) {
                CAPTURE(profile);
                Diagnostics diagnostics;
                CHECK(facts_of(test::read_back(view, exporter, profile, diagnostics)) == facts);
                for (const Diagnostic& told : diagnostics.all())
                    if (told.severity == Severity::error) FAIL_CHECK(format(diagnostics, told));
            }
        }
    };
    for (const std::string_view folder : folders)
        check(std::string(folder), test::lines_of(test::sample(folder)));
    for (unsigned seed = 0; seed < round_trips; ++seed)
        check("generated " + std::to_string(seed), test::generated_facts(seed, 5 + seed % 40));
}

TEST_CASE("determinism: shuffled input gives the same bytes in every format") {
    for_each_input([](const std::string& name, const std::vector<std::string>& lines) {
        CAPTURE(name);
        const View view = view_of(graph_of(join(lines)));
        for (const unsigned seed : {1U, 2U}) {
            const View other = view_of(graph_of(join(shuffled(lines, seed))));
            for (const Exporter& exporter : exporters())
                if (!exporter.can.picture)
                    CHECK_MESSAGE(
                        test::written(view, exporter.name) == test::written(other, exporter.name),
                        exporter.name);
        }
    });
}

TEST_CASE("merge: building from two files equals merging the two graphs, in any order") {
    for_each_input([](const std::string& name, const std::vector<std::string>& lines) {
        CAPTURE(name);
        const std::string whole = facts_of(graph_of(join(lines)));
        const auto cut = static_cast<std::ptrdiff_t>(lines.size() / 2);
        const GraphPtr a = graph_of(join({lines.begin(), lines.begin() + cut}));
        const GraphPtr b = graph_of(join({lines.begin() + cut, lines.end()}));
        Diagnostics diagnostics;
        CHECK(facts_of(merge(*a, *b, diagnostics)) == whole);
        CHECK(facts_of(merge(*b, *a, diagnostics)) == whole);
    });
}

TEST_CASE("idempotence: importing twice changes nothing but the count of duplicates") {
    for_each_input([](const std::string& name, const std::vector<std::string>& lines) {
        CAPTURE(name);
        const std::string text = join(lines);
        Diagnostics diagnostics;
        Builder once(diagnostics);
        test::read_facts(text, once, diagnostics);
        const GraphPtr graph = once.finish();
        Builder twice(diagnostics);
        test::read_facts(text, twice, diagnostics);
        test::read_facts(text, twice, diagnostics);
        CHECK(facts_of(twice.finish()) == facts_of(graph));
        CHECK(twice.counts().duplicates ==
              once.counts().duplicates * 2 + tables(*graph).claims.size());
    });
}
