// SPDX-License-Identifier: BSL-1.0
#include "importers/input/text_buffer.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <new>
#include <system_error>

namespace entente {

namespace {

constexpr std::size_t first_capacity = std::size_t{1} << 20;

} // namespace

TextBuffer::~TextBuffer() {
    if (data_) ::munmap(data_, capacity_);
}

TextBuffer TextBuffer::map(int file, std::size_t size) {
    TextBuffer buffer;
    void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (at == MAP_FAILED) return buffer;
    ::madvise(at, size, MADV_SEQUENTIAL);
    buffer.data_ = static_cast<char*>(at);
    buffer.size_ = buffer.capacity_ = size;
    buffer.mapped_ = true;
    return buffer;
}

char* TextBuffer::room(std::size_t least) {
    if (capacity_ - size_ < least) {
        const std::size_t wanted = std::max({capacity_ * 2, size_ + least, first_capacity});
        void* at = data_ ? ::mremap(data_, capacity_, wanted, MREMAP_MAYMOVE)
                         : ::mmap(nullptr, wanted, PROT_READ | PROT_WRITE,
                                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (at == MAP_FAILED) throw std::bad_alloc();
        data_ = static_cast<char*>(at);
        capacity_ = wanted;
    }
    return data_ + size_;
}

char* TextBuffer::change() {
    if (mapped_ && ::mprotect(data_, capacity_, PROT_READ | PROT_WRITE) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot change a mapped file");
    mapped_ = false;
    return data_;
}

} // namespace entente
