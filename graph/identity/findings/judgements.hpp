// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/language/diagnostics.hpp"
#include "graph/model/model.hpp"

namespace entente::identity {

/// The identity judgements of an input, closed under "same": classes of ids and names that mean one
/// thing, and pairs that must not.
///
/// A key is an id as it stands or a folded name. Judgements are data: nothing here changes by the
/// order in which they were read.
class Judgements {
  public:
    using KeyOf = std::function<std::string(std::string_view)>;

    /// Contradictions (same and different at once) are reported; "different" then has no effect.
    Judgements(std::span<const Judgement> judgements, const KeyOf& key_of,
               Diagnostics& diagnostics);

    /// Every key that is judged to be the same as this one, itself among them, sorted; empty if
    /// there is no such judgement.
    [[nodiscard]] std::span<const std::string> same_as(const std::string& key) const;
    [[nodiscard]] bool different(const std::string& a, const std::string& b) const;
    [[nodiscard]] const std::vector<std::vector<std::string>>& classes() const { return classes_; }
    [[nodiscard]] bool empty() const { return class_of_.empty() && different_.empty(); }

  private:
    std::vector<std::vector<std::string>> classes_;
    std::unordered_map<std::string, std::size_t> class_of_;
    std::set<std::pair<std::string, std::string>> different_;
};

} // namespace entente::identity
