// SPDX-License-Identifier: BSL-1.0
// Tables of nodes and edges: bundles that entente wrote, and what others load into graph databases.
#include "importers/bundle/tables.hpp"
#include "importers/formats.hpp"

namespace entente {

namespace {

const InputMember* find_description(const InputText& input) {
    const InputMember* found = nullptr;
    for (const InputMember& member : input.members) {
        const std::string_view name = member.name;
        const auto slash = name.rfind('/');
        if (name.substr(slash == std::string_view::npos ? 0 : slash + 1) != "bundle.json") continue;
        if (found == nullptr || name.size() < found->name.size()) found = &member; // the outermost
    }
    return found;
}

ReadCounts read_bundle(const InputText& input, const ImportContext& context) {
    Reading reading(input, context);
    if (input.members.empty())
        bundle::read_others(reading, input.text);
    else if (const InputMember* description = find_description(input))
        bundle::read_own(reading, input, *description);
    else
        bundle::read_others(reading, input);
    return reading.finish();
}

} // namespace

extern const Importer bundle_importer{
    "bundle",
    "zip",
    "application/zip",
    "tables of nodes and edges: a folder or ZIP of entente's; CSV for Neo4j, Neptune, Gephi",
    bundle::looks_like_header,
    read_bundle,
    true};

} // namespace entente
