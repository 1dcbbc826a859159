// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/text/text.hpp"
#include "graph/language/value.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <cmath>
#include <random>

using namespace entente;

namespace {

template <class F>
std::string made(F f, std::string_view text) {
    std::string out;
    f(out, text);
    return out;
}

std::string json(std::string_view text) {
    return made(append_json_string, text);
}
std::string xml(std::string_view text) {
    return made(append_xml_text, text);
}
std::string dot(std::string_view text) {
    return made(append_dot_string, text);
}
std::string label(std::string_view text) {
    return made(append_dot_label, text);
}
std::string slug(std::string_view text) {
    return made(append_slug, text);
}
std::string column(std::string_view text) {
    return made(append_column_name, text);
}
std::string iri(std::string_view text) {
    return made(append_iri_path, text);
}

/// Undoes `mark` and two hexadecimal digits.
std::string unescaped(std::string_view text, std::string_view mark) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i, mark.size()) == mark && i + mark.size() + 2 <= text.size()) {
            out += static_cast<char>(
                std::stoi(std::string(text.substr(i + mark.size(), 2)), nullptr, 16));
            i += mark.size() + 2;
        } else {
            out += text[i++];
        }
    }
    return out;
}

/// What an XML parser makes of our character data.
std::string parsed_xml(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        constexpr std::string_view open = "<![CDATA[", cr = "&#13;";
        if (text.substr(0, open.size()) == open) {
            const auto end = text.find("]]>");
            out += text.substr(open.size(), end - open.size());
            text.remove_prefix(end + 3);
        } else if (text.substr(0, cr.size()) == cr) {
            out += '\r';
            text.remove_prefix(cr.size());
        } else {
            REQUIRE(text.front() != '<');
            REQUIRE(text.front() != '&');
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

std::string random_text(std::mt19937& random) {
    static constexpr std::string_view parts[] = {"\\", "\"", "&",  "<",  ">", "'",  "\n", "\t",
                                                 " ",  "%",  "]]", "日", "😀", "a",  "_x", "/",
                                                 "..", ";",  "-",  "\r", "1", "kg_"};
    std::string out;
    for (auto n = random() % 40; n > 0; --n)
        out += parts[random() % std::size(parts)];
    return out;
}

} // namespace

TEST_CASE("JSON escapes quotes, backslashes and control characters only") {
    CHECK(json("a\"b\\c\n\r\t\x01 日本 \xE2\x80\xA8 </script>") ==
          "\"a\\\"b\\\\c\\n\\r\\t\\u0001 日本 \xE2\x80\xA8 </script>\"");
    CHECK(json("") == "\"\"");
    for (std::size_t n = 0; n < 20; ++n) // at every place of a block of eight
        CHECK(json(std::string(n, 'x') + '"') == '"' + std::string(n, 'x') + "\\\"\"");
}

TEST_CASE("XML text is plain where every reader takes it so, CDATA elsewhere") {
    CHECK(xml("Côte d'Ivoire \"x\" 日本") == "Côte d'Ivoire \"x\" 日本");
    CHECK(xml("") == "");
    CHECK(xml("a & b") == "<![CDATA[a & b]]>");
    CHECK(xml(" edge") == "<![CDATA[ edge]]>");
    CHECK(xml("two  spaces") == "<![CDATA[two  spaces]]>");
    CHECK(xml("sevenxx  at a block's edge") == "<![CDATA[sevenxx  at a block's edge]]>");
    CHECK(xml("a\nb") == "<![CDATA[a\nb]]>");
    CHECK(xml("a]]>b") == "<![CDATA[a]]]]><![CDATA[>b]]>");
    CHECK(xml("a\rb") == "<![CDATA[a]]>&#13;<![CDATA[b]]>");
}

TEST_CASE("what XML forbids becomes U+FFFD and is counted") {
    std::string out;
    CHECK(append_xml_text(out, "a\x01\xEF\xBF\xBE\xEF\xBF\xBF\x02z") == 4);
    CHECK(out == "<![CDATA[a\uFFFD\uFFFD\uFFFD\uFFFDz]]>");
    out.clear();
    CHECK(append_xml_text(out, "（全角）") == 0);
    CHECK(out == "（全角）");
}

TEST_CASE("an XML attribute gives its text back") {
    std::string out;
    CHECK(append_xml_attribute(out, "<a b=\"c\" & 'd'> \t\n\r ") == 0);
    CHECK(out == "&lt;a b=&quot;c&quot; &amp; 'd'&gt; &#9;&#10;&#13; ");
    out.clear();
    CHECK(append_xml_attribute(out, "a\x01\xEF\xBF\xBE\xEF\xBF\xBF\x02（全角）") == 4);
    CHECK(out == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD（全角）");
}

TEST_CASE("DOT strings have no other escapes than those of backslash and quote") {
    CHECK(dot("a\"b") == R"("a\"b")");
    CHECK(dot("back\\") == R"("back\\\\")");
    CHECK(dot("a\nb\tc\r") == R"("a\\nb\\tc\\r")");
    CHECK(dot("日本 <b> & ;") == "\"日本 <b> & ;\"");
    std::string out;
    CHECK(append_dot_string(out, std::string_view("\0", 1)) == 1);
}

TEST_CASE("DOT labels are for the eye") {
    CHECK(label("  two\n lines\t& \\N \"x\" ") == R"("two lines &amp; \\N \"x\"")");
    CHECK(label("<b>") == "\"<b>\"");
    CHECK(label("") == "\"\"");
}

TEST_CASE("slugs, column names and IRI paths") {
    CHECK(slug("nation/JPN") == "nation-2FJPN");
    CHECK(slug("node") == "node");
    CHECK(column("population") == "population");
    CHECK(column("founded on") == "founded_x20on");
    CHECK(column("3d") == "_x33d");
    CHECK(column("_x41") == "_x5Fx41");
    CHECK(column("") == "_x");
    CHECK(iri("nation/JPN") == "nation/JPN");
    CHECK(iri("a b/日") == "a%20b/%E6%97%A5");
    CHECK(iri("../a/./b/...") == "%2E%2E/a/%2E/b/...");
}

TEST_CASE("every way of writing can be undone") {
    std::mt19937 random(7);
    for (int n = 0; n < 3000; ++n) {
        const std::string text = random_text(random);
        CAPTURE(text);
        CHECK(parsed_xml(xml(text)) == text);
        CHECK(unescaped(slug(text), "-") == text);
        CHECK(unescaped(iri(text), "%") == text);
        if (!text.empty()) CHECK(unescaped(column(text), "_x") == text);
        for (const char c : slug(text))
            CHECK((std::isalnum(c) != 0 || c == '-'));
        for (const char c : column(text))
            CHECK((std::isalnum(c) != 0 || c == '_'));
    }
}

TEST_CASE("numbers") {
    const auto number = [](double value) {
        std::string out;
        append_number(out, value);
        return out;
    };
    CHECK(number(0.30000000000000004) == "0.30000000000000004");
    CHECK(number(1) == "1");
    CHECK(number(-0.0) == "-0");
    CHECK(number(1e300) == "1e300"); // no plus sign
    CHECK(number(0.05) == "0.05");
    CHECK(number(0.5) == "0.5");
    for (int thousandths = 0; thousandths <= 1000; ++thousandths)
        for (const double value : {thousandths / 1000.0, std::nextafter(thousandths / 1000.0, 2)}) {
            char digits[32];
            const std::string shortest(digits, std::to_chars(digits, digits + 32, value).ptr);
            if (number(value) != shortest) CHECK(number(value) == shortest);
        }
    CHECK(is_json_number("-1.5e+3"));
    CHECK(is_json_number("0"));
    for (const char* wrong : {"", "-", "01", "+1", "1.", ".5", "1e", "0x1", "NaN", "1 "})
        CHECK_FALSE(is_json_number(wrong));
}

TEST_CASE("every length and place of a character that needs an escape") {
    for (std::size_t size = 0; size < 40; ++size) {
        CHECK(is_plain_xml(std::string(size, 'a')));
        CHECK(json(std::string(size, 'a')) == '"' + std::string(size, 'a') + '"');
        for (std::size_t at = 0; at < size; ++at) {
            for (const char* special : {"&", "<", ">", "\t", "  ", "\xEF\xBF\xBE", "\x01"}) {
                std::string text(size, 'a');
                CHECK_FALSE(is_plain_xml(text.replace(at, 1, special)));
            }
            for (const char* fine : {"\xEF\xBC\xA1", "a b", "\"", "\x7F"}) {
                std::string text(size, 'a');
                CHECK(is_plain_xml(text.replace(at, 1, fine)));
            }
            std::string text(size, 'a');
            text[at] = '"';
            CHECK(json(text) ==
                  '"' + std::string(at, 'a') + "\\\"" + std::string(size - at - 1, 'a') + '"');
        }
    }
}
