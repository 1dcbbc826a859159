// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/terms.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace entente;

namespace {

std::string type_of(const NumberLiteral& made) {
    return made.datatype ? std::string(prefixed(*made.datatype)) : std::string();
}

std::string literal(double number) {
    const NumberLiteral made = number_literal(number);
    return made.text + ' ' + type_of(made);
}

std::string literal(ValueType type, std::string_view text) {
    const NumberLiteral made = number_literal(Value{type, text});
    return made.text + ' ' + type_of(made) + (made.exact ? "" : " changed");
}

std::string_view type_of(std::string_view date) {
    return prefixed(datatype(*Date::parse(date)));
}

std::string path(std::string_view id) {
    std::string out;
    append_entity_path(out, id);
    return out;
}

} // namespace

TEST_CASE("dates have the type of XML Schema that fits, or EDTF") {
    CHECK(type_of("2023") == "xsd:gYear");
    CHECK(type_of("2023-06") == "xsd:gYearMonth");
    CHECK(type_of("2023-06-01") == "xsd:date");
    CHECK(type_of("2023-06-01T09:30:00Z") == "xsd:dateTime");
    for (const char* other : {"..", "198X", "19XX", "1984?", "1984~", "0000", "-0431"})
        CHECK(type_of(other) == "edtf:EDTF");
}

TEST_CASE("numbers are decimals without exponent while that is readable") {
    CHECK(literal(0.30000000000000004) == "0.30000000000000004 xsd:decimal");
    CHECK(literal(1) == "1 xsd:decimal");
    CHECK(literal(1e-7) == "0.0000001 xsd:decimal");
    CHECK(literal(5e-324) == "5.0E-324 xsd:double");
    CHECK(literal(1e300) == "1.0E300 xsd:double");
    CHECK(literal(ValueType::integer, "9007199254740993") == "9007199254740993 xsd:integer");
    CHECK(literal(ValueType::integer, "-0") == "0 xsd:integer changed");
    CHECK(literal(ValueType::decimal, "-1.25") == "-1.25 xsd:decimal");
    CHECK(literal(ValueType::decimal, "1.500") == "1.5 xsd:decimal changed");
    CHECK(literal(ValueType::decimal, "-0.0") == "0 xsd:decimal changed");
    CHECK(literal(ValueType::decimal, "1E+5") == "100000 xsd:decimal changed");
    CHECK(literal(ValueType::decimal, "1e400") == "1e400  changed");
    CHECK(literal(ValueType::integer, "x") == "x  changed");
}

TEST_CASE("an entity's IRI is none of a claim, relation or source") {
    CHECK(path("nation/JPN") == "nation/JPN");
    CHECK(path("claim/x") == "%63laim/x");
    CHECK(path("source") == "%73ource");
    CHECK(path("claims/x") == "claims/x");
    CHECK(path("") == "");
}

TEST_CASE("kinds and relations of the input stand under the user's base") {
    Vocabulary vocabulary;
    const KindId kind = vocabulary.add_kind("strange kind");
    const RelationId relation = vocabulary.add_relation("is friend of");
    CHECK(kind_iri(vocabulary.kind(kind::nation), "https://x.org/") == "kg:Nation");
    CHECK(kind_iri(vocabulary.kind(kind), "https://x.org/") ==
          "https://x.org/vocabulary#strange%20kind");
    CHECK(relation_iri(vocabulary.relation(0), "https://x.org/") == "kg:allyOf");
    CHECK(relation_iri(vocabulary.relation(relation), "https://x.org/") ==
          "https://x.org/vocabulary#is%20friend%20of");
}

TEST_CASE("lists of strings and language tags are told from others") {
    CHECK(is_list_of_strings("[]"));
    CHECK(is_list_of_strings(R"(["a","b,c"])"));
    for (const char* no : {"", "[", "[1]", R"(["a",1])", R"(["a"b"])", R"(["a\"b"])", R"(["a",])",
                           R"([["a"]])", R"({"a":"b"})"})
        CHECK_FALSE(is_list_of_strings(no));
    CHECK(is_language_tag("ja"));
    CHECK(is_language_tag("en-GB-x-private"));
    for (const char* no : {"", "-", "en-", "not a tag", "toolongtag", "1a", "日本"})
        CHECK_FALSE(is_language_tag(no));
}
