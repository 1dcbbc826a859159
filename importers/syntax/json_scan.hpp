// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// How far a JSON value reaches, found by its brackets and quotes alone. It tells records apart
/// before they are parsed, and finds the next one behind a damaged one.
struct JsonExtent {
    std::size_t end = 0; ///< behind the value, or where the brackets stopped making sense
    bool closed = false; ///< every bracket and quote found its partner
};

class JsonScanner {
  public:
    explicit JsonScanner(std::string_view text) : text_(text) {}

    /// The value that begins at `begin`. A text never goes on over a line break. With
    /// `stop_at_record`, neither does a value over a line that begins with `{` in its first column:
    /// in JSON Lines that is the next record.
    JsonExtent value(std::size_t begin, bool stop_at_record = false);

    /// The first character from `at` on that is not white space.
    [[nodiscard]] std::size_t skip_space(std::size_t at) const;
    [[nodiscard]] bool ends(std::size_t at) const { return at >= text_.size(); }
    [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  private:
    /// Behind the closing quote of the text whose opening quote is at `quote`.
    [[nodiscard]] JsonExtent quoted(std::size_t quote) const;
    [[nodiscard]] JsonExtent scalar(std::size_t begin) const;

    std::string_view text_;
    std::string open_; ///< the closing brackets that are due
};

} // namespace entente
