// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/language/words.hpp"

namespace entente {

/// The form under which names of kinds and relations are compared, and kept where the vocabulary
/// does not know them: `Member of`, `member-of`, `memberOf` and `MEMBER_OF` are `member_of`.
std::string fold_term(std::string_view name);

/// Index of a row in Vocabulary::kinds() and Vocabulary::relations().
using KindId = std::uint16_t;
using RelationId = std::uint16_t;

/// A set of kinds, one bit a row of the built-in table. Kinds that an input brings along have no
/// bit: nothing is known of what they may be joined with.
using KindSet = std::uint32_t;

/// The rows of the built-in kinds, in the order of the table.
namespace kind {
enum : KindId {
    nation,
    official,
    alliance,
    threat,
    organization,
    event,
    agreement,
    capability,
    place,
    entity, ///< something whose kind nobody has said
    builtin_count,
};
} // namespace kind

constexpr KindSet set_of(KindId id) {
    return id < kind::builtin_count ? KindSet{1} << id : 0;
}

struct Kind {
    std::string_view name;   ///< `nation`
    std::string_view label;  ///< `Nation`
    std::string_view plural; ///< `Nations`
    std::string_view meaning;
    std::string_view iri;        ///< local name in the vocabulary: `Nation`
    std::string_view schema_org; ///< exact class of schema.org: `Country`; empty if none fits
    std::string_view wikidata;   ///< class item: `Q6256`; empty if none
    std::string_view fill, stroke, text; ///< how it is drawn: `#rrggbb`
    std::string_view shape;              ///< Graphviz shape in plain DOT
    bool builtin = true;
    bool open = false; ///< nobody declared it: some input has used its name
};

/// Cooperation, conflict or neither; strength is never mixed into it.
enum class Sign : std::int8_t { conflict = -1, neutral = 0, cooperation = 1 };

struct RelationType {
    std::string_view name;          ///< `member_of`
    std::string_view label;         ///< between subject and object: `is a member of`
    std::string_view inverse;       ///< accepted as input, turned round: `has_member`; may be empty
    std::string_view inverse_label; ///< `has as a member`
    std::string_view meaning;
    KindSet subjects = 0, objects = 0; ///< which kinds it joins; 0: any
    bool symmetric = false;
    Sign sign = Sign::neutral;
    std::string_view iri;        ///< local name in the vocabulary: `memberOf`
    std::string_view schema_org; ///< exact property of schema.org; empty if none fits
    std::string_view wikidata;   ///< property: `P463`; empty if none
    std::string_view plover;     ///< PLOVER event type of the nearest verb; empty if none
    std::string_view cameo;      ///< CAMEO root or base code; empty if none
    std::string_view color;      ///< `#rrggbb`
    std::string_view synonyms;   ///< further names accepted as input, separated by spaces
    bool builtin = true;
    bool open = false; ///< nobody declared it: some input has used its name
};

/// A text of a row, and the key that it has wherever rows are written.
template <class Row>
struct RowText {
    std::string_view key;
    std::string_view Row::*text;
};

inline constexpr std::array kind_texts{
    RowText<Kind>{"name", &Kind::name},         RowText<Kind>{"label", &Kind::label},
    RowText<Kind>{"plural", &Kind::plural},     RowText<Kind>{"meaning", &Kind::meaning},
    RowText<Kind>{"iri", &Kind::iri},           RowText<Kind>{"schema_org", &Kind::schema_org},
    RowText<Kind>{"wikidata", &Kind::wikidata}, RowText<Kind>{"fill", &Kind::fill},
    RowText<Kind>{"stroke", &Kind::stroke},     RowText<Kind>{"text", &Kind::text},
    RowText<Kind>{"shape", &Kind::shape},
};

inline constexpr std::array relation_texts{
    RowText<RelationType>{"name", &RelationType::name},
    RowText<RelationType>{"label", &RelationType::label},
    RowText<RelationType>{"inverse", &RelationType::inverse},
    RowText<RelationType>{"inverse_label", &RelationType::inverse_label},
    RowText<RelationType>{"meaning", &RelationType::meaning},
    RowText<RelationType>{"iri", &RelationType::iri},
    RowText<RelationType>{"schema_org", &RelationType::schema_org},
    RowText<RelationType>{"wikidata", &RelationType::wikidata},
    RowText<RelationType>{"plover", &RelationType::plover},
    RowText<RelationType>{"cameo", &RelationType::cameo},
    RowText<RelationType>{"color", &RelationType::color},
    RowText<RelationType>{"synonyms", &RelationType::synonyms},
};

/// A row with what its name implies for all that it does not say: a label in words, the look of a
/// kind that nobody has drawn yet. `words` holds what is made.
Kind with_defaults(Kind row, std::string& words);
RelationType with_defaults(RelationType row, std::string& words);

/// The same row, without the texts that its name implies.
Kind without_defaults(Kind row);
RelationType without_defaults(RelationType row);

/// Kinds, relations and attributes as one table of data. Everything else that needs to know them
/// (checks, legend, contexts, schema, documentation) reads this table.
///
/// The vocabulary is open: rows can be added by a user's file or come along with the input, and
/// stay behind the built-in ones, whose numbers never change within a program.
class Vocabulary {
  public:
    /// The built-in rows only.
    Vocabulary();
    Vocabulary(const Vocabulary&) = delete;
    Vocabulary& operator=(const Vocabulary&) = delete;

    [[nodiscard]] std::span<const Kind> kinds() const { return kinds_; }
    [[nodiscard]] std::span<const RelationType> relations() const { return relations_; }
    /// The fields of records that people write.
    static std::span<const FieldWord> attributes();

    [[nodiscard]] const Kind& kind(KindId id) const { return kinds_[id]; }
    [[nodiscard]] const RelationType& relation(RelationId id) const { return relations_[id]; }

    static constexpr std::uint16_t none = 0xFFFF;

    /// `none` if there is no such kind. Names are matched without regard to case.
    [[nodiscard]] KindId find_kind(std::string_view name) const;

    struct Found {
        RelationId id = none;
        bool inverse = false; ///< subject and object must change places
        bool synonym = false; ///< the name is accepted, but not the one we write
    };
    /// By name, inverse or synonym; letter case, spaces and hyphens do not matter.
    [[nodiscard]] Found find_relation(std::string_view name) const;

    /// Adds an open row, or returns what the name means already. At most 65,534 of each: beyond
    /// that, std::length_error.
    KindId add_kind(std::string_view name);
    RelationId add_relation(std::string_view name);
    /// Adds a row whose name no other has (the strings are copied). What it does not say is as
    /// `with_defaults` has it. What is built in keeps its names; else a name means its row before
    /// it is anybody's inverse or synonym, and what two rows claim as theirs is the first one's.
    RelationId add_relation(const RelationType& row);
    KindId add_kind(const Kind& row);

  private:
    std::string_view keep(std::string_view text);

    template <class Row>
    void keep_texts(Row& row, std::span<const RowText<Row>> texts);
    void index_relation(RelationId id);

    std::vector<Kind> kinds_;
    std::vector<RelationType> relations_;
    std::deque<std::string> texts_;
    std::unordered_map<std::string, KindId> kind_index_;
    std::unordered_map<std::string, Found> relation_index_;
};

} // namespace entente
