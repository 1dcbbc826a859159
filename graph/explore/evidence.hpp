// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/model/model.hpp"

namespace entente::explore {

/// How far a relation can be relied on, in (0, 1]: its confidence, or where nobody rates it
/// 1 - 0.5^(sources), as if each source were as likely wrong as right. Relations that are disputed,
/// planned or merely possible count half; what is denied is no way to go and not asked for.
double strength(const Relation& relation);

} // namespace entente::explore
