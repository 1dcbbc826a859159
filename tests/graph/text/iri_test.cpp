// SPDX-License-Identifier: BSL-1.0
#include "graph/text/iri.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("web addresses") {
    CHECK(is_web_iri("https://example.org/a?b=1#c"));
    CHECK(is_web_iri("https://example.org/ü"));
    CHECK_FALSE(is_web_iri("example.org"));
    CHECK_FALSE(is_web_iri("https://example.org/{x}"));
    CHECK_FALSE(is_web_iri("https://example.org/a b"));
    CHECK_FALSE(is_web_iri("https://example.org/%zz"));
    CHECK_FALSE(is_web_iri("javascript:alert(1)"));
    CHECK_FALSE(is_web_iri("://x"));
    CHECK_FALSE(is_web_iri(""));
}
