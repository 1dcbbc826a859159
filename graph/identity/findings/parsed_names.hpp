// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <deque>
#include <string_view>

#include "graph/identity/persons/person.hpp"
#include "graph/memory/flat_index.hpp"

namespace entente::identity {

/// The names of people, each taken apart once, and only when somebody asks for its parts: most
/// mentions are found without them.
class ParsedNames {
  public:
    /// `raw` and the answer stay where they are.
    [[nodiscard]] const PersonName& of(std::string_view raw);

  private:
    struct Row {
        std::string_view raw;
        PersonName name;
    };
    std::deque<Row> rows_;
    FlatIndex index_;
};

} // namespace entente::identity
