// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "graph/model/view.hpp"

namespace entente::cypher {

/// Labels of nodes and types of relationships: `Nation`, `ALLY_OF`. In Kuzu both are tables of one
/// catalogue that knows no letter case, so no name is there twice even then.
class Names {
  public:
    explicit Names(const View& view);

    /// A label as a statement writes it: in backticks unless the vocabulary has the kind.
    [[nodiscard]] std::string_view label(KindId kind) const { return labels_.at(kind); }
    [[nodiscard]] std::string_view type(RelationId relation) const { return types_.at(relation); }

    [[nodiscard]] const std::map<KindId, std::string>& labels() const { return labels_; }
    [[nodiscard]] const std::map<RelationId, std::string>& types() const { return types_; }

  private:
    /// Quoted, with an underscore for each name that is taken.
    std::string free_name(std::string name);

    std::map<KindId, std::string> labels_;
    std::map<RelationId, std::string> types_;
    std::set<std::string> taken_; ///< in lower case
};

/// `ALLY_OF`; any byte that is no letter, digit or underscore becomes `_XHH`.
std::string type_name(std::string_view relation);

} // namespace entente::cypher
