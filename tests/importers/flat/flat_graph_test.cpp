// SPDX-License-Identifier: BSL-1.0
// Nodes and edges with flat attributes, whatever the format that they came from. Whole files of
// ours are compared in tests/laws_test.cpp.
#include "importers/flat/flat_graph.hpp"

#include <doctest/doctest.h>

#include <functional>

#include "exporters/registry.hpp"
#include "graph/build/builder.hpp"
#include "importers/flat/items/column_names.hpp"
#include "tests/importers/recording.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

struct Outcome {
    std::string text, told, rejected;
    ReadCounts counts;
};

using Attributes = std::vector<FlatAttribute>;

FlatItem item(std::string id, Attributes attributes = {}) {
    return {std::move(id), {}, {}, std::move(attributes), 0};
}

FlatItem edge(std::string source, std::string target, Attributes attributes = {}) {
    return {{}, std::move(source), std::move(target), std::move(attributes), 0};
}

Outcome read(const std::function<void(FlatGraphReader&)>& feed) {
    Outcome outcome;
    Diagnostics diagnostics;
    test::RecordingSink sink;
    const InputText input{"file", "text", diagnostics.add_file("file"), false};
    const ImportContext context{diagnostics, sink,
                                [&](const InputText&, Position, std::string_view text) {
                                    outcome.rejected += std::string(text) + "\n";
                                }};
    Reading reading(input, context);
    FlatGraphReader reader(reading);
    feed(reader);
    reader.finish();
    outcome.counts = reading.counts();
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    for (const std::string& line : sink.lines)
        outcome.text += line.substr(line.find(' ') + 1) + "\n";
    for (const Diagnostic& diagnostic : diagnostics.all())
        outcome.told += diagnostic.message + "\n";
    return outcome;
}

const Attributes claimed{{"kg_status", "supported"},
                         {"label", "ally_of"},
                         {"kg_claims", R"([{"from":"1960","source":"s"},{"stance":"denied"}])"},
                         {"kg_sources", R"([{"source":"s","title":"T"},"t"])"}};

} // namespace

TEST_CASE("flat graphs: what entente wrote is read as the records that it was") {
    const Outcome outcome = read([](FlatGraphReader& reader) {
        reader.node(item("n1", {{"kg_id", "nation/JPN"},
                                {"kg_kind", "nation"},
                                {"label", "Japan"},
                                {"kg_aliases", R"(["N",{"name":"日本","language":"ja"}])"},
                                {"kg_from", "0660"},
                                {"kg_to", ""},
                                {"x", "10.5"},
                                {"population", "7", JsonType::integer},
                                {"kg_a_color", "x"},
                                {"founded_x20on", "paper"},
                                {"kg_attributes", R"([{"population":7},{"population":8}])"}}));
        reader.node(item("n2", {{"kg_id", "nation/USA"}, {"label", "US"}, {"kg_attributes", ""}}));
        reader.edge(edge("n1", "n2", claimed));
        reader.edge(edge("n2", "n1", claimed)); // its sources are told already
    });
    CHECK(outcome.text ==
          "entity id=nation/JPN kind=nation name=Japan alias=N alias=日本@ja from=0660 "
          "+color:s=x +founded on:s=paper +population:i=7\n"
          "entity id=nation/JPN kind=nation name=Japan +population:i=8\n"
          "entity id=nation/USA name=US\n"
          "source id=s title=T\n"
          "claim subject=nation/JPN relation=ally_of object=nation/USA from=1960 source=s\n"
          "claim subject=nation/JPN relation=ally_of object=nation/USA stance=denied\n"
          "claim subject=nation/USA relation=ally_of object=nation/JPN from=1960 source=s\n"
          "claim subject=nation/USA relation=ally_of object=nation/JPN stance=denied\n");
    CHECK(outcome.told.empty());
    CHECK(outcome.counts.accepted == 4);
}

TEST_CASE("flat graphs: the graph's own text, wherever it stands") {
    const std::string text =
        R"({"graph":{"title":"T","date":"2023"},"sources":[{"source":"s"}],"judgements":[{"same":["a","b"]}]})";
    const Outcome carried = read([&](FlatGraphReader& reader) {
        reader.node(item("n", {{"kg_id", "x/y"}, {"kg_graph", text}}));
    });
    const std::string about = "graph title=T date=2023\nsource id=s\nsame a=a b=b\n";
    CHECK(carried.text == about + "entity id=x/y\n");
    const Outcome apart = read([](FlatGraphReader& reader) {
        reader.graph(item("", {{"kg_title", "T"},
                               {"kg_date", "2023"},
                               {"kg_sources", R"([{"source":"s"}])"},
                               {"kg_judgements", R"([{"same":["a","b"]}])"}}));
    });
    CHECK(apart.text == about);
}

TEST_CASE("flat graphs: damaged JSON is told, and costs only what it stands for") {
    const Outcome outcome = read([](FlatGraphReader& reader) {
        reader.node(item("a", {{"kg_id", "x/a"}, {"kg_aliases", "[\"A"}, {"kg_attributes", "{"}}));
        reader.node(item("b", {{"kg_id", "x/b"}, {"kg_graph", "[]"}}));
        reader.edge(edge("a", "b", {{"kg_claims", "{}"}, {"label", "r"}}));
        reader.edge(
            edge("a", "b", {{"kg_claims", R"([{"from":"x"},{},{"to":"y"}])"}, {"label", "r"}}));
    });
    CHECK(outcome.text ==
          "entity id=x/a\nentity id=x/b\n"
          "claim subject=x/a relation=r object=x/b\n");
    CHECK(outcome.told.find("kg_aliases is no JSON") != std::string::npos);
    CHECK(outcome.told.find("kg_attributes is no JSON") != std::string::npos);
    CHECK(outcome.told.find("kg_graph is no JSON object") != std::string::npos);
    CHECK(outcome.told.find("kg_claims is no JSON list") != std::string::npos);
    CHECK(outcome.counts.accepted == 2);
    CHECK(outcome.counts.rejected == 2);
    CHECK(outcome.rejected == R"({"subject":"x/a","relation":"r","object":"x/b"}
{"subject":"x/a","relation":"r","object":"x/b","from":"x"}
{"subject":"x/a","relation":"r","object":"x/b","to":"y"}
)");
}

TEST_CASE("flat graphs: written without claims, or computed") {
    const Outcome outcome = read([](FlatGraphReader& reader) {
        reader.node(item("a", {{"kg_id", "x/a"}}));
        reader.node(item("b", {{"kg_id", "x/b"}}));
        reader.edge(
            edge("a", "b",
                 {{"kg_status", "planned"},
                  {"label", "r"},
                  {"kg_from", "2001"},
                  {"kg_confidence", "0.5", JsonType::decimal},
                  {"kg_sources", R"([{"source":"s","pages":1},{"source":"s","pages":2},"t"])"}}));
        reader.edge(
            edge("a", "b", {{"kg_status", "supported"}, {"kg_derived", "true"}, {"label", "q"}}));
    });
    CHECK(outcome.text ==
          "entity id=x/a\nentity id=x/b\n"
          "source id=s +pages:i=1\nsource id=s +pages:i=2\n"
          "claim subject=x/a relation=r object=x/b from=2001 stance=planned "
          "confidence=0.5 source=s\n"
          "claim subject=x/a relation=r object=x/b from=2001 stance=planned source=t\n");
    CHECK(outcome.told.find("(--lean)") != std::string::npos);
    CHECK(outcome.told.find("--derived computes them again") != std::string::npos);
    CHECK(outcome.counts.accepted == 4);
}

TEST_CASE("flat graphs: names and kinds of others, in any letter case") {
    const Outcome outcome = read([](FlatGraphReader& reader) {
        reader.edge(
            edge("1", "2",
                 {{"Label", "knows"}, {"confidence", "0.5"}, {"from", "soon"}, {"date", "2001"}}));
        reader.node(item("1", {{"Label", "Japan"}, {"type", "Country"}, {"subject", "s"}}));
        reader.node(item("2", {{"name", "Japan"}, {"category", "Country"}}));
        reader.node(item("3", {{"type", "robot"}}));
    });
    CHECK(outcome.text ==
          "entity kind=nation name=Japan +node_id:s=1 +subject_:s=s\n"
          "entity id=nation/2 kind=nation name=Japan +node_id:s=2\n"
          "entity name=3 +type_:s=robot\n"
          "claim subject=Japan<nation> relation=knows object=nation/2 date=2001 confidence=0.5 "
          "+from_:s=soon\n");
    CHECK(outcome.counts.accepted == 4);
}

TEST_CASE("flat graphs: ends that are no nodes, ids that stand twice") {
    const Outcome outcome = read([](FlatGraphReader& reader) {
        reader.node(item("a"));
        reader.node(item("a", {{"label", "b"}}));
        reader.edge(edge("a", "z", {{"w", "1"}}));
    });
    CHECK(outcome.text == "entity name=a\n");
    CHECK(outcome.counts.rejected == 2);
    CHECK(outcome.rejected ==
          "{\"subject\":\"a\",\"label\":\"b\"}\n"
          "{\"subject\":\"a\",\"object\":\"z\",\"w\":\"1\"}\n");
}

TEST_CASE("columns have the keys that they were made from") {
    CHECK(column_key("population") == "population");
    CHECK(column_key("kg_a_name") == "name");
    CHECK(column_key("founded_x20on") == "founded on");
    CHECK(column_key("_x") == "");
    CHECK(column_key("a_xZZ") == "a_xZZ");
}

TEST_CASE("attributes whose names mean something to some reader come back in every flat format") {
    std::string facts = R"({"entity": "place/x", "kind": "place", "name": "X")";
    for (const char* key :
         {"id",     "label",       "labels", "labelV",  "Label",    "type",      "x",
          "r",      "size",        "color",  "weight",  "pos",      "key",       "target",
          "SUID",   "interaction", "shape",  "style",   "dir",      "fillcolor", "start",
          "end",    "pid",         "viz",    "spells",  "url",      "title",     "description",
          "kg_id",  "kg_graph",    "kg_a_x", "node_id", "subject_", "quote",     "graph",
          "a_x20b", "_x",          "é",      "1st",     "a b"})
        facts += std::string(", \"") + key + "\": \"" + key + "!\"";
    facts += ", \"empty\": \"\"}\n";
    const GraphPtr graph = test::graph_of(facts);
    const std::string wanted = test::facts_of(graph);
    for (const Exporter& exporter : exporters()) {
        if (!exporter.can.read_back) continue;
        CAPTURE(exporter.name);
        Diagnostics diagnostics;
        CHECK(test::facts_of(test::read_back(view_of(graph), exporter, "", diagnostics)) == wanted);
    }
}
