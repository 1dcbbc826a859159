// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "exporters/cypher/literals.hpp"
#include "exporters/cypher/names.hpp"
#include "exporters/cypher/properties.hpp"
#include "graph/model/view.hpp"

namespace entente::cypher {

/// What stands before the data: constraints, indexes or tables, as the engine has them.
struct Schema {
    const View& view;
    const Names& names;
    const Properties& entities;
    const Properties& sources;
    const Properties& claims;
    bool with_claims = true;

    void append_to(std::string& out, Dialect dialect) const;

  private:
    void keys(std::string& out, Dialect dialect) const;
    void tables(std::string& out) const;
    void relation_tables(std::string& out) const;
    void claim_tables(std::string& out) const;
};

} // namespace entente::cypher
