// SPDX-License-Identifier: BSL-1.0
#include "importers/flat/others.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "graph/language/vocabulary.hpp"
#include "graph/text/ascii.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

using Names = std::initializer_list<std::string_view>;

/// The first of `names` that the item has, in any letter case, with a text.
const FlatAttribute* find_any(const FlatItem& item, Names names) {
    for (const std::string_view name : names)
        for (const FlatAttribute& a : item.attributes)
            if (!a.text.empty() && ascii::lower(a.name) == name) return &a;
    return nullptr;
}

/// Between the classes of a node: Neo4j's `:Person:Actor`, and what others write.
constexpr std::string_view between_classes = ":;,";

/// The kind of entity that a class of others is: by our name or label, or the class of schema.org.
std::string kind_of_class(std::string_view text) {
    static const Vocabulary vocabulary;
    const KindId known = vocabulary.find_kind(text);
    if (known != Vocabulary::none) return std::string(vocabulary.kind(known).name);
    for (const Kind& kind : vocabulary.kinds())
        if (ascii::lower(kind.schema_org) == ascii::lower(text) ||
            ascii::lower(kind.plural) == ascii::lower(text))
            return std::string(kind.name);
    return {};
}

struct KindFound {
    std::string kind;   ///< empty: none is known
    bool whole = false; ///< nothing but this one was named
};

/// The first class that is a kind of ours.
KindFound kind_of(std::string_view text) {
    KindFound found;
    std::size_t classes = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(between_classes), text.size());
        const std::string_view one = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (one.empty()) continue;
        ++classes;
        if (found.kind.empty()) found.kind = kind_of_class(one);
    }
    found.whole = classes == 1 && !found.kind.empty();
    return found;
}

bool is_confidence(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number >= 0 && number <= 1;
}

/// The fields of an entity and of a claim, and what else is taken for one: an attribute of others
/// that is called so and cannot be one gets an underscore.
constexpr std::array entity_fields{
    Key::entity, Key::kind,        Key::name,   Key::aliases, Key::same_as,  Key::from,
    Key::to,     Key::provisional, Key::source, Key::subject, Key::relation, Key::object,
    Key::same,   Key::different,   Key::graph,  Key::id,      Key::type,     Key::label};
constexpr std::array claim_fields{
    Key::subject, Key::relation, Key::object,     Key::date,      Key::from,
    Key::to,      Key::stance,   Key::confidence, Key::stated_by, Key::source,
    Key::quote,   Key::span,     Key::subject_as, Key::object_as, Key::stated_by_as};

template <std::size_t n>
std::string free_name(const std::array<Key, n>& fields, const FlatAttribute& a) {
    const bool taken = std::find(fields.begin(), fields.end(), find_key(a.name)) != fields.end();
    return taken ? a.name + '_' : a.name;
}

} // namespace

void OtherFlatGraph::read_nodes(FlatNodes& nodes) {
    for (const FlatItem& node : nodes_) {
        reading_.move_to(node.offset);
        read_node(node, nodes);
    }
    nodes_.clear();
    taken_.clear();
}

/// Two nodes of one name and kind are two entities: the second is told apart by its id in the file.
void OtherFlatGraph::read_node(const FlatItem& item, FlatNodes& nodes) {
    const FlatAttribute* name = find_any(item, {"label", "name", "title"});
    const FlatAttribute* kind =
        find_any(item, {"kind", "labelv", "labels", "entity_type", "category", "type"});
    FlatNode& node = *nodes.find(item.id);
    node.name = nodes.keep(name ? name->text : item.id);
    const KindFound found = kind ? kind_of(kind->text) : KindFound{};
    node.kind = nodes.keep(found.kind);
    if (!found.whole) kind = nullptr; // then it is an attribute like others
    record_.begin();
    if (taken_[{node.name, node.kind}]++ > 0) {
        const std::string kind_or_none(node.kind.empty() ? "entity" : node.kind);
        node.id = nodes.keep(kind_or_none + '/' + item.id);
        record_.text("entity", node.id);
    }
    if (!node.kind.empty()) record_.text("kind", node.kind);
    record_.text("name", node.name);
    if (name && item.id != node.name && item.find("node_id") == nullptr)
        record_.text("node_id", item.id);
    for (const FlatAttribute& a : item.attributes)
        if (&a != name && &a != kind) entity_member(a);
    record_.count(record_.read(item.offset), item.offset);
}

void OtherFlatGraph::entity_member(const FlatAttribute& a) {
    const Key field = find_key(a.name);
    const bool ours = (field == Key::from || field == Key::to) && Date::parse(a.text);
    const std::string_view key = record_.keep(ours ? a.name : free_name(entity_fields, a));
    if (!record_.has(key)) record_.attribute(key, a);
}

/// What means the same to us stands where we have it, if it can be that.
void OtherFlatGraph::claim_member(const FlatAttribute& a) {
    bool ours = false;
    switch (find_key(a.name)) {
        case Key::date:
        case Key::from:
        case Key::to:
            ours = Date::parse(a.text).has_value();
            break;
        case Key::confidence:
            ours = is_confidence(a.text);
            break;
        case Key::quote:
        case Key::source:
        case Key::stated_by:
            ours = !a.text.empty() && a.type == JsonType::string;
            break;
        default:
            break;
    }
    const std::string_view key = record_.keep(ours ? a.name : free_name(claim_fields, a));
    if (!record_.has(key)) record_.attribute(key, a);
}

void OtherFlatGraph::read_edge(const FlatItem& item, const FlatEnds& ends) {
    const FlatAttribute* type = find_any(item, {flat_name(Word::relation), "relation", "labele",
                                                "interaction", "label", "type", "predicate"});
    record_.begin();
    record_.reference("subject", *ends.subject);
    record_.text("relation", type ? std::string_view(type->text) : "related_to");
    record_.reference("object", *ends.object);
    for (const FlatAttribute& a : item.attributes)
        if (&a != type) claim_member(a);
    if (!item.id.empty() && !record_.has("edge_id")) record_.text("edge_id", item.id);
    record_.count(record_.read(item.offset), item.offset);
}

} // namespace entente
