// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/entities.hpp"

#include "graph/memory/first_index.hpp"
#include "graph/memory/hash.hpp"
#include "graph/text/ascii.hpp"

namespace entente::saved {

Entities::Entities(const File& file, const Texts& texts, const GraphTables& graph)
    : MadeRows(file, file.rows<EntityRow>(Part::entities).size()),
      texts_(texts),
      rows_(file, Part::entities, graph,
            [](const EntityRow& row, const GraphTables& all) {
                return row.kind < all.vocabulary->kinds().size() && row.provisional <= 1 &&
                       row.declared <= 1 &&
                       (row.iso2[0] == 0 ||
                        (ascii::is_upper(row.iso2[0]) && ascii::is_upper(row.iso2[1])));
            }),
      aliases_(file, Part::aliases, graph, nullptr),
      same_as_(file, Part::same_as, graph, nullptr),
      fields_(file, texts, graph, Part::fields) {}

Entity Entities::entity(const EntityRow& row) const {
    Entity entity;
    entity.id = texts_(row.id);
    entity.name = texts_(row.name);
    entity.kind = row.kind;
    entity.provisional = row.provisional != 0;
    entity.declared = row.declared != 0;
    entity.period = file().period(row.period);
    std::vector<Alias> aliases;
    for (const AliasRow& alias : aliases_.part(row.aliases.first, row.aliases.count))
        aliases.push_back({texts_(alias.name), texts_(alias.language)});
    entity.aliases = arena().keep(std::span<const Alias>(aliases));
    std::vector<std::string_view> same_as;
    for (const TextRef same : same_as_.part(row.same_as.first, row.same_as.count))
        same_as.push_back(texts_(same));
    entity.same_as = arena().keep(std::span<const std::string_view>(same_as));
    entity.attributes = fields_(row.fields, arena());
    entity.source = texts_(row.source);
    if (row.iso2[0] != 0) entity.iso2 = {row.iso2.data(), row.iso2.size()};
    return entity;
}

void Entities::make(std::size_t first, std::size_t count, Entity* out) const {
    for (const EntityRow& row : rows_.part(first, count))
        std::construct_at(out++, entity(row));
}

Resolutions::Resolutions(const File& file, const Texts& texts, const GraphTables& graph)
    : MadeRows(file, file.rows<ResolutionRow>(Part::resolutions).size()),
      texts_(texts),
      rows_(file, Part::resolutions, graph, [](const ResolutionRow& row, const GraphTables& all) {
          return row.entity < all.entities.size();
      }) {}

void Resolutions::make(std::size_t first, std::size_t count, Resolution* out) const {
    for (const ResolutionRow& row : rows_.part(first, count))
        std::construct_at(out++, Resolution{.text = texts_(row.text),
                                            .kind = texts_(row.kind),
                                            .as = texts_(row.as),
                                            .source = texts_(row.source),
                                            .rule = texts_(row.rule),
                                            .called = texts_(row.called),
                                            .entity = static_cast<EntityIndex>(row.entity),
                                            .first = {}});
}

Names::Names(const File& file, const Texts& texts, const GraphTables& graph)
    : texts_(texts),
      rows_(file, Part::names, graph, [](const NameRow& row, const GraphTables& all) {
          return row.entity < all.entities.size();
      }) {}

std::vector<EntityIndex> Names::called(std::string_view name) const {
    const std::uint64_t hash = stable_hash(name);
    const Rows<NameRow> rows = rows_.rows();
    std::vector<EntityIndex> found;
    for (std::size_t at =
             first_index(rows.size(), [&](std::size_t i) { return rows[i].hash < hash; });
         at < rows.size() && rows[at].hash == hash; ++at)
        if (texts_(rows[at].name) == name)
            found.push_back(static_cast<EntityIndex>(rows[at].entity));
    return found;
}

} // namespace entente::saved
