// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "graph/memory/flat_index.hpp"
#include "graph/memory/text_ref.hpp"

namespace entente {

/// Owns text and small rows that many tables point into. Nothing is moved or freed before the
/// whole.
class Arena {
  public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena();

    /// A copy of `text` that lives as long as the arena.
    std::string_view keep(std::string_view text);
    /// From now on, keep_ref() does not copy what lies within `text`, and `owner` is kept for it.
    void adopt(std::string_view text, std::shared_ptr<const void> owner);
    /// Adopts what another arena did, which keeps the owners.
    void adopt_as(const Arena& other) { adopted_ = other.adopted_; }
    /// Keeps whatever `owner` has for as long as the arena.
    void keep_alive(std::shared_ptr<const void> owner) { owners_.push_back(std::move(owner)); }
    /// For long texts that are hardly ever looked at. Names and ids, which many look at, stand
    /// closer together if they are copied.
    TextRef keep_ref(std::string_view text);
    TextRef copy_ref(std::string_view text);
    /// A copy of `items` that lives as long as the arena. What they point to is not copied.
    template <class T>
    std::span<const T> keep(std::span<const T> items) {
        static_assert(std::is_trivially_destructible_v<T>);
        if (items.empty()) return {};
        auto* place = static_cast<T*>(allocate(items.size_bytes(), alignof(T)));
        std::uninitialized_copy_n(items.begin(), items.size(), place);
        return {place, items.size()};
    }

  private:
    struct Block {
        std::byte* begin;
        std::size_t size;
    };
    /// The first adopted text that begins behind an address.
    [[nodiscard]] std::vector<std::string_view>::const_iterator adopted_behind(
        const char* address) const;
    [[nodiscard]] bool is_adopted(std::string_view text) const;
    void* allocate(std::size_t size, std::size_t alignment);
    void add_block(std::size_t least);
    std::vector<Block> blocks_;
    std::vector<std::shared_ptr<const void>> owners_;
    std::vector<std::string_view> adopted_; ///< by address
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Gives equal texts one number. Number 0 is the empty text.
class StringPool {
  public:
    StringPool() : texts_(1) {}
    std::uint32_t intern(std::string_view text);
    [[nodiscard]] std::string_view operator[](std::uint32_t id) const { return texts_[id]; }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }
    /// The pool's own copy of `text`.
    std::string_view keep(std::string_view text) { return texts_[intern(text)]; }
    Arena& arena() { return arena_; }

  private:
    Arena arena_;
    std::vector<std::string_view> texts_;
    FlatIndex index_;
};

} // namespace entente
