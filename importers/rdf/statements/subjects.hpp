// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "importers/rdf/statements/dataset.hpp"
#include "importers/rdf/statements/names.hpp"
#include "importers/rdf/statements/roles.hpp"

namespace entente {

using RdfTriples = std::vector<RdfTriple>;

/// The subjects of an input and what each is, whoever wrote it: what a statement says depends on
/// what stands at its ends.
class RdfSubjects {
  public:
    /// `data` is finished, and outlives this as `names` does; `end` is the size of the input.
    RdfSubjects(const RdfDataset& data, RdfNames& names, std::size_t end);

    /// Sorted by their texts.
    [[nodiscard]] std::span<const TermId> all() const { return all_; }
    [[nodiscard]] RdfRole role(TermId id) const;
    /// Under which IRI the ids of entente's own entities and sources stand, whatever --base it was;
    /// empty: none are there.
    [[nodiscard]] const std::string& base() const { return base_; }

    /// The subject's statements, in an order that does not depend on that of the input.
    [[nodiscard]] RdfTriples sorted(TermId subject) const;
    /// The object of a subject's statement; of several, the first one by its text. 0: none.
    [[nodiscard]] TermId object(TermId subject, std::string_view predicate) const;
    /// Where the input first speaks of it; its end if it does not.
    [[nodiscard]] std::size_t offset_of(TermId subject) const;

    /// What an rdf:Statement speaks of, or what stands alone in the graph of that name.
    [[nodiscard]] RdfTriple said_by(TermId relation) const;
    /// Whether some rdf:Statement speaks of it: then the plain statement says nothing more.
    [[nodiscard]] bool is_reified(const RdfTriple& triple) const;
    /// Whether a statement joins two entities; else it says something of its subject.
    [[nodiscard]] bool is_relation(const RdfTriple& triple) const;
    /// A blank node without a name that something ends at is a part of that, such as an address.
    [[nodiscard]] bool is_nested(TermId subject) const;

  private:
    void find_roles();
    void find_base();

    const RdfDataset& data_;
    RdfNames& names_;
    std::size_t end_;
    std::vector<TermId> all_;
    std::unordered_map<TermId, RdfRole> roles_;
    std::unordered_set<TermId> referred_; ///< blank nodes that some statement ends at
    std::set<std::tuple<TermId, TermId, TermId>> reified_;
    std::string base_;
};

} // namespace entente
