// SPDX-License-Identifier: BSL-1.0
#include "graph/memory/strings.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <iterator>

#include "graph/memory/large_memory.hpp"
#include "graph/memory/quick_equal.hpp"

namespace entente {

Arena::~Arena() {
    for (const Block& block : blocks_)
        free_large(block.begin, block.size);
}

/// Blocks are small as long as the whole is.
void Arena::add_block(std::size_t least) {
    constexpr std::size_t small = std::size_t{256} << 10, large = std::size_t{2} << 20;
    const bool many = blocks_.size() >= 8;
    const std::size_t size = std::max(least, many ? large : small);
    next_ = static_cast<std::byte*>(allocate_large(size, many)); // aligned for anything
    left_ = size;
    blocks_.push_back({next_, size});
}

void* Arena::allocate(std::size_t size, std::size_t alignment) {
    const auto misalignment = reinterpret_cast<std::uintptr_t>(next_) % alignment;
    const std::size_t padding = misalignment ? alignment - misalignment : 0;
    if (padding + size > left_) {
        add_block(size);
        return allocate(size, alignment);
    }
    std::byte* place = next_ + padding;
    next_ = place + size;
    left_ -= padding + size;
    return place;
}

void Arena::adopt(std::string_view text, std::shared_ptr<const void> owner) {
    adopted_.insert(adopted_behind(text.data()), text);
    owners_.push_back(std::move(owner));
}

std::string_view Arena::keep(std::string_view text) {
    if (text.empty()) return {};
    auto* place = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

std::vector<std::string_view>::const_iterator Arena::adopted_behind(const char* address) const {
    return std::ranges::upper_bound(adopted_, address, std::less<>(),
                                    [](std::string_view one) { return one.data(); });
}

bool Arena::is_adopted(std::string_view text) const {
    const auto after = adopted_behind(text.data());
    if (after == adopted_.begin()) return false;
    const std::string_view whole = *std::prev(after);
    const auto offset = reinterpret_cast<std::uintptr_t>(text.data()) -
                        reinterpret_cast<std::uintptr_t>(whole.data());
    return offset < whole.size() && text.size() <= whole.size() - offset;
}

TextRef Arena::keep_ref(std::string_view text) {
    return text.size() < TextRef::long_size && is_adopted(text) ? TextRef(text) : copy_ref(text);
}

TextRef Arena::copy_ref(std::string_view text) {
    if (text.size() < TextRef::long_size) return TextRef(keep(text));
    const std::uint64_t size = text.size();
    auto* place = static_cast<char*>(allocate(sizeof size + text.size(), 1));
    std::memcpy(place, &size, sizeof size);
    std::memcpy(place + sizeof size, text.data(), text.size());
    return {reinterpret_cast<std::uintptr_t>(place), TextRef::long_size};
}

std::uint32_t StringPool::intern(std::string_view text) {
    if (text.empty()) return 0;
    return index_.find_or_insert(
        static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size())),
        [&](std::uint32_t id) { return quick_equal(texts_[id], text); },
        [&] {
            texts_.push_back(arena_.keep(text));
            return static_cast<std::uint32_t>(texts_.size() - 1);
        });
}

} // namespace entente
