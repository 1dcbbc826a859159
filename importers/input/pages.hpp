// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// Part of a mapped file will be read: its pages are entered into the page table together, which
/// takes a fraction of the time that it takes one by one.
void bring_pages(std::string_view part);

/// Part of a mapped file was read. A mapped file counts as the program's memory as long as its
/// pages stand in the page table. They come back from the page cache by themselves should anybody
/// look at them again. Pages of which the part has only an end stay.
void give_back_pages(std::string_view part);

/// How much of a mapped file is looked at in one go.
constexpr std::size_t page_window = std::size_t{4} << 20;

/// Follows somebody who reads a mapped file from some place on.
class PageWindow {
  public:
    /// Does nothing unless `mapped`.
    PageWindow(std::string_view text, std::size_t begin, bool mapped)
        : text_(text), begin_(begin), mapped_(mapped) {}

    /// What lies before `at` was read.
    void move_to(std::size_t at) {
        if (mapped_ && at - begin_ > page_window) turn(at);
    }
    void restart() { begin_ = 0; }

  private:
    void turn(std::size_t at) {
        give_back_pages(text_.substr(begin_, at - begin_));
        bring_pages(text_.substr(at, page_window));
        begin_ = at;
    }
    std::string_view text_;
    std::size_t begin_;
    bool mapped_;
};

} // namespace entente
