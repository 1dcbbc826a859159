// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "importers/flat/flat_graph.hpp"
#include "importers/syntax/xml.hpp"

namespace entente {

/// A `<key>` of GraphML: what the `<data>` with its id means.
struct GraphmlKey {
    std::string id, name;
    std::string domain; ///< `node`, `edge`, `graph`, ..., `all`
    JsonType type = JsonType::string;
    bool drawing = false;               ///< yEd's shapes and labels, as XML
    OwnEdge::Slot slot = OwnEdge::none; ///< of data of edges, if it is ours
    std::string default_text;           ///< empty: none; yEd writes empty ones everywhere

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
    /// The key that was declared or used already; nullptr if none was. Quicker for the nth `<data>`
    /// of an item where those of the item before had the same keys in the same order.
    const GraphmlKey* known(std::size_t nth, std::string_view id);
    /// True if items of `domain` may have values without any `<data>`.
    [[nodiscard]] bool any_default(std::string_view domain) const;
    /// Adds the values of the keys for `domain` that the item has no `<data>` for.
    void add_defaults(FlatItem& item, std::string_view domain, Reading& reading) const;

    /// True if yEd wrote the file, or somebody for yEd.
    [[nodiscard]] bool any_drawing() const { return any_drawing_; }

  private:
    std::deque<GraphmlKey> keys_; ///< in the order of the file; they stay where they are
    std::unordered_map<std::string, std::size_t> by_id_;
    std::vector<const GraphmlKey*> usual_;
    bool any_drawing_ = false;
};

} // namespace entente
