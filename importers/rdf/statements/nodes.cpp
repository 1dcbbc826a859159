// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/statements/nodes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "importers/rdf/statements/predicates.hpp"

namespace entente {

namespace {

/// Names without a language and English ones come first.
int rank(const RdfTerm& name) {
    if (name.language.empty()) return 0;
    return name.language.substr(0, 2) == "en" ? 1 : 2;
}

} // namespace

/// Two of one name and kind are two entities: the second is told apart by its IRI.
RdfNodes::RdfNodes(const RdfDataset& data, RdfNames& names, const RdfSubjects& subjects)
    : data_(data), names_(names), subjects_(subjects) {
    std::vector<TermId> ends(subjects.all().begin(), subjects.all().end());
    for (const RdfTriple& t : data.triples())
        if (subjects.role(t.subject) != RdfRole::cell && subjects.is_relation(t))
            ends.push_back(t.object);
    std::sort(ends.begin(), ends.end(),
              [&](TermId a, TermId b) { return data.text(a) < data.text(b); });
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    std::map<std::pair<std::string, std::string>, std::size_t> taken;
    for (const TermId end : ends) {
        if (subjects.role(end) != RdfRole::none || subjects.is_nested(end)) continue;
        RdfNode& node = nodes_.emplace(end, named(end)).first->second;
        if (!node.is_source() && taken[{node.name, node.kind}]++ > 0)
            node.id =
                (node.kind.empty() ? "entity/" : node.kind + '/') + shortened_iri(data.text(end));
    }
}

RdfNode RdfNodes::named(TermId subject) const {
    RdfNode node;
    TermId name = 0;
    bool document = false;
    for (const RdfTriple& t : subjects_.sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        if (predicate == "rdf:type") {
            if (node.kind.empty()) node.kind = names_.kind(t.object);
            document |= is_document_class(names_.short_name(t.object));
        }
        if (!is_name_predicate(predicate) || !data_.term(t.object).is_literal()) continue;
        if (name == 0 || rank(data_.term(t.object)) < rank(data_.term(name))) name = t.object;
    }
    if (document && node.kind.empty()) node.kind = "source";
    const bool iri = data_.term(subject).type == RdfTerm::Type::iri;
    if (name != 0)
        node.name = data_.text(name);
    else if (iri)
        node.name = names_.local_name(subject);
    return node;
}

const RdfNode* RdfNodes::find(TermId id) const {
    const auto node = nodes_.find(id);
    return node == nodes_.end() ? nullptr : &node->second;
}

std::vector<TermId> RdfNodes::sorted() const {
    std::vector<TermId> ids;
    for (const auto& [id, node] : nodes_)
        ids.push_back(id);
    std::sort(ids.begin(), ids.end(),
              [&](TermId a, TermId b) { return data_.text(a) < data_.text(b); });
    return ids;
}

} // namespace entente
