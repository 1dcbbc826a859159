// SPDX-License-Identifier: BSL-1.0
#include "exporters/graphs/graphml_yed.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "exporters/items/flat.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/text/utf8.hpp"

namespace entente {

namespace {

// In the unit of yEd, which is a point at a zoom of 1.
constexpr std::uint64_t cell_width = 260, cell_height = 90, node_height = 40;
constexpr std::uint64_t narrowest = 80, widest = 240, letter = 8;

/// What yEd has that is most like a shape of Graphviz.
std::string_view shape_of(std::string_view graphviz) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> shapes{{
        {"box", "rectangle"},
        {"ellipse", "ellipse"},
        {"hexagon", "hexagon"},
        {"octagon", "octagon"},
        {"component", "rectangle3d"},
        {"note", "parallelogram"},
        {"folder", "trapezoid"},
        {"cds", "trapezoid2"},
        {"house", "diamond"},
    }};
    for (const auto& [theirs, ours] : shapes)
        if (theirs == graphviz) return ours;
    return "roundrectangle";
}

/// Roughly how wide a name is drawn; a letter beyond Latin, Greek and Cyrillic is a wide one.
std::uint64_t width_of(std::string_view name) {
    std::uint64_t width = 3 * letter;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (!utf8::is_continuation(c)) width += byte < 0xE0 ? letter : 2 * letter;
    }
    return std::clamp(width, narrowest, widest);
}

void append(std::string& out, std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts)
        out += part;
}

void append_number_attribute(std::string& out, std::string_view name, std::uint64_t number) {
    append(out, {" ", name, "=\""});
    append_number(out, number);
    out += ".0\"";
}

} // namespace

YedDrawing::YedDrawing(const View& view) : view_(view) {
    std::map<KindId, std::uint32_t>
        rows; // of each kind: first how many entities, then its first row
    for (const EntityIndex index : view.entities())
        ++rows[view.entity(index).kind];
    std::uint32_t columns = 4;
    while (std::uint64_t{columns} * columns < view.entities().size())
        ++columns;
    std::uint32_t row = 0;
    for (auto& [kind, count] : rows)
        row += (std::exchange(count, row) + columns - 1) / columns + 1;
    std::map<KindId, std::uint32_t> placed;
    places_.resize(view.graph().entities.size());
    for (const EntityIndex index : view.entities()) {
        const KindId kind = view.entity(index).kind;
        const std::uint32_t n = placed[kind]++;
        places_[index] = {n % columns, rows[kind] + n / columns};
    }
}

std::size_t YedDrawing::append_node(std::string& out, EntityIndex index) const {
    const Entity& entity = view_.entity(index);
    const Kind& kind = view_.vocabulary().kind(entity.kind);
    out += R"(      <data key="n_yed"><y:ShapeNode><y:Geometry)";
    append_number_attribute(out, "height", node_height);
    append_number_attribute(out, "width", width_of(entity.name));
    append_number_attribute(out, "x", places_[index].column * cell_width);
    append_number_attribute(out, "y", places_[index].row * cell_height);
    append(out, {R"(/><y:Fill color=")", kind.fill, R"(" transparent="false"/>)"});
    append(out, {R"(<y:BorderStyle color=")", kind.stroke, R"(" type=")",
                 entity.provisional ? "dashed" : "line", R"(" width="1.0"/>)"});
    append(out, {R"(<y:NodeLabel textColor=")", kind.text, "\">"});
    const std::size_t replaced = append_xml_text(out, entity.name);
    append(out, {R"(</y:NodeLabel><y:Shape type=")", shape_of(kind.shape),
                 "\"/></y:ShapeNode></data>\n"});
    return replaced;
}

std::size_t YedDrawing::append_edge(std::string& out, const Relation& relation) const {
    const RelationType& type = view_.vocabulary().relation(relation.type);
    const std::string_view line = line_style(relation.status);
    append(out, {R"(      <data key="e_yed"><y:PolyLineEdge><y:LineStyle color=")", type.color,
                 R"(" type=")", line == "solid" ? "line" : line, R"(" width="1.0"/>)"});
    append(out, {R"(<y:Arrows source="none" target=")", type.symmetric ? "none" : "standard",
                 R"("/><y:EdgeLabel textColor=")", type.color, "\">"});
    const std::size_t replaced = append_xml_text(out, type.label);
    out += "</y:EdgeLabel><y:BendStyle smoothed=\"false\"/></y:PolyLineEdge></data>\n";
    return replaced;
}

} // namespace entente
