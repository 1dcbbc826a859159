// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/resolver.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/support/facts.hpp"

using namespace entente;
using test::graph_of;
using test::resolved;

namespace {

/// One claim between two names.
std::string claim(std::string_view subject, std::string_view relation, std::string_view object,
                  std::string_view source = "s") {
    std::string line = R"({"subject": ")";
    line.append(subject).append(R"(", "relation": ")").append(relation);
    line.append(R"(", "object": ")").append(object);
    line.append(R"(", "source": ")").append(source).append("\"}\n");
    return line;
}

std::string rule_of(const GraphPtr& graph, std::string_view text) {
    for (const Resolution& resolution : tables(*graph).resolutions)
        if (resolution.text == text) return std::string(resolution.rule);
    return "?";
}

bool said(const Diagnostics& diagnostics, Code code, std::string_view words) {
    return std::any_of(diagnostics.all().begin(), diagnostics.all().end(), [&](const auto& d) {
        return d.code == code && d.message.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("nations are known by code, name, former name, demonym and seat of government") {
    const auto graph = graph_of(claim("JPN", "ally_of", "the United States of America") +
                                claim("Japanese", "cooperates_with", "the Kremlin") +
                                claim("Republic of Korea", "opposes", "DPRK") +
                                claim("Tokyo", "cooperates_with", "Washington"));
    CHECK(resolved(graph, "JPN") == "nation/JPN");
    CHECK(resolved(graph, "the United States of America") == "nation/USA");
    CHECK(resolved(graph, "Japanese") == "nation/JPN");
    CHECK(resolved(graph, "the Kremlin") == "nation/RUS");
    CHECK(resolved(graph, "Republic of Korea") == "nation/KOR");
    CHECK(resolved(graph, "DPRK") == "nation/PRK");
    CHECK(resolved(graph, "Tokyo") == "nation/JPN");
    CHECK(tables(*graph).entities.size() == 5);
}

TEST_CASE("a capital stands for its nation only where a place cannot be meant") {
    const auto graph = graph_of(claim("event/talks", "located_in", "Tokyo"));
    CHECK(resolved(graph, "Tokyo") != "nation/JPN");
}

TEST_CASE("what the source wrote is kept beside who is meant") {
    const auto graph = graph_of(claim("Tokyo", "cooperates_with", "Seoul"));
    const Claim only = tables(*graph).claims[0];
    CHECK(only.subject_as == "Tokyo");
    CHECK(only.object_as == "Seoul");
}

TEST_CASE("declared names and aliases come before the gazetteer") {
    const auto graph =
        graph_of(R"({"entity": "place/tokyo", "kind": "place", "name": "Tokyo"})"
                 "\n"
                 R"({"entity": "nation/X1", "kind": "nation", "name": "Japan"})"
                 "\n" +
                 claim("event/talks", "located_in", "Tokyo") + claim("日本", "ally_of", "Tokyo"));
    CHECK(resolved(graph, "日本") == "nation/X1");
    CHECK(rule_of(graph, "日本") == "translation");
    CHECK(test::find_relation(graph, "event/talks", "located_in", "place/tokyo"));
}

TEST_CASE("an official is known by full name without titles, in either order") {
    const auto graph = graph_of(
        R"({"entity": "official/yasukazu-hamada", "kind": "official", "name": "Yasukazu Hamada"})"
        "\n" +
        claim("Japanese Defense Minister Yasukazu Hamada", "met_with", "Lloyd Austin") +
        claim("Hamada Yasukazu", "met_with", "U.S. Secretary of Defense Lloyd Austin"));
    CHECK(resolved(graph, "Japanese Defense Minister Yasukazu Hamada") ==
          "official/yasukazu-hamada");
    CHECK(resolved(graph, "Hamada Yasukazu") == "official/yasukazu-hamada");
    CHECK(resolved(graph, "U.S. Secretary of Defense Lloyd Austin") == "official/lloyd-austin");
}

TEST_CASE("a bare surname holds inside its own source only") {
    Diagnostics diagnostics;
    const auto graph = graph_of(claim("Yasukazu Hamada", "holds_office", "Japan", "a") +
                                    claim("Lloyd Austin", "holds_office", "US", "b") +
                                    claim("Minister Hamada", "met_with", "Lloyd Austin", "a") +
                                    claim("Minister Hamada", "met_with", "Lloyd Austin", "b"),
                                diagnostics);
    CHECK(test::find_relation(graph, "official/lloyd-austin", "met_with",
                              "official/yasukazu-hamada"));
    CHECK(tables(*graph).find("official/hamada@b") != no_index);
    CHECK(said(diagnostics, Code::unresolved, "'Minister Hamada'"));
}

TEST_CASE("two of one surname in a source are not guessed") {
    Diagnostics diagnostics;
    const auto graph = graph_of(claim("Kim Jong Un", "holds_office", "North Korea") +
                                    claim("Kim Yo Jong", "holds_office", "North Korea") +
                                    claim("Chairman Kim", "met_with", "Kim Jong Un"),
                                diagnostics);
    CHECK(said(diagnostics, Code::ambiguous, "'Chairman Kim'"));
    CHECK(resolved(graph, "Chairman Kim") == "official/kim@s");
}

TEST_CASE("the traps of the field") {
    const auto graph = graph_of(
        claim("Kim Jong Un", "holds_office", "Democratic People's Republic of Korea") +
        claim("Lloyd Austin", "holds_office", "US") + claim("event/show", "located_in", "Austin") +
        claim("Republic of China", "opposes", "People's Republic of China") +
        claim("Soviet Union", "opposes", "East Germany"));
    CHECK(resolved(graph, "Kim Jong Un") == "official/kim-jong-un");
    CHECK(resolved(graph, "Democratic People's Republic of Korea") == "nation/PRK");
    CHECK(resolved(graph, "Austin") != "official/lloyd-austin");
    CHECK(resolved(graph, "Republic of China") == "nation/TWN");
    CHECK(resolved(graph, "People's Republic of China") == "nation/CHN");
    CHECK(resolved(graph, "Soviet Union") == "nation/SUN");
    CHECK(resolved(graph, "East Germany") == "nation/DDR");
}

TEST_CASE("alliances are known by name, acronym and translation") {
    const auto graph = graph_of(claim("France", "member_of", "OTAN") +
                                claim("Japan", "cooperates_with", "北大西洋条約機構"));
    CHECK(resolved(graph, "OTAN") == "alliance/NATO");
    CHECK(resolved(graph, "北大西洋条約機構") == "alliance/NATO");
}

TEST_CASE("judgements win over every rule") {
    SUBCASE("same, of an id and a name") {
        const auto graph = graph_of(R"({"same": ["official/yasukazu-hamada", "浜田靖一"]})"
                                    "\n" +
                                    claim("浜田靖一", "holds_office", "Japan"));
        CHECK(resolved(graph, "浜田靖一") == "official/yasukazu-hamada");
        CHECK(rule_of(graph, "浜田靖一") == "identity judgement");
    }
    SUBCASE("same, of two ids") {
        const auto graph =
            graph_of(R"({"entity": "organization/a", "kind": "organization", "name": "A"})"
                     "\n"
                     R"({"entity": "organization/b", "kind": "organization", "name": "B"})"
                     "\n"
                     R"({"same": ["organization/b", "organization/a"]})"
                     "\n" +
                     claim("organization/b", "opposes", "Japan"));
        CHECK(tables(*graph).find("organization/b") == no_index);
        CHECK(test::find_relation(graph, "organization/a", "opposes", "nation/JPN"));
    }
    SUBCASE("different") {
        const auto graph =
            graph_of(R"({"entity": "organization/a", "kind": "organization", "name": "Front"})"
                     "\n"
                     R"({"different": ["organization/a", "Front"]})"
                     "\n" +
                     claim("Front", "opposes", "Japan"));
        CHECK(resolved(graph, "Front") != "organization/a");
    }
    SUBCASE("both at once are reported") {
        Diagnostics diagnostics;
        graph_of(R"({"same": ["nation/KOR", "nation/PRK"]})"
                 "\n"
                 R"({"different": ["nation/PRK", "nation/KOR"]})",
                 diagnostics);
        CHECK(diagnostics.count(Code::judgement_conflict) == 1);
    }
}

TEST_CASE("a judgement may name an id that nothing declares") {
    const auto graph = graph_of(R"({"same": ["official/yasukazu-hamada", "浜田靖一"]})"
                                "\n" +
                                claim("Yasukazu Hamada", "holds_office", "Japan") +
                                claim("Minister Hamada", "met_with", "浜田靖一") +
                                claim("Hamada", "opposes", "Russia"));
    const GraphTables& all = tables(*graph);
    for (const char* text : {"Yasukazu Hamada", "Minister Hamada", "浜田靖一", "Hamada"})
        CHECK_MESSAGE(resolved(graph, text) == "official/yasukazu-hamada", text);
    CHECK(all.entities[all.find("official/yasukazu-hamada")].name == "Yasukazu Hamada");
}

TEST_CASE("ids that were printed for people of one source can be joined") {
    const auto graph =
        graph_of(R"({"same": ["official/anthony-albanese", "official/albanese@radio"]})"
                 "\n" +
                 claim("Anthony Albanese", "holds_office", "Australia", "paper") +
                 claim("Prime Minister Albanese", "opposes", "Russia", "radio"));
    CHECK(resolved(graph, "Prime Minister Albanese") == "official/anthony-albanese");
    CHECK(resolved(graph, "Anthony Albanese") == "official/anthony-albanese");
}

TEST_CASE("a person is shown without title and nation") {
    const auto graph =
        graph_of(claim("U.S. Secretary of Defense Lloyd Austin", "opposes", "Russia"));
    const GraphTables& all = tables(*graph);
    CHECK(all.entities[all.find("official/lloyd-austin")].name == "Lloyd Austin");
    CHECK(all.claims[0].subject_as == "U.S. Secretary of Defense Lloyd Austin");
}

TEST_CASE("a bare word is a person only if its source names one of that name") {
    const auto graph = graph_of(claim("Yasukazu Hamada", "holds_office", "Japan", "a") +
                                claim("Hamada", "opposes", "Russia", "a") +
                                claim("Hamada", "opposes", "China", "b"));
    CHECK(test::find_relation(graph, "official/yasukazu-hamada", "opposes", "nation/RUS"));
    CHECK(test::find_relation(graph, "entity/hamada", "opposes", "nation/CHN"));
}

TEST_CASE("what is ambiguous is listed with its candidates and kept apart") {
    Diagnostics diagnostics;
    const auto graph =
        graph_of(R"({"entity": "organization/a", "kind": "organization", "name": "Front"})"
                 "\n"
                 R"({"entity": "organization/b", "kind": "organization", "name": "Front"})"
                 "\n" +
                     claim("Front", "opposes", "Japan"),
                 diagnostics);
    CHECK(said(diagnostics, Code::ambiguous, "organization/a or organization/b"));
    CHECK(resolved(graph, "Front") != "organization/a");
    CHECK(resolved(graph, "Front") != "organization/b");
}

TEST_CASE("people whom initials tell apart are not joined") {
    const auto graph = graph_of(claim("George W. Bush", "holds_office", "US") +
                                claim("George H. W. Bush", "holds_office", "US") +
                                claim("George Bush", "met_with", "Kim Jong Un"));
    CHECK(resolved(graph, "George W. Bush") != resolved(graph, "George H. W. Bush"));
    CHECK(resolved(graph, "George Bush") != resolved(graph, "George W. Bush"));
    CHECK(resolved(graph, "George Bush") != resolved(graph, "George H. W. Bush"));
}

TEST_CASE("ids are made from content and never collide") {
    const auto graph = graph_of(claim("A.B.", "opposes", "Japan") + claim("!!!", "opposes", "A B"));
    const GraphTables& all = tables(*graph);
    for (std::size_t i = 1; i < all.entities.size(); ++i)
        CHECK(all.entities[i - 1].id < all.entities[i].id);
}

TEST_CASE("an id that nothing declares is kept and reported") {
    Diagnostics diagnostics;
    const auto graph = graph_of(claim("official/nobody", "opposes", "nation/JPN"), diagnostics);
    CHECK(tables(*graph).find("official/nobody") != no_index);
    CHECK(diagnostics.count(Code::unknown_id) == 1);
}
