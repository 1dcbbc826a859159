// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/own/names.hpp"

#include <algorithm>

#include "graph/text/ascii.hpp"
#include "importers/rdf/statements/predicates.hpp"

namespace entente {

void OwnRdfNames::add(const RdfTriples& triples) {
    find(triples);
    add_aliases();
    add_same_as(triples);
}

/// A second name is an alias.
void OwnRdfNames::find(const RdfTriples& triples) {
    exact_ = false;
    aliases_.clear();
    same_as_.clear();
    for (const RdfTriple& t : triples) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const RdfTerm term = data_.term(t.object);
        if (predicate == "kg:exactAliases") exact_ = parser_.parse(term.text);
        if (predicate == predicate_of(On::entity, Word::same_as)) same_as_.push_back(term.text);
        if (predicate == predicate_of(On::entity, Word::name)) {
            if (record_.has(name(Word::name)))
                aliases_.push_back({term.text, {}});
            else
                record_.text(name(Word::name), term.text);
        }
        if (predicate == predicate_of(On::entity, Word::aliases))
            aliases_.push_back({term.text, term.language});
    }
}

bool OwnRdfNames::is_exact(const Alias& alias) const {
    if (!exact_) return false;
    const auto& tokens = parser_.tree().tokens;
    for (std::size_t i = 1; i < tokens.size(); i = tokens[i].end) {
        const JsonToken& token = tokens[i];
        const bool empty = token.compound() && token.end == i + 1;
        const std::string_view name =
            token.compound() && !empty ? tokens[i + 1].text() : token.text();
        if (name != alias.name) continue;
        if (alias.language.empty()) return true;
        if (token.compound() &&
            ascii::lower(tokens[token.end - 1].text()) == ascii::lower(alias.language))
            return true;
    }
    return false;
}

void OwnRdfNames::add_aliases() {
    const bool list = exact_ && parser_.tree().root().type == JsonType::array;
    aliases_.erase(std::remove_if(aliases_.begin(), aliases_.end(),
                                  [&](const Alias& alias) { return is_exact(alias); }),
                   aliases_.end());
    if (aliases_.empty() && !list) return;
    record_.open_list(name(Word::aliases));
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; list && i < tree.root().end; i = tree.tokens[i].end)
        record_.splice({}, tree, i);
    for (const Alias& alias : aliases_)
        record_.alias(alias);
    record_.close();
}

void OwnRdfNames::add_same_as(const RdfTriples& triples) {
    const auto said = [&](std::string_view id) {
        return std::find(same_as_.begin(), same_as_.end(), id) != same_as_.end();
    };
    for (const RdfTriple& t : triples) {
        if (names_.short_name(t.predicate) != "skos:exactMatch") continue;
        const std::string_view id = record_.keep(shortened_iri(data_.text(t.object)));
        if (!said(id) && !said(data_.text(t.object))) same_as_.push_back(id);
    }
    if (same_as_.empty()) return;
    record_.open_list(name(Word::same_as));
    for (const std::string_view id : same_as_)
        record_.text({}, id);
    record_.close();
}

} // namespace entente
