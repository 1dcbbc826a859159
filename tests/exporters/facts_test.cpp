// SPDX-License-Identifier: BSL-1.0
#include "exporters/formats.hpp"

#include <doctest/doctest.h>

#include "exporters/items/records.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

std::string written_again(std::string_view input) {
    return test::facts_of(test::graph_of(input));
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("facts are written in one fixed order and spelling") {
    CHECK(
        written_again(R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA", )"
                      R"("role": "r", "quote": "q", "span": [3, 4], "source": "s", "to": "..", )"
                      R"("from": "1960", "stance": "asserted", "confidence": 0.50}
{"entity": "nation/USA", "name": "United States", "kind": "nation", "zone": 1.50, "age": 1E+2}
{"entity": "nation/JPN", "kind": "nation", "name": "Japan"}
{"source": "s", "title": "T"}
{"graph": {"date": "2023", "title": "G"}}
)") == R"({"graph":{"title":"G","date":"2023"}}
{"source":"s","title":"T"}
{"entity":"nation/JPN","kind":"nation","name":"Japan"}
{"entity":"nation/USA","kind":"nation","name":"United States","age":1E+2,"zone":1.50}
{"subject":"nation/JPN","relation":"ally_of","object":"nation/USA","from":"1960","to":"..",)"
       R"("confidence":0.5,"source":"s","quote":"q","span":[3,4],"role":"r"}
)");
}

TEST_CASE("each further value of an attribute has a record of its own") {
    const std::string text =
        written_again(R"({"entity": "capability/x", "name": "X", "a": 1, "b": 1}
{"entity": "capability/x", "a": 2, "b": 2}
{"entity": "capability/x", "a": 3}
)");
    CHECK(has(text, R"("a":1,"b":1})"
                    "\n"
                    R"({"entity":"capability/x","kind":"capability","name":"X","a":2,"b":2})"
                    "\n"
                    R"({"entity":"capability/x","kind":"capability","name":"X","a":3})"
                    "\n"));
    CHECK(written_again(text) == text);
}

TEST_CASE("a key that the record has itself is renamed, once and for all") {
    Field field{"to", {ValueType::string, "x"}};
    Entity entity;
    entity.id = "place/x";
    entity.name = "X";
    entity.kind = kind::place;
    entity.attributes = {&field, 1};
    const View view = view_of(test::graph_of(""));
    RecordWriter records(view);
    std::string out;
    records.entity(out, entity, "\n");
    CHECK(out == R"({"entity":"place/x","kind":"place","name":"X","to_":"x"})");
    CHECK(records.changes().renamed_keys.count == 1);
    Diagnostics diagnostics;
    Losses losses(diagnostics, "facts");
    records.changes().report(losses);
    CHECK(diagnostics.count(Code::approximated) == 1);
    CHECK(written_again(out + '\n') == out + '\n');
}

TEST_CASE("several values of a qualifier in one claim become a list") {
    const std::vector<Field> fields{{"role", {ValueType::string, "a"}},
                                    {"role", {ValueType::string, "b"}}};
    const GraphPtr graph =
        test::graph_of(R"({"subject": "nation/JPN", "relation": "ally_of", "object": "nation/USA"})"
                       "\n");
    const View view = view_of(graph);
    Claim claim = view.claim(view.relations().front(), 0);
    claim.qualifiers = fields;
    RecordWriter records(view);
    std::string out;
    records.claim_alone(out, claim);
    CHECK(out == R"({"role":["a","b"]})");
    CHECK(records.changes().joined_qualifiers.count == 1);
}

TEST_CASE("what a text cannot be as a number is written as text") {
    std::string out;
    append_value(out, {ValueType::decimal, "1,5"});
    out += ' ';
    append_value(out, {ValueType::integer, "007"});
    out += ' ';
    append_value(out, {ValueType::decimal, "-0.0"});
    CHECK(out == R"("1,5" "007" -0.0)");
}

TEST_CASE("derived relations are left out and told") {
    ViewOptions options;
    options.derived = true;
    const View view =
        view_of(test::graph_of(R"({"entity": "alliance/x", "name": "X", "obligation": ["defense"]}
{"subject": "nation/JPN", "relation": "member_of", "object": "alliance/x"}
{"subject": "nation/USA", "relation": "member_of", "object": "alliance/x"}
)"),
                options);
    REQUIRE(view.relations().size() > 2);
    Diagnostics diagnostics;
    Output out([](std::string_view) {});
    const ExportReport report = facts_exporter.write(view, out, {}, diagnostics);
    CHECK(report.left_out.relations == view.relations().size() - 2);
    CHECK(diagnostics.count(Code::not_representable) == 1);
}
