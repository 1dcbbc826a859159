// SPDX-License-Identifier: BSL-1.0
#include "importers/input/pages.hpp"

#include <sys/mman.h>

#include <cstdint>

namespace entente {

namespace {

constexpr std::uintptr_t page = 4096;

/// Both are only advice: nothing is wrong if the system does not take it.
void advise(std::uintptr_t begin, std::uintptr_t end, int advice) {
    if (begin < end) ::madvise(reinterpret_cast<void*>(begin), end - begin, advice);
}

} // namespace

void bring_pages(std::string_view part) {
#ifdef MADV_POPULATE_READ
    const auto begin = reinterpret_cast<std::uintptr_t>(part.data());
    advise(begin / page * page, (begin + part.size() + page - 1) / page * page, MADV_POPULATE_READ);
#else
    (void)part;
#endif
}

void give_back_pages(std::string_view part) {
    const auto begin = reinterpret_cast<std::uintptr_t>(part.data());
    advise((begin + page - 1) / page * page, (begin + part.size()) / page * page, MADV_DONTNEED);
}

} // namespace entente
