// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/flat_graph.hpp"

#include <algorithm>

namespace entente {

const FlatAttribute* FlatItem::find(std::string_view name) const {
    const auto at = std::find_if(attributes.begin(), attributes.end(),
                                 [&](const FlatAttribute& a) { return a.name == name; });
    return at == attributes.end() ? nullptr : &*at;
}

std::string_view FlatGraphReader::keep(std::string text) {
    return texts_.emplace_back(std::move(text));
}

void FlatGraphReader::count(bool accepted, std::size_t offset) {
    if (accepted)
        reading_.accept();
    else
        reading_.reject(offset, records_.json());
}

void FlatGraphReader::reject(const FlatItem& item, Code code, std::string message) {
    reading_.report(code, Severity::error, item.offset, std::move(message));
    records_.begin();
    records_.text("subject", item.source.empty() ? item.id : item.source);
    if (!item.target.empty()) records_.text("object", item.target);
    for (const FlatAttribute& a : item.attributes)
        if (!records_.has(a.name)) attribute(a.name, a);
    count(false, item.offset);
}

void FlatGraphReader::node(FlatItem item) {
    reading_.move_to(item.offset);
    if (nodes_.contains(item.id)) {
        reject(item, Code::duplicate_key, "a second node with the id '" + printable(item.id) + "'");
    } else if (item.find("kg_id") != nullptr) {
        own_node(item);
    } else {
        nodes_.emplace(item.id, Node{});
        others_nodes_.push_back(std::move(item));
    }
}

/// Edges of our own files follow their nodes and can be read at once; a million of them need not be
/// kept.
void FlatGraphReader::edge(FlatItem item) {
    reading_.move_to(item.offset);
    const auto known = [&](const std::string& id) {
        const auto at = nodes_.find(id);
        return at != nodes_.end() && !at->second.id.empty();
    };
    if (known(item.source) && known(item.target))
        read_edge(item);
    else
        waiting_edges_.push_back(std::move(item));
}

void FlatGraphReader::read_edge(const FlatItem& item) {
    for (const std::string* end : {&item.source, &item.target}) {
        if (nodes_.contains(*end)) continue;
        reject(item, Code::unknown_id,
               "this edge ends at '" + printable(*end) + "', which is no node of the file");
        return;
    }
    const bool own = item.find("kg_claims") != nullptr || item.find("kg_status") != nullptr;
    if (own)
        own_edge(item);
    else
        others_edge(item);
}

void FlatGraphReader::finish() {
    reading_.rewind();
    others_nodes();
    reading_.rewind();
    for (const FlatItem& item : waiting_edges_) {
        reading_.move_to(item.offset);
        read_edge(item);
    }
    waiting_edges_.clear();
}

} // namespace entente
