// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "graph/identity/findings/directory.hpp"
#include "graph/identity/findings/judgements.hpp"
#include "graph/identity/findings/kinds.hpp"
#include "graph/identity/findings/parsed_names.hpp"
#include "graph/intake/intake.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/language/vocabulary.hpp"

namespace entente::identity {

/// What is known so far about an input: each step of the resolver reads it and adds to it.
struct Findings {
    Findings(Intake& read, const Vocabulary& vocabulary, Diagnostics& told);

    /// The node of an id, which is made if there is none. `id` must stay where it is.
    NodeIndex node_for_id(std::string_view id);
    NodeIndex node_of_known(const KnownEntity& known);
    /// For the answers to mentions that have been added.
    void make_room();
    /// The mention means this node.
    void settle(std::uint32_t mention, NodeIndex node, std::string_view rule);
    /// How a node of this kind is called whom a mention calls `text`: people without their titles.
    [[nodiscard]] std::string_view shown_name(std::string_view kind, std::string_view text);

    /// Whether a mention's kind, its role or a title says that it is a person.
    [[nodiscard]] bool is_person(const Mention& mention);
    /// Whether a judgement says that a mention does not mean this node.
    [[nodiscard]] bool kept_apart(const Mention& mention, NodeIndex node);
    [[nodiscard]] std::vector<std::uint32_t> open_mentions() const;

    Intake& intake;
    Diagnostics& diagnostics;
    Kinds kinds;
    ParsedNames people;
    Directory directory;
    Judgements judgements;
    std::vector<NodeIndex> node_of;                            ///< by mention
    std::vector<std::string_view> rule;                        ///< by mention
    std::map<std::string_view, NodeIndex> known_nodes;         ///< by the gazetteer's id
    std::map<std::string_view, std::uint32_t> provisional_ids; ///< to the declaring mention
};

/// Calls `visit` with each mention of a claim: its two ends, and who states it.
template <class Row, class Visit>
void each_mention(Intake& intake, Row& row, Visit visit) {
    visit(row.subject);
    visit(row.object);
    if (row.detail == no_index) return;
    if (auto& stated_by = intake.details[row.detail].stated_by; stated_by != no_index)
        visit(stated_by);
}

} // namespace entente::identity
