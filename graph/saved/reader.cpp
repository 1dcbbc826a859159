// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/reader.hpp"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

#include "graph/saved/claims.hpp"
#include "graph/saved/entities.hpp"
#include "graph/saved/file/file.hpp"
#include "graph/saved/graph_reader.hpp"
#include "graph/saved/vocabulary_rows.hpp"

namespace entente::saved {

/// The tables, and everything that they point into.
struct SavedGraph : GraphTables {
    SavedGraph(std::string_view bytes, std::shared_ptr<const void> owner_, std::string name)
        : owner(std::move(owner_)), file(bytes, std::move(name)) {}

    std::shared_ptr<const void> owner;
    File file;
    Texts texts{file, Part::texts}, long_texts{file, Part::long_texts};
    Entities entity_rows{file, texts, *this};
    Resolutions resolution_rows{file, texts, *this};
    Names name_rows{file, texts, *this};
    CheckedRows<Relation> relation_rows{file, Part::relations, *this, valid_relation};
    CheckedRows<Step> step_rows{file, Part::steps, *this, valid_step};
    CheckedRows<ClaimLedger::Row> claim_rows{file, Part::claims, *this, valid_claim};
    Details details{file, texts, *this};
    CheckedRows<SourceTable::Row> source_rows{file, Part::sources, *this, valid_source};
    SourceDetails source_details{file, texts, *this};
};

namespace {

/// Where numbers of 64 bits may begin.
bool aligned(std::string_view bytes) {
    return reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) == 0;
}

} // namespace

GraphReader::GraphReader(SavedGraph& graph) : graph_(graph), file_(graph.file) {}

void GraphReader::read_about() {
    const auto rows = file_.checked_rows<About>(Part::about);
    file_.require(rows.size() == 1, "what the graph is about");
    graph_.title = graph_.texts(rows[0].title);
    graph_.description = graph_.texts(rows[0].description);
    graph_.date = file_.date(rows[0].date);
    graph_.vocabulary = read_vocabulary(file_, graph_.texts);
}

void GraphReader::read_judgements() {
    for (const JudgementRow& row : file_.checked_rows<JudgementRow>(Part::judgements)) {
        file_.require(row.same <= 1, "a judgement");
        graph_.judgements.push_back({row.same != 0, graph_.texts(row.a), graph_.texts(row.b)});
    }
}

void GraphReader::read_steps() {
    StepTable& table = graph_.steps;
    table.begins = file_.checked_rows<std::uint32_t>(Part::begins);
    table.steps = graph_.step_rows.rows();
    file_.require(table.begins.size() == graph_.entities.size() + 1 && table.begins[0] == 0 &&
                      table.begins.back() == table.steps.size() &&
                      std::is_sorted(table.begins.begin(), table.begins.end()),
                  "the steps of an entity");
}

void GraphReader::use_claims() {
    SourceTable& sources = graph_.sources;
    sources.saved_ = graph_.source_rows.rows();
    sources.saved_details_ = graph_.source_details.rows();
    sources.saved_texts_ = &graph_.long_texts;
    ClaimLedger& claims = graph_.claims;
    claims.saved_ = graph_.claim_rows.rows();
    claims.saved_details_ = graph_.details.rows();
    claims.saved_texts_ = &graph_.long_texts;
    claims.resolutions_ = graph_.resolutions;
}

void GraphReader::read() {
    read_about();
    graph_.entities = graph_.entity_rows.rows();
    graph_.resolutions = graph_.resolution_rows.rows();
    graph_.names = &graph_.name_rows;
    read_judgements();
    graph_.relations = graph_.relation_rows.rows();
    use_claims();
    read_steps();
}

bool is_saved_graph(std::string_view head) {
    return head.starts_with(magic);
}

TablesPtr open_graph(std::string_view bytes, std::shared_ptr<const void> owner, std::string name) {
    if (!aligned(bytes)) {
        const auto copy = std::make_shared<std::vector<std::uint64_t>>(bytes.size() / 8 + 1);
        bytes.copy(reinterpret_cast<char*>(copy->data()), bytes.size());
        bytes = {reinterpret_cast<const char*>(copy->data()), bytes.size()};
        owner = copy;
    }
    auto graph = std::make_shared<SavedGraph>(bytes, std::move(owner), std::move(name));
    GraphReader(*graph).read();
    return graph;
}

void check_all(const GraphTables& graph) {
    static_cast<void>(graph.entities.all());
    static_cast<void>(graph.resolutions.all());
    static_cast<void>(graph.relations.all());
    static_cast<void>(graph.steps.steps.all());
    for (SourceIndex at = 0; at < graph.sources.size(); ++at)
        static_cast<void>(graph.sources[at]);
    for (ClaimIndex at = 0; at < graph.claims.size(); ++at)
        static_cast<void>(graph.claims[at]);
}

} // namespace entente::saved
