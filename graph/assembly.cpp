// SPDX-License-Identifier: BSL-1.0
#include "graph/assembly.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <set>
#include <tuple>

#include "graph/fold.hpp"
#include "graph/graph.hpp"
#include "graph/identity/resolver.hpp"
#include "graph/tables.hpp"

namespace entente {

namespace {

using Row = ClaimLedger::Row;
using Extra = ClaimLedger::Extra;

/// The graph's own vocabulary: the user's rows and then those that only the input knows, each in
/// order of name, so that their numbers do not depend on the order of the input.
std::shared_ptr<Vocabulary> own_vocabulary(const Vocabulary& given, const Intake& intake,
                                           const identity::Resolved& resolved,
                                           Diagnostics& diagnostics) {
    auto own = std::make_shared<Vocabulary>();
    std::vector<Kind> kinds(given.kinds().begin(), given.kinds().end());
    std::vector<RelationType> relations(given.relations().begin(), given.relations().end());
    const auto by_name = [](const auto& a, const auto& b) { return a.name < b.name; };
    std::sort(kinds.begin(), kinds.end(), by_name);
    std::sort(relations.begin(), relations.end(), by_name);
    for (const Kind& row : kinds)
        if (!row.builtin) own->add_kind(row);
    for (const RelationType& row : relations)
        if (!row.builtin) own->add_relation(row);
    std::set<std::string_view> open_kinds;
    for (const identity::Node& node : resolved.nodes)
        if (own->find_kind(node.kind) == Vocabulary::none) open_kinds.insert(node.kind);
    for (const std::string_view kind : open_kinds) {
        own->add_kind(kind);
        diagnostics.report(Code::unknown_kind, {},
                           "the vocabulary has no kind '" + std::string(kind) +
                               "'; it is kept under its own name");
    }
    std::set<std::string> open_relations;
    for (const Row& row : intake.rows)
        if (row.type & Intake::open_relation)
            open_relations.insert(fold_term((*intake.strings)[row.type & ~Intake::open_relation]));
    for (const std::string& name : open_relations)
        own->add_relation(name);
    return own;
}

/// Appends numbers and texts to a buffer so that different contents give different bytes.
class ContentHash {
  public:
    void add(std::string_view text) {
        add(text.size());
        bytes_ += text;
    }
    void add(std::uint64_t number) {
        bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
    }
    std::uint64_t finish() {
        const std::uint64_t hash = XXH3_64bits(bytes_.data(), bytes_.size());
        bytes_.clear();
        return hash;
    }

  private:
    std::string bytes_;
};

} // namespace

/// Sorts the claims by relation and content, drops those that say the same, and folds the rest.
class ClaimAssembly {
  public:
    ClaimAssembly(Intake& intake, EntityTable& entities, SourceTable& sources,
                  const Vocabulary& vocabulary, Diagnostics& diagnostics)
        : intake_(intake),
          entities_(entities),
          sources_(sources),
          vocabulary_(vocabulary),
          diagnostics_(diagnostics) {}

    std::size_t run(ClaimLedger& ledger, std::vector<Relation>& relations);

    static void bind(ClaimLedger& ledger, const GraphTables& graph) {
        ledger.resolutions_ = graph.resolutions;
        ledger.entities_ = graph.entities;
    }

  private:
    void settle(Row& row);
    std::uint64_t hash(const Row& row);
    [[nodiscard]] EntityIndex entity(std::uint32_t resolution) const {
        return entities_.resolutions[resolution].entity;
    }
    [[nodiscard]] std::string_view as(std::uint32_t resolution) const {
        return called(entities_.resolutions[resolution], entities_.rows[entity(resolution)]);
    }
    [[nodiscard]] bool same_content(const Row& a, const Row& b) const;
    void check(const Relation& relation, const Row& first);

    Intake& intake_;
    EntityTable& entities_;
    SourceTable& sources_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    std::vector<RelationId> open_types_; ///< by the name's number
    std::set<std::tuple<RelationId, KindId, KindId>> mismatches_;
    ContentHash content_;
};

/// From numbers of the intake to rows of the graph.
void ClaimAssembly::settle(Row& row) {
    if (row.type & Intake::open_relation) {
        const std::uint32_t name = row.type & ~Intake::open_relation;
        if (name >= open_types_.size()) open_types_.resize(name + 1, Vocabulary::none);
        if (open_types_[name] == Vocabulary::none)
            open_types_[name] = vocabulary_.find_relation(fold_term((*intake_.strings)[name])).id;
        row.type = open_types_[name];
    }
    row.subject = entities_.resolution_of[row.subject];
    row.object = entities_.resolution_of[row.object];
    if (row.stated_by != no_index) row.stated_by = entities_.resolution_of[row.stated_by];
    row.source = row.source ? sources_.of_text[row.source] : no_index;
    if (vocabulary_.relation(static_cast<RelationId>(row.type)).symmetric &&
        std::pair(entity(row.object), as(row.object)) <
            std::pair(entity(row.subject), as(row.subject)))
        std::swap(row.subject, row.object);
    row.hash = hash(row);
}

std::uint64_t ClaimAssembly::hash(const Row& row) {
    const auto add_mention = [&](std::uint32_t at) {
        if (at == no_index) return content_.add(std::string_view());
        const Resolution& resolution = entities_.resolutions[at];
        const Entity& entity = entities_.rows[resolution.entity];
        content_.add(entity.id);
        content_.add(called(resolution, entity));
    };
    add_mention(row.subject);
    content_.add(vocabulary_.relation(static_cast<RelationId>(row.type)).name);
    add_mention(row.object);
    add_mention(row.stated_by);
    content_.add(row.source == no_index ? std::string_view() : sources_.rows[row.source].id);
    for (const Date date : {row.date, row.from, row.to})
        content_.add(date.bits());
    content_.add(std::bit_cast<std::uint64_t>(row.confidence));
    content_.add(static_cast<std::uint64_t>(row.stance));
    if (row.extra != no_index) {
        const Extra& extra = intake_.extras[row.extra];
        content_.add(extra.quote);
        content_.add(std::uint64_t{extra.span.begin} << 32 | extra.span.end);
        for (const Field& field : extra.qualifiers) {
            content_.add(field.key);
            content_.add(static_cast<std::uint64_t>(field.value.type));
            content_.add(field.value.text);
        }
    }
    return content_.finish();
}

bool ClaimAssembly::same_content(const Row& a, const Row& b) const {
    static const Extra nothing;
    const Extra& x = a.extra == no_index ? nothing : intake_.extras[a.extra];
    const Extra& y = b.extra == no_index ? nothing : intake_.extras[b.extra];
    return a.hash == b.hash && a.date == b.date && a.from == b.from && a.to == b.to &&
           a.source == b.source && a.stance == b.stance && x.quote == y.quote && x.span == y.span &&
           std::equal(x.qualifiers.begin(), x.qualifiers.end(), y.qualifiers.begin(),
                      y.qualifiers.end());
}

void ClaimAssembly::check(const Relation& relation, const Row& first) {
    const RelationType& type = vocabulary_.relation(relation.type);
    const Entity& subject = entities_.rows[relation.subject];
    const Entity& object = entities_.rows[relation.object];
    const auto fits = [](KindSet allowed, const Entity& entity) {
        return allowed == 0 || entity.kind >= kind::entity || (allowed & set_of(entity.kind));
    };
    if ((!fits(type.subjects, subject) || !fits(type.objects, object)) &&
        mismatches_.emplace(relation.type, subject.kind, object.kind).second)
        diagnostics_.report(Code::kind_mismatch, first.position,
                            "'" + std::string(type.name) + "' is not meant to join " +
                                std::string(vocabulary_.kind(subject.kind).name) + " and " +
                                std::string(vocabulary_.kind(object.kind).name) + ", as here '" +
                                std::string(subject.id) + "' and '" + std::string(object.id) +
                                "'; kept as it is");
    if (relation.status == Status::disputed)
        diagnostics_.report(Code::contradiction, first.position,
                            "'" + std::string(subject.id) + " " + std::string(type.name) + " " +
                                std::string(object.id) + "' is asserted and denied; both are kept");
}

std::size_t ClaimAssembly::run(ClaimLedger& ledger, std::vector<Relation>& relations) {
    struct Key {
        EntityIndex subject;
        RelationId type;
        EntityIndex object;
        std::uint64_t hash;
        std::uint32_t row;
    };
    std::vector<Key> keys;
    keys.reserve(intake_.rows.size());
    for (std::uint32_t i = 0; i < intake_.rows.size(); ++i) {
        Row& row = intake_.rows[i];
        settle(row);
        keys.push_back({entity(row.subject), static_cast<RelationId>(row.type), entity(row.object),
                        row.hash, i});
    }
    const auto rest = [&](const Key& key) {
        const Row& row = intake_.rows[key.row];
        return std::tuple(row.subject, row.object, row.stated_by, row.position);
    };
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        const auto x = std::tie(a.subject, a.type, a.object, a.hash);
        const auto y = std::tie(b.subject, b.type, b.object, b.hash);
        return x == y ? rest(a) < rest(b) : x < y;
    });
    ledger.rows_.reserve(keys.size());
    ClaimFold fold;
    std::size_t duplicates = 0;
    for (std::size_t i = 0; i < keys.size();) {
        Relation relation;
        relation.subject = keys[i].subject;
        relation.object = keys[i].object;
        relation.type = keys[i].type;
        relation.first_claim = static_cast<ClaimIndex>(ledger.rows_.size());
        const Row& first = intake_.rows[keys[i].row];
        for (; i < keys.size() && keys[i].subject == relation.subject &&
               keys[i].type == relation.type && keys[i].object == relation.object;
             ++i) {
            const Row& row = intake_.rows[keys[i].row];
            if (ledger.rows_.size() > relation.first_claim &&
                same_content(ledger.rows_.back(), row)) {
                ++duplicates;
                continue;
            }
            ledger.rows_.push_back(row);
            fold.add(row);
        }
        fold.finish(relation);
        relations.push_back(relation);
        check(relation, first);
    }
    ledger.extras_ = std::move(intake_.extras);
    return duplicates;
}

namespace {

/// The relations are sorted by their subject already, and the counting sort of the CSR form is
/// stable: a relation's index is its edge's.
std::shared_ptr<Graph> freeze(const std::vector<Entity>& entities,
                              const std::vector<Relation>& relations) {
    std::vector<std::pair<EntityIndex, EntityIndex>> ends;
    ends.reserve(relations.size());
    for (const Relation& relation : relations)
        ends.emplace_back(relation.subject, relation.object);
    auto graph =
        std::make_shared<Graph>(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(),
                                relations.begin(), static_cast<EntityIndex>(entities.size()));
    for (EntityIndex at = 0; at < entities.size(); ++at)
        (*graph)[at] = entities[at];
    if (!entities.empty()) graph->entities = {&(*graph)[EntityIndex{0}], entities.size()};
    if (!relations.empty())
        graph->relations = {&(*graph)[*boost::edges(*graph).first], relations.size()};
    return graph;
}

void describe_graph(const Intake& intake, GraphTables& graph) {
    for (const GraphRecord& record : intake.graphs) {
        const auto smaller = [](std::string_view& kept, std::string_view text) {
            if (!text.empty() && (kept.empty() || text < kept)) kept = text;
        };
        smaller(graph.title, record.title);
        smaller(graph.description, record.description);
        graph.date = std::max(graph.date, record.date);
    }
}

} // namespace

Assembled assemble(Intake intake, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
    const identity::Resolved resolved = identity::resolve(intake, vocabulary, diagnostics);
    auto own = own_vocabulary(vocabulary, intake, resolved, diagnostics);
    EntityTable entities = make_entities(intake, resolved, *own, diagnostics);
    SourceTable sources = make_sources(intake, diagnostics);
    ClaimLedger ledger;
    std::vector<Relation> relations;
    const std::size_t duplicates =
        ClaimAssembly(intake, entities, sources, *own, diagnostics).run(ledger, relations);
    auto graph = freeze(entities.rows, relations);
    describe_graph(intake, *graph);
    graph->vocabulary = std::move(own);
    graph->sources = std::move(sources.rows);
    graph->resolutions = std::move(entities.resolutions);
    graph->claims = std::move(ledger);
    graph->judgements = std::move(intake.judgements);
    std::sort(graph->judgements.begin(), graph->judgements.end());
    graph->judgements.erase(std::unique(graph->judgements.begin(), graph->judgements.end()),
                            graph->judgements.end());
    graph->storage = intake.strings;
    ClaimAssembly::bind(graph->claims, *graph);
    if (duplicates)
        diagnostics.report(Code::duplicate_claim, {},
                           std::to_string(duplicates) +
                               (duplicates == 1 ? " claim says" : " claims say") +
                               " just what another one says; each is kept once");
    return {std::move(graph), duplicates};
}

} // namespace entente
