// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/identity/directory.hpp"
#include "graph/identity/judgements.hpp"
#include "graph/identity/resolver.hpp"
#include "graph/intake/intake.hpp"

namespace entente::identity {

using NameOf = Directory::NameOf;

/// What a mention was taken for, or what it might mean.
struct Answer {
    NodeIndex node = no_node;
    std::string_view rule;
    std::vector<NodeIndex> candidates = {}; ///< of an ambiguous or doubtful name
    std::vector<const KnownEntity*> known = {};
    bool plain = false; ///< the gazetteer's very name, whatever the role
    [[nodiscard]] bool found() const { return node != no_node; }
    [[nodiscard]] bool ambiguous() const { return candidates.size() + known.size() > 1; }
};

/// The work behind resolve(): what has been declared (declarations.cpp), one mention at a time
/// (lookup.cpp), new entities (minting.cpp), and the order of it all (resolver.cpp).
class Resolver {
  public:
    Resolver(Intake& intake, const std::function<const SourceTable&()>& sources,
             const Vocabulary& vocabulary, Diagnostics& diagnostics)
        : intake_(intake),
          sources_(sources),
          vocabulary_(vocabulary),
          diagnostics_(diagnostics),
          directory_(vocabulary),
          judgements_(
              intake.judgements, [this](std::string_view text) { return key(text); }, diagnostics) {
    }

    Resolved run();

  private:
    // What a text may be.
    [[nodiscard]] bool is_id(std::string_view text) const;
    [[nodiscard]] std::string key(std::string_view text) const;
    [[nodiscard]] std::string_view canonical_kind(std::string_view kind);
    [[nodiscard]] KindId kind_id(std::string_view kind) const;
    [[nodiscard]] KindSet wanted(const Mention& mention) const;

    // The steps, in order.
    void declare_ids();
    void join_judged_ids();
    void find_undeclared_ids();
    void index_declared_names();
    void settle_kind(Node& node);
    void index_names(const Declaration& declaration, NodeIndex node);
    void recognise_declared_nations();
    void declare_by_name();
    using ByName = std::vector<std::pair<std::uint32_t, std::uint32_t>>; ///< declaration, mention
    void attach(const ByName& records);
    void resolve_hinted();
    void resolve_unhinted();
    void resolve_surnames();
    using OfficialsBySource = std::map<std::uint32_t, std::set<NodeIndex>>;
    OfficialsBySource officials_of(const std::set<std::uint32_t>& sources);
    bool settle_surname(std::uint32_t mention, const std::set<NodeIndex>& officials);
    void settle_as_unknown(std::uint32_t mention);
    [[nodiscard]] bool may_be_surname(const Mention& mention, const Answer& answer) const;
    void find_needed_nodes();
    void name_firsts();

    // One mention.
    Answer look_up(const Mention& mention);
    Answer look_further(const Mention& mention, const PersonName& person);
    Answer by_judgement(const Mention& mention);
    using Entries = Directory::NameEntries;
    Answer by_declared_name(const Mention& mention, const Entries& entries, bool loosely);
    Answer by_gazetteer(const Mention& mention);
    Answer by_full_name(const Mention& mention, const PersonName& person);
    NodeIndex node_of_known(const KnownEntity& known);
    NodeIndex node_for_id(std::string_view id);
    void settle(std::uint32_t mention, NodeIndex node, std::string_view rule);
    void wait_for_source(std::uint32_t mention);
    [[nodiscard]] std::string_view shown_name(std::string_view kind, std::string_view text) const;
    void mint(std::uint32_t mention, std::string_view kind);
    void mint_people(const std::vector<std::uint32_t>& mentions);
    [[nodiscard]] bool is_person(const Mention& mention, const PersonName& person) const;
    /// What the input itself says: a judgement, an id, a declared name.
    Answer by_input(const Mention& mention);
    [[nodiscard]] bool kept_apart(const Mention& mention, NodeIndex node);
    void report(const Mention& mention, const Answer& answer, NodeIndex own);
    [[nodiscard]] std::vector<std::uint32_t> open_mentions() const;

    Intake& intake_;
    const std::function<const SourceTable&()>& sources_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    Directory directory_;
    /// Kinds that were looked up: each is asked for again with every mention.
    mutable std::vector<std::pair<std::string_view, KindId>> kinds_;
    Judgements judgements_;
    std::map<std::string_view, NodeIndex> known_nodes_;         ///< by the gazetteer's id
    std::map<std::string_view, std::uint32_t> provisional_ids_; ///< to the declaring mention
    std::map<std::pair<std::string_view, std::string>, NodeIndex> minted_; ///< by kind, folded name
    Resolved out_;
    /// Nodes of ids such as `official/hamada@asahi-2019`, by source and local name.
    std::map<std::pair<std::string_view, std::string>, NodeIndex> scoped_ids_;
    std::vector<bool> is_surname_; ///< by mention
    bool settled_only_ = false;    ///< provisional nodes do not count, but for their aliases
};

} // namespace entente::identity
