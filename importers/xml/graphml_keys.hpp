// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "importers/flat/flat_graph.hpp"
#include "importers/xml/events.hpp"

namespace entente {

/// A `<key>` of GraphML: what the `<data>` with its id means.
struct GraphmlKey {
    std::string id, name;
    std::string domain; ///< `node`, `edge`, `graph`, ..., `all`
    JsonType type = JsonType::string;
    bool drawing = false;     ///< yEd's shapes and labels, as XML
    std::string default_text; ///< empty: none; yEd writes empty ones everywhere

    [[nodiscard]] bool is_for(std::string_view element) const {
        return domain == element || domain == "all";
    }
};

class GraphmlKeys {
  public:
    GraphmlKey& declare(const XmlElement& element);
    /// The key of a `<data>`; one that nobody declared is a text of that name (`declared` is
    /// false).
    const GraphmlKey& use(std::string_view id, bool& declared);
    /// Adds the values of the keys for `domain` that the item has no `<data>` for.
    void add_defaults(FlatItem& item, std::string_view domain, Reading& reading) const;

    /// True if yEd wrote the file, or somebody for yEd.
    [[nodiscard]] bool any_drawing() const { return any_drawing_; }

  private:
    std::deque<GraphmlKey> keys_; ///< in the order of the file; they stay where they are
    std::unordered_map<std::string, std::size_t> by_id_;
    bool any_drawing_ = false;
};

} // namespace entente
