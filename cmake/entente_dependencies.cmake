# SPDX-License-Identifier: BSL-1.0
# The libraries that ours link to, by the targets Boost::headers, EXPAT::EXPAT, ICU::*,
# LibArchive::LibArchive, PkgConfig::RAPIDJSON, PkgConfig::SERD, simdjson::simdjson and PkgConfig::GRAPHVIZ. Used by the build and, through
# find_package(entente), by whoever builds against an installed copy.
find_package(Boost 1.74 REQUIRED)
find_package(ICU 70 REQUIRED COMPONENTS uc i18n data)
find_package(EXPAT 2.4 REQUIRED)
find_package(LibArchive REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(RAPIDJSON REQUIRED QUIET IMPORTED_TARGET RapidJSON)
pkg_check_modules(SERD REQUIRED QUIET IMPORTED_TARGET serd-0)
pkg_check_modules(GRAPHVIZ REQUIRED QUIET IMPORTED_TARGET libcgraph libgvc)
