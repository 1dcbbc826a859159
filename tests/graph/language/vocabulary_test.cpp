// SPDX-License-Identifier: BSL-1.0
#include "graph/language/vocabulary.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace entente;

TEST_CASE("names are found whatever their spelling, and only the standard one is no synonym") {
    const Vocabulary vocabulary;
    const auto member_of = vocabulary.find_relation("member_of");
    CHECK(vocabulary.relation(member_of.id).name == "member_of");
    CHECK_FALSE(member_of.synonym);
    for (const char* name : {"Member of", "member-of", "memberOf", "MEMBER_OF", "belongs_to"}) {
        CHECK(vocabulary.find_relation(name).id == member_of.id);
        CHECK(vocabulary.find_relation(name).synonym);
        CHECK_FALSE(vocabulary.find_relation(name).inverse);
    }
    CHECK(vocabulary.find_relation("has_member").id == member_of.id);
    CHECK(vocabulary.find_relation("has_member").inverse);
    CHECK(vocabulary.find_relation("no such thing").id == Vocabulary::none);
    CHECK(vocabulary.find_kind("Nation") == kind::nation);
    CHECK(vocabulary.find_kind("company") == Vocabulary::none);
}

TEST_CASE("no two rows of the table share a name, an inverse or a synonym") {
    const Vocabulary vocabulary;
    std::set<std::string> names;
    for (const RelationType& row : vocabulary.relations()) {
        CHECK(names.insert(std::string(row.name)).second);
        if (!row.inverse.empty() && row.inverse != row.inverse_label)
            CHECK(names.insert(std::string(row.inverse)).second);
        std::string_view rest = row.synonyms;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(' '), rest.size());
            CHECK_MESSAGE(names.insert(std::string(rest.substr(0, end))).second,
                          std::string(rest.substr(0, end)));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        CHECK_MESSAGE(!(row.symmetric && !row.inverse.empty()), row.name);
        CHECK_MESSAGE(!row.iri.empty(), row.name);
        CHECK_MESSAGE(!row.meaning.empty(), row.name);
    }
}

TEST_CASE("the vocabulary is open, and built-in rows stay as they are") {
    Vocabulary vocabulary;
    const RelationId own = vocabulary.add_relation("negotiates_with");
    CHECK_FALSE(vocabulary.relation(own).builtin);
    CHECK(vocabulary.find_relation("Negotiates-With").id == own);
    const RelationId other = vocabulary.add_relation("funds");
    CHECK(vocabulary.find_relation("Funds").id == other);
    CHECK(vocabulary.add_relation("funds") == other);
    const KindId company = vocabulary.add_kind("company");
    CHECK(vocabulary.find_kind("Company") == company);
    RelationType row;
    row.name = "ally_of";
    row.label = "changed";
    vocabulary.add_relation(row);
    CHECK(vocabulary.relation(vocabulary.find_relation("ally_of").id).label == "is allied with");
}
