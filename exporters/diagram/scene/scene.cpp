// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/scene.hpp"

namespace entente::diagram {

Certainty certainty_of(Status status) {
    switch (status) {
        case Status::planned:
            return Certainty::planned;
        case Status::possible:
            return Certainty::possible;
        case Status::disputed:
            return Certainty::disputed;
        case Status::denied:
            return Certainty::denied;
        case Status::supported:
            break;
    }
    return Certainty::plain;
}

} // namespace entente::diagram
