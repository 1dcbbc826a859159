// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente {

/// Memory for tables. `huge`: in pages of 2 MiB, if the system has them; a large table that is read
/// in any order then costs a fraction of the time. Throws std::bad_alloc.
void* allocate_large(std::size_t size, bool huge);
void free_large(void* memory, std::size_t size) noexcept;

/// For vectors that may become large. What resize() adds to one of plain numbers has no value yet:
/// to write zeros first and then what is meant would take as long again.
template <class T>
struct LargeAllocator {
    using value_type = T;
    LargeAllocator() = default;
    template <class U>
    LargeAllocator(const LargeAllocator<U>&) noexcept {} // NOLINT(google-explicit-constructor)
    T* allocate(std::size_t count) {
        const std::size_t size = count * sizeof(T);
        return static_cast<T*>(allocate_large(size, size >= std::size_t{4} << 20));
    }
    void deallocate(T* memory, std::size_t count) noexcept {
        free_large(memory, count * sizeof(T));
    }
    template <class U, class... Arguments>
    void construct(U* place, Arguments&&... arguments) {
        if constexpr (sizeof...(Arguments) == 0)
            ::new (static_cast<void*>(place)) U;
        else
            std::construct_at(place, std::forward<Arguments>(arguments)...);
    }
    friend bool operator==(LargeAllocator, LargeAllocator) { return true; }
};

template <class T>
using LargeVector = std::vector<T, LargeAllocator<T>>;

/// Rows that are added one by one, perhaps millions of them, and never move: unlike a vector, it
/// does not copy them while it grows.
template <class T>
class Column {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

  public:
    /// About 2 MiB a block.
    static constexpr std::size_t block_rows = std::bit_floor((std::size_t{2} << 20) / sizeof(T));

    Column() = default;
    Column(Column&& other) noexcept { swap(other); }
    Column& operator=(Column&& other) noexcept {
        Column(std::move(other)).swap(*this);
        return *this;
    }
    ~Column() {
        for (T* block : blocks_)
            free_large(block, block_rows * sizeof(T));
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    T& operator[](std::size_t i) { return blocks_[i / block_rows][i % block_rows]; }
    const T& operator[](std::size_t i) const { return blocks_[i / block_rows][i % block_rows]; }
    [[nodiscard]] const T& back() const { return (*this)[size_ - 1]; }

    T& push_back(const T& row) {
        if (size_ == blocks_.size() * block_rows)
            // A small graph stays small: it touches only the beginning of the first block.
            blocks_.push_back(
                static_cast<T*>(allocate_large(block_rows * sizeof(T), !blocks_.empty())));
        return *std::construct_at(&blocks_.back()[size_++ % block_rows], row);
    }
    /// Where the rows went that were taken from another column.
    struct Taken {
        std::size_t first = 0;  ///< the number of the first of them
        std::size_t filled = 0; ///< how many of its last rows filled our last block ...
        std::size_t kept = 0;   ///< ... and how many stand behind them
        std::size_t operator()(std::size_t theirs) const {
            return first + (theirs < kept ? filled + theirs : theirs - kept);
        }
    };
    /// Takes over the rows of another one without copying them, but for a few.
    Taken take(Column&& other) {
        const std::size_t filled = std::min(blocks_.size() * block_rows - size_, other.size_);
        const Taken taken{size_, filled, other.size_ - filled};
        for (std::size_t at = taken.kept; at < other.size_; ++at)
            push_back(other[at]);
        const auto moved = other.blocks_.begin() +
                           static_cast<std::ptrdiff_t>((taken.kept + block_rows - 1) / block_rows);
        blocks_.insert(blocks_.end(), other.blocks_.begin(), moved);
        size_ += taken.kept;
        other.blocks_.erase(other.blocks_.begin(), moved);
        other.size_ = 0;
        return taken;
    }
    /// Calls `f(T&)` for each row, in order.
    template <class F>
    void for_each(F f) {
        for (std::size_t begin = 0; begin < size_; begin += block_rows) {
            T* const block = blocks_[begin / block_rows];
            const std::size_t count = std::min(block_rows, size_ - begin);
            for (std::size_t i = 0; i < count; ++i)
                f(block[i]);
        }
    }
    template <class F>
    void for_each(F f) const {
        const_cast<Column*>(this)->for_each([&](const T& row) { f(row); });
    }

  private:
    void swap(Column& other) noexcept {
        blocks_.swap(other.blocks_);
        std::swap(size_, other.size_);
    }

    std::vector<T*> blocks_;
    std::size_t size_ = 0;
};

} // namespace entente
