// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "importers/syntax/text_rules.hpp"

namespace entente {

/// The texts of a plain record, brought to the form that the general reader gives them.
class PlainTexts {
  public:
    void clear() { arena_.clear(); }

    /// Nothing need be done for such a text, if it comes from within JSON quotes, where no control
    /// characters are allowed.
    static bool is_ascii(std::string_view text);

    /// A copy that lives until clear().
    std::string_view keep(std::string_view text) { return arena_.make() = text; }

    /// False if `text` has a character that is to be reported. Otherwise it is in NFC afterwards,
    /// with line ends in LF.
    bool clean(std::string_view& text);

    /// Nearly no text has white space at its ends.
    static std::string_view trim(std::string_view text) {
        const auto solid = [](char c) { return static_cast<unsigned char>(c) > ' '; };
        if (text.empty() || (solid(text.front()) && solid(text.back()))) return text;
        return trimmed(text);
    }

  private:
    TextArena arena_;
};

} // namespace entente
