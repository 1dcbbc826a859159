// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/identity/findings/findings.hpp"

namespace entente::identity {

/// Makes the entities that only mentions make known.
class Minting {
  public:
    explicit Minting(Findings& findings) : findings_(findings) {}

    /// Settles a mention as the entity of its name and kind, which is made if there is none.
    void mint(std::uint32_t mention, std::string_view kind);
    void mint(std::uint32_t mention, KindId kind) { mint(mention, findings_.kinds.name(kind)); }
    /// People of whom nothing is declared, by their full names.
    void mint_people(const std::vector<std::uint32_t>& mentions);

  private:
    struct Named {
        std::uint32_t mention;
        const PersonName* name;
    };
    void mint_namesakes(const std::vector<Named>& group);

    Findings& findings_;
    std::map<std::pair<std::string_view, std::string>, NodeIndex> minted_; ///< by kind, folded name
};

} // namespace entente::identity
