// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/model.hpp"

namespace entente::explore {

/// A small pattern over kinds and relations:
///
///     pattern  = part {"," part}
///     part     = node {edge node}
///     node     = [name ":"] what | name
///     what     = a kind | any name or id of an entity, in "..." where it has spaces | "*"
///     edge     = "-" relation "->" | "<-" relation "-" | "-" relation "-"     (either direction)
///     relation = its name or inverse | "cooperation" | "conflict" | "neutral" | "?"
///
/// Nodes are different entities. What has the same name is the same node, in all parts. Nodes
/// without one are counted: the first `nation` of every part is the same nation, the second
/// `nation` the same second one; an entity called by its name is the same everywhere.
struct Pattern {
    /// Nobody can read a larger one, and a graph database is the place for it.
    static constexpr std::size_t most_nodes = 8;

    struct Node {
        std::string name;      ///< `a`; for a node without one its kind, numbered: `nation 2`
        bool named = false;    ///< whether the text gives the name
        KindId kind = 0;       ///< ignored where `any_kind`
        bool any_kind = false; ///< `*`, or an entity
        EntityIndex entity = no_index; ///< the only one that fits, if it is called by its name
        friend bool operator==(const Node&, const Node&) = default;
    };
    struct Edge {
        std::size_t from = 0, to = 0;       ///< nodes
        RelationId type = Vocabulary::none; ///< none: any
        std::optional<Sign> sign;           ///< of any relation of this sign
        bool directed = true;               ///< false also for symmetric relations
        friend bool operator==(const Edge&, const Edge&) = default;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

/// The text is no pattern. `at`: from which byte on.
struct PatternError : std::runtime_error {
    enum class About { syntax, relation, entity };
    PatternError(std::size_t position, const std::string& message, About topic = About::syntax,
                 std::string_view what_word = {})
        : std::runtime_error(message), at(position), about(topic), word(what_word) {}
    std::size_t at;
    About about;
    std::string word; ///< the one that is not known, for a suggestion
};

/// Throws PatternError.
Pattern parse_pattern(std::string_view text, const GraphTables& graph);

} // namespace entente::explore
