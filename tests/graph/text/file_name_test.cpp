// SPDX-License-Identifier: BSL-1.0
#include "graph/text/file_name.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("the extension is what stands behind the last dot of a file's name") {
    CHECK(extension_of("talks/Facts.JSONL") == "jsonl");
    CHECK(extension_of("facts.jsonl.gz") == "gz");
    CHECK(extension_of("v1.2/facts").empty());
    CHECK(extension_of("facts.").empty());
    CHECK(extension_of("").empty());
}
