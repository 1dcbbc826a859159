// SPDX-License-Identifier: BSL-1.0
#include "exporters/cypher/names.hpp"

#include "exporters/cypher/literals.hpp"
#include "exporters/items/flat.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/text/ascii.hpp"

namespace entente::cypher {

std::string type_name(std::string_view relation) {
    std::string name;
    append_column_name(name, relation);
    return ascii::upper(name);
}

Names::Names(const View& view) {
    const Vocabulary& vocabulary = view.vocabulary();
    // What is built in comes first and needs no quotes; then the open ones, by name.
    for (const std::string_view own :
         {"claim", "source", "knowledgegraph", "subject", "object", "stated_by", "from_source"})
        taken_.emplace(own);
    for (const Kind& kind : vocabulary.kinds())
        if (kind.builtin) taken_.insert(ascii::lower(class_name(kind)));
    for (const RelationType& relation : vocabulary.relations())
        if (relation.builtin) taken_.insert(ascii::lower(type_name(relation.name)));

    std::map<std::string_view, KindId> open_kinds;
    for (const EntityIndex index : view.entities()) {
        const KindId id = view.entity(index).kind;
        const Kind& kind = vocabulary.kind(id);
        if (kind.builtin)
            labels_.try_emplace(id, class_name(kind));
        else
            open_kinds.try_emplace(kind.name, id);
    }
    std::map<std::string_view, RelationId> open_relations;
    for (const Relation& relation : view.relations()) {
        const RelationType& type = vocabulary.relation(relation.type);
        if (type.builtin)
            types_.try_emplace(relation.type, type_name(type.name));
        else
            open_relations.try_emplace(type.name, relation.type);
    }
    for (const auto& [name, id] : open_kinds) {
        std::string label;
        append_column_name(label, class_name(vocabulary.kind(id)));
        label[0] = ascii::upper(label[0]);
        labels_.emplace(id, free_name(std::move(label)));
    }
    for (const auto& [name, id] : open_relations)
        types_.emplace(id, free_name(type_name(name)));
}

std::string Names::free_name(std::string name) {
    while (!taken_.insert(ascii::lower(name)).second)
        name += '_';
    std::string quoted;
    append_quoted_name(quoted, name);
    return quoted;
}

} // namespace entente::cypher
