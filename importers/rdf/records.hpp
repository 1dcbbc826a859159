// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/language/words.hpp"
#include "importers/rdf/dataset.hpp"
#include "importers/rdf/names.hpp"
#include "importers/reading.hpp"
#include "importers/records/composer.hpp"

namespace entente {

/// Turns the statements of an input into records: what the importers of all RDF syntaxes share.
///
/// What entente wrote (docs/formats/jsonld.md) gives back the records that it was written from,
/// whatever the order, prefixes and blank nodes. The RDF of others is read as far as it goes: a
/// subject is an entity, a statement about another one is a claim, literals are attributes. Each
/// entity, source and relation counts as one record.
class RdfRecords {
  public:
    /// `data` is complete and must outlive it.
    RdfRecords(Reading& reading, const RdfDataset& data)
        : reading_(reading), data_(data), names_(data), records_(reading) {}

    void read();

  private:
    enum class Role { none, entity, source, claim, relation, bundle, statement, cell };
    using Triples = std::vector<RdfTriple>;

    // records.cpp
    void find_roles();
    Role role_of(std::span<const RdfTriple> triples);
    void find_base();
    /// The subject's statements, in an order that does not depend on that of the input.
    Triples sorted(TermId subject);
    [[nodiscard]] Role role(TermId id) const;
    [[nodiscard]] std::size_t offset_of(TermId subject) const;
    TermId object(TermId subject, std::string_view predicate);
    /// What an rdf:Statement speaks of, or what stands alone in the graph of that name.
    RdfTriple said_by(TermId relation);
    bool is_lean_relation(std::span<const RdfTriple> triples);
    void reference(std::string_view key, TermId entity);
    std::string_view source_id(TermId source);
    void begin_record();
    void count(bool accepted, std::size_t offset);
    std::string_view keep(std::string text);

    // values.cpp: objects as members of the record at hand
    void member(std::string_view key, TermId object, unsigned depth = 0);
    void number(std::string_view key, std::string_view text, bool whole);
    void list(std::string_view key, TermId cell, unsigned depth);
    void node(std::string_view key, TermId subject, unsigned depth);

    // own.cpp: what entente wrote
    void own_bundle(TermId subject);
    void own_entity(TermId subject);
    void own_names(const Triples& triples);
    void own_field(const FieldWord& row, TermId object);
    void own_claim_field(const FieldWord& row, TermId object);
    void own_source(TermId subject);
    void own_relation(TermId subject);
    void begin_own_claim(TermId relation);
    void own_claim(TermId relation, TermId claim);
    void lean_claims(TermId relation);
    struct Exact {
        std::vector<std::size_t> values; ///< indices of tokens in the parser's tree
        std::set<std::string_view> keys;
    };
    Exact exact_values(TermId json, std::size_t offset);
    [[nodiscard]] bool is_covered(const Exact& exact, std::string_view key, TermId object) const;
    void attributes(const Triples& triples, const Exact& exact, On on);

    // others.cpp: what others wrote
    struct Node {
        std::string id; ///< of the entity; empty: it goes by its name
        std::string name, kind;
    };
    void others();
    void find_nodes();
    void name_node(TermId subject);
    void others_entity(TermId subject);
    void others_source(TermId subject);
    void others_statement(TermId subject);
    void others_names(const Triples& triples, const Node& node);
    void others_same_as(TermId subject, const Triples& triples);
    void others_period(const Triples& triples, std::set<TermId>& used);
    bool is_nested(TermId subject);
    bool is_relation(const RdfTriple& triple);
    void plain_relation(const RdfTriple& triple);
    void alias_member(const Alias& alias);

    Reading& reading_;
    const RdfDataset& data_;
    RdfNames names_;
    RecordComposer records_;
    JsonParser parser_, alias_parser_;
    std::vector<TermId> subjects_; ///< sorted by their texts
    std::unordered_map<TermId, Role> roles_;
    std::unordered_map<TermId, Node> nodes_; ///< of others
    std::unordered_set<TermId> referred_;    ///< blank nodes that some statement ends at
    /// Statements that some rdf:Statement speaks of: the plain one says nothing more.
    std::set<std::tuple<TermId, TermId, TermId>> reified_;
    std::unordered_set<TermId> nested_; ///< blank nodes that are part of some record
    std::size_t nested_left_ = 0;       ///< how many more one record may have
    std::string base_;
    std::deque<std::string> texts_; ///< of the record at hand
};

/// `wikidata:Q17` for an item of Wikidata, else the IRI itself.
std::string shortened_iri(std::string_view iri);

} // namespace entente
