// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/record.hpp"
#include "importers/records/fields.hpp"

namespace entente {

/// The entities and sources that one record brings along, as a whole or inside its fields. They are
/// pushed together, once the record is known to be good.
class RecordParts {
  public:
    RecordParts(Reading& reading, RecordFields& fields);

    void begin();

    /// A reference to an entity: an id, a name, or an object that may say more about it.
    Reference reference(const JsonToken* token, Key role);
    /// A reference to a source: its id, or an object that may say more about it.
    std::string_view source_reference(const JsonToken* token);

    /// An object that is an entity or a source itself. `listed`: it stands in a list of such, where
    /// `id` is its id.
    void entity(Members& members, bool listed);
    void source(Members& members, bool listed);
    /// An entity of which only the name is given.
    void named_entity(std::string_view name);

    /// All members that nobody took, as qualifiers.
    void take_rest(const Members& members);
    [[nodiscard]] std::span<const Field> rest() const;

    void push();

  private:
    struct Range {
        std::size_t begin = 0, end = 0;
    };
    struct PendingEntity {
        EntityRecord record;
        Range aliases, same_as, attributes;
        std::uint64_t hash = 0; ///< of an inline entity; 0: not inline
    };
    struct PendingSource {
        SourceRecord record;
        Range attributes;
        std::uint64_t hash = 0; ///< of an inline source; 0: not inline
    };

    Reference described_reference(const JsonToken& token, const std::string& key);
    static bool says_more(const PendingEntity& entity);
    std::string_view entity_name(Members& members);
    std::string_view entity_kind(Members& members, bool label_is_name);
    Range aliases(const JsonToken* token);
    Range identifiers(const JsonToken* token);
    Range attributes(const Members& members);
    bool pushed_lately(std::uint64_t hash);

    Reading& reading_;
    RecordFields& fields_;
    Members inner_, alias_;
    std::vector<PendingEntity> entities_;
    std::vector<PendingSource> sources_;
    std::vector<Field> field_pool_;
    std::vector<Alias> alias_pool_;
    std::vector<std::string_view> id_pool_;
    Range rest_;
    /// Inline parts that were pushed already. Of fixed size: pushing one again does no harm.
    std::vector<std::uint64_t> lately_;
};

} // namespace entente
