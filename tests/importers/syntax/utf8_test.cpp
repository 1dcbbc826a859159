// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/utf8.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace entente;
using namespace std::string_literals;

TEST_CASE("UTF-8 is told from what only looks like it") {
    const auto bad_at = [](const std::string& text) { return find_invalid_utf8(text); };
    for (const std::string& good :
         {""s, "plain"s, "Zürich"s, "日本 🇯🇵"s, "\xEF\xBF\xBD"s, "\xF4\x8F\xBF\xBF"s, "\xC2\x80"s,
          std::string(100, 'a') + "é" + std::string(100, 'b')})
        CHECK(bad_at(good) == good.size());
    CHECK(bad_at("a\x80") == 1);            // a continuation alone
    CHECK(bad_at("ab\xC0\xAF") == 2);       // overlong
    CHECK(bad_at("\xE0\x80\xAF") == 0);     // overlong
    CHECK(bad_at("\xED\xA0\x80") == 0);     // a surrogate
    CHECK(bad_at("\xF4\x90\x80\x80") == 0); // beyond U+10FFFF
    CHECK(bad_at("\xF0\x80\x80\x80") == 0); // overlong
    CHECK(bad_at("x\xE6\x97") == 1);        // cut off
    CHECK(bad_at(std::string(77, 'a') + "\xFF") == 77);
    CHECK(bad_at("日本\xFE") == 6);
}

TEST_CASE("wide encodings are told by their mark or their zero bytes") {
    CHECK(guess_wide("\xFF\xFE{\0"s).name == "UTF-16LE");
    CHECK(guess_wide("\xFE\xFF\0{"s).name == "UTF-16BE");
    CHECK(guess_wide("\xFF\xFE\0\0{\0\0\0"s).name == "UTF-32LE");
    CHECK(guess_wide("\0\0\xFE\xFF\0\0\0{"s).name == "UTF-32BE");
    CHECK(guess_wide("{\0\"\0a\0\"\0"s).name == "UTF-16LE");
    CHECK(guess_wide("\0{\0\"\0a\0\""s).name == "UTF-16BE");
    CHECK(guess_wide("{\0\0\0\"\0\0\0"s).name == "UTF-32LE");
    CHECK(guess_wide("\0\0\0{\0\0\0\""s).name == "UTF-32BE");
    CHECK(guess_wide("{\"subject\": 1}").name.empty());
    CHECK(guess_wide("a\0bcdefgh"s).name.empty());
}

TEST_CASE("narrow encodings are told from damage") {
    const EncodingGuess latin = guess_narrow("{\"name\": \"Z\xFCrich\"}");
    CHECK(latin.iconv == "ISO-8859-1");
    CHECK(latin.hopeless);
    CHECK(guess_narrow("\x93quoted\x94").iconv == "WINDOWS-1252");
    CHECK_FALSE(guess_narrow("Zürich, München, Göteborg and a \xFF").hopeless);
    CHECK_FALSE(guess_narrow("\x01\x02\xFF garbage").hopeless);
    const EncodingGuess zip = guess_narrow("PK\x03\x04\xFF");
    CHECK(zip.name == "a ZIP archive");
    CHECK(zip.iconv.empty());
}

TEST_CASE("only damaged bytes are masked") {
    std::string text = "Zürich \xFF\xE6\x97 日本";
    CHECK(mask_invalid_utf8(text) == 3);
    CHECK(text == "Zürich \x1A\x1A\x1A 日本");
    CHECK(mask_invalid_utf8(text) == 0);
}
