// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "importers/input/text_buffer.hpp"

namespace entente {

/// `gzip`, `zstd`, `bzip2`, `xz`, told by the first bytes; empty if it is none of them.
std::string_view compression_of(std::string_view data);

/// What a compressed input may grow to: unpacked text beyond `free_size` bytes must not be more
/// than `most_ratio` times its packed size. No text of facts comes near that; a bomb does.
constexpr std::size_t free_unpacked_size = std::size_t{64} << 20;
constexpr std::size_t most_unpacked_ratio = 400;

/// The unpacked text. Throws std::runtime_error, with `name` in its message, if the data is damaged
/// or a decompression bomb.
TextBuffer decompress(std::string_view data, std::string_view name);

} // namespace entente
