// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/json.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace entente;

namespace {

JsonError error_of(std::string_view text) {
    JsonParser parser;
    return parser.parse(text) ? JsonError{} : parser.error();
}

std::string rewritten(std::string_view text) {
    JsonParser parser;
    if (!parser.parse(text)) return parser.error().message;
    std::string out;
    write_json(parser.tree(), 0, out);
    return out;
}

} // namespace

TEST_CASE("every value becomes a token with its place") {
    JsonParser parser;
    const std::string text = R"( {"a": "x\ny", "b": [1, -2.50, true, false, null], "日": {}} )";
    REQUIRE(parser.parse(text));
    const auto& tokens = parser.tree().tokens;
    REQUIRE(tokens.size() == 9);
    CHECK(tokens[0].type == JsonType::object);
    CHECK(tokens[0].offset == 1);
    CHECK(tokens[0].end == 9);
    CHECK(tokens[1].key() == "a");
    CHECK(tokens[1].key_offset == 2);
    CHECK(tokens[1].text() == "x\ny");
    CHECK(tokens[1].offset == 7);
    CHECK(tokens[2].type == JsonType::array);
    CHECK(tokens[2].offset == text.find('['));
    CHECK(tokens[2].end == 8);
    CHECK(tokens[3].type == JsonType::integer);
    CHECK(tokens[4].type == JsonType::decimal);
    CHECK(tokens[4].text() == "-2.50"); // digits are kept
    CHECK(tokens[4].offset == text.find("-2"));
    CHECK(tokens[5].text() == "true");
    CHECK(tokens[5].offset == text.find("true"));
    CHECK(tokens[6].text() == "false");
    CHECK(tokens[6].offset == text.find("false"));
    CHECK(tokens[7].type == JsonType::null);
    CHECK(tokens[7].offset == text.find("null"));
    CHECK(tokens[8].key() == "日");
}

TEST_CASE("texts that need a closer look are known") {
    JsonParser parser;
    // With and without long records, whose parts are longer.
    for (const std::size_t filler : {0U, 10U, 500U, 5000U, 70000U}) {
        const std::string plain(filler, 'x');
        const std::string text = R"({"a": ")" + plain + R"(", "b": "\u0001", "c": "é", "d": ")" +
                                 plain + R"(", "e": "\ud83c\udf0d\ud83c\udf0d"})";
        CAPTURE(filler);
        REQUIRE(parser.parse(text));
        const JsonTree& tree = parser.tree();
        const auto odd = [&](std::size_t i) {
            return tree.odd(tree.tokens[i].offset + 1, tree.tokens[i].text_size);
        };
        CHECK(odd(2));
        CHECK(odd(3));
        CHECK(odd(5));
        REQUIRE(parser.parse(R"({"a": ")" + plain + "\"}"));
        CHECK(parser.tree().odd_parts == 0);
    }
}

TEST_CASE("lists and objects are written back compactly, digit by digit") {
    CHECK(rewritten(R"( { "a" : [ 1.50 , {"b":null} , [ ] ], "c" : "\u00e9\"\\" , "d":true } )") ==
          R"({"a":[1.50,{"b":null},[]],"c":"é\"\\","d":true})");
    CHECK(rewritten("12345678901234567890123") == "12345678901234567890123");
}

TEST_CASE("depth is limited, and never costs the stack") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK(error_of(nested(64)).message.empty());
    CHECK(error_of(nested(65)).code == Code::too_deep);
    CHECK(error_of(nested(65)).offset == 64);
    CHECK(error_of(nested(100000)).code == Code::too_deep);
    CHECK(error_of(std::string(100000, '[')).code == Code::too_deep);
}

TEST_CASE("keys must differ, also when written in another way") {
    CHECK(error_of(R"({"a": 1, "b": {"a": 1}})").message.empty());
    const JsonError twice = error_of(R"({"a": 1, "b": 2, "\u0061": 3})");
    CHECK(twice.code == Code::duplicate_key);
    CHECK(twice.offset == 17);
    CHECK(error_of(R"({"x": {"k": 1, "k": 2}})").code == Code::duplicate_key);
    std::string many = "{";
    for (int i = 0; i < 3000; ++i)
        many += "\"k" + std::to_string(i) + "\":0,";
    CHECK(error_of(many + "\"z\":0}").message.empty());
    CHECK(error_of(many + "\"k7\":0}").code == Code::duplicate_key);
}

TEST_CASE("what is not JSON is told with its place") {
    const auto check = [](std::string_view text, Code code, std::size_t offset) {
        CAPTURE(text);
        const JsonError error = error_of(text);
        CHECK_FALSE(error.message.empty());
        CHECK(error.code == code);
        CHECK(error.offset == offset);
    };
    check("", Code::syntax, 0);
    check(R"({"a": })", Code::syntax, 6);
    check(R"({"a" 1})", Code::syntax, 5);
    check(R"({"a": 1 "b": 2})", Code::syntax, 8);
    check(R"({"a": 1} x)", Code::syntax, 9);
    check(R"({"a": "x)", Code::syntax, 8);
    check(R"({"a": "\q"})", Code::syntax, 7);
    check(R"({"a": NaN})", Code::bad_value, 6);
    check(R"({"a": -Infinity})", Code::bad_value, 6);
    check(R"({"a": "\ud800"})", Code::bad_value, 7);
    check(R"({"a": "\ud800\u0041"})", Code::bad_value, 7);
    check("{\"a\": \"x\x01\"}", Code::control_character, 8);
    check("{\"a\": \"x\x1A\"}", Code::encoding, 8);
    check("{\"a\": \"x\ny\"}", Code::syntax, 8);
    check("{\"a\": 1e999}", Code::bad_value, 6);
    check(R"({'a': 1})", Code::syntax, 1);
    check("// note", Code::syntax, 0);
    const std::string nul("{\"a\": 1}\0", 9);
    check(nul, Code::syntax, 8);
    check(std::string_view("{\"a\": \"\0\"}", 10), Code::syntax, 7);
}

TEST_CASE("a long text is read whole") {
    const std::string text(std::size_t{1} << 20, 'x');
    JsonParser parser;
    REQUIRE(parser.parse("\"" + text + "\""));
    CHECK(parser.tree().root().text() == text);
}
