// SPDX-License-Identifier: BSL-1.0
#include "importers/records/plain_texts.hpp"

#include <cstdint>
#include <cstring>

namespace entente {

bool PlainTexts::is_ascii(std::string_view text) {
    constexpr std::uint64_t highs = 0x8080808080808080;
    std::uint64_t seen = 0;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + i, sizeof word);
        seen |= word;
    }
    for (; i < text.size(); ++i)
        seen |= static_cast<unsigned char>(text[i]);
    return (seen & highs) == 0;
}

bool PlainTexts::clean(std::string_view& text) {
    if (surely_clean(text)) return true;
    if (find_bad_character(text)) return false;
    text = normalized(text, arena_);
    return true;
}

} // namespace entente
