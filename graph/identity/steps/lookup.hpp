// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <vector>

#include "graph/identity/findings/findings.hpp"

namespace entente::identity {

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

/// Looks up one mention at a time, by rule, the first that fits. Settles nothing.
class Lookup {
  public:
    enum class Among : std::uint8_t {
        everybody,
        settled, ///< provisional nodes do not count, but for their aliases
    };
    explicit Lookup(Findings& findings, Among among = Among::everybody)
        : findings_(findings), settled_only_(among == Among::settled) {}

    Answer look_up(const Mention& mention);
    /// What the input itself says: a judgement, an id, a declared name.
    Answer by_input(const Mention& mention);
    /// What it does not say itself: the gazetteer, the parts of a person's name.
    Answer look_further(const Mention& mention);

  private:
    using Entries = Directory::NameEntries;
    Answer by_judgement(const Mention& mention);
    Answer by_declared_name(const Mention& mention, const Entries& entries, bool loosely);
    [[nodiscard]] bool fits(const Mention& mention, const Node& node, bool loosely);
    Answer by_gazetteer(const Mention& mention);
    Answer by_full_name(const Mention& mention, const PersonName& person);

    Findings& findings_;
    bool settled_only_;
};

} // namespace entente::identity
