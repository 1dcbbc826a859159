// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/diagram/scene/scene.hpp"

namespace entente::diagram {

/// What a relation is to the picture.
enum class Part : std::uint8_t {
    membership,    ///< a line from a hub to its member
    poses,         ///< from a threat to who poses it
    targets,       ///< from a threat to whom it is aimed at
    office,        ///< a line of type in a box
    capability,    ///< likewise
    participation, ///< in an event or agreement of a list
    location,      ///< where an event takes place
    meeting,       ///< a row of a list
    other,         ///< a line between two nodes, if it has a sign
};

/// A tie between two nodes, folded over relations.
struct Tie {
    std::size_t from = 0, to = 0; ///< hub to member, threat to nation
    Part part = Part::membership;
    Certainty certainty = Certainty::plain;
    std::uint32_t sources = 0;
    std::vector<std::size_t> relations; ///< places in View::relations()
};

/// All direct relations between two nodes, from < to.
struct Pair {
    std::size_t from = 0, to = 0;
    std::vector<std::size_t> relations;
};

/// One line of a bundle.
struct Strand {
    std::size_t actor = 0, aim = 0; ///< nodes; for what has no direction in no special order
    std::vector<std::size_t> relations;
};

/// Everything that the same words say between pairs that share an end.
struct Bundle {
    std::string words;
    std::string_view color;
    Certainty certainty = Certainty::plain;
    bool arrow = false, arrow_back = false; ///< at the aim, at the actor
    std::uint32_t sources = 0;
    std::vector<Strand> strands;
};

/// What the ties of a hub or threat come to.
struct Tally {
    std::size_t ties = 0, planned = 0, possible = 0;
    std::size_t shown = 0;    ///< members in the picture
    std::size_t members = 0;  ///< members in the view
    std::vector<Date> joined; ///< when the members did
};

/// Makes a Scene, step by step. One object makes one scene.
class SceneMaker {
  public:
    SceneMaker(const View& view, const ExportOptions& options, Diagnostics& diagnostics,
               bool with_tooltips);
    Scene make();

  private:
    void choose_content();
    void add_legend();
    // select.cpp: who gets into the picture
    void score_entities();
    void settle_owners();
    void select(std::size_t most_nations);
    void add_nodes();
    void attach_officials();
    // ties.cpp: who is tied to whom
    void collect_ties();
    void add_tie(std::size_t from, std::size_t to, Part part, std::size_t relation);
    void collect_pairs();
    [[nodiscard]] std::pair<std::size_t, std::size_t> common_hub(std::size_t a, std::size_t b,
                                                                 int most_members) const;
    bool fold_into_tie(std::size_t relation);
    void draw_ties();
    // pairs.cpp: direct relations, bundled
    [[nodiscard]] Bundle bundle_of(const Pair& pair) const;
    void note_in_legend(const Bundle& bundle);
    void draw_bundle(const Bundle& bundle, bool in_words);
    void draw_pairs();
    // groups.cpp: nations that stand in the same relations share a node
    void group_twins();
    [[nodiscard]] std::size_t box_count() const;
    // lines.cpp: what stands inside a box
    [[nodiscard]] std::string office_of(const Claim& claim) const;
    void add_offices();
    void add_capabilities();
    // notes.cpp
    [[nodiscard]] std::string note_of(const Node& node, const Tally& tally) const;
    void add_notes();
    // columns.cpp
    void choose_columns();
    void choose_shape();
    void color_hubs();
    // panels.cpp
    void add_panels();
    // bodies.cpp: organizations, places and capabilities that are not drawn otherwise
    [[nodiscard]] EntityIndex nation_behind(EntityIndex entity) const;
    Row row_of(EntityIndex entity, EntityIndex nation);
    void add_bodies();
    // texts.cpp: tooltips, title, sources, what was left out
    std::string sentence(const Relation& relation) const;
    std::string tell(std::size_t relation);
    std::string tell_all(const std::vector<std::size_t>& relations);
    [[nodiscard]] std::string href_of(const std::vector<std::size_t>& relations) const;
    [[nodiscard]] std::string describe_node(const Node& node) const;
    [[nodiscard]] std::string default_title() const;
    void add_citations();
    void add_titles();
    void count();

    // helpers
    [[nodiscard]] Part part_of(const Relation& relation) const;
    [[nodiscard]] std::string name_of(EntityIndex entity) const;
    [[nodiscard]] std::string_view attribute(const Entity& entity, std::string_view key) const;
    [[nodiscard]] KindId kind_of(EntityIndex entity) const { return view_.entity(entity).kind; }
    [[nodiscard]] Sign sign_of(const Relation& r) const {
        return view_.vocabulary().relation(r.type).sign;
    }
    [[nodiscard]] const Relation& relation(std::size_t at) const { return view_.relations()[at]; }
    Member member_of(EntityIndex entity);
    /// Whether what holds in that period, or was seen on that date, holds as of the picture's date.
    [[nodiscard]] bool current(const Period& period) const;

    const View& view_;
    const ExportOptions& options_;
    Diagnostics& diagnostics_;
    const bool with_tooltips_;
    Date as_of_;
    bool agreements_are_hubs_ = false;
    bool reduced_ = false; ///< not all nations are to be drawn

    std::vector<Part> part_of_type_;   ///< by RelationId
    std::vector<std::uint32_t> score_; ///< by EntityIndex
    std::vector<bool> thing_;          ///< by EntityIndex: may be a node though of minor kind
    std::vector<bool> listed_;         ///< by EntityIndex: takes part in what a list tells
    /// By EntityIndex: what an organization is part of, and the nation that comes to.
    std::vector<EntityIndex> part_of_whole_, nation_owner_;
    std::vector<bool> keep_;           ///< by EntityIndex: is to be a node
    std::vector<std::size_t> node_of_; ///< by EntityIndex; officials: their nation's node
    std::vector<Tie> ties_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> tie_at_;
    std::vector<std::vector<std::size_t>> ties_to_; ///< by node: the ties whose `to` it is
    std::vector<Pair> pairs_;

    std::vector<std::vector<std::size_t>> relations_of_; ///< by EntityIndex: not denied, claimed
    std::vector<EntityIndex> nation_of_; ///< by EntityIndex: itself, or whose official it is
    std::vector<bool> pictured_; ///< by EntityIndex: nations that have a box or a flag in a list
    /// Entities that can be seen; those that a tooltip names; and so on.
    std::vector<bool> entity_shown_, entity_told_, relation_shown_, source_shown_;
    std::vector<std::uint32_t> source_weight_; ///< claims of what is drawn
    std::size_t claims_shown_ = 0;
    std::size_t nations_ = 0, nations_shown_ = 0; ///< in the view, in the picture
    Scene scene_;
};

/// `since 1960`, `1882–1915`, `until 1991`: years alone, for small type.
std::string years(const Period& period);
/// `1,234`; `1 nation`, `1,234 nations`.
std::string counted(std::size_t number);
std::string counted(std::size_t number, std::string_view one, std::string_view many);
/// What the certainty adds in words: `planned`, `possible`, `disputed`, `denied`.
std::string_view word_for(Certainty certainty);
/// The width of a line that so many independent sources support.
double line_width(std::uint32_t sources, double base);

} // namespace entente::diagram
