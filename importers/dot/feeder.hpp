// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace entente::dot {

/// Hands a text to cgraph's scanner line by line. The scanner asks for more only when it has to, so
/// that what the parser just understood stands in the line that it was given last.
class Feeder {
  public:
    /// `skipped`: where the lines begin that are to be left out; `closers`: how many `}` are
    /// missing at the end.
    Feeder(std::string_view text, const std::set<std::size_t>& skipped, std::size_t closers)
        : text_(text), skipped_(skipped), closers_(closers) {}

    /// Puts at most `size` bytes of the current line into `buffer`; 0 at the end.
    std::size_t read(char* buffer, std::size_t size);

    [[nodiscard]] std::size_t line_begin() const { return begin_; }
    [[nodiscard]] std::size_t line_end() const { return end_; }
    [[nodiscard]] bool at_end() const { return end_ == text_.size() && ended_; }

  private:
    void next_line();

    std::string_view text_;
    const std::set<std::size_t>& skipped_;
    std::size_t closers_;
    std::size_t begin_ = 0, end_ = 0; ///< of the current line in the text
    std::string line_;                ///< as it is given
    std::size_t given_ = 0;
    bool ended_ = false;
};

/// Where the quoted text, HTML text or comment begins that the end of the text leaves open; npos if
/// none.
std::size_t find_unclosed(std::string_view text, const std::set<std::size_t>& skipped);

} // namespace entente::dot
