// SPDX-License-Identifier: BSL-1.0
#include "graph/memory/text_order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>
#include <string>

using namespace entente;

namespace {

/// The numbers of `texts` as sort_by_text orders them, the larger number first among equal texts.
std::vector<std::uint32_t> sorted(const std::vector<std::string>& texts) {
    std::vector<std::uint32_t> numbers(texts.size());
    std::iota(numbers.begin(), numbers.end(), 0U);
    sort_by_text(
        numbers, [&](std::uint32_t at) -> std::string_view { return texts[at]; }, std::greater<>());
    return numbers;
}

void check_order(const std::vector<std::string>& texts) {
    std::vector<std::uint32_t> expected(texts.size());
    std::iota(expected.begin(), expected.end(), 0U);
    std::sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
        const std::string_view x = texts[a], y = texts[b];
        return x == y ? a > b : x < y;
    });
    CHECK(sorted(texts) == expected);
}

} // namespace

TEST_CASE("texts are sorted by their bytes, also beyond the prefix that is compared first") {
    const std::string sixteen = "0123456789abcdef";
    check_order({});
    check_order({"x"});
    check_order({sixteen + "b", sixteen + "a", sixteen, sixteen + "a", sixteen + "ab", "0", ""});
    check_order({"12345678b", "12345678a", "12345678", "1234567"});
    check_order({"\xC3\xA9", "z", "\x7F", "\xE6\x97\xA5", "\xF0\x9F\x8C\x8D"});
}

TEST_CASE("zero bytes are bytes, not the filling of a short text") {
    using namespace std::string_literals;
    check_order({"a\0"s, "a"s, "a\0\0"s, ""s, "\0"s, "a\1"s, "a\0b"s, "a\0\0"s});
    check_order({"0123456789abcde\0"s, "0123456789abcde"s, "0123456789abcde\0\0"s});
}

TEST_CASE("random texts of few letters are sorted as std::sort does") {
    std::mt19937 engine(4);
    for (unsigned round = 0; round < 50; ++round) {
        std::vector<std::string> texts(200);
        for (std::string& text : texts)
            for (auto n = engine() % 20; n > 0; --n)
                text += static_cast<char>("\0\x01za\x80\xFF"[engine() % (round % 5U + 2U)]);
        check_order(texts);
    }
}

TEST_CASE("prefixes compare as the texts do") {
    CHECK(text_prefix("") == std::pair<std::uint64_t, std::uint64_t>(0, 0));
    CHECK(text_prefix("a").first == std::uint64_t{'a'} << 56);
    CHECK(text_prefix("12345678a").second == std::uint64_t{'a'} << 56);
    CHECK(text_prefix("0123456789abcdef") == text_prefix("0123456789abcdefg"));
    CHECK(text_prefix("\x7F") < text_prefix("\x80"));
}
