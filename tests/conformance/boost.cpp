// SPDX-License-Identifier: BSL-1.0
// boost graphml|dot FILE: reads it with Boost.Graph's own reader and prints the numbers of nodes
// and edges and every text attribute that has a value, `name NUL value NUL`.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <boost/graph/graphviz.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

/// Whatever the file declares is kept.
boost::shared_ptr<boost::dynamic_property_map> make(const std::string&, const boost::any& key,
                                                    const boost::any& value) {
    const auto kept = [&](auto key_of,
                          auto value_of) -> boost::shared_ptr<boost::dynamic_property_map> {
        using Key = decltype(key_of);
        using Value = decltype(value_of);
        if (key.type() != typeid(Key) || value.type() != typeid(Value)) return {};
        using Map = boost::associative_property_map<std::map<Key, Value>>;
        auto* const store = new std::map<Key, Value>; // as long as the program
        return boost::make_shared<boost::detail::dynamic_property_map_adaptor<Map>>(Map(*store));
    };
    const auto any_value = [&](auto key_of) -> boost::shared_ptr<boost::dynamic_property_map> {
        if (auto map = kept(key_of, std::string())) return map;
        if (auto map = kept(key_of, double())) return map;
        if (auto map = kept(key_of, long())) return map;
        return kept(key_of, bool());
    };
    if (auto map = any_value(boost::graph_traits<Graph>::vertex_descriptor())) return map;
    if (auto map = any_value(boost::graph_traits<Graph>::edge_descriptor())) return map;
    return any_value(static_cast<Graph*>(nullptr));
}

} // namespace

int main(int, char** arguments) {
    Graph graph;
    boost::dynamic_properties properties(make);
    std::ifstream in(arguments[2]);
    if (arguments[1] == std::string("dot"))
        boost::read_graphviz(in, graph, properties, "node_id");
    else
        boost::read_graphml(in, graph, properties);
    std::cout << num_vertices(graph) << ' ' << num_edges(graph) << '\0';
    for (const auto& [name, map] : properties) {
        const auto print = [&, text_name = name, values = map](const auto& element) {
            if (values->key() != typeid(element)) return;
            const boost::any value = values->get(element);
            const auto* const text = boost::any_cast<std::string>(&value);
            if (text != nullptr && !text->empty()) std::cout << text_name << '\0' << *text << '\0';
        };
        for (auto [v, end] = vertices(graph); v != end; ++v)
            print(*v);
        for (auto [e, end] = edges(graph); e != end; ++e)
            print(*e);
    }
}
