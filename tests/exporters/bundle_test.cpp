// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "exporters/registry.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

std::map<std::string, std::string> files_of(const View& view, const ExportOptions& options = {}) {
    std::map<std::string, std::string> all;
    std::string name;
    FileSet files({[&](std::string_view next) { name = next; },
                   [&](std::string_view bytes) { all[name] += bytes; }, [] {}});
    Diagnostics diagnostics;
    find_exporter("bundle")->write_files(view, files, options, diagnostics);
    files.finish();
    return all;
}

std::set<std::string> rows(const std::map<std::string, std::string>& files, std::string_view stem) {
    std::set<std::string> all;
    for (const auto& [name, text] : files)
        if (name.starts_with(stem))
            for (const std::string& line : test::lines_of(text))
                CHECK(all.insert(line).second);
    return all;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr std::string_view two =
    R"({"entity": "nation/A", "kind": "nation", "name": "A \"B\"", "Motto": "", "motto": "x"}
{"entity": "claim/x", "kind": "claim", "name": "C"}
{"entity": "source/s", "kind": "ally of", "name": "S"}
{"subject": "nation/A", "relation": "ally_of", "object": "claim/x", "source": "s", "quote": "=1+1"}
)";

} // namespace

TEST_CASE("shards hold the same rows, each once") {
    const View view = view_of(test::graph_of(test::sample("alliances")));
    const auto whole = files_of(view);
    const auto parts = files_of(view, {.shards = 7});
    for (const std::string_view stem : {"nodes/nation", "claims", "sources", "edges/"})
        CHECK(rows(whole, stem) == rows(parts, stem));
    CHECK(parts.contains("nodes/nation-0.csv"));
    CHECK(parts.contains("nodes/nation-6.csv"));
    CHECK_FALSE(parts.contains("nodes/nation.csv"));
    CHECK(has(parts.at("ladybug/copy.cypher"), "[\"nodes/nation-0.csv\", \"nodes/nation-1.csv\","));
}

TEST_CASE("no name is taken twice in any letter case, no id by two nodes") {
    const auto files = files_of(view_of(test::graph_of(two)));
    // A kind called claim is not our table of claims, a kind called like a relation not the
    // relation.
    CHECK(files.at("nodes/claim_.csv").starts_with("\"claim/x\",\"claim_\",\"C\""));
    CHECK(files.contains("nodes/ally_of.csv"));
    CHECK(files.contains("edges/claim_.ally_of_.nation.csv"));
    CHECK(files.at("claims.csv").starts_with("\"claim//"));
    CHECK(files.at("sources.csv") == "\"source//s\",\"Source\",\"s\",,,,,,false,\n");
    CHECK(has(files.at("neo4j/nodes/nation.csv"), ",Motto:string,kg_a_motto:string,"));
    CHECK(has(files.at("nodes/nation.csv"), R"("A ""B""",,,,,,,"","x",)"));
    CHECK(has(files.at("ladybug/copy.cypher"),
              R"(MATCH (n:`Nation` {id: "nation/A"}) SET n.`Motto` = "";)"));
    CHECK(has(files.at("claims.csv"), ",\"=1+1\",")); // for databases: as it was read
}

TEST_CASE("without claims there is no table of them, and no loader speaks of it") {
    const auto files = files_of(view_of(test::graph_of(two)), {.lean = true});
    CHECK_FALSE(files.contains("claims.csv"));
    for (const char* loader : {"neo4j/import.sh", "ladybug/copy.cypher", "nebula/importer.yaml"})
        CHECK_FALSE(has(files.at(loader), "claims.csv"));
}

TEST_CASE("the manifest names every file") {
    const auto files = files_of(view_of(test::graph_of(two)));
    std::set<std::string> listed;
    for (const std::string& line : test::lines_of(files.at("manifest.txt")))
        if (line != FileSet::manifest_title) listed.insert(line);
    CHECK(listed.size() == files.size());
    for (const auto& [name, text] : files)
        CHECK(listed.contains(name));
}
