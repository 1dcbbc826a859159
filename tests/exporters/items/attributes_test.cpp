// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/attributes.hpp"

#include <doctest/doctest.h>

#include "tests/support/facts.hpp"

using namespace entente;
using Type = AttributeColumns::Type;

namespace {

View view_with(std::string_view first, std::string_view second = "") {
    std::string text = R"({"entity": "capability/a", "name": "A", )" + std::string(first) + "}\n";
    if (!second.empty())
        text += R"({"entity": "capability/b", "name": "B", )" + std::string(second) + "}\n";
    return view_of(test::graph_of(text));
}

Type type_of(std::string_view first, std::string_view second = "") {
    const View view = view_with(first, second);
    return AttributeColumns(view, true).column("k").type;
}

std::string rest_of(std::string_view attributes, std::string_view other = "") {
    const View view = view_with(attributes, other);
    std::string out;
    AttributeColumns(view, true).append_rest(out, view.entity(view.entities().front()));
    return out;
}

std::string name_of(std::string_view key) {
    const View view = view_with('"' + std::string(key) + R"(": 1)");
    return AttributeColumns(view, true).column(key).name;
}

} // namespace

TEST_CASE("a column has the one type of all its values") {
    CHECK(type_of(R"("k": 1)") == Type::integer);
    CHECK(type_of(R"("k": 1)", R"("k": 2.5)") == Type::decimal);
    CHECK(type_of(R"("k": true)", R"("k": false)") == Type::boolean);
    CHECK(type_of(R"("k": "x")") == Type::text);
    CHECK(type_of(R"("k": [1])") == Type::text);
    CHECK(type_of(R"("k": 1)", R"("k": "x")") == Type::text);
    CHECK(type_of(R"("k": 1)", R"("k": true)") == Type::text);
}

TEST_CASE("numbers that some reader refuses make a text column") {
    CHECK(type_of(R"("k": 9223372036854775807)") == Type::integer);
    CHECK(type_of(R"("k": 9223372036854775808)") == Type::text);
    CHECK(type_of(R"("k": -9223372036854775808)") == Type::integer);
    CHECK(type_of(R"("k": 5e-324)") == Type::text);
    CHECK(type_of(R"("k": -0.0)") == Type::decimal);
}

TEST_CASE("what a column does not give back exactly stands in the rest") {
    CHECK(rest_of(R"("k": 1)").empty());
    CHECK(rest_of(R"("k": 1)", R"("k": 2.5)").empty());
    CHECK(rest_of(R"("k": "x")", R"("k": 1)").empty()); // text in a text column
    CHECK(rest_of(R"("k": 1)", R"("k": "x")") == R"([{"k":1}])");
    CHECK(rest_of(R"("k": ["x", 1])") == R"([{"k":["x",1]}])");
}

TEST_CASE("several values of an attribute all stand in the rest") {
    const View view = view_of(test::graph_of(R"({"entity": "capability/a", "name": "A", "k": 1}
{"entity": "capability/a", "k": 2}
)"));
    const AttributeColumns columns(view, true);
    std::string out;
    columns.append_rest(out, view.entity(view.entities().front()));
    CHECK(out == R"([{"k":1},{"k":2}])");
    Diagnostics diagnostics;
    Losses losses(diagnostics, "x");
    columns.report(losses);
    CHECK(diagnostics.count(Code::approximated) == 1);
}

TEST_CASE("names that mean something to a reader are prefixed") {
    CHECK(name_of("population") == "population");
    CHECK(name_of("weight") == "kg_a_weight");
    CHECK(name_of("Label") == "kg_a_Label");
    CHECK(name_of("SUID") == "kg_a_SUID");
    CHECK(name_of("kg_id") == "kg_a_kg_id");
    CHECK(name_of("founded on") == "founded_x20on");
}

TEST_CASE("columns that became text and numbers that readers round are told") {
    const View view = view_with(R"("k": 1, "big": 9007199254740993)", R"("k": "x")");
    Diagnostics diagnostics;
    Losses losses(diagnostics, "x");
    AttributeColumns(view, true).report(losses);
    CHECK(diagnostics.count(Code::approximated) == 2);
    Diagnostics untyped;
    Losses no_losses(untyped, "x");
    AttributeColumns(view, false).report(no_losses);
    CHECK(untyped.count(Code::approximated) == 0);
}
