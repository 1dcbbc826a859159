// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// One usual mistake that was put right.
struct Repair {
    std::size_t offset = 0;
    std::string_view what;
};

/// Puts usual mistakes in the text of one JSON value right, in place: a comma before a closing
/// bracket, Python's True, False and None, and Python's single quotes where the value has no other.
/// Never changes the length, so that positions stay true. Says what it did; whether the result is
/// JSON is for the parser to find.
std::vector<Repair> repair_json(std::string& text);

} // namespace entente
