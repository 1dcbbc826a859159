// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <string>

#include "graph/language/vocabulary.hpp"

namespace entente::session {

/// The built-in vocabulary and the rows of a file: a JSON object with lists `kinds` and
/// `relations`, whose rows have the keys that `entente vocabulary --format json` prints. Only the
/// name is needed. An empty path adds nothing. A file that is wrong is a UsageError with the place.
std::shared_ptr<const Vocabulary> vocabulary_with(const std::string& path);

} // namespace entente::session
