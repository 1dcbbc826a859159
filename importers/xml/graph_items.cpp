// SPDX-License-Identifier: BSL-1.0
#include "importers/xml/graph_items.hpp"

#include <algorithm>

namespace entente {

void XmlGraph::node(const FlatItem& item, std::size_t end) {
    if (item.id.empty())
        reject(item.offset, end, Code::missing_field, "a node without an id; give it one");
    else
        graph_.node(item);
}

void XmlGraph::edge(const FlatItem& item, std::size_t end) {
    if (item.source.empty() || item.target.empty())
        reject(item.offset, end, Code::missing_field,
               "an edge without a source or target; name the ids of two nodes");
    else
        graph_.edge(item);
}

void XmlGraph::reject(std::size_t offset, std::size_t end, Code code, std::string message) {
    reading_.move_to(offset); // or a million of these would be counted from far away
    reading_.report(code, offset, std::move(message));
    if (reading_.text().substr(end).starts_with("</")) end = reading_.text().find('>', end) + 1;
    reading_.reject(offset, reading_.text().substr(offset, end - offset));
}

void XmlGraph::undirected(std::size_t offset) {
    reading_.once(Code::approximated, Severity::note, offset,
                  "edges without a direction are read from their source to their target");
}

ReadCounts XmlGraph::finish(const std::optional<XmlError>& error, std::optional<std::size_t> open) {
    graph_.finish();
    if (error) {
        const std::size_t begin = std::min(open.value_or(error->offset), reading_.text().size());
        reading_.report(error->code, error->offset,
                        error->message + "; nothing behind this place was read");
        reading_.reject(begin, reading_.text().substr(begin));
    }
    return reading_.finish();
}

} // namespace entente
