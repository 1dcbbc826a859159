# SPDX-License-Identifier: BSL-1.0
# Joins the page's sources and Cytoscape.js to one HTML page, cut where the data go, and writes it as
# C++. The content security policy names the hashes of the style sheet and of the script: nothing
# else may run, whatever a name in the data says.
#
# Usage: cmake -Dpage=FOLDER -Dscripts=FILE;... -Dcytoscape=FILE -Dlicence=FILE -Doutput=FILE -P embed.cmake
cmake_minimum_required(VERSION 3.22)

# SHA-256 in base64, as a policy wants it: three hexadecimal digits are two of base64.
function(policy_hash result text)
    string(SHA256 digits "${text}")
    string(APPEND digits "00")
    set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    set(base64 "")
    foreach(at RANGE 0 63 3)
        string(SUBSTRING "${digits}" ${at} 3 three)
        math(EXPR high "0x${three} >> 6")
        math(EXPR low "0x${three} & 63")
        string(SUBSTRING "${alphabet}" ${high} 1 high)
        string(SUBSTRING "${alphabet}" ${low} 1 low)
        string(APPEND base64 "${high}${low}")
    endforeach()
    string(SUBSTRING "${base64}" 0 43 base64)
    set(${result} "sha256-${base64}=" PARENT_SCOPE)
endfunction()

# Cuts `text` at `mark` into the variables `before` and `after` of the caller.
function(cut text mark)
    string(FIND "${text}" "${mark}" at)
    if(at EQUAL -1)
        message(FATAL_ERROR "page/index.html has no ${mark}")
    endif()
    string(LENGTH "${mark}" length)
    math(EXPR rest "${at} + ${length}")
    string(SUBSTRING "${text}" 0 ${at} first)
    string(SUBSTRING "${text}" ${rest} -1 second)
    set(before "${first}" PARENT_SCOPE)
    set(after "${second}" PARENT_SCOPE)
endfunction()

# Puts `text` where the page has `mark`. string(REPLACE) would read backslashes in it.
function(fill mark text)
    cut("${whole}" "${mark}")
    string(CONCAT filled "${before}" "${text}" "${after}")
    set(whole "${filled}" PARENT_SCOPE)
endfunction()

# Appends `text` to the output as an array of raw string literals.
function(write_pieces name text)
    set(piece_length 12000)
    string(LENGTH "${text}" length)
    set(code "constexpr std::string_view ${name}[] = {\n")
    set(at 0)
    while(at LESS length)
        string(SUBSTRING "${text}" ${at} ${piece_length} piece)
        string(APPEND code "    R\"~page~(${piece})~page~\",\n")
        math(EXPR at "${at} + ${piece_length}")
    endwhile()
    file(APPEND "${output}" "${code}};\n\n")
endfunction()

file(READ "${page}/index.html" whole)
file(READ "${page}/style.css" style)
file(READ "${cytoscape}" library)
file(READ "${licence}" licence_text)
set(program "\"use strict\";\n(() => {\n")
foreach(script ${scripts})
    file(READ "${script}" text)
    string(REGEX REPLACE "^// SPDX[^\n]*\n" "" text "${text}")
    string(APPEND program "${text}\n")
endforeach()
string(APPEND program "})();\n")
foreach(end "</script" "<!--")
    string(FIND "${library}${program}" "${end}" at)
    if(NOT at EQUAL -1)
        message(FATAL_ERROR "A script with ${end} in it would end its own element")
    endif()
endforeach()

policy_hash(style_hash "${style}")
policy_hash(library_hash "${library}")
policy_hash(program_hash "${program}")
fill("@style_hash@" "'${style_hash}'")
fill("@script_hashes@" "'${library_hash}' '${program_hash}'")
fill("@style@" "${style}")
fill("@licence@" "${licence_text}")
fill("@library@" "${library}")
fill("@program@" "${program}")

cut("${whole}" "@title@")
set(until_title "${before}")
cut("${after}" "@data@")
set(until_data "${before}")
set(rest "${after}")

file(WRITE "${output}" "// Made by exporters/html/embed.cmake.\n#include \"exporters/html/page.hpp\"\n\n"
                       "namespace entente::html {\n\nnamespace {\n\n")
write_pieces(until_title "${until_title}")
write_pieces(until_data "${until_data}")
write_pieces(rest "${rest}")
file(APPEND "${output}" "} // namespace\n\nextern const Page page;\n"
                        "const Page page{until_title, until_data, rest};\n\n} // namespace entente::html\n")
