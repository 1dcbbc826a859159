// SPDX-License-Identifier: BSL-1.0
#include "graph/explore/network/paths.hpp"

#include <doctest/doctest.h>

#include <string>

#include "graph/explore/find.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::explore;

namespace {

std::string fact(std::string_view a, std::string_view relation, std::string_view b,
                 std::string_view more = "") {
    return R"({"subject": ")" + std::string(a) + R"(", "relation": ")" + std::string(relation) +
           R"(", "object": ")" + std::string(b) + '"' + std::string(more) + "}\n";
}

std::string ways(const View& view, std::string_view from, std::string_view to,
                 const PathOptions& options = {}) {
    std::string out;
    for (const Path& path : find_paths(view, entities_called(view.graph(), from).at(0),
                                       entities_called(view.graph(), to).at(0), options)) {
        for (const EntityIndex entity : path.entities)
            out += std::string(view.entity(entity).name) + ' ';
        out.back() = ';';
    }
    return out;
}

} // namespace

TEST_CASE("the shortest ways come first, then the next best, against the arrows too") {
    const View view = view_of(
        test::graph_of(fact("Japan", "ally_of", "France") + fact("Russia", "threatens", "France") +
                       fact("Japan", "met_with", "India") + fact("India", "met_with", "China") +
                       fact("China", "ally_of", "Russia")));
    CHECK(ways(view, "Japan", "Russia") == "Japan France Russia;Japan India China Russia;");
    CHECK(ways(view, "Japan", "Russia", {.most = 1}) == "Japan France Russia;");
    CHECK(ways(view, "Japan", "Japan") == "Japan;");
    CHECK(ways(view, "Japan", "Russia", {.sign = Sign::cooperation}).empty());
}

TEST_CASE("of ways of equal length the one with the stronger evidence comes first") {
    const View view =
        view_of(test::graph_of(fact("Japan", "met_with", "India", R"(, "confidence": 0.2)") +
                               fact("India", "met_with", "Russia", R"(, "confidence": 0.2)") +
                               fact("Japan", "met_with", "Peru", R"(, "confidence": 0.9)") +
                               fact("Peru", "met_with", "Russia", R"(, "confidence": 0.9)") +
                               fact("Japan", "met_with", "Russia", R"(, "confidence": 0.1)")));
    CHECK(ways(view, "Japan", "Russia") == "Japan Russia;Japan Peru Russia;Japan India Russia;");
    CHECK(ways(view, "Japan", "Russia", {.by = PathOptions::By::evidence}) ==
          "Japan Peru Russia;Japan Russia;Japan India Russia;");
}

TEST_CASE("what is denied is no way to go") {
    const View view =
        view_of(test::graph_of(fact("Japan", "ally_of", "Russia", R"(, "stance": "denied")")));
    CHECK(ways(view, "Japan", "Russia").empty());
}

TEST_CASE("entities are found as loosely as facts name them") {
    const GraphPtr graph = test::graph_of(
        fact("U.S. Secretary of Defense Lloyd Austin", "met_with", "Yasukazu Hamada") +
        fact("George W. Bush", "met_with", "George H. W. Bush") +
        fact("South Korea", "ally_of", "US"));
    const auto found = [&](std::string_view text) {
        std::string ids;
        for (const EntityIndex entity : entities_called(tables(*graph), text))
            ids += std::string(tables(*graph).entities[entity].name) + ';';
        return ids;
    };
    CHECK(found("ROK") == "South Korea;");
    CHECK(found("Minister Hamada") == "Yasukazu Hamada;");
    CHECK(found("HAMADA") == "Yasukazu Hamada;");
    CHECK(found("Bush") == "George H. W. Bush;George W. Bush;");
    CHECK(found("Narnia").empty());
}
