// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/text/escape_scan.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace entente;

TEST_CASE("the first byte that wants an escape is found wherever it stands") {
    std::size_t wrong = 0;
    for (std::size_t size = 0; size < 50; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, '\xFF');
                text[at] = static_cast<char>(byte);
                const bool escapable = byte < 0x20 || byte == '"' || byte == '\\';
                if (find_escapable(text, 0) != (escapable ? at : size)) ++wrong;
            }
    CHECK(wrong == 0);
    CHECK(find_escapable("a\"b\"c", 2) == 3);
}

TEST_CASE("what an IRI keeps is told from what it encodes") {
    std::size_t wrong = 0;
    for (std::size_t size = 1; size < 50; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, 'a'), path;
                text[at] = static_cast<char>(byte);
                append_iri_path(path, text);
                const bool dot = byte == '.'; // may be a segment of its own
                if (!dot && is_unreserved(text) != (path == text)) ++wrong;
            }
    CHECK(wrong == 0);
    CHECK(is_unreserved(""));
    CHECK(is_unreserved("a.b/c-d_e~f"));
}

TEST_CASE("a text is quoted as JSON quotes it") {
    for (const char* text : {"", "plain", "a long text without anything", "\"", "a\\b\nc\x01"}) {
        std::string quick, general;
        append_quoted(quick, text);
        append_json_string(general, text);
        CHECK(quick == general);
    }
}
