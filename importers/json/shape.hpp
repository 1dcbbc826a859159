// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// All of a record's line but its values. The lines of a large file are mostly of one shape: the
/// same keys in the same order, with the same punctuation. Of a line that has the shape of another
/// one, which was read before, only the values need be found; that it is good JSON is known.
class RecordShape {
  public:
    /// One value of a line that was read, in the order of the line.
    struct Value {
        std::string_view text;    ///< where it stands, without quotes
        std::string_view* target; ///< where it is to be put
        bool number = false;
    };

    /// Takes the shape of `line`, all of whose values are given, none of them with an escape.
    void learn(std::string_view line, const std::vector<Value>& values);
    void forget() { parts_.clear(); }

    /// Puts the values of the line with which `text` begins into their targets, if it has this
    /// shape and ends in a line feed within `text`, and gives its size without that. 0 if not, or
    /// if there is a control character in it; then the targets are worth nothing. The texts are as
    /// they stand, and a number is any run of what numbers are made of.
    ///
    /// Looks up to `margin` bytes behind `text`, which must be there to be read.
    std::size_t match(std::string_view text);
    static constexpr std::size_t margin = 64;

    /// A text that is not just ASCII.
    struct Odd {
        std::string_view* target;
        bool escaped; ///< it has a backslash
    };
    /// Those that the last match() found.
    [[nodiscard]] const std::vector<Odd>& odd() const { return odd_; }

  private:
    /// What stands before a value, and the value.
    struct Part {
        std::string before; ///< padded with zeros to whole blocks
        std::size_t size = 0;
        std::string_view* target = nullptr; ///< nullptr: the end of the line
        bool number = false;
    };
    void add(std::string_view before, std::string_view* target, bool number);

    std::vector<Part> parts_;
    std::vector<Odd> odd_;
};

} // namespace entente
