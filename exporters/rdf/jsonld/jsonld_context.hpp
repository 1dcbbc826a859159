// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/vocabulary.hpp"
#include "graph/language/words.hpp"

namespace entente {

/// The term that a field has in our context: its key in records, or of what is no key the local
/// name of its IRI. Of the graph only the title has one.
template <On on, Word word>
constexpr std::string_view jsonld_term(FieldTag<on, word>) {
    constexpr FieldWord row = FieldTag<on, word>::row;
    if (row.iri == "schema:identifier") return "identifier";
    if (row.role == FieldRole::made) return row.iri.substr(row.iri.find(':') + 1);
    return on == On::graph && word != Word::title ? row.iri : row.name;
}

/// The terms that a JSON-LD file uses, made from the vocabulary: what each key stands for.
class JsonldTerms {
  public:
    JsonldTerms(const Vocabulary& vocabulary, std::string_view base_iri);

    /// The prefix of everything under the base IRI, and the attributes' among it.
    static constexpr std::string_view prefix = "e:";

    /// The `@context`, compact JSON.
    [[nodiscard]] const std::string& context() const { return context_; }

    struct RelationTerm {
        std::string key;      ///< `ally_of`, or the IRI if the relation is not built in
        std::string iri;      ///< `kg:allyOf`, `e:vocabulary#warned_of`, or a full IRI
        bool coerced = false; ///< the context says that its values are IRIs
    };
    [[nodiscard]] const RelationTerm& relation(RelationId id) const { return relations_[id]; }

    /// The key for an attribute or qualifier: the vocabulary's own term, else one made from its
    /// name, `attribute:founded%20on`. It holds until the next call.
    [[nodiscard]] std::string_view attribute(std::string_view name);

  private:
    /// With the type that its values have unless they say another: `@id`, `xsd:date`.
    void term(std::string_view name, std::string_view iri, std::string_view type = {});

    std::string context_;
    std::vector<RelationTerm> relations_;
    std::set<std::string_view> attributes_;
    std::string made_;
};

/// The IRI of an identifier elsewhere, quoted, if it has one: `wikidata:Q17`, a web address.
/// Appends nothing else; puts a comma before it unless `out` is empty.
void append_exact_match(std::string& out, std::string_view id);

} // namespace entente
