// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "importers/flat/flat_graph.hpp"

namespace entente {

/// The type of an attribute that GraphML or GEXF declares: `boolean`, `int`, `double`, ...; a text
/// if it is none of those that we know.
JsonType type_of_xml(std::string_view declared);

/// Adds an attribute whose text stands in an XML file. Numbers and booleans are read as their
/// writers spell them (Python's `True`, Boost's `1`); what is none becomes a text. An empty number
/// is no value, and neither is `NaN`, with which igraph and others say that there is none.
void add_xml_value(FlatItem& item, std::string_view name, std::string_view text, JsonType type,
                   Reading& reading, std::size_t offset);

} // namespace entente
