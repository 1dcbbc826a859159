// SPDX-License-Identifier: BSL-1.0
#include "exporters/stix/identifiers.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace entente::stix {

std::string uuid_of(std::string_view name) {
    constexpr boost::uuids::uuid ours{{0x7B, 0x6C, 0x1E, 0x52, 0x9D, 0x0F, 0x4A, 0x37, 0x8F, 0x4E,
                                       0x5A, 0x1C, 0x0D, 0xE3, 0xB9, 0xD4}};
    return to_string(boost::uuids::name_generator_sha1(ours)(name.data(), name.size()));
}

} // namespace entente::stix
