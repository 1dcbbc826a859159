// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/writing/exporter.hpp"
#include "graph/build/builder.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/model/model.hpp"
#include "graph/model/view.hpp"

namespace entente::test {

/// Reads JSON Lines into a sink.
void read_facts(std::string_view jsonl, RecordSink& sink, Diagnostics& diagnostics);

/// The graph of facts in JSON Lines.
GraphPtr graph_of(std::string_view jsonl, Diagnostics& diagnostics);
GraphPtr graph_of(std::string_view jsonl);

/// The graph as canonical facts: the form in which graphs are compared.
std::string facts_of(const GraphPtr& graph);
std::string facts_of(const TablesPtr& graph);
/// What an exporter writes of a view.
std::string written(const View& view, std::string_view format, std::string_view profile = {});
/// The graph of a text in whatever format it is in, told by its content alone.
GraphPtr read_back(std::string_view text, Diagnostics& diagnostics);
/// The graph that is read from what the exporter writes, be it one file or several.
GraphPtr read_back(const View& view, const Exporter& exporter, const std::string& profile,
                   Diagnostics& diagnostics);
/// The names of an exporter's profiles, the usual one first, which is the empty name.
std::vector<std::string> profiles_of(const Exporter& exporter);

/// `ally_of` between `nation/JPN` and `nation/USA` and so on; nullptr if there is none.
const Relation* find_relation(const TablesPtr& graph, std::string_view subject,
                              std::string_view type, std::string_view object);
const Relation* find_relation(const GraphPtr& graph, std::string_view subject,
                              std::string_view type, std::string_view object);
/// The id of the only entity that the mention `text` was taken for; "?" if there is none.
std::string resolved(const GraphPtr& graph, std::string_view text);

/// All JSON Lines samples of a folder under samples/, in one text.
std::string sample(std::string_view folder);
std::vector<std::string> lines_of(std::string_view text);

/// Random but valid facts, the same for the same seed: nations by several names, officials with
/// titles, surnames, aliases, dates of all precisions, stances, sources, judgements, open relations
/// and kinds, hostile text.
std::vector<std::string> generated_facts(unsigned seed, std::size_t count);

} // namespace entente::test
