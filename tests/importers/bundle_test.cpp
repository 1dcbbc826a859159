// SPDX-License-Identifier: BSL-1.0
// Tables that others wrote; that our own are read back is a law (tests/laws_test.cpp).
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "importers/importer.hpp"
#include "tests/importers/recording.hpp"

using namespace entente;

namespace {

/// Reads files as the members of one input.
test::Outcome read_members(const std::vector<std::pair<std::string, std::string>>& files) {
    Diagnostics diagnostics;
    std::string text;
    std::vector<InputMember> members;
    for (const auto& [name, content] : files) {
        members.push_back({name, text.size(), content.size(), diagnostics.add_file("in/" + name)});
        text += content;
    }
    const InputText input{"in", text, diagnostics.add_file("in"), false, members};
    test::Outcome outcome;
    test::RecordingSink sink;
    outcome.counts = recognise(input)->read(input, {diagnostics, sink, {}});
    outcome.records = std::move(sink.lines);
    for (const Diagnostic& diagnostic : diagnostics.all())
        outcome.diagnostics.push_back(format(diagnostics, diagnostic));
    return outcome;
}

std::string recognised(std::string_view text) {
    const Importer* importer = recognise({"-", text, 1, false});
    return importer ? std::string(importer->name) : "none";
}

} // namespace

TEST_CASE("tables of nodes and edges are told by their headers, facts stay facts") {
    CHECK(recognised("id:ID,name,:LABEL\n1,a,b\n") == "bundle");
    CHECK(recognised(":START_ID,:END_ID,:TYPE\n1,2,b\n") == "bundle");
    CHECK(recognised("~id,~label,name:String\n1,a,b\n") == "bundle");
    CHECK(recognised("Id,Label\n1,a\n") == "bundle");
    CHECK(recognised("src,dst,relationship\n1,2,a\n") == "bundle");
    CHECK(recognised("Source,Target,Type,Id,Label,Weight\n1,2,Directed,3,a,1\n") == "bundle");
    CHECK(recognised("source,predicate,target\nA,r,B\n") == "csv");
    CHECK(recognised("source,relation,target\nA,r,B\n") == "csv");
    CHECK(recognised("subject,relation,object\nA,r,B\n") == "csv");
    CHECK(recognised("entity,kind,name\na,b,c\n") == "csv");
    CHECK(recognised("Name,Kind\na,b\n") == "csv");
}

TEST_CASE("neo4j-admin: headers in files of their own, spaces of ids, types, arrays") {
    const test::Outcome outcome =
        read_members({{"nodes/nation-header.csv",
                       "id:ID(Nation),name:string,area:double,tags:string[],:LABEL\n"},
                      {"nodes/nation-1.csv", "1,Japan,377975.48,island;G7,Entity;Nation\n"},
                      {"nodes/nation-2.csv", "2,\"United States\",,,Entity;Nation\n"},
                      {"knows.csv",
                       ":START_ID(Nation),:END_ID(Nation),:TYPE,since:long,x:IGNORE\n"
                       "1,2,ALLY_OF,1960,y\n"}});
    CHECK(outcome.text() ==
          "1:1 entity kind=nation name=Japan +node_id:s=1 +area:d=377975.48 "
          "+tags:j=[\"island\",\"G7\"]\n"
          "1:1 entity kind=nation name=United States +node_id:s=2\n"
          "2:1 claim subject=Japan<nation> relation=ALLY_OF object=United States<nation> "
          "+since:i=1960\n");
    CHECK(outcome.counts.accepted == 3);
}

TEST_CASE("Neptune: both of its header forms") {
    const test::Outcome gremlin =
        read_members({{"v.csv", "~id,~label,name:String(single)\nv1,Nation,Japan\nv2,x,Rome\n"},
                      {"e.csv", "~id,~from,~to,~label,weight:Double\ne1,v1,v2,ally_of,0.5\n"}});
    CHECK(gremlin.text() ==
          "2:1 entity kind=nation name=Japan +node_id:s=v1\n"
          "3:1 entity name=Rome +node_id:s=v2 +labels:s=x\n"
          "2:1 claim subject=Japan<nation> relation=ally_of object=Rome "
          "+weight:d=0.5 +edge_id:s=e1\n");
    const test::Outcome cypher =
        read_members({{"v.csv", ":ID,:LABEL,name:String\nv1,Nation,Japan\nv2,x,Rome\n"},
                      {"e.csv",
                       ":ID,:START_ID,:END_ID,:TYPE,weight:Double\n"
                       "e1,v1,v2,ally_of,0.5\n"}});
    CHECK(cypher.text() == gremlin.text());
}

TEST_CASE("Gephi and GraphFrames: plain tables, edges alone") {
    const test::Outcome gephi = read_members(
        {{"edges.csv", "Source;Target;Type;Id;Label;Weight\n1;2;Directed;7;ally_of;1.5\n"},
         {"nodes.csv", "Id;Label;since\n1;Japan;\n2;France;1792\n"}});
    CHECK(gephi.text() ==
          "2:1 entity name=Japan +node_id:s=1\n"
          "3:1 entity name=France +node_id:s=2 +since:i=1792\n"
          "2:1 claim subject=Japan relation=ally_of object=France "
          "+Weight:d=1.5 +edge_id:s=7\n");
    const test::Outcome alone = test::read_text("src,dst,relationship\nJapan,France,ally_of\n");
    CHECK(alone.text() ==
          "2:1 entity name=Japan\n2:1 entity name=France\n"
          "2:1 claim subject=Japan relation=ally_of object=France\n");
}

TEST_CASE("what cannot be read is told where it stands") {
    const test::Outcome outcome = read_members({{"n.csv", "~id,~label\na,x\na,x\n,x\nb\n"},
                                                {"e.csv", "~from,~to,~label\na,missing,r\na,,r\n"},
                                                {"other.csv", "what,is,this\n1,2,3\n"}});
    CHECK(outcome.counts.read == 7);
    CHECK(outcome.counts.accepted == 1);
    for (const char* place : {"in/n.csv:3:1: ", "in/n.csv:4:1: ", "in/n.csv:5:1: ",
                              "in/e.csv:2:1: ", "in/e.csv:3:1: ", "in/other.csv:1:1: "}) {
        CAPTURE(place);
        CHECK(outcome.told().find(place) != std::string::npos);
    }
}

TEST_CASE("our own: an edge without claims is read as one, a missing or damaged table is told") {
    const std::string description =
        R"({"entente":"bundle","version":1,"tables":[
{"role":"nodes","kind":"nation","label":"Nation","rows":2,"files":["nodes/nation.csv"],"columns":[{"name":"id"},{"name":"label"},{"name":"name"},{"name":"n","type":"integer","attribute":"a_x41 b"}]},
{"role":"edges","relation":"ally_of","label":"ALLY_OF","rows":1,"files":["edges/e.csv"],"columns":[{"name":"src"},{"name":"dst"},{"name":"id"},{"name":"label"},{"name":"kg_status"},{"name":"kg_sources"}]},
{"role":"sources","label":"Source","rows":1,"files":["sources.csv"],"columns":[{"name":"id"}]}]})";
    const test::Outcome outcome =
        read_members({{"top/bundle.json", description},
                      {"top/edges/e.csv",
                       "\"nation/A\",\"nation/B\",\"r\",\"ALLY_OF\",\"planned\",\"[\"\"s\"\"]\"\n"},
                      {"top/nodes/nation.csv",
                       "\"nation/A\",\"Nation\",\"A\",7\n\"nation/B\",\"Nation\"\n"
                       "\"nation/B\",\"Nation\",\"B\",\n"}});
    CHECK(outcome.text() ==
          "1:1 entity id=nation/A kind=nation name=A +a_x41 b:i=7\n"
          "3:1 entity id=nation/B kind=nation name=B\n"
          "1:1 claim subject=nation/A relation=ally_of object=nation/B "
          "stance=planned source=s\n");
    CHECK(outcome.counts.rejected == 1);
    CHECK(outcome.told().find("in/top/nodes/nation.csv:2:1: error: a row of 2 cells") !=
          std::string::npos);
    CHECK(outcome.told().find("'sources.csv' is missing") != std::string::npos);

    const test::Outcome damaged = read_members({{"bundle.json", "{\"tables\": ["}});
    CHECK(damaged.counts.rejected == 1);
    CHECK(damaged.told().find("in/bundle.json:1:") != std::string::npos);
}
