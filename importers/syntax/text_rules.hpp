// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Texts that were made while a record was read; they live until the next clear(). The strings are
/// used again, so that a long run allocates nothing.
class TextArena {
  public:
    std::string& make();
    void clear() { used_ = 0; }

  private:
    std::vector<std::unique_ptr<std::string>> texts_;
    std::size_t used_ = 0;
};

/// Without white space (space, TAB, line ends) at both ends.
std::string_view trimmed_ends(std::string_view text);
/// The same: nearly no text has any.
inline std::string_view trimmed(std::string_view text) {
    const auto solid = [](char c) { return static_cast<unsigned char>(c) > ' '; };
    if (text.empty() || (solid(text.front()) && solid(text.back()))) return text;
    return trimmed_ends(text);
}

/// A character that no export could hold.
struct BadCharacter {
    char32_t character = 0;
    std::size_t offset = 0;
    /// `control character U+0001`, `noncharacter U+FFFE`, `half of a surrogate pair, U+D800`
    [[nodiscard]] std::string describe() const;
};

/// The first character of `text` that XML 1.0 or Unicode forbid in a text: C0 controls but TAB, LF
/// and CR, noncharacters, surrogates (which RapidJSON lets through as three bytes).
std::optional<BadCharacter> find_bad_character(std::string_view text);

/// `text` as every export has it: Unicode NFC, lines that end in LF. Made in the arena only if
/// it was not so already.
std::string_view normalized(std::string_view text, TextArena& arena);

/// True only if `text` certainly has no bad character, is in NFC and has no CR: a quick look at its
/// lead bytes, which nearly every text passes.
bool surely_clean(std::string_view text);

/// True if a field may have the text just as it is: not empty, surely clean, without white space at
/// its ends.
bool is_plain_text(std::string_view text);

/// The bad character of a text, which stays as it is then. Otherwise it is `normalized` afterwards.
std::optional<BadCharacter> make_clean(std::string_view& text, TextArena& arena);

} // namespace entente
