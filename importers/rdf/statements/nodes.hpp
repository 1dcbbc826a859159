// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "importers/rdf/statements/subjects.hpp"

namespace entente {

/// An entity or source that others wrote: the name settles who is meant.
struct RdfNode {
    std::string id; ///< of the entity; empty: it goes by its name
    std::string name, kind;

    [[nodiscard]] bool is_source() const { return kind == "source"; }
};

/// What others wrote of: subjects that are none of ours, and what their statements lead to.
class RdfNodes {
  public:
    RdfNodes(const RdfDataset& data, RdfNames& names, const RdfSubjects& subjects);

    /// nullptr if it is none.
    [[nodiscard]] const RdfNode* find(TermId id) const;
    /// All of them, sorted by their texts.
    [[nodiscard]] std::vector<TermId> sorted() const;

  private:
    [[nodiscard]] RdfNode named(TermId subject) const;

    const RdfDataset& data_;
    RdfNames& names_;
    const RdfSubjects& subjects_;
    std::unordered_map<TermId, RdfNode> nodes_;
};

/// All that is known of the statements of an input before records are made of them.
struct RdfContents {
    /// `dataset` is finished and outlives this; `end` is the size of the input.
    RdfContents(const RdfDataset& dataset, std::size_t end)
        : data(dataset), names(data), subjects(data, names, end), nodes(data, names, subjects) {}
    RdfContents(const RdfContents&) = delete; // its parts know one another
    RdfContents& operator=(const RdfContents&) = delete;

    const RdfDataset& data;
    RdfNames names;
    RdfSubjects subjects;
    RdfNodes nodes;
};

} // namespace entente
