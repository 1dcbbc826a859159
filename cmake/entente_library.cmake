# SPDX-License-Identifier: BSL-1.0
# entente_library(NAME SOURCE...): the static library entente_NAME, known to users as entente::NAME.
function(entente_library name)
    add_library(entente_${name} STATIC ${ARGN})
    add_library(entente::${name} ALIAS entente_${name})
    set_target_properties(entente_${name} PROPERTIES EXPORT_NAME ${name})
    target_compile_features(entente_${name} PUBLIC cxx_std_20)
    target_include_directories(
        entente_${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>"
                               "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/entente>")
    target_precompile_headers(entente_${name} PRIVATE ${entente_std_headers})
    target_link_libraries(entente_${name} PRIVATE $<BUILD_INTERFACE:entente_dev>)
endfunction()

# entente_each_fact(SOURCE...): files that each fact passes. g++ inlines less in a large file, which
# cost up to 15 % of all instructions, so where a build joins files these stay alone.
function(entente_each_fact)
    set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()
