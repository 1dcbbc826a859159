// SPDX-License-Identifier: BSL-1.0
#include "importers/xml/graphml_items.hpp"

#include <algorithm>

#include "importers/xml/values.hpp"

namespace entente {

namespace {

/// yEd writes these two for every item, nearly always empty.
void drop_empty(FlatItem& item) {
    std::erase_if(item.attributes, [](const FlatAttribute& a) {
        return a.text.empty() && (a.name == "url" || a.name == "description");
    });
}

} // namespace

void GraphmlItems::hand_on(std::string_view domain, FlatItem& item, std::size_t end) {
    keys_.add_defaults(item, domain, graph_.reading());
    if (keys_.any_drawing() && item.find(flat_name(Word::id)) == nullptr) drop_empty(item);
    if (domain == "node")
        graph_.node(item, end);
    else if (domain == "edge")
        graph_.edge(item, end);
    else if (domain == "hyperedge")
        graph_.reject(item.offset, end, Code::bad_value,
                      "a hyperedge joins more than two nodes; write a node for it, and an edge to "
                      "each of its ends");
}

/// Nodes and edges that need no XML parser, as far as they go. Some are read ahead, so that their
/// nodes come from memory meanwhile; without a scope these are called as the edges call them.
std::size_t GraphmlItems::read_plain(std::size_t offset, std::string_view scope, bool directed) {
    const std::string_view text = graph_.reading().text();
    const bool own = directed && !keys_.any_default("edge");
    const auto nth = [&](std::size_t n) -> Ahead& { return ahead_[n % ahead_.size()]; };
    std::size_t read = 0, taken = 0;
    for (bool more = true; more || taken < read;) {
        PlainItem& item = nth(read).item;
        more = more && plain_.read(offset, item);
        if (more) {
            offset = std::min(text.find_first_not_of(" \t\n", item.behind), text.size());
            nth(read).target = FlatNodes::hash_of(item.target);
            for (unsigned step = 0; step < 3 && step <= read; ++step)
                graph_.nodes().fetch(nth(read - step).target, step);
            ++read;
        }
        if (taken < read && (!more || read - taken == ahead_.size()))
            take(nth(taken++).item, scope, own, directed);
    }
    return offset;
}

void GraphmlItems::take(const PlainItem& plain, std::string_view scope, bool own, bool directed) {
    const auto scoped_to = [&](std::string& to, std::string_view id, bool in_scope = true) {
        to.assign(in_scope && !id.empty() ? scope : "").append(id);
    };
    scoped_to(item_.id, plain.id, !plain.edge);
    scoped_to(item_.source, plain.source);
    scoped_to(item_.target, plain.target);
    if (!own || !plain.edge || !own_edge(plain)) plain_item(plain, directed);
}

/// False if this edge is not simply one of ours.
bool GraphmlItems::own_edge(const PlainItem& plain) {
    OwnEdge edge;
    edge.offset = plain.offset;
    for (std::size_t n = 0; n < plain.data.size(); ++n) {
        const auto& [id, text, offset] = plain.data[n];
        const GraphmlKey* const key = keys_.known(n, id);
        if (!key || key->slot == OwnEdge::none) return false;
        std::string_view& slot = edge.texts[key->slot];
        if (slot.data() != nullptr) return false; // it stands twice
        slot = text.data() ? text : "";
    }
    return graph_.own_edge(edge, item_.source, item_.target);
}

/// What the events of this item would have come to. Its ids are known.
void GraphmlItems::plain_item(const PlainItem& plain, bool directed) {
    item_.attributes.clear();
    item_.offset = plain.offset;
    if (plain.edge && !directed) graph_.undirected(plain.offset);
    for (std::size_t n = 0; n < plain.data.size(); ++n) {
        const auto& [id, text, offset] = plain.data[n];
        const GraphmlKey* key = keys_.known(n, id);
        bool declared = true;
        if (!key) key = &keys_.use(id, declared);
        if (!declared) undeclared(offset);
        if (!key->drawing) add_datum(item_, *key, text, offset);
    }
    hand_on(plain.edge ? "edge" : "node", item_, plain.end);
}

void GraphmlItems::undeclared(std::size_t offset) {
    graph_.reading().once(Code::repaired, Severity::note, offset,
                          "data without a <key> that explains them are read as texts");
}

void GraphmlItems::add_datum(FlatItem& item, const GraphmlKey& key, std::string_view text,
                             std::size_t offset) {
    const FlatAttribute* const known = item.find(key.name);
    if (known == nullptr)
        add_xml_value(item, key.name, text, key.type, graph_.reading(), offset);
    else if (known->text != text)
        graph_.reading().once(Code::duplicate_key, Severity::note, offset,
                              "of data that stand twice in one element the first are kept");
}

} // namespace entente
