// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "graph/identity/findings/findings.hpp"
#include "graph/identity/steps/lookup.hpp"

namespace entente::identity {

/// Tells why a mention became an entity of its own: what it may mean besides, or that nothing is
/// known of it.
void report_new(Findings& findings, const Mention& mention, const Answer& answer, NodeIndex own);

/// `a, b or c`-like lists for messages.
template <class Range>
std::string join(const Range& texts, std::string_view separator) {
    std::string out;
    for (const auto& text : texts) {
        if (!out.empty()) out += separator;
        out += text;
    }
    return out;
}

} // namespace entente::identity
