// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "exporters/cypher/names.hpp"
#include "exporters/cypher/values.hpp"
#include "exporters/registry.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::cypher;

namespace {

constexpr Value text(std::string_view text) {
    return {ValueType::string, text};
}
constexpr Value integer(std::string_view text) {
    return {ValueType::integer, text};
}
constexpr Value decimal(std::string_view text) {
    return {ValueType::decimal, text};
}
constexpr Value json(std::string_view text) {
    return {ValueType::json, text};
}

/// The literal, with a question mark if it does not give the value back.
std::string literal(Value value, PropertyType type, Dialect dialect = Dialect::line) {
    Literals literals(dialect);
    std::string out;
    const bool exact = cypher::append_value(out, value, type, literals);
    return exact ? out : out + '?';
}

std::string literal(Value value) {
    return literal(value, type_of(value));
}

std::string written(std::string_view facts, std::string_view profile) {
    std::string out;
    Diagnostics diagnostics;
    Output output([&](std::string_view bytes) { out += bytes; });
    ExportOptions options;
    options.profile = profile;
    const View view = view_of(test::graph_of(facts));
    find_exporter("cypher")->write(view, output, options, diagnostics);
    output.flush();
    return out;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

} // namespace

TEST_CASE("Cypher: a value is the literal that all engines take") {
    CHECK(literal(text("a\"b\\c\nd\te")) == R"("a\"b\\c\nd\te")");
    CHECK(literal(integer("-9223372036854775808")) == "-9223372036854775807 - 1");
    CHECK(literal(integer("9223372036854775808")) == R"("9223372036854775808"?)");
    CHECK(literal(decimal("1.500")) == "1.5?");
    CHECK(literal(decimal("1.0")) == "1.0");
    CHECK(literal(decimal("1E+5")) == "1e05?");
    CHECK(literal(decimal("5e-324")) == R"("5e-324"?)");
    CHECK(literal(decimal("1e400")) == R"("1e400"?)");
    CHECK(literal({ValueType::boolean, "true"}) == "true");
    CHECK(literal(text("a\nb"), {Scalar::text}, Dialect::kuzu) == "\"a\nb\"");
}

TEST_CASE("Cypher: a flat list of one type is a list, any other is JSON text") {
    CHECK(literal(json(R"(["a","b\"\n"])")) == R"(["a", "b\"\n"])");
    CHECK(literal(json("[1,2]")) == "[1, 2]");
    CHECK(literal(json("[1,2.5]")) == "[1.0, 2.5]?");
    CHECK(literal(json("[]")) == "[]");
    CHECK(literal(json("[true]")) == "[true]");
    CHECK(literal(json(R"([1,"a"])")) == R"("[1,\"a\"]"?)");
    CHECK(literal(json("[[1]]")) == R"("[[1]]"?)");
    CHECK(literal(json("[null]")) == R"("[null]"?)");
    CHECK(literal(json("[9223372036854775808]")) == R"("[9223372036854775808]"?)");
    CHECK(literal(json(R"({"a":1})")) == R"("{\"a\":1}"?)");
    CHECK(literal(json(R"(["a"])"), {Scalar::text, true}, Dialect::neptune) == R"("[\"a\"]")");
}

TEST_CASE("Cypher: the type of a property holds all its values, in any order") {
    const PropertyType one = type_of(text("a")), many = type_of(json(R"(["a","b"])")),
                       none = type_of(json("[]")), mixed = type_of(json("[1,true]")),
                       number = type_of(integer("1"));
    CHECK(common_type(one, many) == PropertyType{Scalar::text, true});
    CHECK(common_type(none, number) == PropertyType{Scalar::integer, true});
    CHECK(common_type(number, type_of(decimal("0.5"))) == PropertyType{Scalar::decimal});
    CHECK(common_type(one, number) == PropertyType{Scalar::json});
    CHECK(common_type(mixed, many) == common_type(many, mixed));
    CHECK(common_type(common_type(one, number), many) == PropertyType{Scalar::json});
    CHECK(literal(text("a"), {Scalar::text, true}) == R"(["a"]?)");
}

TEST_CASE("Cypher: names are legal and nobody else's") {
    CHECK(type_name("ally_of") == "ALLY_OF");
    CHECK(type_name("3d map") == "_X33D_X20MAP");
    const std::string out = written(
        R"({"subject": {"name": "A", "kind": "claim"}, "relation": "stated_by", "object": {"name": "B", "kind": "company"}}
{"subject": {"name": "A", "kind": "claim"}, "relation": "company", "object": {"name": "B", "kind": "company"}})",
        "line");
    CHECK(has(out, "(n:`Claim_` {"));
    CHECK(has(out, "(n:`Company` {"));
    CHECK(has(out, "[r:`STATED_BY_` {"));
    CHECK(has(out, "[r:`COMPANY_` {"));
}

TEST_CASE("Cypher: each profile begins with the schema of its engine") {
    constexpr std::string_view facts =
        R"({"subject": "Japan", "relation": "ally_of", "object": "United States", "from": "1960-01-19", "source": "s", "about": ["x"]})";
    const auto begins = [&](std::string_view profile, std::string_view line) {
        return written(facts, profile).substr(0, line.size()) == line;
    };
    CHECK(begins("line", "MERGE (n:Nation {kg_id: \"nation/JPN\"}) SET "));
    CHECK(begins("neo4j",
                 "CREATE CONSTRAINT `kg_id_Nation` IF NOT EXISTS FOR (n:Nation) REQUIRE "
                 "n.kg_id IS UNIQUE;\n"));
    CHECK(begins("memgraph",
                 "CREATE CONSTRAINT ON (n:Nation) ASSERT n.kg_id IS UNIQUE;\n"
                 "CREATE INDEX ON :Nation(kg_id);\n"));
    CHECK(begins("falkordb", "CREATE INDEX FOR (n:Nation) ON (n.kg_id);\n"));
    CHECK(begins("kuzu", "CREATE NODE TABLE IF NOT EXISTS Nation(kg_id STRING, "));
    CHECK(begins("neptune", "MERGE (n:Nation "));
    CHECK(has(written(facts, "neo4j"), "n.kg_from = date(\"1960-01-19\")"));
    CHECK(has(written(facts, "line"), "n.kg_from = \"1960-01-19\""));
    CHECK(has(written(facts, "line"), "n.`about` = [\"x\"]"));
    CHECK(has(written(facts, "neptune"), R"(n.`about` = "[\"x\"]")"));
}
