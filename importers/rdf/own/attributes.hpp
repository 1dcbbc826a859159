// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <set>
#include <string_view>
#include <vector>

#include "graph/language/words.hpp"
#include "importers/rdf/statements/record.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// Gives a record that entente wrote its attributes back: as literals they are said in the RDF of
/// everybody, and `kg:attributes` has the values that literals do not give back as they were.
class OwnRdfAttributes {
  public:
    OwnRdfAttributes(Reading& reading, RdfContents& contents, RdfRecord& record)
        : reading_(reading), data_(contents.data), names_(contents.names), record_(record) {}

    /// Adds `triples` to the record at hand, and the values that the literal `json` has, if it is
    /// not 0. One that is called like a field of its record gets an underscore, as in the facts.
    void add(const RdfTriples& triples, TermId json, std::size_t offset, On on);

  private:
    void read_exact(TermId json, std::size_t offset);
    [[nodiscard]] bool is_exact(std::string_view key, TermId object) const;

    Reading& reading_;
    const RdfDataset& data_;
    RdfNames& names_;
    RdfRecord& record_;
    JsonParser parser_;
    std::vector<std::size_t> values_; ///< indices of tokens in the parser's tree
    std::set<std::string_view> keys_;
};

} // namespace entente
