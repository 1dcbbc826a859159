// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// One file of an input that is a folder or an archive.
struct InputMember {
    std::string_view name;           ///< within the input: `nodes/nation.csv`
    std::size_t begin = 0, size = 0; ///< its part of the input's text
    std::uint32_t file = 0;          ///< its own number in Diagnostics
};

/// The whole text of one input, decompressed, without a byte order mark, known to be valid UTF-8
/// unless Input said otherwise.
struct InputText {
    std::string_view name; ///< as the user gave it; "-" is standard input
    std::string_view text;
    std::uint32_t file = 0; ///< its number in Diagnostics
    bool mapped = false;    ///< the text is a mapped file: pages that were read may be given back
    /// Not empty if the input is a folder or an archive: the text is theirs, one behind the other.
    std::span<const InputMember> members = {};
};

} // namespace entente
