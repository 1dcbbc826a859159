// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/writing/exporter.hpp"

namespace entente {

/// The picture: one drawing, three carriers.
extern const Exporter svg_exporter, png_exporter, pdf_exporter;

} // namespace entente
