// SPDX-License-Identifier: BSL-1.0
#include "graph/text/utf8.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("characters come out as they were put in") {
    for (const char32_t point : {U'\0', U'~', U'\x7F', U'\x80', U'é', U'\x7FF', U'\x800', U'日',
                                 U'\xFFFF', U'\x10000', U'🇯', U'\x10FFFF'}) {
        std::string text = "a";
        utf8::append(text, point);
        const utf8::Character read = utf8::character_at(text, 1);
        CHECK(read.point == point);
        CHECK(read.size == text.size() - 1);
    }
}

TEST_CASE("a byte that begins no character is one by itself") {
    for (const std::string_view text : {"\x80", "\xC3", "\xE6\x97", "\xF0\x9F\x87", "\xFF"}) {
        const utf8::Character read = utf8::character_at(text, 0);
        CHECK(read.size == 1);
        CHECK(read.point == static_cast<unsigned char>(text[0]));
    }
}

TEST_CASE("a text is as long as it has characters") {
    CHECK(utf8::length("") == 0);
    CHECK(utf8::length("Zürich 日本 🇯🇵") == 12);
    CHECK(utf8::is_continuation('\x80'));
    CHECK(utf8::is_continuation('\xBF'));
    CHECK_FALSE(utf8::is_continuation('a'));
    CHECK_FALSE(utf8::is_continuation('\xC0'));
}
