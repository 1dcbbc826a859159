// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/language/vocabulary.hpp"
#include "importers/rdf/statements/dataset.hpp"

namespace entente {

/// What the IRIs of an input mean to us.
class RdfNames {
  public:
    explicit RdfNames(const RdfDataset& data) : data_(data) {}

    /// `schema:name`, whether the IRI says http or https; empty for namespaces that we do not know,
    /// literals and blank nodes.
    std::string_view short_name(TermId id);
    /// What stands behind the last `#` or `/`, decoded: `name`.
    std::string_view local_name(TermId id);

    /// The attribute that a predicate stands for: `about` for `kg:matter`.
    std::string_view attribute(TermId predicate);
    /// The relation that a predicate stands for; empty if it is none that the vocabulary has or
    /// that entente wrote.
    std::string_view relation(TermId predicate);
    /// The kind that a class stands for; empty if it is none that we know.
    std::string_view kind(TermId type);

  private:
    struct Names {
        std::string name, local, attribute, relation, kind;
        bool has_name = false, has_local = false, has_attribute = false, has_relation = false,
             has_kind = false;
    };

    const RdfDataset& data_;
    Vocabulary vocabulary_;
    std::unordered_map<TermId, Names> names_;
};

/// With `%HH` as the bytes they stand for; what is no such escape stays.
std::string percent_decoded(std::string_view text);

/// `wikidata:Q17` for an item of Wikidata, else the IRI itself.
std::string shortened_iri(std::string_view iri);

} // namespace entente
