// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "importers/importer.hpp"

using namespace entente;

namespace {

std::string recognised(std::string_view text, std::string_view name = "-") {
    const Importer* importer = recognise({name, text, 1, false});
    return importer ? std::string(importer->name) : "none";
}

} // namespace

TEST_CASE("formats are recognised by their content first") {
    CHECK(recognised("{\"subject\": 1}\n{\"subject\": 2}\n", "x.json") == "jsonl");
    CHECK(recognised("{\n  \"facts\": []\n}", "x.jsonl") == "json");
    CHECK(recognised("[{\"subject\": 1}]", "x.csv") == "json");
    CHECK(recognised("[\n{\"subject\": 1},\n{\"subject\": 2}\n]") == "json");
    CHECK(recognised("{\"facts\": [\n{\"subject\": 1},\n{\"subject\": 2}\n]}") == "json");
    CHECK(recognised("{\"facts\": [\n{\"subject\": 1},\n{\"subject\": 2},\n") == "json");
    CHECK(recognised("{\"subject\": [\n{\"subject\": 1}\n{\"subject\": 2}\n") == "jsonl");
    CHECK(recognised("{\n\"facts\": [\n{\"subject\": 1},\n{\"subject\": 2}\n]}") == "json");
    CHECK(recognised("Here:\n```json\n[]\n```") == "json");
    CHECK(recognised("garbage\n{\"subject\": 1}\ngarbage\n") == "jsonl");
    CHECK(recognised("subject,relation,object\nA,r,B\n", "x.tsv") == "csv");
    CHECK(recognised("entity;kind;name\n") == "csv");
    CHECK(recognised("<?xml version=\"1.0\"?>\n<!-- x --><graphml>", "x.xml") == "graphml");
    CHECK(recognised("<g:graphml xmlns:g=\"u\">", "x.csv") == "graphml");
    CHECK(recognised("<gexf version=\"1.3\">", "x.graphml") == "gexf");
    CHECK(recognised("<svg>", "x.xml") == "none");
    CHECK(recognised("// {\n/* digraph */ Strict DiGraph \"a,b\"\n{\n{rank=same a}\n{b}",
                     "x.json") == "dot");
    CHECK(recognised(R"({"elements": {"nodes": [)", "x.json") == "cytoscape");
    CHECK(recognised(R"({"data": [], "elements": [
{"data": {"id": "a"}},
{"data": {"id": "b"}}]})") == "cytoscape");
    CHECK(recognised(R"([{"data": {"id": "a"}, "group": "nodes"}])", "x.json") == "cytoscape");
    CHECK(recognised(R"({"nodes": [{"id": 1}], "links": [{"source": 1, "target": 1}]})") ==
          "nodelink");
    CHECK(recognised(R"({"directed": true, "multigraph": false, "graph": {}, "nodes": [{)") ==
          "nodelink");
    CHECK(recognised(R"({"nodes": [{"id": 1}], "edges": [{"source": 1, "target": 1}]})") == "json");
    CHECK(recognised(R"({"entity": "a", "kind": "k", "elements": ["nodes"]})") == "json");
    CHECK(recognised("graph{a--b}") == "dot");
    CHECK(recognised("graph,subject,relation,object\n{,A,r,B\n") == "csv");
    CHECK(recognised("subject\trelation\tobject\n", "x.csv") == "tsv");
}

TEST_CASE("formats are recognised by their extension second") {
    CHECK(recognised("what is this", "x.jsonl") == "jsonl");
    CHECK(recognised("what is this", "x.JSON") == "json");
    CHECK(recognised("what is this", "a.b/x.csv.gz") == "csv");
    CHECK(recognised("what is this", "a.csv/x") == "none");
    CHECK(recognised("what is this") == "none");
    CHECK(recognised("", "x.csv") == "csv");
    CHECK(recognised("", "-") == "jsonl");
}

TEST_CASE("importers have names of their own, and are found by them") {
    std::set<std::string_view> names;
    for (const Importer& importer : importers()) {
        CHECK(names.insert(importer.name).second);
        CHECK(find_importer(importer.name) == &importer);
        CHECK_FALSE(importer.extensions.empty());
        CHECK_FALSE(importer.help.empty());
        CHECK(importer.recognises("") == 0);
    }
    CHECK(find_importer("no such format") == nullptr);
}
