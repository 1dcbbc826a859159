// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/own/claims.hpp"

#include "importers/rdf/statements/predicates.hpp"

namespace entente {

std::vector<TermId> OwnRdfClaims::objects(TermId subject, std::string_view predicate) const {
    std::vector<TermId> found;
    for (const RdfTriple& t : subjects_.sorted(subject))
        if (names_.short_name(t.predicate) == predicate) found.push_back(t.object);
    return found;
}

void OwnRdfClaims::relation(TermId subject) {
    const std::vector<TermId> found = objects(subject, predicate_of(On::relation, Word::claims));
    const std::size_t offset = subjects_.offset_of(subject);
    if (!found.empty()) {
        claims(subject, found, offset);
    } else if (subjects_.object(subject, predicate_of(On::relation, Word::derived)) != 0) {
        reading_.once(Code::reduced, Severity::note, offset,
                      "relations that were computed are left out; --derived computes them again");
        reading_.accept();
    } else {
        lean_claims(subject, offset);
    }
}

void OwnRdfClaims::claims(TermId relation, const std::vector<TermId>& claims, std::size_t offset) {
    bool accepted = true;
    for (const TermId one : claims) {
        claim(relation, one);
        const std::size_t at =
            subjects_.role(one) == RdfRole::claim ? subjects_.offset_of(one) : offset;
        if (record_.read(at)) continue;
        if (accepted)
            reading_.reject(at, record_.json());
        else
            reading_.keep(at, record_.json()); // one relation is counted once
        accepted = false;
    }
    if (accepted) reading_.accept();
}

void OwnRdfClaims::claim(TermId relation, TermId claim) {
    record_.begin_claim(relation);
    RdfTriples rest;
    TermId begin = 0, end = 0;
    for (const RdfTriple& t : subjects_.sorted(claim)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const FieldWord* const row = field_of(On::claim, predicate);
        if (row == nullptr && predicate != "rdf:type")
            rest.push_back(t);
        else if (row == nullptr || row->word == Word::qualifiers)
            continue;
        else if (row->word == Word::span_begin)
            begin = t.object;
        else if (row->word == Word::span_end)
            end = t.object;
        else if (!record_.has(row->name))
            field(*row, t.object);
    }
    if (begin != 0 && end != 0) {
        record_.open_list(name(Word::span));
        record_.member({}, begin);
        record_.member({}, end);
        record_.close();
    }
    attributes_.add(rest, subjects_.object(claim, predicate_of(On::claim, Word::qualifiers)),
                    subjects_.offset_of(claim), On::claim);
}

void OwnRdfClaims::field(const FieldWord& row, TermId object) {
    if (row.word == Word::source)
        record_.text(row.name, record_.source_id(object));
    else if (row.type == "reference")
        record_.reference(row.name, object);
    else if (row.type == "decimal")
        record_.member(row.name, object);
    else
        record_.text(row.name, data_.text(object));
}

/// Written with --lean: of the claims, the relation is left, and who its sources are.
void OwnRdfClaims::lean_claims(TermId relation, std::size_t offset) {
    const std::vector<TermId> sources =
        objects(relation, predicate_of(On::relation, Word::sources));
    reading_.once(Code::lean, Severity::note, offset,
                  "relations without their claims (--lean): each source counts as one claim");
    bool accepted = true;
    for (std::size_t n = 0; n == 0 || n < sources.size(); ++n) {
        record_.begin_claim(relation);
        lean_fields(relation);
        const TermId confidence =
            subjects_.object(relation, predicate_of(On::relation, Word::confidence));
        if (n == 0 && confidence != 0) record_.member(name(Word::confidence), confidence);
        if (!sources.empty()) record_.text(name(Word::source), record_.source_id(sources[n]));
        accepted = record_.read(offset) && accepted;
    }
    record_.count(accepted, offset);
}

/// What each claim has of its relation.
void OwnRdfClaims::lean_fields(TermId relation) {
    for (const Word word : {Word::date, Word::from, Word::to})
        if (const TermId date = subjects_.object(relation, predicate_of(On::relation, word)))
            record_.text(name(word), data_.text(date));
    const std::string_view status =
        data_.text(subjects_.object(relation, predicate_of(On::relation, Word::status)));
    if (is_one_of(status, {"denied", "planned", "possible"}))
        record_.text(name(Word::stance), status);
}

} // namespace entente
