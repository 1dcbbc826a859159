// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

namespace entente {

/// A long text in memory of its own: a stream that was read, data that was unpacked, or a file
/// mapped into memory. Growing neither copies nor clears it, unlike a std::string.
class TextBuffer {
  public:
    TextBuffer() = default;
    TextBuffer(TextBuffer&& other) noexcept { swap(other); }
    TextBuffer& operator=(TextBuffer&& other) noexcept {
        swap(other);
        return *this;
    }
    ~TextBuffer();

    /// Maps a whole file of `size` bytes, private to us; empty if the file system cannot.
    static TextBuffer map(int file, std::size_t size);

    [[nodiscard]] std::string_view view() const { return {data_, size_}; }
    [[nodiscard]] bool mapped() const { return mapped_; }

    /// Room for at least `least` more bytes behind the text; its first `used` become part of it by
    /// add(used). Throws std::bad_alloc.
    char* room(std::size_t least);
    [[nodiscard]] std::size_t room_size() const { return capacity_ - size_; }
    void add(std::size_t used) { size_ += used; }

    /// The text, to be changed in place. A mapped file is no longer one: its changed pages are
    /// ours.
    char* change();

  private:
    void swap(TextBuffer& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
        std::swap(mapped_, other.mapped_);
    }

    char* data_ = nullptr;
    std::size_t size_ = 0, capacity_ = 0; ///< the capacity is the size of the mapping
    bool mapped_ = false;
};

} // namespace entente
