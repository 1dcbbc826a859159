// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/items/nodes.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <utility>

namespace entente {

std::uint32_t FlatNodes::hash_of(std::string_view key) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
}

/// Where the key is, or would be.
std::size_t FlatNodes::slot_of(std::string_view key, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = slots_[at];
        if (slot.number == 0 || (slot.hash == hash && nodes_[slot.number - 1].key == key))
            return at;
    }
}

FlatNode* FlatNodes::find(std::string_view key) {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[slot_of(key, hash_of(key))];
    return slot.number == 0 ? nullptr : &nodes_[slot.number - 1];
}

void FlatNodes::fetch(std::uint32_t hash, unsigned step) const {
    if (slots_.empty()) return;
    const Slot& slot = slots_[hash & (slots_.size() - 1)];
    if (step == 0)
        __builtin_prefetch(&slot);
    else if (slot.number != 0 && step == 1)
        __builtin_prefetch(&nodes_[slot.number - 1]);
    else if (slot.number != 0)
        __builtin_prefetch(nodes_[slot.number - 1].key.data());
}

FlatNode& FlatNodes::add(std::string_view key, std::string_view id) {
    if (nodes_.size() * 2 >= slots_.size()) grow();
    const std::uint32_t hash = hash_of(key);
    char* const texts = room(key.size() + id.size());
    std::copy(key.begin(), key.end(), texts);
    std::copy(id.begin(), id.end(), texts + key.size());
    FlatNode& node = nodes_.emplace_back();
    node.key = {texts, key.size()};
    node.id = {texts + key.size(), id.size()};
    slots_[slot_of(key, hash)] = {hash, static_cast<std::uint32_t>(nodes_.size())};
    return node;
}

std::string_view FlatNodes::keep(std::string_view text) {
    char* const to = room(text.size());
    std::copy(text.begin(), text.end(), to);
    return {to, text.size()};
}

void FlatNodes::grow() {
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(64, slots_.size() * 2)));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.number == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].number != 0)
            at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

char* FlatNodes::room(std::size_t size) {
    constexpr std::size_t chunk = std::size_t{64} << 10;
    if (chunks_.empty() || left_ < size) {
        last_size_ = left_ = std::max(chunk, size);
        chunks_.push_back(std::make_unique<char[]>(left_));
    }
    char* const at = chunks_.back().get() + (last_size_ - left_);
    left_ -= size;
    return at;
}

} // namespace entente
