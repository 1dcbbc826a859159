// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/text_rules.hpp"

#include <doctest/doctest.h>
#include <unicode/normalizer2.h>

#include <random>
#include <string>

using namespace entente;

namespace {

std::string utf8(char32_t point) {
    std::string text;
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | point >> 6);
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
    }
    return text;
}

} // namespace

TEST_CASE("the quick look never passes a text that is not in NFC or not allowed") {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    REQUIRE(U_SUCCESS(status));
    std::size_t passed = 0;
    for (char32_t point = 1; point <= 0x10FFFF; ++point) {
        if (point >= 0xD800 && point <= 0xDFFF) continue;
        const std::string text = utf8(point);
        if (!surely_clean(text)) continue;
        ++passed;
        // Inert: neither it nor what it stands beside is ever changed by composition.
        if (!nfc->isInert(static_cast<UChar32>(point))) {
            // Letters that combine with a following mark are fine, as marks never pass.
            CHECK(nfc->hasBoundaryBefore(static_cast<UChar32>(point)));
            CHECK(nfc->getCombiningClass(static_cast<UChar32>(point)) == 0);
        }
        CHECK(nfc->isNormalizedUTF8(text, status));
        CHECK_FALSE(find_bad_character(text));
    }
    CHECK(passed > 30000);
}

TEST_CASE("the quick look passes a text if it passes each of its characters, wherever they stand") {
    const std::string characters[] = {"a",    " ",      "~",      "\n",     "\r",     "\x1F",
                                      "\x7F", "\u00E9", "\u0301", "\u0627", "\u064B", "→",
                                      "日",   "が",     "\u3099", "한",     "🌍"};
    std::mt19937 engine(11);
    std::size_t passed = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        bool clean = true;
        for (auto left = engine() % 40; left > 0; --left) {
            const bool odd = engine() % 12 == 0;
            const std::string& one = odd ? characters[engine() % std::size(characters)] : "x";
            clean = clean && surely_clean(one);
            text += one;
        }
        passed += clean;
        if (surely_clean(text) == clean) continue;
        CAPTURE(text);
        CHECK(surely_clean(text) == clean);
    }
    CHECK(passed > 5'000);
    CHECK(passed < 19'000);
}

TEST_CASE("characters that no export could hold") {
    CHECK_FALSE(find_bad_character("plain\ttext\nwith lines"));
    CHECK_FALSE(find_bad_character("日本 \xEF\xBF\xBD Zürich 🇯🇵"));
    const auto bad = [](const std::string& text) {
        const auto found = find_bad_character(text);
        return found ? found->describe() : "";
    };
    CHECK(bad(std::string("a\0b", 3)) == "control character U+0000");
    CHECK(bad("a\x1B[31m") == "control character U+001B");
    CHECK(bad("\xEF\xBF\xBE") == "noncharacter U+FFFE");
    CHECK(bad("\xEF\xB7\x90") == "noncharacter U+FDD0");
    CHECK(bad("\xF0\x9F\xBF\xBF") == "noncharacter U+1FFFF");
    CHECK(bad("\xED\xA0\x80") == "half of a surrogate pair, U+D800");
    CHECK(find_bad_character("abc\x01")->offset == 3);
}

TEST_CASE("texts are composed and their lines end in LF") {
    TextArena arena;
    CHECK(normalized("Cafe\xCC\x81", arena) == "Café");
    CHECK(normalized("a\r\nb\rc\n", arena) == "a\nb\nc\n");
    CHECK(normalized("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", arena) == "한");
    CHECK(normalized("e\xCC\x81\r\n", arena) == "é\n");
    const std::string_view same = "東京 Zürich";
    CHECK(normalized(same, arena).data() == same.data());
}

TEST_CASE("white space at the ends") {
    CHECK(trimmed("  a b\t\r\n") == "a b");
    CHECK(trimmed(" \n").empty());
    CHECK(trimmed("").empty());
}
