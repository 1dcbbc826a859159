// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

#include "graph/language/vocabulary.hpp"
#include "graph/saved/file/file.hpp"

namespace entente::saved {

/// The built-in rows and behind them the saved ones, with the numbers that they had.
std::shared_ptr<const Vocabulary> read_vocabulary(const File& file, const Texts& texts);

} // namespace entente::saved
