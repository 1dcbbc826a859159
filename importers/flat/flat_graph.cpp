// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/flat_graph.hpp"

#include <string>

#include "graph/language/words.hpp"

namespace entente {

void FlatGraphReader::node(const FlatItem& item) {
    reading_.move_to(item.offset);
    if (nodes_.find(item.id)) {
        record_.reject(item, Code::duplicate_key,
                       "a second node with the id '" + printable(item.id) + "'");
    } else if (const FlatAttribute* id = item.find(flat_name(Word::id))) {
        nodes_.add(item.id, id->text).plain = is_plain_text(id->text);
        own_entities_.read(item);
    } else {
        nodes_.add(item.id);
        others_.add_node(item);
    }
}

/// Edges mostly stand together with those of the same subject.
FlatEnds FlatGraphReader::ends_of(std::string_view source, std::string_view target) {
    if (!subject_ || source != subject_->key) subject_ = nodes_.find(source);
    return {subject_, nodes_.find(target)};
}

/// Edges of our own files follow their nodes and can be read at once; a million of them need not be
/// kept.
void FlatGraphReader::edge(const FlatItem& item) {
    reading_.move_to(item.offset);
    const FlatEnds ends = ends_of(item.source, item.target);
    const auto known = [](const FlatNode* node) { return node && !node->id.empty(); };
    if (known(ends.subject) && known(ends.object))
        read_edge(item, ends);
    else
        waiting_edges_.push_back(item);
}

void FlatGraphReader::read_edge(const FlatItem& item, const FlatEnds& ends) {
    if (!ends.subject || !ends.object)
        record_.reject(item, Code::unknown_id,
                       "this edge ends at '" + printable(ends.subject ? item.target : item.source) +
                           "', which is no node of the file");
    else if (OwnFlatEdges::wrote(item))
        own_edges_.read(item, ends);
    else
        others_.read_edge(item, ends);
}

bool FlatGraphReader::own_edge(const OwnEdge& edge, std::string_view source,
                               std::string_view target) {
    if (!edge.is_plain()) return false;
    reading_.move_to(edge.offset);
    return own_edges_.read_plain(edge, ends_of(source, target));
}

void FlatGraphReader::finish() {
    reading_.rewind();
    others_.read_nodes(nodes_);
    reading_.rewind();
    for (const FlatItem& item : waiting_edges_) {
        reading_.move_to(item.offset);
        read_edge(item, ends_of(item.source, item.target));
    }
    waiting_edges_.clear();
}

} // namespace entente
