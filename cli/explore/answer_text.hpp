// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>

#include "session/answers/answer.hpp"

namespace entente::cli {

using session::Answer;
using session::Cell;
using session::Column;
using session::Fact;
using session::Section;
using session::Table;

/// For people: folded to `width` columns of a terminal (0: not folded), nothing cut off.
std::string as_text(const Answer& answer, std::size_t width, bool color);

} // namespace entente::cli
