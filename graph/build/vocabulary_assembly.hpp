// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>

#include "graph/intake/intake.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/language/vocabulary.hpp"

namespace entente {

/// The built-in rows, and in order of name those of `given` and those that the input declares, so
/// that their numbers do not depend on the order of the input. A row of `given` wins over the
/// input's; of two in the input, what only one of them says holds, and what they say differently is
/// told and settled the same way in any order. The claims of the intake, which may have been read
/// before the rows that say what their relations mean, are brought in line with it.
std::shared_ptr<Vocabulary> settle_vocabulary(Intake& intake, const Vocabulary& given,
                                              Diagnostics& diagnostics);

} // namespace entente
