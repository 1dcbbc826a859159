// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <memory>
#include <string_view>

#include "graph/language/vocabulary.hpp"
#include "graph/saved/file/file.hpp"

namespace entente::saved {

/// All texts of a row, in the order in which they are saved.
std::array<std::string_view*, 11> texts_of(Kind& row);
std::array<std::string_view*, 12> texts_of(RelationType& row);

/// The built-in rows and behind them the saved ones, with the numbers that they had.
std::shared_ptr<const Vocabulary> read_vocabulary(const File& file, const Texts& texts);

} // namespace entente::saved
