// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/flat_graph.hpp"

#include <algorithm>

#include "graph/language/value.hpp"

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

void FlatGraphReader::node(const FlatItem& item) {
    reading_.move_to(item.offset);
    if (nodes_.find(item.id)) {
        reject(item, Code::duplicate_key, "a second node with the id '" + printable(item.id) + "'");
    } else if (item.find(flat_name(Word::id)) != nullptr) {
        own_node(item);
    } else {
        nodes_.add(item.id);
        others_nodes_.push_back(item);
    }
}

/// Edges mostly stand together with those of the same subject.
FlatGraphReader::Ends FlatGraphReader::ends_of(std::string_view source, std::string_view target) {
    if (!subject_ || source != subject_->key) subject_ = nodes_.find(source);
    return {subject_, nodes_.find(target)};
}

/// Edges of our own files follow their nodes and can be read at once; a million of them need not be
/// kept.
void FlatGraphReader::edge(const FlatItem& item) {
    reading_.move_to(item.offset);
    const Ends ends = ends_of(item.source, item.target);
    const auto known = [](const FlatNode* node) { return node && !node->id.empty(); };
    if (known(ends.subject) && known(ends.object))
        read_edge(item, ends);
    else
        waiting_edges_.push_back(item);
}

/// Every edge of ours has one of these, the last also in lean files.
void FlatGraphReader::read_edge(const FlatItem& item, const Ends& ends) {
    if (!ends.subject || !ends.object) {
        reject(item, Code::unknown_id,
               "this edge ends at '" + printable(ends.subject ? item.target : item.source) +
                   "', which is no node of the file");
        return;
    }
    const bool own = item.find(flat_name(Word::claims)) != nullptr ||
                     item.find(flat_name(Word::status)) != nullptr ||
                     item.find(flat_name(Word::claim_count)) != nullptr;
    if (own)
        own_edge(item, ends);
    else
        others_edge(item, ends);
}

bool FlatGraphReader::own_edge(const OwnEdge& edge, std::string_view source,
                               std::string_view target) {
    const auto has = [&](OwnEdge::Slot slot) { return edge.texts[slot].data() != nullptr; };
    if (has(OwnEdge::derived)) return false;
    if (!has(OwnEdge::claim_count) && !has(OwnEdge::status) && !has(OwnEdge::claims)) return false;
    for (const OwnEdge::Slot count : {OwnEdge::claim_count, OwnEdge::source_count})
        if (has(count) && !is_json_number(edge.texts[count])) return false;
    std::string_view relation = edge.texts[OwnEdge::label_e];
    if (relation.empty()) relation = edge.texts[OwnEdge::interaction];
    if (relation.empty()) relation = edge.texts[OwnEdge::label];
    reading_.move_to(edge.offset);
    const auto [subject, object] = ends_of(source, target);
    if (!subject || !object || !subject->plain || !object->plain || !is_plain_text(relation))
        return false;
    if (!own_claims(edge, {subject->id, relation, object->id})) return false;
    reading_.accept();
    return true;
}

bool FlatGraphReader::own_claims(const OwnEdge& edge, const PlainEnds& ends) {
    const std::string_view claims = edge.texts[OwnEdge::claims];
    if (claims.empty()) {
        if (!plain_.lean_claims(ends, edge)) return false;
        told_lean(edge.offset);
        plain_.push_claims();
        return true;
    }
    if (!claims_parser_.parse(claims) || claims_parser_.tree().root().type != JsonType::array ||
        !plain_.claims(ends, claims_parser_.tree()))
        return false;
    const std::string_view sources = edge.texts[OwnEdge::sources];
    if (!sources.empty()) own_sources(sources, edge.offset);
    plain_.push_claims();
    return true;
}

void FlatGraphReader::finish() {
    reading_.rewind();
    others_nodes();
    reading_.rewind();
    for (const FlatItem& item : waiting_edges_) {
        reading_.move_to(item.offset);
        read_edge(item, ends_of(item.source, item.target));
    }
    waiting_edges_.clear();
}

} // namespace entente
