// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace entente {

/// `scheme://...` without characters that no IRI may have (RFC 3987).
bool is_web_iri(std::string_view text);

} // namespace entente
