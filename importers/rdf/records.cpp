// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/records.hpp"

#include <algorithm>

namespace entente {

void RdfRecords::read() {
    reading_.move_to(reading_.text().size());
    find_roles();
    find_base();
    const auto for_each = [&](Role wanted, void (RdfRecords::*read_one)(TermId)) {
        for (const TermId subject : subjects_) {
            if (role(subject) != wanted) continue;
            texts_.clear();
            (this->*read_one)(subject);
        }
    };
    for_each(Role::bundle, &RdfRecords::own_bundle);
    for_each(Role::source, &RdfRecords::own_source);
    find_nodes();
    for_each(Role::entity, &RdfRecords::own_entity);
    for_each(Role::relation, &RdfRecords::own_relation);
    others();
}

/// What a subject is, by its statements.
RdfRecords::Role RdfRecords::role_of(std::span<const RdfTriple> triples) {
    bool identifier = false, kind = false, source = false, subject = false, predicate = false,
         object = false, relation = false;
    for (const RdfTriple& t : triples) {
        const std::string_view name = names_.short_name(t.predicate);
        identifier |= name == "schema:identifier";
        kind |= name == "kg:kind";
        subject |= name == "rdf:subject";
        predicate |= name == "rdf:predicate";
        object |= name == "rdf:object";
        if (name == "rdf:first") return Role::cell;
        if (name != "rdf:type") continue;
        const std::string_view type = names_.short_name(t.object);
        if (type == "kg:Claim") return Role::claim;
        if (type == "prov:Bundle") return Role::bundle;
        relation |= type == "kg:Relation";
        source |= type == "kg:Source";
    }
    if (identifier && kind) return Role::entity;
    if (identifier && source) return Role::source;
    if (subject && predicate && object) return relation ? Role::relation : Role::statement;
    return is_lean_relation(triples) ? Role::relation : Role::none;
}

/// Written with --lean: a graph of one statement, of which it is said how sure that is and who says
/// so.
bool RdfRecords::is_lean_relation(std::span<const RdfTriple> triples) {
    const RdfTriple* said = data_.only_statement_of(triples.front().subject);
    if (said == nullptr || data_.term(said->object).is_literal()) return false;
    return std::any_of(triples.begin(), triples.end(), [&](const RdfTriple& t) {
        const std::string_view name = names_.short_name(t.predicate);
        return name == "kg:confidence" || name == "kg:claimCount" || name == "kg:derived" ||
               name == "kg:date" || name == "kg:from" || name == "kg:to" ||
               name == "kg:relationName" || name == "prov:wasDerivedFrom";
    });
}

RdfTriple RdfRecords::said_by(TermId relation) {
    if (const TermId subject = object(relation, "rdf:subject"))
        return {subject, object(relation, "rdf:predicate"), object(relation, "rdf:object"), 0, 0};
    const RdfTriple* alone = data_.only_statement_of(relation);
    return alone ? *alone : RdfTriple{};
}

void RdfRecords::find_roles() {
    const auto triples = data_.triples();
    for (std::size_t begin = 0, end = 0; begin < triples.size(); begin = end) {
        const TermId subject = triples[begin].subject;
        while (end < triples.size() && triples[end].subject == subject)
            ++end;
        subjects_.push_back(subject);
        const Role role = role_of(triples.subspan(begin, end - begin));
        roles_.emplace(subject, role);
        if (role != Role::relation && role != Role::statement) continue;
        const RdfTriple said = said_by(subject);
        reified_.emplace(said.subject, said.predicate, said.object);
    }
    for (const RdfTriple& t : triples)
        if (data_.term(t.object).type == RdfTerm::Type::blank) referred_.insert(t.object);
    std::sort(subjects_.begin(), subjects_.end(),
              [&](TermId a, TermId b) { return data_.text(a) < data_.text(b); });
}

/// Under which IRI the ids of entente's own entities and sources stand, whatever --base it was.
void RdfRecords::find_base() {
    constexpr std::string_view bundle = "provenance";
    for (const TermId subject : subjects_) {
        const std::string_view iri = data_.text(subject);
        if (role(subject) == Role::bundle && iri.ends_with(bundle)) {
            base_ = iri.substr(0, iri.size() - bundle.size());
            return;
        }
    }
    for (const TermId subject : subjects_) {
        if (role(subject) != Role::entity) continue;
        const std::string_view iri = data_.text(subject);
        const std::string_view id = data_.text(object(subject, "schema:identifier"));
        for (std::size_t at = iri.size() - std::min(iri.size(), id.size()); at > 0; --at)
            if (percent_decoded(iri.substr(at)) == id) {
                base_ = iri.substr(0, at);
                return;
            }
    }
}

RdfRecords::Triples RdfRecords::sorted(TermId subject) {
    const auto found = data_.of(subject);
    Triples triples(found.begin(), found.end());
    const auto key = [&](const RdfTriple& t) {
        const RdfTerm object = data_.term(t.object);
        return std::tuple(data_.text(t.predicate), object.text, object.language);
    };
    std::sort(triples.begin(), triples.end(),
              [&](const RdfTriple& a, const RdfTriple& b) { return key(a) < key(b); });
    return triples;
}

RdfRecords::Role RdfRecords::role(TermId id) const {
    const auto known = roles_.find(id);
    return known == roles_.end() ? Role::none : known->second;
}

/// Where the input first speaks of it.
std::size_t RdfRecords::offset_of(TermId subject) const {
    std::size_t first = reading_.text().size();
    for (const RdfTriple& t : data_.of(subject))
        first = std::min(first, t.offset);
    return first;
}

TermId RdfRecords::object(TermId subject, std::string_view predicate) {
    TermId best = 0;
    for (const RdfTriple& t : data_.of(subject))
        if (names_.short_name(t.predicate) == predicate &&
            (best == 0 || data_.text(t.object) < data_.text(best)))
            best = t.object;
    return best;
}

void RdfRecords::reference(std::string_view key, TermId entity) {
    if (role(entity) == Role::entity) {
        records_.text(key, data_.text(object(entity, "schema:identifier")));
        return;
    }
    if (const auto node = nodes_.find(entity); node != nodes_.end()) {
        if (!node->second.id.empty()) {
            records_.text(key, node->second.id);
        } else if (node->second.kind.empty()) {
            records_.text(key, node->second.name);
        } else {
            records_.open_object(key);
            records_.text("name", node->second.name);
            records_.text("kind", node->second.kind);
            records_.close();
        }
        return;
    }
    const std::string_view iri = data_.text(entity);
    if (!base_.empty() && iri.starts_with(base_))
        records_.text(key, keep(percent_decoded(iri.substr(base_.size()))));
    else
        records_.text(key, data_.term(entity).is_literal() ? iri : names_.local_name(entity));
}

std::string_view RdfRecords::source_id(TermId source) {
    if (role(source) == Role::source) return data_.text(object(source, "schema:identifier"));
    const std::string_view iri = data_.text(source);
    const std::string under = base_ + "source/";
    if (!base_.empty() && iri.starts_with(under))
        return keep(percent_decoded(iri.substr(under.size())));
    return iri;
}

void RdfRecords::begin_record() {
    constexpr std::size_t most_nested = 1000;
    records_.begin();
    nested_left_ = most_nested;
}

void RdfRecords::count(bool accepted, std::size_t offset) {
    if (accepted)
        reading_.accept();
    else
        reading_.reject(offset, records_.json());
}

std::string_view RdfRecords::keep(std::string text) {
    return texts_.emplace_back(std::move(text));
}

} // namespace entente
