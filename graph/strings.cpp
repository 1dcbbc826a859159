// SPDX-License-Identifier: BSL-1.0
#include "graph/strings.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace entente {

void* Arena::allocate(std::size_t size, std::size_t alignment) {
    constexpr std::size_t block_size = 256 * 1024;
    const auto misalignment = reinterpret_cast<std::uintptr_t>(next_) % alignment;
    const std::size_t padding = misalignment ? alignment - misalignment : 0;
    if (padding + size > left_) {
        const std::size_t capacity = std::max(size, block_size);
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity));
        next_ = blocks_.back().get(); // aligned for anything, as operator new gives it
        left_ = capacity;
        return allocate(size, alignment);
    }
    std::byte* place = next_ + padding;
    next_ = place + size;
    left_ -= padding + size;
    return place;
}

std::string_view Arena::keep(std::string_view text) {
    if (text.empty()) return {};
    auto* place = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

std::uint32_t StringPool::intern(std::string_view text) {
    if (text.empty()) return 0;
    return index_.find_or_insert(
        static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size())),
        [&](std::uint32_t id) { return texts_[id] == text; },
        [&] {
            texts_.push_back(arena_.keep(text));
            return static_cast<std::uint32_t>(texts_.size() - 1);
        });
}

} // namespace entente
