// SPDX-License-Identifier: BSL-1.0
#include "graph/build/claim_assembly.hpp"

#include <algorithm>
#include <string>

#include "graph/memory/hash.hpp"
#include "graph/memory/parallel.hpp"
#include "graph/model/claim_hash.hpp"
#include "graph/model/fold.hpp"

namespace entente {

namespace {

/// Rows lie in the order of the input, and are needed in another one: how many of them are fetched
/// ahead.
constexpr std::size_t ahead = 16;

} // namespace

ClaimAssembly::ClaimAssembly(Intake& intake, const EntityTable& entities,
                             const Vocabulary& vocabulary, Diagnostics& diagnostics,
                             unsigned threads)
    : intake_(intake),
      entities_(entities),
      vocabulary_(vocabulary),
      diagnostics_(diagnostics),
      threads_(threads) {
    for (const OpenRelation& relation : intake.open_relations)
        open_types_.push_back(vocabulary.find_relation(fold_term(relation.name)).id);
    mention_hashes_.reserve(entities.resolutions.size());
    entity_of_.reserve(entities.resolutions.size());
    for (const Resolution& resolution : entities.resolutions) {
        entity_of_.push_back(resolution.entity);
        mention_hashes_.push_back(
            mention_hash(entities.rows[resolution.entity].id, resolution.called));
    }
    for (const RelationType& type : vocabulary.relations())
        type_hashes_.push_back(stable_hash(type.name));
}

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

void ClaimAssembly::settle() {
    over_ranges(threads_, intake_.rows.size(),
                [this](std::size_t, std::size_t begin, std::size_t end) {
                    for (std::size_t at = begin; at < end; ++at)
                        settle(intake_.rows[at]);
                });
}

/// A counting sort by subject: each thread counts the rows of one part, and then places their keys.
void ClaimAssembly::find_keys() {
    const Column<Row>& rows = intake_.rows;
    const std::size_t subjects = entities_.rows.size();
    std::vector<std::vector<std::uint32_t>> places(threads_); // of each part, by subject
    const auto over_parts = [&](auto f) {
        over_ranges(threads_, rows.size(), [&](std::size_t part, std::size_t at, std::size_t end) {
            for (; at < end; ++at)
                f(places[part], rows[at], static_cast<std::uint32_t>(at));
        });
    };
    for (auto& counts : places)
        counts.resize(subjects);
    over_parts([&](auto& counts, const Row& row, std::uint32_t) { ++counts[entity(row.subject)]; });
    begins_.reserve(subjects + 1);
    std::uint32_t begin = 0;
    for (EntityIndex subject = 0; subject < subjects; ++subject) {
        begins_.push_back(begin);
        for (auto& counts : places) {
            const std::uint32_t count = counts[subject];
            counts[subject] = begin;
            begin += count;
        }
    }
    begins_.push_back(begin);
    keys_.resize(rows.size());
    over_parts([&](auto& next, const Row& row, std::uint32_t at) {
        keys_[next[entity(row.subject)]++] = {std::uint64_t{row.type} << 32 | entity(row.object),
                                              static_cast<std::uint32_t>(row.hash >> 32), at};
    });
}

/// Of those that say the same, the one that was read first comes first.
void ClaimAssembly::sort(std::span<Key> keys) const {
    const auto less = [this](const Key& a, const Key& b) { return before(a, b); };
    std::sort(keys.begin(), keys.end(), less);
    for (std::size_t i = 1; i < keys.size(); ++i) {
        if (less(keys[i - 1], keys[i])) continue;
        std::size_t end = i + 1;
        while (end < keys.size() && !less(keys[i], keys[end]))
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

bool ClaimAssembly::same_content(const Row& a, const Row& b) const {
    if (a.hash != b.hash || a.date != b.date || a.source != b.source || a.stance != b.stance)
        return false;
    const Detail& x = detail(a);
    const Detail& y = detail(b);
    return x.period == y.period && x.span == y.span && a.quote.in({}) == b.quote.in({}) &&
           std::equal(x.qualifiers.begin(), x.qualifiers.end(), y.qualifiers.begin(),
                      y.qualifiers.end());
}

/// Finds where relations begin, and drops what says the same as its neighbour.
void ClaimAssembly::group() {
    order_.reserve(keys_.size());
    for (EntityIndex subject = 0; subject < entities_.rows.size(); ++subject)
        for (std::size_t i = begins_[subject]; i < begins_[subject + 1]; ++i) {
            const Key& key = keys_[i];
            const bool fresh = i == begins_[subject] || keys_[i - 1].relation != key.relation;
            if (fresh)
                groups_.push_back({key.relation, subject, static_cast<ClaimIndex>(order_.size())});
            else if (keys_[i - 1].hash == key.hash &&
                     same_content(intake_.rows[order_.back()], intake_.rows[key.row])) {
                ++duplicates_;
                continue;
            }
            order_.push_back(key.row);
        }
}

void ClaimAssembly::sort() {
    find_keys();
    in_parallel(threads_, [this](std::size_t part) {
        // Subjects are cut so that each part has about as many claims.
        const auto at = [&](std::size_t share) {
            const std::size_t claims = keys_.size() * share / threads_;
            return std::lower_bound(begins_.begin(), begins_.end() - 1, claims) - begins_.begin();
        };
        for (auto subject = at(part); subject < at(part + 1); ++subject) {
            const auto s = static_cast<std::size_t>(subject);
            sort(std::span(keys_).subspan(begins_[s], begins_[s + 1] - begins_[s]));
        }
    });
    group();
    keys_ = {};
}

ClaimAssembly::Ends ClaimAssembly::ends() {
    Ends ends;
    ends.reserve(groups_.size());
    groups_.for_each([&](const Group& group) {
        ends.emplace_back(group.subject, static_cast<EntityIndex>(group.relation));
    });
    return ends;
}

void ClaimAssembly::fold(std::size_t begin, std::size_t end, std::span<Relation> relations) const {
    ClaimFold fold;
    for (std::size_t i = begin; i < end; ++i) {
        const Group& group = groups_[i];
        const std::size_t stop = i + 1 < groups_.size() ? groups_[i + 1].first : order_.size();
        Relation& relation = relations[i];
        relation.subject = group.subject;
        relation.object = static_cast<EntityIndex>(group.relation);
        relation.type = static_cast<RelationId>(group.relation >> 32);
        relation.first_claim = group.first;
        for (std::size_t n = group.first; n < stop; ++n) {
            if (n + ahead < order_.size()) __builtin_prefetch(&intake_.rows[order_[n + ahead]]);
            const Row& row = intake_.rows[order_[n]];
            fold.add(row, detail(row).period);
        }
        fold.finish(relation);
    }
}

void ClaimAssembly::fold(std::span<Relation> relations) {
    std::vector<std::vector<const Relation*>> odd(threads_); // of each part
    over_ranges(threads_, groups_.size(),
                [&](std::size_t part, std::size_t begin, std::size_t end) {
                    fold(begin, end, relations);
                    for (const Relation& relation : relations.subspan(begin, end - begin))
                        if (relation.status == Status::disputed || !joins_its_kinds(relation))
                            odd[part].push_back(&relation);
                });
    for (const auto& part : odd)
        for (const Relation* relation : part)
            report(*relation, intake_.rows[order_[relation->first_claim]]);
}

/// Whether the vocabulary means the relation to join such entities.
bool ClaimAssembly::joins_its_kinds(const Relation& relation) const {
    const RelationType& type = vocabulary_.relation(relation.type);
    const auto fits = [this](KindSet allowed, EntityIndex entity) {
        const KindId kind = entities_.rows[entity].kind;
        return allowed == 0 || kind >= kind::entity || (allowed & set_of(kind)) != 0;
    };
    return fits(type.subjects, relation.subject) && fits(type.objects, relation.object);
}

/// What is to be told of a relation; `first` is the first of its claims.
void ClaimAssembly::report(const Relation& relation, const Row& first) {
    const RelationType& type = vocabulary_.relation(relation.type);
    const Entity& subject = entities_.rows[relation.subject];
    const Entity& object = entities_.rows[relation.object];
    if (!joins_its_kinds(relation) &&
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

ClaimLedger ClaimAssembly::take() {
    ClaimLedger ledger;
    ledger.rows_ = std::move(intake_.rows);
    ledger.order_ = std::move(order_);
    ledger.details_ = std::move(intake_.details);
    return ledger;
}

void ClaimAssembly::bind(ClaimLedger& ledger, const GraphTables& graph) {
    ledger.resolutions_ = graph.resolutions;
}

} // namespace entente
