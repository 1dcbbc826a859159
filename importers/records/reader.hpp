// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "importers/records/fields.hpp"
#include "importers/records/keys/members.hpp"
#include "importers/records/parts.hpp"
#include "importers/records/vocabulary.hpp"

namespace entente {

/// Turns one record as it was written into calls of the sink: decides which record it is, checks
/// every field, and pushes all of it or, if anything is wrong, nothing.
class RecordReader {
  public:
    /// Where the record stands, which may say what it is.
    enum class Place : std::uint8_t { anywhere, sources, entities, facts };

    explicit RecordReader(Reading& reading);

    /// `base` is where the tree's text begins in the input. False if the record is rejected, which
    /// was reported; counting and keeping it is the caller's business.
    bool read(JsonTree& tree, std::size_t base, Place place = Place::anywhere);
    /// The value of a document's member `graph` or `vocabulary`, as if it were the record
    /// `{"graph": value}`.
    bool read_member(Key key, JsonTree& tree, std::size_t base);

  private:
    bool begin(JsonTree& tree, std::size_t base);
    bool finish();
    void read_object(Place place);
    bool read_triple();
    void read_claim();
    void read_judgement(Key key);
    void read_graph_value(const JsonToken& value);
    void read_vocabulary_value(const JsonToken& value);
    void nothing_known();

    // record_synonyms.cpp: other programs' and models' names for our keys
    void find_claim_keys();
    bool find_role(Key ours);
    void find_relation_key();

    Reading& reading_;
    RecordFields fields_;
    RecordParts parts_;
    Members members_;
    ClaimRecord claim_;
    GraphRecord graph_;
    std::vector<JudgementRecord> judgements_;
    VocabularyRows vocabulary_;
    enum class Kind : std::uint8_t { parts_only, claim, graph, judgements, vocabulary } kind_{};
};

} // namespace entente
