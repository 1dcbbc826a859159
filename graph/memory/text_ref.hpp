// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

/// Where the texts of a graph's columns stand: in memory of their own and in the inputs that they
/// were read from, or in one part of a saved graph.
struct TextSpace {
    std::uintptr_t begin = 0;                    ///< 0: a text's place is its address
    std::uint64_t size = std::uint64_t{1} << 48; ///< nothing behind it is a text
};

/// A text in one machine word, since a graph has several of them for each claim: 48 bits say where
/// it begins in its TextSpace, 16 how long it is. One of 65,535 bytes or more has its length in
/// front of it, as eight bytes.
class TextRef {
  public:
    static constexpr std::size_t long_size = 0xFFFF;

    TextRef() = default;
    /// A text shorter than `long_size` at its address.
    explicit TextRef(std::string_view text)
        : TextRef(reinterpret_cast<std::uintptr_t>(text.data()), text.size()) {}
    /// `size` is the text's, or `long_size` if its length stands at `place`.
    TextRef(std::uint64_t place, std::size_t size)
        : bits_(size == 0 ? 0 : place << 16 | static_cast<std::uint64_t>(size)) {}

    [[nodiscard]] bool empty() const { return bits_ == 0; }
    [[nodiscard]] std::uint64_t place() const { return bits_ >> 16; }
    /// How long it is; `long_size` if that stands at its place.
    [[nodiscard]] std::uint64_t size_field() const { return bits_ & 0xFFFF; }
    [[nodiscard]] std::string_view in(const TextSpace& space) const {
        std::uint64_t size = bits_ & 0xFFFF;
        std::uint64_t at = place();
        if (size == 0 || at + size > space.size) return {};
        if (size == long_size) {
            std::memcpy(&size, address(space.begin + at), sizeof size);
            at += sizeof size;
            if (size > space.size - at) return {};
        }
        return {address(space.begin + at), static_cast<std::size_t>(size)};
    }
    /// The same reference if and only if the same place: not a comparison of texts.
    friend bool operator==(const TextRef&, const TextRef&) = default;

  private:
    static const char* address(std::uint64_t place) {
        return reinterpret_cast<const char*>(place); // NOLINT(performance-no-int-to-ptr): 48 bits
    }
    std::uint64_t bits_ = 0;
};

} // namespace entente
