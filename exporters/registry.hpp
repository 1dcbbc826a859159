// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string_view>

#include "exporters/writing/exporter.hpp"

namespace entente {

/// Every exporter, in the order in which help lists them.
std::span<const Exporter> exporters();

/// By name; nullptr if there is none.
const Exporter* find_exporter(std::string_view name);

/// By the file's extension; nullptr if none fits.
const Exporter* exporter_for(std::string_view path);

} // namespace entente
