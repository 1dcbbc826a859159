// SPDX-License-Identifier: BSL-1.0
#include "graph/memory/large_memory.hpp"

#include <sys/mman.h>

#include <new>

namespace entente {

namespace {

/// What is smaller comes from where all small things come from.
constexpr std::size_t huge_page = std::size_t{2} << 20;

} // namespace

void* allocate_large(std::size_t size, bool huge) {
    if (size < huge_page) return ::operator new(size);
    void* const memory = ::operator new (size, std::align_val_t{huge_page});
    if (huge) ::madvise(memory, size, MADV_HUGEPAGE); // a wish: nothing is wrong without
    return memory;
}

void free_large(void* memory, std::size_t size) noexcept {
    if (size < huge_page)
        ::operator delete(memory);
    else
        ::operator delete (memory, std::align_val_t{huge_page});
}

} // namespace entente
