// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// How much of a mapped file is looked at in one go.
constexpr std::size_t page_window = std::size_t{4} << 20;

/// Part of a mapped file will be read: its pages are entered into the page table together, which
/// takes a fraction of the time that it takes one by one.
void bring_pages(std::string_view part);

/// Part of a mapped file was read. A mapped file counts as the program's memory as long as its
/// pages stand in the page table. They come back from the page cache by themselves should anybody
/// look at them again. Pages of which the part has only an end stay.
void give_back_pages(std::string_view part);

} // namespace entente
