// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/own/entities.hpp"

#include <string>

#include "importers/rdf/statements/predicates.hpp"

namespace entente {

namespace {

/// What entente says of an entity besides its attributes and relations.
bool is_field_of_entity(std::string_view predicate) {
    return is_one_of(predicate, {"rdf:type", "kg:exactAliases", "skos:exactMatch"}) ||
           field_of(On::entity, predicate) != nullptr;
}

} // namespace

// -- the graph ------------------------------------------------------------------------------------

void OwnRdfEntities::bundle(TermId subject) {
    const std::size_t offset = subjects_.offset_of(subject);
    record_.begin();
    record_.open_object(name(Word::graph));
    bool any = false;
    for (const FieldWord& row : field_words) {
        if (row.on != On::graph || row.role != FieldRole::own) continue;
        const TermId value = subjects_.object(subject, row.iri);
        if (value == 0) continue;
        record_.text(row.name, data_.text(value));
        any = true;
    }
    if (any) record_.count(record_.read(offset), offset);
    vocabulary(subjects_.object(subject, predicate_of(On::graph, Word::vocabulary)), offset);
    judgements(subjects_.object(subject, predicate_of(On::graph, Word::judgements)), offset);
}

void OwnRdfEntities::vocabulary(TermId rows, std::size_t offset) {
    if (rows == 0) return;
    record_.begin();
    if (record_.json(name(Word::vocabulary), data_.text(rows)))
        record_.count(record_.read(offset), offset);
    else
        reading_.report(Code::syntax, Severity::warning, offset,
                        std::string(predicate_of(On::graph, Word::vocabulary)) + " is no JSON");
}

void OwnRdfEntities::judgements(TermId list, std::size_t offset) {
    if (list == 0) return;
    if (!parser_.parse(data_.text(list)) || parser_.tree().root().type != JsonType::array) {
        reading_.report(
            Code::syntax, Severity::warning, offset,
            std::string(predicate_of(On::graph, Word::judgements)) + " is no JSON list");
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        record_.begin();
        for (std::size_t k = i + 1; k < tree.tokens[i].end; k = tree.tokens[k].end)
            record_.splice(tree.tokens[k].key(), tree, k);
        record_.count(record_.read(offset), offset);
    }
}

// -- entities -------------------------------------------------------------------------------------

void OwnRdfEntities::entity(TermId subject) {
    const std::size_t offset = subjects_.offset_of(subject);
    const RdfTriples triples = subjects_.sorted(subject);
    record_.begin();
    fields(subject, triples);
    RdfTriples rest, relations;
    for (const RdfTriple& t : triples) {
        if (is_field_of_entity(names_.short_name(t.predicate))) continue;
        (subjects_.is_relation(t) ? relations : rest).push_back(t);
    }
    attributes_.add(rest, subjects_.object(subject, predicate_of(On::entity, Word::attributes)),
                    offset, On::entity);
    record_.count(record_.read(offset), offset);
    for (const RdfTriple& t : relations)
        record_.read_plain_relation(t);
}

void OwnRdfEntities::fields(TermId subject, const RdfTriples& triples) {
    for (const FieldWord& row : field_words) {
        if (row.on != On::entity || (row.role != FieldRole::own && row.role != FieldRole::marked))
            continue;
        if (row.word == Word::name)
            entity_names_.add(triples);
        else if (row.type != "list")
            field(row, subjects_.object(subject, row.iri));
    }
}

/// One that is no list.
void OwnRdfEntities::field(const FieldWord& row, TermId object) {
    if (object == 0 && row.type != "string") return;
    if (row.type == "reference")
        record_.text(row.name, record_.source_id(object));
    else if (row.type == "boolean")
        record_.member(row.name, object);
    else
        record_.text(row.name, data_.text(object));
}

// -- sources --------------------------------------------------------------------------------------

/// One that only claims name is made known by them.
void OwnRdfEntities::source(TermId subject) {
    const std::size_t offset = subjects_.offset_of(subject);
    if (subjects_.object(subject, predicate_of(On::entity, Word::provisional)) != 0) {
        reading_.accept();
        return;
    }
    record_.begin();
    record_.text(name(Word::source),
                 data_.text(subjects_.object(subject, predicate_of(On::source, Word::source))));
    RdfTriples rest;
    for (const RdfTriple& t : subjects_.sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const FieldWord* const row = field_of(On::source, predicate);
        if (row == nullptr && predicate != "rdf:type")
            rest.push_back(t);
        else if (row != nullptr && row->role == FieldRole::own && !record_.has(row->name))
            record_.text(row->name, data_.text(t.object));
    }
    attributes_.add(rest, subjects_.object(subject, predicate_of(On::source, Word::attributes)),
                    offset, On::source);
    record_.count(record_.read(offset), offset);
}

} // namespace entente
