// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>

#include "graph/language/record.hpp"
#include "importers/rdf/statements/nodes.hpp"
#include "importers/reading.hpp"
#include "importers/records/composer.hpp"

namespace entente {

/// The record that is being put together of an input's statements: the members of a RecordComposer
/// and those that terms stand for.
class RdfRecord : private RecordComposer {
  public:
    RdfRecord(Reading& reading, RdfContents& contents)
        : RecordComposer(reading),
          reading_(reading),
          data_(contents.data),
          names_(contents.names),
          subjects_(contents.subjects),
          nodes_(contents.nodes) {}

    /// Begins a new, empty record; what was kept for the one before is gone.
    void begin();
    using RecordComposer::close;
    using RecordComposer::has;
    using RecordComposer::json;
    using RecordComposer::open_list;
    using RecordComposer::open_object;
    using RecordComposer::read;
    using RecordComposer::splice;
    using RecordComposer::text;
    using RecordComposer::value;

    /// An object of a statement, with all that hangs on it.
    void member(std::string_view key, TermId object) { member(key, object, 0); }
    /// Who is meant: an id or a name.
    void reference(std::string_view key, TermId entity);
    /// An element of a list of aliases.
    void alias(const Alias& alias);
    /// The id of what a term means as a source.
    std::string_view source_id(TermId source);
    /// A text that lives as long as the record.
    std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }

    /// Begins a claim with what a relation or rdf:Statement speaks of.
    void begin_claim(TermId relation);
    /// Reads a statement that joins two entities, unless another one speaks of it.
    void read_plain_relation(const RdfTriple& triple);
    /// Counts what the record was made from.
    void count(bool accepted, std::size_t offset);

    /// Whether a blank node has become a part of some record.
    [[nodiscard]] bool is_part(TermId node) const { return parts_.contains(node); }

  private:
    void member(std::string_view key, TermId object, unsigned depth);
    void literal(std::string_view key, const RdfTerm& term);
    void number(std::string_view key, std::string_view text, bool whole);
    void list(std::string_view key, TermId cell, unsigned depth);
    void part(std::string_view key, TermId subject, unsigned depth);
    void node_reference(std::string_view key, const RdfNode& node);

    Reading& reading_;
    const RdfDataset& data_;
    RdfNames& names_;
    const RdfSubjects& subjects_;
    const RdfNodes& nodes_;
    std::deque<std::string> texts_;
    std::unordered_set<TermId> parts_;
    std::size_t parts_left_ = 0; ///< how many more this record may have
};

} // namespace entente
