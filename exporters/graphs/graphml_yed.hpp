// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/view.hpp"

namespace entente {

/// What yEd draws: it shows no attribute of a GraphML file, only shapes, lines and labels of its
/// own. Each kind of entity stands in rows of its own, in the view's order: rough, but no two nodes
/// lie on one another, and yEd's layouts do the rest.
class YedDrawing {
  public:
    static constexpr std::string_view namespaces =
        R"(xmlns:y="http://www.yworks.com/xml/graphml" )";
    /// The declarations of the data that append_node() and append_edge() write.
    static constexpr std::string_view keys =
        R"(  <key id="n_yed" for="node" yfiles.type="nodegraphics"/>
  <key id="e_yed" for="edge" yfiles.type="edgegraphics"/>
)";

    explicit YedDrawing(const View& view);

    /// Both return how many characters XML forbids.
    std::size_t append_node(std::string& out, EntityIndex index) const;
    std::size_t append_edge(std::string& out, const Relation& relation) const;

  private:
    struct Place {
        std::uint32_t column = 0, row = 0;
    };

    const View& view_;
    std::vector<Place> places_; ///< by entity
};

} // namespace entente
