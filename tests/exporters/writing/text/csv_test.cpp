// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/text/csv.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("a quote within the quotes of a cell is written twice") {
    const auto quoted = [](std::string_view text) {
        std::string out = "1,";
        append_csv_quoted(out, text);
        return out;
    };
    CHECK(quoted("") == "1,\"\"");
    CHECK(quoted("a,b\nc") == "1,\"a,b\nc\"");
    CHECK(quoted("\"a\"\"") == "1,\"\"\"a\"\"\"\"\"");
}
