// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/record.hpp"
#include "importers/records/fields.hpp"

namespace entente {

/// Reads rows of a user's vocabulary: an object with lists `kinds` and `relations`, whose rows have
/// the keys that `entente vocabulary --format json` prints. Only the name is needed.
class VocabularyRows {
  public:
    explicit VocabularyRows(RecordFields& fields) : fields_(fields) {}

    /// What is wrong is told to the fields of the record; then nothing of it may be pushed.
    void read(const JsonToken& value);
    void push(RecordSink& sink) const;

  private:
    void read_list(const JsonToken& list);
    void read_kind(const JsonToken& object);
    void read_relation(const JsonToken& object);
    /// False if the member is none of these texts.
    template <class Row>
    bool read_text(const JsonToken& member, std::span<const RowText<Row>> texts, Row& row);
    bool read_value(const JsonToken& member, RelationType& row);
    KindSet kinds(const JsonToken& list);
    void check_name(const JsonToken& object, std::string_view name, bool taken);
    void unknown_key(const JsonToken& member, const std::vector<std::string>& known);

    RecordFields& fields_;
    std::vector<KindRecord> kinds_;
    std::vector<RelationTypeRecord> relations_;
};

} // namespace entente
