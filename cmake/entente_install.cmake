# SPDX-License-Identifier: BSL-1.0
# What `cmake --install` and `cpack` put where.
include(CMakePackageConfigHelpers)

set(libraries entente_identity entente_graph entente_importers entente_writing entente_diagram
              entente_formats entente_exporters)
set_target_properties(
    entente_identity
    PROPERTIES EXPORT_NAME identity
               INTERFACE_INCLUDE_DIRECTORIES
               "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>;$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/entente>")
add_library(entente_umbrella INTERFACE)
target_link_libraries(entente_umbrella INTERFACE entente_importers entente_exporters entente_graph)
set_target_properties(entente_umbrella PROPERTIES EXPORT_NAME entente)
add_library(entente::entente ALIAS entente_umbrella)
set_target_properties(entente_dev PROPERTIES EXPORT_NAME dev)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/entente")
install(TARGETS ${libraries} entente_umbrella entente_dev EXPORT entente)
install(EXPORT entente NAMESPACE entente:: FILE entente_targets.cmake DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/entente-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES cmake/entente-config.cmake cmake/entente_dependencies.cmake
              "${PROJECT_BINARY_DIR}/entente-config-version.cmake"
        DESTINATION "${package_dir}")
install(DIRECTORY graph importers exporters DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/entente"
        FILES_MATCHING PATTERN "*.hpp")

install(TARGETS entente RUNTIME)
install(FILES docs/man/entente.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES completions/entente.bash RENAME entente
        DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES completions/_entente DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES completions/entente.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(FILES LICENSE RENAME copyright DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(DIRECTORY docs samples DESTINATION "${CMAKE_INSTALL_DOCDIR}" PATTERN man EXCLUDE)
if(EXISTS "${PROJECT_SOURCE_DIR}/README.md")
    install(FILES README.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME entente)
set(CPACK_PACKAGE_CONTACT "The entente authors <entente@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is opened only when a picture is drawn, and so is not seen in the program: libraries, flags,
# and a font for the names.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "libpangocairo-1.0-0, libcairo2, librsvg2-2, iso-flags-svg, fonts-noto-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk")
# Building against the installed libraries needs what their headers and link lines name.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS
    "cmake, libboost-dev, libicu-dev, rapidjson-dev, libgraphviz-dev, libarchive-dev, libexpat1-dev")
include(CPack)
