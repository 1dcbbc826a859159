// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/language/record.hpp"
#include "importers/flat/items/flat_item.hpp"
#include "importers/reading.hpp"
#include "importers/records/plain/record.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// What an edge says of each of its claims; plain texts.
struct PlainEnds {
    std::string_view subject, relation, object;
};

/// What entente says of an edge, and nothing else.
struct OwnEdge {
    enum Slot : std::uint8_t {
        label,
        label_e,
        interaction,
        id,
        status,
        confidence,
        from,
        to,
        derived,
        claim_count,
        source_count,
        sources,
        claims,
        none ///< something else
    };
    /// Where the attribute of that name and type goes.
    static Slot slot(std::string_view name, JsonType type);

    /// Whether it has claims, and numbers where it should have some.
    [[nodiscard]] bool is_plain() const;
    [[nodiscard]] std::string_view relation() const;

    std::array<std::string_view, none> texts; ///< no data: there is none
    std::size_t offset = 0;
};

/// Pushes the records of nodes and edges that entente wrote, at the anchor of the reading, where
/// nothing about them needs a second look. Each returns false if it does; then it has pushed
/// nothing, and the record is to be read as any other.
class OwnRecords {
  public:
    explicit OwnRecords(Reading& reading) : reading_(reading) {}

    bool entity(const FlatItem& item);
    /// An object of `kg_sources`.
    bool source(const JsonTree& tree, std::size_t index);
    /// The claims of the list `kg_claims`, and those of an edge without it: one a source. They are
    /// pushed by push_claims(), while the tree or edge lives.
    bool claims(const PlainEnds& ends, const JsonTree& tree);
    bool lean_claims(const PlainEnds& ends, const OwnEdge& edge);
    void push_claims();

  private:
    struct Pending {
        ClaimRecord record;
        std::size_t end = 0; ///< of its qualifiers in fields_
    };
    bool claim(const PlainEnds& ends, const JsonTree& tree, std::size_t index);
    static bool texts(std::string_view list, std::vector<std::string_view>& out);

    Reading& reading_;
    ClaimRecord claim_;
    std::vector<Pending> pending_;
    PlainRecord plain_claim_, plain_source_;
    std::vector<Field> fields_; ///< qualifiers of those
    std::vector<Alias> aliases_;
    std::vector<std::string_view> sources_;
};

} // namespace entente
