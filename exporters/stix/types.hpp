// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/language/dates/date.hpp"
#include "graph/language/vocabulary.hpp"

namespace entente::stix {

/// What a kind is in STIX 2.1 (docs/formats/stix.md says why).
struct ObjectType {
    std::string_view type;           ///< `identity`
    std::string_view identity_class; ///< `individual`; empty for other types
    bool has_period = false;         ///< has first_seen and last_seen
    bool has_aliases = false;
};

ObjectType object_type(KindId kind);

/// The name of a relation in STIX: `ally-of`. Of lower-case letters, digits and hyphens only.
std::string relationship_type(std::string_view relation);

/// The name that the specification itself has for a relation between objects of these types;
/// nothing if it has none.
std::optional<std::string_view> specified_type(std::string_view relation, std::string_view source,
                                               std::string_view target);

/// The first and the last moment that a date may mean: `2023-06-01T00:00:00.000Z`. Nothing for
/// dates that are unknown or open, and for years that no timestamp has (before 0).
std::optional<std::string> first_moment(Date date);
std::optional<std::string> last_moment(Date date);

} // namespace entente::stix
