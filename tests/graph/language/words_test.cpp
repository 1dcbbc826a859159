// SPDX-License-Identifier: BSL-1.0
#include "graph/language/words.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>

#include "exporters/registry.hpp"
#include "graph/language/vocabulary.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

TEST_CASE("each field has one row, and each word one name") {
    std::set<std::pair<On, Word>> fields;
    std::set<std::pair<On, std::string_view>> keys, flat;
    for (const FieldWord& row : field_words) {
        CAPTURE(row.name);
        if (row.word != Word::none) CHECK(fields.emplace(row.on, row.word).second);
        if (row.role != FieldRole::made) CHECK(keys.emplace(row.on, row.name).second);
        if (!row.flat.empty()) {
            CHECK(flat.emplace(row.on, row.flat).second);
            CHECK(row.flat.starts_with(flat_prefix));
            CHECK_FALSE(row.flat.starts_with(flat_attribute_prefix));
        }
        CHECK((row.iri.empty() || row.iri.find(':') != std::string_view::npos));
        const bool written_by_people = row.role == FieldRole::own || row.role == FieldRole::free;
        CHECK(row.meaning.empty() != written_by_people);
        if (row.word != Word::none && row.role != FieldRole::made)
            CHECK(name(row.word) == row.name);
        if (row.word != Word::none && !row.flat.empty()) CHECK(flat_name(row.word) == row.flat);
    }
    for (std::size_t i = 1; i < key_count; ++i) {
        CAPTURE(i);
        CHECK_FALSE(name(static_cast<Word>(i)).empty());
    }
    for (const ForeignWord& row : foreign_words)
        CHECK(name(row.word) == row.name);
}

TEST_CASE("no attribute may be called like a field of its record") {
    CHECK(is_record_key(On::entity, "kind"));
    CHECK(is_record_key(On::entity, "source"));   // the program writes it
    CHECK(is_record_key(On::entity, "relation")); // a record with it is a claim
    CHECK_FALSE(is_record_key(On::entity, "object"));
    CHECK_FALSE(is_record_key(On::entity, "note")); // an attribute, whatever it means
    CHECK(is_record_key(On::source, "published"));
    CHECK(is_record_key(On::source, "target")); // what others write for `object`
    CHECK_FALSE(is_record_key(On::source, "type"));
    CHECK(is_record_key(On::claim, "stated_by_as"));
    CHECK_FALSE(is_record_key(On::claim, "status")); // of the relation, and computed
    CHECK_FALSE(is_record_key(On::claim, "role"));
    CHECK_FALSE(is_record_key(On::graph, "title"));
}

TEST_CASE("a field that is no more than a row stands in every format and comes back") {
    std::string claim = R"({"subject": "US", "relation": "ally_of", "object": "Japan")";
    std::string entity = R"({"entity": "alliance/x", "kind": "alliance", "name": "X")";
    for (const FieldWord& row : field_words) {
        if (row.role != FieldRole::free) continue;
        (row.on == On::claim ? claim : entity) +=
            ", \"" + std::string(row.name) + "\": \"of " + std::string(row.name) + '"';
    }
    const GraphPtr graph = test::graph_of(claim + "}\n" + entity + "}\n");
    const std::string facts = test::facts_of(graph);
    const View view = view_of(graph);
    for (const Exporter& exporter : exporters()) {
        if (!exporter.can.claims) continue;
        CAPTURE(exporter.name);
        if (exporter.name != "entente" && exporter.name != "bundle") {
            const std::string text = test::written(view, exporter.name);
            for (const FieldWord& row : field_words)
                if (row.role == FieldRole::free && row.on != On::source)
                    CHECK(text.find("of " + std::string(row.name)) != std::string::npos);
        }
        Diagnostics diagnostics;
        if (exporter.can.read_back)
            CHECK(test::facts_of(test::read_back(view, exporter, {}, diagnostics)) == facts);
    }
}
