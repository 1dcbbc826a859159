// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "exporters/html/extract.hpp"
#include "exporters/writing/exporter.hpp"

namespace entente::html {

/// What the page needs beside the facts themselves, as one JSON object: how kinds and relations
/// are drawn, what the claims of each relation come to, where everything stands, flags, and the
/// names of nations in other languages. Entities and relations stand in the order of the facts.
std::string scene(const Extract& part, const ExportOptions& options);

} // namespace entente::html
