// SPDX-License-Identifier: BSL-1.0
#include "importers/input/pages.hpp"

#include <sys/mman.h>

#include <cstdint>

namespace entente {

namespace {

constexpr std::size_t page = 4096;

/// How far into its page an address lies.
std::size_t into_page(const char* address) {
    return reinterpret_cast<std::uintptr_t>(address) % page;
}
const char* page_begin(const char* address) {
    return address - into_page(address);
}
/// The address itself if a page begins there.
const char* next_page_begin(const char* address) {
    return page_begin(address + page - 1);
}

/// Both are only advice: nothing is wrong if the system does not take it.
void advise(const char* begin, const char* end, int advice) {
    if (begin < end)
        ::madvise(const_cast<char*>(begin), static_cast<std::size_t>(end - begin), advice);
}

} // namespace

void bring_pages(std::string_view part) {
#ifdef MADV_POPULATE_READ
    advise(page_begin(part.data()), next_page_begin(part.data() + part.size()), MADV_POPULATE_READ);
#else
    (void)part;
#endif
}

void give_back_pages(std::string_view part) {
    advise(next_page_begin(part.data()), page_begin(part.data() + part.size()), MADV_DONTNEED);
}

} // namespace entente
