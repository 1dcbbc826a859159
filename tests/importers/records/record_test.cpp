// SPDX-License-Identifier: BSL-1.0
// What a record of native facts means, whatever file it stands in.
#include <doctest/doctest.h>

#include <string>

#include "tests/importers/recording.hpp"

using entente::test::Outcome;
using entente::test::read_text;

namespace {

/// The records that one line of JSON Lines comes to; its errors if it is rejected.
std::string read(std::string_view line) {
    const Outcome outcome = read_text(line, "jsonl");
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    CHECK(outcome.rejects.size() == outcome.counts.rejected);
    if (outcome.counts.rejected != 0) {
        CHECK(outcome.records.empty());
        return outcome.told();
    }
    return outcome.text();
}

/// What is told of a line that is accepted.
std::string told(std::string_view line) {
    const Outcome outcome = read_text(line, "jsonl");
    CHECK(outcome.counts.accepted == 1);
    return outcome.told();
}

} // namespace

TEST_CASE("a fact with everything") {
    CHECK(
        read(R"({"subject": "US", "relation": "ally_of", "object": "Japan", "date": "2023-06-01",)"
             R"( "from": "1960-01-19", "to": "..", "stance": "planned", "confidence": 0.98,)"
             R"( "stated_by": "Lloyd Austin", "source": "donga", "quote": "q", "span": [3, 4],)"
             R"( "subject_as": "Washington", "object_as": "Tokyo", "stated_by_as": "Austin",)"
             R"( "role": "host", "n": 7, "x": 1.50, "ok": true, "l": [1, {"a": null}]})") ==
        "1:1 claim subject=US(Washington) relation=ally_of object=Japan(Tokyo) date=2023-06-01 "
        "from=1960-01-19 to=.. stance=planned confidence=0.98 stated_by=Lloyd Austin(Austin) "
        "source=donga quote=q span=3-4 +role:s=host +n:i=7 +x:d=1.50 +ok:b=true "
        "+l:j=[1,{\"a\":null}]\n");
}

TEST_CASE("references may be objects, which declare what they say") {
    CHECK(read(R"({"subject": {"name": "Lloyd Austin", "kind": "official"}, "relation": "r",)"
               R"( "object": {"id": "nation/USA", "kind": "nation"}})") ==
          "1:1 claim subject=Lloyd Austin<official> relation=r object=nation/USA<nation>\n");
    CHECK(read(R"({"subject": {"id": "nation/JPN", "name": "Japan", "kind": "nation"},)"
               R"( "relation": "r", "object": {"name": "X", "kind": "threat", "aliases": ["Y"],)"
               R"( "since": 2023}})") ==
          "1:1 entity id=nation/JPN kind=nation name=Japan\n"
          "1:1 entity kind=threat name=X alias=Y +since:i=2023\n"
          "1:1 claim subject=nation/JPN<nation> relation=r object=X<threat>\n");
}

TEST_CASE("a source may be an object, pushed once") {
    const std::string fact = R"({"subject": "A", "relation": "r", "object": "B", "source": )"
                             R"({"id": "s", "url": "https://x.example", "pages": 3}})";
    const Outcome outcome = read_text(fact + "\n" + fact + "\n", "jsonl");
    CHECK(outcome.text() ==
          "1:1 source id=s url=https://x.example +pages:i=3\n"
          "1:1 claim subject=A relation=r object=B source=s\n"
          "2:1 claim subject=A relation=r object=B source=s\n");
    CHECK(read(R"({"subject": "A", "relation": "r", "object": "B", "source": {"url": "u"}})") ==
          "1:1 source id=u url=u\n1:1 claim subject=A relation=r object=B source=u\n");
    CHECK(read(R"({"subject": "A", "relation": "r", "object": "B", "source": {"id": "s"}})") ==
          "1:1 claim subject=A relation=r object=B source=s\n");
}

TEST_CASE("sources, entities, judgements and the graph") {
    CHECK(read(R"({"source": "s", "publisher": "P", "title": "T", "url": "u", "published": "2023",)"
               R"( "language": "ko", "pages": 12})") ==
          "1:1 source id=s publisher=P title=T url=u language=ko published=2023 +pages:i=12\n");
    CHECK(
        read(R"({"entity": "nation/JPN", "kind": "nation", "name": "Japan", "aliases": ["Nippon",)"
             R"( {"name": "日本", "language": "ja"}], "same_as": ["wikidata:Q17"],)"
             R"( "from": "0660", "to": "..", "population": 125000000})") ==
        "1:1 entity id=nation/JPN kind=nation name=Japan alias=Nippon alias=日本@ja "
        "same_as=wikidata:Q17 from=0660 to=.. +population:i=125000000\n");
    CHECK(read(R"({"entity": "person/x", "name": "X", "provisional": true, "source": "s"})") ==
          "1:1 entity id=person/x name=X provisional=true source=s\n");
    CHECK(read(R"({"entity": "event/x", "kind": "event", "date": "2023", "source": "s"})") ==
          "1:1 entity id=event/x kind=event +date:s=2023 +source:s=s\n");
    CHECK(read(R"({"kind": "nation", "name": "Japan"})") == "1:1 entity kind=nation name=Japan\n");
    CHECK(read(R"({"same": ["a", {"name": "b", "kind": "nation"}, "c"]})") ==
          "1:1 same a=a b=b<nation>\n1:1 same a=a b=c\n");
    CHECK(read(R"({"different": ["a", "b", "c"]})") ==
          "1:1 different a=a b=b\n1:1 different a=a b=c\n1:1 different a=b b=c\n");
    CHECK(read(R"({"graph": {"title": "T", "description": "D", "date": "2023-06"}})") ==
          "1:1 graph title=T description=D date=2023-06\n");
}

TEST_CASE("null is as good as absent, and so is a date of no text") {
    CHECK(read(R"({"subject": "A", "relation": "r", "object": "B", "date": null, "from": "",)"
               R"( "confidence": null, "source": null, "role": null})") ==
          "1:1 claim subject=A relation=r object=B\n");
}

TEST_CASE("an interval may stand under date") {
    CHECK(read(R"({"subject": "A", "relation": "r", "object": "B", "date": "1941-12/1945-08"})") ==
          "1:1 claim subject=A relation=r object=B from=1941-12 to=1945-08\n");
    CHECK(read(R"({"subject": "A", "relation": "r", "object": "B", "date": "1960/.."})") ==
          "1:1 claim subject=A relation=r object=B from=1960 to=..\n");
}

TEST_CASE("an interval that is reversed is told and kept") {
    const std::string line = R"({"subject": "A", "relation": "r", "object": "B", "from": "2020",)"
                             R"( "to": "2010"})";
    CHECK(told(line).find("warning: the end 2010 is before the beginning 2020") !=
          std::string::npos);
    CHECK(read(line) == "1:1 claim subject=A relation=r object=B from=2020 to=2010\n");
}

TEST_CASE("texts are trimmed where they name something, and never where they quote") {
    CHECK(read(R"({"subject": " A\n", "relation": " r ", "object": "B", "quote": " q ",)"
               R"( "role": " x "})") ==
          "1:1 claim subject=A relation=r object=B quote= q  +role:s= x \n");
    CHECK(read("{\"subject\": \"Cafe\u0301\", \"relation\": \"r\", \"object\": \"B\", "
               "\"quote\": \"a\\r\\nb\"}") ==
          "1:1 claim subject=Café relation=r object=B quote=a\nb\n");
}

TEST_CASE("other names for our keys are understood where they can mean only one thing") {
    const std::string fact = "1:1 claim subject=A relation=r object=B\n";
    for (const char* line :
         {R"({"head": "A", "type": "r", "tail": "B"})",
          R"({"source": "A", "target": "B", "type": "r"})",
          R"({"subject": "A", "predicate": "r", "object": "B"})",
          R"({"subject": "A", "relationship": "r", "target": "B"})",
          R"({"sub": "A", "rel": "r", "obj": "B"})",
          R"({"node_1": "A", "node_2": "B", "edge": "r"})",
          R"({"from_entity": "A", "to_entity": "B", "relation": "r"})", R"(["A", "r", "B"])"}) {
        CAPTURE(line);
        CHECK(read(line) == fact);
        CHECK(told(line).find("note:") != std::string::npos);
    }
    CHECK(read(R"({"subject": "A", "relation": "r", "object": "B", "type": "t", "head": "h"})") ==
          "1:1 claim subject=A relation=r object=B +type:s=t +head:s=h\n");
    CHECK(read(R"({"id": "n1", "type": "nation", "name": "Japan"})") ==
          "1:1 entity id=n1 kind=nation name=Japan\n");
    CHECK(read(R"({"id": "n1", "label": "nation", "name": "Japan"})") ==
          "1:1 entity id=n1 kind=nation name=Japan\n");
}

TEST_CASE("what may mean two things is refused") {
    CHECK(read(R"({"predicate": "r", "relationship": "s", "subject": "A", "object": "B"})")
              .find("may both mean 'relation'; write 'relation' [bad-value]") != std::string::npos);
    CHECK(read(R"({"from": "A", "to": "B", "relation": "r"})").find("are dates here") !=
          std::string::npos);
    CHECK(read(R"({"source": "A", "relation": "r", "object": "B"})").find("'subject' is missing") !=
          std::string::npos);
}

TEST_CASE("a note about a mistake is made once a file") {
    const Outcome outcome = read_text(
        "{\"head\": \"A\", \"relation\": \"r\", \"tail\": \"B\"}\n"
        "{\"head\": \"A\", \"relation\": \"r\", \"tail\": \"C\"}\n",
        "jsonl");
    CHECK(outcome.counts.accepted == 2);
    CHECK(outcome.diagnostics.size() == 2); // for 'head' and for 'tail'
}

TEST_CASE("all problems of a record are told as one error") {
    const std::string error =
        read(R"({"subject": "", "object": 7.5, "confidence": 2, "date": "x"})");
    CHECK(error.find("'subject' is empty") != std::string::npos);
    CHECK(error.find("'relation' is missing") != std::string::npos);
    CHECK(error.find("'object' is a number") != std::string::npos);
    CHECK(error.find("'x' is not a date") != std::string::npos);
    CHECK(error.find('\n') == error.size() - 1);
}
