// SPDX-License-Identifier: BSL-1.0
#include "graph/assembly.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/claim_hash.hpp"
#include "graph/fold.hpp"
#include "graph/graph.hpp"
#include "graph/hash.hpp"
#include "graph/identity/resolver.hpp"
#include "graph/tables.hpp"

namespace entente {

namespace {

using Row = ClaimLedger::Row;
using Detail = ClaimLedger::Detail;

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
    for (const OpenRelation& relation : intake.open_relations)
        open_relations.insert(fold_term(relation.name));
    for (const std::string& name : open_relations)
        own->add_relation(name);
    return own;
}

} // namespace

/// Sorts the claims by relation and content, drops those that say the same, and folds the rest.
class ClaimAssembly {
  public:
    ClaimAssembly(Intake& intake, const EntityTable& entities, const Vocabulary& vocabulary,
                  Diagnostics& diagnostics);

    std::size_t run(ClaimLedger& ledger, LargeVector<Relation>& relations);

    static void bind(ClaimLedger& ledger, const GraphTables& graph) {
        ledger.resolutions_ = graph.resolutions;
        ledger.entities_ = graph.entities;
    }

  private:
    /// What claims are sorted by, within one subject.
    struct Key {
        std::uint64_t relation; ///< the type, then the object
        std::uint64_t hash;
        std::uint32_t row;
        friend bool operator<(const Key& a, const Key& b) {
            return a.relation != b.relation ? a.relation < b.relation : a.hash < b.hash;
        }
    };
    void settle(Row& row);
    std::vector<std::size_t> sort_by_subject(LargeVector<Key>& keys) const;
    void sort(std::span<Key> keys) const;
    [[nodiscard]] EntityIndex entity(std::uint32_t resolution) const {
        return entities_.resolutions[resolution].entity;
    }
    [[nodiscard]] std::string_view called(std::uint32_t resolution) const {
        return entities_.resolutions[resolution].called;
    }
    [[nodiscard]] const Detail& detail(const Row& row) const {
        return row.detail == no_index ? no_detail() : intake_.details[row.detail];
    }
    [[nodiscard]] bool same_content(const Row& a, const Row& b) const;
    std::size_t fold(std::span<const Key> keys, std::size_t begin, std::size_t end,
                     EntityIndex subject, ClaimLedger& ledger, LargeVector<Relation>& relations);
    void check(const Relation& relation, const Row& first);

    Intake& intake_;
    const EntityTable& entities_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    std::vector<RelationId> open_types_; ///< by the intake's number
    std::vector<std::uint64_t> mention_hashes_, type_hashes_;
    std::set<std::tuple<RelationId, KindId, KindId>> mismatches_;
    ClaimFold fold_;
};

ClaimAssembly::ClaimAssembly(Intake& intake, const EntityTable& entities,
                             const Vocabulary& vocabulary, Diagnostics& diagnostics)
    : intake_(intake),
      entities_(entities),
      vocabulary_(vocabulary),
      diagnostics_(diagnostics) {
    for (const OpenRelation& relation : intake.open_relations)
        open_types_.push_back(vocabulary.find_relation(fold_term(relation.name)).id);
    for (const Resolution& resolution : entities.resolutions)
        mention_hashes_.push_back(
            mention_hash(entities.rows[resolution.entity].id, resolution.called));
    for (const RelationType& type : vocabulary.relations())
        type_hashes_.push_back(stable_hash(type.name));
}

/// From numbers of the intake to rows of the graph.
void ClaimAssembly::settle(Row& row) {
    if (row.open_type) row.type = open_types_[row.type];
    row.open_type = false;
    row.subject = entities_.resolution_of[row.subject];
    row.object = entities_.resolution_of[row.object];
    std::uint64_t stated_by = 0;
    if (row.detail != no_index && intake_.details[row.detail].stated_by != no_index) {
        std::uint32_t& speaker = intake_.details[row.detail].stated_by;
        speaker = entities_.resolution_of[speaker];
        stated_by = mention_hashes_[speaker];
    }
    if (vocabulary_.relation(row.type).symmetric) {
        const EntityIndex subject = entity(row.subject), object = entity(row.object);
        if (object < subject || (object == subject && called(row.object) < called(row.subject)))
            std::swap(row.subject, row.object);
    }
    row.hash = claim_hash({.said = row.hash,
                           .subject = mention_hashes_[row.subject],
                           .relation = type_hashes_[row.type],
                           .object = mention_hashes_[row.object],
                           .stated_by = stated_by});
}

bool ClaimAssembly::same_content(const Row& a, const Row& b) const {
    if (a.hash != b.hash || a.date != b.date || a.source != b.source || a.stance != b.stance)
        return false;
    const Detail& x = detail(a);
    const Detail& y = detail(b);
    return x.period == y.period && x.span == y.span && a.quote.in({}) == b.quote.in({}) &&
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

/// A counting sort: where the keys of each subject begin.
std::vector<std::size_t> ClaimAssembly::sort_by_subject(LargeVector<Key>& keys) const {
    std::vector<std::size_t> begins(entities_.rows.size() + 2);
    intake_.rows.for_each([&](const Row& row) { ++begins[entity(row.subject) + 2]; });
    for (std::size_t i = 1; i < begins.size(); ++i)
        begins[i] += begins[i - 1];
    keys.resize(intake_.rows.size());
    std::uint32_t at = 0;
    intake_.rows.for_each([&](const Row& row) {
        keys[begins[entity(row.subject) + 1]++] = {
            std::uint64_t{row.type} << 32 | entity(row.object), row.hash, at++};
    });
    return begins;
}

/// Of those that say the same, the one that was read first comes first.
void ClaimAssembly::sort(std::span<Key> keys) const {
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (keys[i - 1] < keys[i]) continue;
        std::size_t end = i + 1;
        while (end < keys.size() && !(keys[i] < keys[end]))
            ++end;
        const auto rest = [&](const Key& key) {
            const Row& row = intake_.rows[key.row];
            return std::tuple(row.subject, row.object, detail(row).stated_by, row.position);
        };
        std::sort(&keys[i - 1], keys.data() + end,
                  [&](const Key& a, const Key& b) { return rest(a) < rest(b); });
        i = end;
    }
}

/// The claims of one subject: [begin, end) of all keys.
std::size_t ClaimAssembly::fold(std::span<const Key> keys, std::size_t begin, std::size_t end,
                                EntityIndex subject, ClaimLedger& ledger,
                                LargeVector<Relation>& relations) {
    std::size_t duplicates = 0;
    for (std::size_t i = begin; i < end;) {
        const std::uint64_t same = keys[i].relation;
        Relation relation;
        relation.subject = subject;
        relation.object = static_cast<EntityIndex>(same);
        relation.type = static_cast<RelationId>(same >> 32);
        relation.first_claim = static_cast<ClaimIndex>(ledger.rows_.size());
        const Row& first = intake_.rows[keys[i].row];
        for (; i < end && keys[i].relation == same; ++i) {
            constexpr std::size_t ahead = 12; // rows lie in the order of the input
            if (i + ahead < keys.size()) __builtin_prefetch(&intake_.rows[keys[i + ahead].row]);
            const Row& row = intake_.rows[keys[i].row];
            if (ledger.rows_.size() > relation.first_claim &&
                same_content(ledger.rows_.back(), row)) {
                ++duplicates;
                continue;
            }
            ledger.rows_.push_back(row);
            fold_.add(row, detail(row).period);
        }
        fold_.finish(relation);
        relations.push_back(relation);
        check(relation, first);
    }
    return duplicates;
}

std::size_t ClaimAssembly::run(ClaimLedger& ledger, LargeVector<Relation>& relations) {
    intake_.rows.for_each([this](Row& row) { settle(row); });
    LargeVector<Key> keys;
    const std::vector<std::size_t> begins = sort_by_subject(keys);
    ledger.rows_.reserve(keys.size());
    std::size_t duplicates = 0;
    for (EntityIndex subject = 0; subject < entities_.rows.size(); ++subject) {
        const std::size_t begin = begins[subject], end = begins[subject + 1];
        sort(std::span(keys).subspan(begin, end - begin));
        duplicates += fold(keys, begin, end, subject, ledger, relations);
    }
    ledger.details_ = std::move(intake_.details);
    intake_.rows = {};
    return duplicates;
}

namespace {

/// The relations are sorted by their subject already, and the counting sort of the CSR form is
/// stable: a relation's index is its edge's.
std::shared_ptr<Graph> freeze(const std::vector<Entity>& entities,
                              const LargeVector<Relation>& relations) {
    LargeVector<std::pair<EntityIndex, EntityIndex>> ends;
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
    SourceTable sources = make_sources(intake, diagnostics);
    const identity::Resolved resolved =
        identity::resolve(intake, sources, vocabulary, diagnostics);
    auto own = own_vocabulary(vocabulary, intake, resolved, diagnostics);
    EntityTable entities = make_entities(intake, resolved, *own, diagnostics);
    ClaimLedger ledger;
    LargeVector<Relation> relations;
    const std::size_t duplicates =
        ClaimAssembly(intake, entities, *own, diagnostics).run(ledger, relations);
    auto graph = freeze(entities.rows, relations);
    describe_graph(intake, *graph);
    graph->vocabulary = std::move(own);
    graph->sources = std::move(sources);
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
