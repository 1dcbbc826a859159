# SPDX-License-Identifier: BSL-1.0
include(CMakeFindDependencyMacro)
include("${CMAKE_CURRENT_LIST_DIR}/entente_dependencies.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/entente_targets.cmake")
