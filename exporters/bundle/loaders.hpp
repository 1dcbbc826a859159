// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exporters/bundle/tables.hpp"
#include "exporters/writing/files/file_set.hpp"

namespace entente::bundle {

/// What each engine needs to load the tables, made from the tables that there are. Each writes its
/// files into a folder of the engine's name and says its commands in the README.

void write_neo4j(const Plan& plan, FileSet& files);
void write_memgraph(const Plan& plan, FileSet& files);
void write_ladybug(const Plan& plan, FileSet& files);
void write_neptune(const Plan& plan, FileSet& files);
void write_nebula(const Plan& plan, FileSet& files);
void write_arangodb(const Plan& plan, FileSet& files);
void write_graphframes(const Plan& plan, FileSet& files);

/// README.md: what is in the bundle, each engine's commands, and the counts to expect.
void write_readme(const View& view, const Plan& plan, FileSet& files);
/// bundle.json: the graph as a whole, identity judgements, and what the columns hold.
void write_description(const View& view, const Plan& plan, FileSet& files);

/// `` `label` ``: Cypher, GQL and nGQL then take it for no keyword.
std::string ticked(std::string_view name);
/// Where the values of nodes begin in a row, behind the label; of edges likewise.
std::size_t first_value(const Table& table);
/// The labels of nodes: of entities, claims and sources.
std::vector<const Table*> vertex_tables(const Plan& plan);
/// `nodes-nation.csv` of `nodes/nation.csv`
std::string flat_name(std::string_view file);

/// `SET` statements for the texts that an engine's CSV reader takes for none.
void write_empty_texts(const Plan& plan, Output& out);

} // namespace entente::bundle
