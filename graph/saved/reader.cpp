// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/reader.hpp"

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

#include "graph/saved/claims.hpp"
#include "graph/saved/file.hpp"
#include "graph/saved/vocabulary_rows.hpp"

namespace entente::saved {

namespace {

/// The tables, and everything that they point into.
struct SavedGraph : GraphTables {
    SavedGraph(std::string_view bytes, std::shared_ptr<const void> owner_, std::string name)
        : owner(std::move(owner_)), file(bytes, std::move(name)), long_texts(file) {}

    std::shared_ptr<const void> owner;
    File file;
    LongTexts long_texts;
    std::optional<Claims> saved_claims;
    std::optional<Sources> saved_sources;
    LargeVector<Entity> entity_rows;
    LargeVector<Alias> aliases;
    LargeVector<std::string_view> same_as;
    LargeVector<Field> fields;
};

/// A byte of a row that may be no value of its type yet.
template <class T>
unsigned char byte(const T& value) {
    return *reinterpret_cast<const unsigned char*>(&value);
}

/// Where numbers of 64 bits may begin.
bool aligned(std::string_view bytes) {
    return reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) == 0;
}

} // namespace

class GraphReader {
  public:
    GraphReader(SavedGraph& graph) : graph_(graph), file_(graph.file), texts_(file_) {}

    void read();

  private:
    void read_about();
    void read_fields();
    void read_entities();
    void read_resolutions();
    void read_judgements();
    void read_relations();
    void read_steps();
    void read_claims();

    SavedGraph& graph_;
    const File& file_;
    Texts texts_;
};

void GraphReader::read_about() {
    const auto rows = file_.checked_rows<About>(Part::about);
    file_.require(rows.size() == 1, "what the graph is about");
    graph_.title = texts_(rows[0].title);
    graph_.description = texts_(rows[0].description);
    graph_.date = file_.date(rows[0].date);
    graph_.vocabulary = read_vocabulary(file_, texts_);
}

void GraphReader::read_fields() {
    const auto aliases = file_.checked_rows<AliasRow>(Part::aliases);
    graph_.aliases.reserve(aliases.size());
    for (const AliasRow& row : aliases)
        graph_.aliases.push_back({texts_(row.name), texts_(row.language)});
    const auto same_as = file_.checked_rows<TextRef>(Part::same_as);
    graph_.same_as.reserve(same_as.size());
    for (const TextRef row : same_as)
        graph_.same_as.push_back(texts_(row));
    const auto fields = file_.checked_rows<FieldRow>(Part::fields);
    graph_.fields.reserve(fields.size());
    for (const FieldRow& row : fields) {
        file_.require(row.type <= static_cast<std::uint64_t>(ValueType::json), "a field");
        graph_.fields.push_back(
            {texts_(row.key), {static_cast<ValueType>(row.type), texts_(row.text)}});
    }
}

void GraphReader::read_entities() {
    const auto rows = file_.checked_rows<EntityRow>(Part::entities);
    file_.require(rows.size() < no_index, "the number of entities");
    graph_.entity_rows.reserve(rows.size());
    for (const EntityRow& row : rows) {
        file_.require(row.kind < graph_.vocabulary->kinds().size() && row.provisional <= 1 &&
                          row.declared <= 1,
                      "an entity");
        Entity& entity = graph_.entity_rows.emplace_back();
        entity.id = texts_(row.id);
        entity.name = texts_(row.name);
        entity.kind = row.kind;
        entity.provisional = row.provisional != 0;
        entity.declared = row.declared != 0;
        entity.period = file_.period(row.period);
        entity.aliases = file_.range<Alias>(graph_.aliases, row.aliases);
        entity.same_as = file_.range<std::string_view>(graph_.same_as, row.same_as);
        entity.attributes = file_.range<Field>(graph_.fields, row.fields);
        entity.source = texts_(row.source);
        if (row.iso2[0] != 0) {
            const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
            file_.require(capital(row.iso2[0]) && capital(row.iso2[1]), "the code of a nation");
            entity.iso2 = {row.iso2.data(), row.iso2.size()};
        }
    }
    graph_.entities = graph_.entity_rows;
}

void GraphReader::read_resolutions() {
    const auto rows = file_.checked_rows<ResolutionRow>(Part::resolutions);
    file_.require(rows.size() < no_index, "the number of names");
    graph_.resolutions.reserve(rows.size());
    for (const ResolutionRow& row : rows) {
        file_.require(row.entity < graph_.entities.size(), "whom a name means");
        graph_.resolutions.push_back({.text = texts_(row.text),
                                      .kind = texts_(row.kind),
                                      .as = texts_(row.as),
                                      .source = texts_(row.source),
                                      .rule = texts_(row.rule),
                                      .called = texts_(row.called),
                                      .entity = static_cast<EntityIndex>(row.entity),
                                      .first = {}});
    }
}

void GraphReader::read_judgements() {
    const auto rows = file_.checked_rows<JudgementRow>(Part::judgements);
    graph_.judgements.reserve(rows.size());
    for (const JudgementRow& row : rows) {
        file_.require(row.same <= 1, "a judgement");
        graph_.judgements.push_back({row.same != 0, texts_(row.a), texts_(row.b)});
    }
}

void GraphReader::read_relations() {
    graph_.relations = file_.rows<Relation>(Part::relations);
    file_.require(graph_.relations.size() < no_index, "the number of relations");
    const std::size_t entities = graph_.entities.size(), claims = graph_.claims.size();
    const std::size_t types = graph_.vocabulary->relations().size();
    file_.check(Part::relations);
    bool good = true;
    for (const Relation& row : graph_.relations)
        good = good && row.subject < entities && row.object < entities && row.type < types &&
               byte(row.status) <= static_cast<unsigned char>(Status::possible) &&
               byte(row.derived) == 0 && row.first_claim <= claims &&
               row.claim_count <= claims - row.first_claim &&
               Date::from_bits(row.period.from.bits()) && Date::from_bits(row.period.to.bits());
    file_.require(good, "a relation");
}

void GraphReader::read_steps() {
    StepTable& table = graph_.steps;
    table.begins = file_.checked_rows<std::uint32_t>(Part::begins);
    table.steps = file_.checked_rows<Step>(Part::steps);
    file_.require(table.begins.size() == graph_.entities.size() + 1 && table.begins[0] == 0 &&
                      table.begins.back() == table.steps.size() &&
                      std::is_sorted(table.begins.begin(), table.begins.end()),
                  "the steps of an entity");
    bool good = true;
    for (const Step& step : table.steps)
        good = good && step.relation < graph_.relations.size() &&
               step.other < graph_.entities.size() && byte(step.forward) <= 1;
    file_.require(good, "a step");
}

void GraphReader::read_claims() {
    graph_.saved_sources.emplace(file_, graph_.long_texts);
    graph_.sources.saved_ = &*graph_.saved_sources;
    graph_.sources.saved_size_ = graph_.saved_sources->size();
    graph_.saved_claims.emplace(
        file_, graph_.long_texts,
        Claims::Limits{graph_.resolutions.size(), graph_.sources.size(),
                       graph_.vocabulary->relations().size()});
    graph_.claims.saved_ = &*graph_.saved_claims;
    graph_.claims.saved_size_ = graph_.saved_claims->size();
    file_.require(graph_.claims.size() < no_index && graph_.sources.size() < no_index,
                  "the number of claims");
    graph_.claims.resolutions_ = graph_.resolutions;
    graph_.claims.entities_ = graph_.entities;
}

void GraphReader::read() {
    read_about();
    read_fields();
    read_entities();
    read_resolutions();
    read_judgements();
    read_claims();
    read_relations();
    read_steps();
}

TablesPtr open_graph(std::string_view bytes, std::shared_ptr<const void> owner, std::string name) {
    if (!aligned(bytes)) {
        const auto copy = std::make_shared<std::vector<std::uint64_t>>(bytes.size() / 8 + 1);
        std::memcpy(copy->data(), bytes.data(), bytes.size());
        bytes = {reinterpret_cast<const char*>(copy->data()), bytes.size()};
        owner = copy;
    }
    auto graph = std::make_shared<SavedGraph>(bytes, std::move(owner), std::move(name));
    GraphReader(*graph).read();
    return graph;
}

void check_all(const GraphTables& graph) {
    for (SourceIndex at = 0; at < graph.sources.size(); ++at)
        static_cast<void>(graph.sources[at]);
    for (ClaimIndex at = 0; at < graph.claims.size(); ++at)
        static_cast<void>(graph.claims[at]);
}

} // namespace entente::saved
