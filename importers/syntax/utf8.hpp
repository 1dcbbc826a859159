// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// The offset of the first byte that is not valid UTF-8 (no overlong form, no surrogate, nothing
/// beyond U+10FFFF); the size of the text if there is none.
std::size_t find_invalid_utf8(std::string_view text);

/// What a text that is not UTF-8 may be.
struct EncodingGuess {
    std::string name;      ///< `UTF-16LE`
    std::string iconv;     ///< the name that iconv knows; empty if it is no text
    bool hopeless = false; ///< no part of the text can be read as UTF-8
};

/// By byte order mark and zero bytes: a text in UTF-16 or UTF-32, whose ASCII would pass as UTF-8.
/// The name is empty if it is neither.
EncodingGuess guess_wide(std::string_view text);

/// For a text with an invalid byte: an 8-bit encoding, or UTF-8 with damage in it.
EncodingGuess guess_narrow(std::string_view text);

/// Replaces every byte that is not part of valid UTF-8 by the control character SUBSTITUTE, which
/// no record may hold: damaged records are rejected, the others are read. Returns how many.
std::size_t mask_invalid_utf8(std::span<char> text);

} // namespace entente
