// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/rdf/jsonld_context.hpp"
