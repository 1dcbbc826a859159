// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// The first 16 bytes of a text as two numbers that compare as the bytes do; a shorter text is
/// filled up with zeros.
inline std::pair<std::uint64_t, std::uint64_t> text_prefix(std::string_view text) {
    const auto number = [&](std::size_t from) {
        unsigned char bytes[8] = {};
        if (from < text.size())
            std::memcpy(bytes, text.data() + from, std::min<std::size_t>(8, text.size() - from));
        std::uint64_t value = 0;
        for (const unsigned char byte : bytes)
            value = value << 8 | byte;
        return value;
    };
    return {number(0), number(8)};
}

/// Sorts numbers by a text that each stands for, and those of one text by `less`. The texts lie all
/// over the memory: 16 bytes of each are looked up at once, and the next 16 only of those that are
/// alike so far.
template <class TextOf, class Less>
class TextSort {
  public:
    TextSort(TextOf text_of, Less less) : text_of_(text_of), less_(less) {}

    void operator()(std::span<std::uint32_t> numbers) const {
        std::vector<Key> keys(numbers.size());
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i].number = numbers[i];
        sort(keys, 0);
        for (std::size_t i = 0; i < keys.size(); ++i)
            numbers[i] = keys[i].number;
    }

  private:
    struct Key {
        std::pair<std::uint64_t, std::uint64_t> prefix;
        std::uint32_t number = 0;
    };
    /// Beyond so many bytes, and of so few that are alike, whole texts are compared.
    static constexpr std::size_t far = 96, few = 8;

    [[nodiscard]] std::string_view text(const Key& key) const { return text_of_(key.number); }

    /// Of texts that are alike in the first `from` bytes, which all of them have.
    void sort(std::span<Key> keys, std::size_t from) const {
        for (Key& key : keys)
            key.prefix = text_prefix(text(key).substr(from));
        std::sort(keys.begin(), keys.end(),
                  [](const Key& a, const Key& b) { return a.prefix < b.prefix; });
        for (auto first = keys.begin(); first != keys.end();) {
            const auto last = std::find_if(
                first, keys.end(), [&](const Key& key) { return key.prefix != first->prefix; });
            if (last - first > 1) sort_alike({first, last}, from + 16);
            first = last;
        }
    }
    /// The same, but a text may be shorter: zeros that it was filled up with may be bytes of
    /// others.
    void sort_alike(std::span<Key> keys, std::size_t from) const {
        const auto long_enough = [&](const Key& key) { return text(key).size() >= from; };
        if (keys.size() > few && from < far && std::all_of(keys.begin(), keys.end(), long_enough))
            return sort(keys, from);
        std::sort(keys.begin(), keys.end(), [this](const Key& a, const Key& b) {
            const int order = text(a).compare(text(b));
            return order == 0 ? less_(a.number, b.number) : order < 0;
        });
    }

    TextOf text_of_;
    Less less_;
};

template <class TextOf, class Less>
void sort_by_text(std::span<std::uint32_t> numbers, TextOf text_of, Less less) {
    TextSort<TextOf, Less>(text_of, less)(numbers);
}

} // namespace entente
