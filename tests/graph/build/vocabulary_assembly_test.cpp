// SPDX-License-Identifier: BSL-1.0
#include "graph/build/vocabulary_assembly.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "graph/build/builder.hpp"
#include "graph/model/graph.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

struct Read {
    TablesPtr graph;
    std::string told; ///< of vocabularies that contradict each other

    [[nodiscard]] const RelationType& relation(std::string_view name) const {
        return graph->vocabulary->relation(graph->vocabulary->find_relation(name).id);
    }
};

Read read(std::string_view records, std::shared_ptr<const Vocabulary> own = nullptr) {
    Diagnostics diagnostics;
    Builder builder(diagnostics, std::move(own));
    test::read_facts(records, builder, diagnostics);
    Read made{tables_of(builder.finish()), {}};
    for (const Diagnostic& told : diagnostics.all())
        if (told.code == Code::conflicting_vocabulary)
            made.told += format(diagnostics, told) + "\n";
    return made;
}

} // namespace

TEST_CASE("rows of one name say together what each of them says") {
    const Read made =
        read(R"({"vocabulary": {"relations": [{"name": "funds", "inverse": "funded_by"}]}}
{"vocabulary": {"relations": [{"name": "Funds", "sign": 1, "symmetric": true}]}}
{"vocabulary": {"relations": [{"name": "funds", "label": "pays"}]}})");
    CHECK(made.told.empty());
    const RelationType& row = made.relation("funds");
    CHECK(row.inverse == "funded_by");
    CHECK(row.label == "pays");
    CHECK(row.sign == Sign::cooperation);
    CHECK(row.symmetric);
    CHECK_FALSE(row.open);
    CHECK_FALSE(row.builtin);
}

TEST_CASE("rows that contradict each other are told, and no order of them matters") {
    const std::string one =
        R"({"vocabulary": {"relations": [{"name": "x", "label": "b", "sign": 1, "subjects": ["nation"]}]}})";
    const std::string other =
        R"({"vocabulary": {"relations": [{"name": "x", "label": "a", "sign": -1, "subjects": ["official"]}]}})";
    for (const std::string& records : {one + "\n" + other, other + "\n" + one}) {
        const Read made = read(records);
        CHECK(made.told.find("'x' of the vocabulary has another 'sign' elsewhere; that of conflict "
                             "is kept") != std::string::npos);
        CHECK(made.relation("x").label == "a");
        CHECK(made.relation("x").sign == Sign::conflict);
        CHECK(made.relation("x").subjects == (set_of(kind::nation) | set_of(kind::official)));
    }
}

TEST_CASE("what is built in, and what the user gives, wins over the input") {
    auto own = std::make_shared<Vocabulary>();
    RelationType given;
    given.name = "x";
    given.label = "given";
    given.synonyms = "y";
    own->add_relation(given);
    const Read made =
        read(R"({"vocabulary": {"kinds": [{"name": "nation", "label": "Land"}], "relations": [)"
             R"({"name": "x", "label": "read"}, {"name": "y"}, {"name": "has_member"}]}})",
             own);
    CHECK(made.relation("x").label == "given");
    CHECK(made.relation("y").name == "x");
    CHECK(made.relation("has_member").name == "member_of");
    CHECK(made.graph->vocabulary->kind(kind::nation).label == "Nation");
    for (const std::string_view told :
         {"'nation' is built in; the row is left out", "'has_member' means 'member_of' already",
          "'y' means 'x' already",
          "'x' of the vocabulary has another 'label' elsewhere; that of "
          "--vocabulary is kept"})
        CHECK_MESSAGE(made.told.find(told) != std::string::npos, told);
}

TEST_CASE("claims that were read before their relation's row are as if it had come first") {
    const std::string row =
        R"({"vocabulary": {"relations": [{"name": "funds", "inverse": "funded_by", )"
        R"("synonyms": "bankrolls", "subjects": ["nation"], "objects": ["organization"]}]}})";
    const std::string claims = R"({"subject": "Georgia", "relation": "Bankrolls", "object": "X"}
{"subject": "X", "relation": "funded by", "object": "Georgia", "stated_by": "Japan"}
)";
    const std::string facts = test::facts_of(test::graph_of(row + "\n" + claims));
    CHECK(test::facts_of(test::graph_of(claims + row)) == facts);
    CHECK(facts.find(R"("subject":"nation/GEO","relation":"funds")") != std::string::npos);
}

TEST_CASE("rows of the input come before the user's in order of name, and no claim notices") {
    auto own = std::make_shared<Vocabulary>();
    RelationType row;
    row.name = "beta";
    own->add_relation(row);
    const Read made = read(R"({"subject": "Japan", "relation": "beta", "object": "France"}
{"vocabulary": {"relations": [{"name": "alpha"}]}})",
                           own);
    REQUIRE(made.graph->relations.size() == 1);
    CHECK(made.graph->vocabulary->relation(made.graph->relations[0].type).name == "beta");
}

TEST_CASE("the user's rows may stand in any order of names") {
    auto own = std::make_shared<Vocabulary>();
    for (const std::string_view name : {"zeta", "alpha"}) {
        RelationType row;
        row.name = name;
        own->add_relation(row);
    }
    const Read made = read(R"({"subject": "Japan", "relation": "zeta", "object": "France"})", own);
    REQUIRE(made.graph->relations.size() == 1);
    CHECK(made.graph->vocabulary->relation(made.graph->relations[0].type).name == "zeta");
}
