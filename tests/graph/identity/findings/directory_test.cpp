// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/findings/directory.hpp"

#include <doctest/doctest.h>

#include <string>

#include "graph/identity/folding/fold.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::identity;

namespace {

std::string entity(std::string_view id, std::string_view kind, std::string_view name) {
    return R"({"entity": ")" + std::string(id) + R"(", "kind": ")" + std::string(kind) +
           R"(", "name": ")" + std::string(name) + "\"}\n";
}

std::string claim(std::string_view subject, std::string_view relation, std::string_view object) {
    return R"({"subject": ")" + std::string(subject) + R"(", "relation": ")" +
           std::string(relation) + R"(", "object": ")" + std::string(object) + "\"}\n";
}

} // namespace

TEST_CASE("a name is found as it is written and as it is folded, with the same entries") {
    const Vocabulary vocabulary;
    ParsedNames people;
    Directory directory(vocabulary, people);
    const NodeIndex a = directory.add({.id = "organization/a", .kind = "organization"});
    const NodeIndex b = directory.add({.id = "organization/b", .kind = "organization"});
    directory.index_name("Élan", a, Directory::NameOf::alias);
    directory.index_name("ELAN", b, Directory::NameOf::name);
    directory.index_name("Élan", a, Directory::NameOf::name);
    const auto& folded = directory.find_name("elan");
    REQUIRE(folded.size() == 2);
    CHECK(folded[0].node == a);
    CHECK(folded[0].what == Directory::NameOf::name);
    CHECK(folded[1].node == b);
    CHECK(directory.find_written("Élan") == &folded);
    CHECK(directory.find_written("ELAN") == &folded);
    CHECK(directory.find_written("elan") == nullptr);
    CHECK(directory.find_name("Élan").empty());
}

TEST_CASE("an id means the first node that takes it, until it is redirected") {
    const Vocabulary vocabulary;
    ParsedNames people;
    Directory directory(vocabulary, people);
    const NodeIndex a = directory.add({.id = "x/a"});
    const NodeIndex b = directory.add({.id = "x/b"});
    CHECK(directory.find_id("x/a") == no_node);
    directory.index_id("x/a", a);
    directory.index_id("x/a", b);
    CHECK(directory.find_id("x/a") == a);
    directory.redirect("x/a", b);
    CHECK(directory.find_id("x/a") == b);
}

TEST_CASE("officials are known by the parts of their names, also those added later") {
    const Vocabulary vocabulary;
    ParsedNames people;
    Directory directory(vocabulary, people);
    const NodeIndex a = directory.add({.id = "official/a", .kind = "official"});
    const NodeIndex place = directory.add({.id = "place/b", .kind = "place"});
    directory.index_name("Yasukazu Hamada", a, Directory::NameOf::name);
    directory.index_name("Yasukazu Hamada", place, Directory::NameOf::name);
    const std::string key = full_name_key(parse_person("Minister Hamada Yasukazu"));
    REQUIRE(directory.find_person(key).size() == 1);
    CHECK(directory.find_person(key)[0].node == a);
    const NodeIndex c = directory.add({.id = "official/c", .kind = "official"});
    directory.index_name("Hamada Yasukazu", c, Directory::NameOf::mention);
    CHECK(directory.find_person(key).size() == 2);
    CHECK(directory.person_names(a).size() == 1);
    CHECK(directory.person_names(place).empty());
    CHECK(directory.find_person("").empty());
}

TEST_CASE("a name that is written as it was declared means what any other writing of it means") {
    // Each with ways to write it that fold to the same.
    const std::vector<std::vector<std::string>> names{
        {"Zoë Müller Group", "zoe muller group", "ZOË MÜLLER GROUP", "The Zoë Müller Group"},
        {"ŁÓDŹ Front", "Łódź front", "lodz FRONT", "Lodz  Front"},
        {"Straßenbund", "STRASSENBUND", "strassenbund"},
        {"Союз Ёж", "союз еж", "СОЮЗ ЁЖ"},
        {"連合 ヴァン", "連合  ヴァン", "連合-ヴァン"},
        {"Đorđe-Verband", "dorde verband", "Đorđe Verband"},
        {"A.B.C. Pact", "ABC pact", "abc PACT"},
        {"O’Higgins Union", "OHiggins union", "O'Higgins Union"}};
    std::string declared;
    for (std::size_t i = 0; i < names.size(); ++i)
        declared += entity("organization/n" + std::to_string(i), "organization", names[i][0]);
    for (std::size_t i = 0; i < names.size(); ++i)
        for (const std::string& name : names[i]) {
            CAPTURE(name);
            CHECK(fold_name(name) == fold_name(names[i][0]));
            const GraphPtr graph = test::graph_of(declared + claim(name, "opposes", "Japan"));
            CHECK(test::resolved(graph, name) == "organization/n" + std::to_string(i));
            for (const Resolution& resolution : tables(*graph).resolutions)
                if (resolution.text == name) CHECK(resolution.rule == "declared name");
        }
}

TEST_CASE("of several that share a name, the one written just so is not preferred") {
    const std::string declared = entity("organization/a", "organization", "Front") +
                                 entity("organization/b", "organization", "FRONT") +
                                 entity("place/c", "place", "frönt");
    for (const char* name : {"Front", "FRONT", "front", "frönt"}) {
        CAPTURE(name);
        Diagnostics diagnostics;
        const GraphPtr graph =
            test::graph_of(declared + claim(name, "allied_with", "Japan"), diagnostics);
        const std::string id = test::resolved(graph, name);
        CHECK(id != "organization/a");
        CHECK(id != "organization/b");
        CHECK(diagnostics.count(Code::ambiguous) == 1);
    }
}
