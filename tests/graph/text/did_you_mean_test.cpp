// SPDX-License-Identifier: BSL-1.0
#include "graph/text/did_you_mean.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace entente;

TEST_CASE("a mistyped word gets the nearest candidate") {
    const std::vector<std::string> formats = {"graphml", "gexf", "dot", "svg", "csv"};
    CHECK(did_you_mean("grpahml", formats) == "; did you mean graphml?"); // swapped
    CHECK(did_you_mean("graphmll", formats) == "; did you mean graphml?");
    CHECK(did_you_mean("GRAPHML", formats) == "; did you mean graphml?");
    CHECK(did_you_mean("svgg", formats) == "; did you mean svg?");
    CHECK(did_you_mean("svx", formats) == "; did you mean svg?");
    CHECK(did_you_mean("", formats).empty());
    CHECK(did_you_mean("x", {{"y"}}).empty()); // nothing of it is left
    CHECK(did_you_mean("parquet", formats).empty());
    CHECK(did_you_mean(std::string(10'000, 'g'), formats).empty());
    CHECK(did_you_mean("dot", {}).empty());
}
