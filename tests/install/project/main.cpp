// SPDX-License-Identifier: BSL-1.0
// What a user of the installed libraries writes: read, look, run an algorithm, export.
#include <boost/graph/strong_components.hpp>
#include <iostream>
#include <vector>

#include "exporters/registry.hpp"
#include "graph/build/builder.hpp"
#include "graph/model/graph.hpp"
#include "importers/importer.hpp"
#include "importers/input/input.hpp"

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    entente::Diagnostics diagnostics;
    entente::Builder builder(diagnostics);
    const entente::Input input(argv[1], diagnostics);
    const entente::Importer* importer = entente::recognise(input.text());
    if (importer == nullptr) return 1;
    const entente::ReadCounts counts = importer->read(input.text(), {diagnostics, builder});

    const entente::GraphPtr graph = builder.finish();
    std::vector<std::size_t> component(num_vertices(*graph));
    const std::size_t components = boost::strong_components(
        *graph,
        boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, *graph)));

    std::string text;
    entente::Output out([&text](std::string_view bytes) { text += bytes; });
    const entente::View view = entente::view_of(graph);
    entente::find_exporter("graphml")->write(view, out, {}, diagnostics);
    out.flush();

    std::cout << counts.accepted << " records, " << num_vertices(*graph) << " entities, "
              << components << " strong components, " << text.size() << " bytes of GraphML\n";
    return counts.rejected == 0 && num_vertices(*graph) > 0 && !text.empty() ? 0 : 1;
}
