// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <vector>

#include "importers/rdf/statements/record.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Gives an entity that entente wrote its names back: the name, the aliases and who else it is.
/// `kg:exactAliases` has the list of aliases where literals do not give it back as it was.
class OwnRdfNames {
  public:
    OwnRdfNames(RdfContents& contents, RdfRecord& record)
        : data_(contents.data), names_(contents.names), record_(record) {}

    /// Adds what the entity's statements say of it to the record at hand.
    void add(const RdfTriples& triples);

  private:
    void find(const RdfTriples& triples);
    [[nodiscard]] bool is_exact(const Alias& alias) const;
    void add_aliases();
    void add_same_as(const RdfTriples& triples);

    const RdfDataset& data_;
    RdfNames& names_;
    RdfRecord& record_;
    JsonParser parser_;
    bool exact_ = false; ///< the parser has the aliases as they were
    std::vector<Alias> aliases_;
    std::vector<std::string_view> same_as_;
};

} // namespace entente
