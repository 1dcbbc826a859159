// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/statements/subjects.hpp"

#include <algorithm>

#include "importers/rdf/statements/predicates.hpp"

namespace entente {

RdfSubjects::RdfSubjects(const RdfDataset& data, RdfNames& names, std::size_t end)
    : data_(data), names_(names), end_(end) {
    find_roles();
    find_base();
}

void RdfSubjects::find_roles() {
    const auto triples = data_.triples();
    for (std::size_t begin = 0, end = 0; begin < triples.size(); begin = end) {
        const TermId subject = triples[begin].subject;
        while (end < triples.size() && triples[end].subject == subject)
            ++end;
        all_.push_back(subject);
        const RdfRole role = role_of(triples.subspan(begin, end - begin), data_, names_);
        roles_.emplace(subject, role);
        if (role != RdfRole::relation && role != RdfRole::statement) continue;
        const RdfTriple said = said_by(subject);
        reified_.emplace(said.subject, said.predicate, said.object);
    }
    for (const RdfTriple& t : triples)
        if (data_.term(t.object).type == RdfTerm::Type::blank) referred_.insert(t.object);
    std::sort(all_.begin(), all_.end(),
              [&](TermId a, TermId b) { return data_.text(a) < data_.text(b); });
}

void RdfSubjects::find_base() {
    constexpr std::string_view bundle = "provenance";
    for (const TermId subject : all_) {
        const std::string_view iri = data_.text(subject);
        if (role(subject) == RdfRole::bundle && iri.ends_with(bundle)) {
            base_ = iri.substr(0, iri.size() - bundle.size());
            return;
        }
    }
    for (const TermId subject : all_) {
        if (role(subject) != RdfRole::entity) continue;
        const std::string_view iri = data_.text(subject);
        const std::string_view id = data_.text(object(subject, "schema:identifier"));
        for (std::size_t at = iri.size() - std::min(iri.size(), id.size()); at > 0; --at)
            if (percent_decoded(iri.substr(at)) == id) {
                base_ = iri.substr(0, at);
                return;
            }
    }
}

RdfRole RdfSubjects::role(TermId id) const {
    const auto known = roles_.find(id);
    return known == roles_.end() ? RdfRole::none : known->second;
}

RdfTriples RdfSubjects::sorted(TermId subject) const {
    const auto found = data_.of(subject);
    RdfTriples triples(found.begin(), found.end());
    const auto key = [&](const RdfTriple& t) {
        const RdfTerm object = data_.term(t.object);
        return std::tuple(data_.text(t.predicate), object.text, object.language);
    };
    std::sort(triples.begin(), triples.end(),
              [&](const RdfTriple& a, const RdfTriple& b) { return key(a) < key(b); });
    return triples;
}

TermId RdfSubjects::object(TermId subject, std::string_view predicate) const {
    TermId best = 0;
    for (const RdfTriple& t : data_.of(subject))
        if (names_.short_name(t.predicate) == predicate &&
            (best == 0 || data_.text(t.object) < data_.text(best)))
            best = t.object;
    return best;
}

std::size_t RdfSubjects::offset_of(TermId subject) const {
    std::size_t first = end_;
    for (const RdfTriple& t : data_.of(subject))
        first = std::min(first, t.offset);
    return first;
}

RdfTriple RdfSubjects::said_by(TermId relation) const {
    if (const TermId subject = object(relation, "rdf:subject"))
        return {subject, object(relation, "rdf:predicate"), object(relation, "rdf:object"), 0, 0};
    const RdfTriple* alone = data_.only_statement_of(relation);
    return alone ? *alone : RdfTriple{};
}

bool RdfSubjects::is_reified(const RdfTriple& t) const {
    return reified_.contains({t.subject, t.predicate, t.object});
}

bool RdfSubjects::is_relation(const RdfTriple& t) const {
    const RdfTerm object = data_.term(t.object);
    const std::string_view predicate = names_.short_name(t.predicate);
    if (object.is_literal() || predicate == "rdf:type" || predicate == "rdf:rest" ||
        is_same_predicate(predicate) || predicate == "rdf:nil")
        return false;
    const RdfRole end = role(t.object);
    if (end == RdfRole::cell || names_.short_name(t.object) == "rdf:nil" || is_nested(t.object))
        return false;
    if (role(t.subject) != RdfRole::none && role(t.subject) != RdfRole::entity) return false;
    if (end == RdfRole::entity || !names_.relation(t.predicate).empty()) return true;
    return !is_address_predicate(predicate) && end != RdfRole::source;
}

bool RdfSubjects::is_nested(TermId subject) const {
    if (data_.term(subject).type != RdfTerm::Type::blank || !referred_.contains(subject))
        return false;
    const auto triples = data_.of(subject);
    return std::none_of(triples.begin(), triples.end(), [&](const RdfTriple& t) {
        return is_name_predicate(names_.short_name(t.predicate));
    });
}

} // namespace entente
