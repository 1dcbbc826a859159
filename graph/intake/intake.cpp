// SPDX-License-Identifier: BSL-1.0
#include "graph/intake/intake.hpp"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "graph/memory/hash.hpp"
#include "graph/memory/parallel.hpp"
#include "graph/memory/quick_equal.hpp"

namespace entente {

namespace {

/// What else a mention has hardly ever decides.
std::uint32_t hash(std::string_view text, std::string_view kind, KindSet expected) {
    std::uint64_t begin = 0;
    kind.copy(reinterpret_cast<char*>(&begin), sizeof begin); // as much as there is
    return static_cast<std::uint32_t>(
        XXH3_64bits_withSeed(text.data(), text.size(), begin ^ expected));
}

/// A kind that is given is meant, whatever the relation joins.
KindSet expected_of(const Reference& reference, KindSet by_relation) {
    return reference.kind.empty() ? by_relation : 0;
}

} // namespace

/// Nothing of `given` need be kept yet: most mentions are known already.
std::uint32_t Intake::add(const Mention& given, Place place) {
    const std::uint32_t number = mention_index_.find_or_insert(
        place,
        [&](std::uint32_t at) {
            const Mention& known = mentions[at];
            return quick_equal(known.text, given.text) && quick_equal(known.kind, given.kind) &&
                   known.expected == given.expected && quick_equal(known.as, given.as) &&
                   quick_equal(known.source, given.source);
        },
        [&] {
            Mention& made = mentions.push_back(given);
            made.text = strings->arena().keep(given.text);
            for (std::string_view* text : {&made.kind, &made.as, &made.source})
                *text = strings->keep(*text);
            return static_cast<std::uint32_t>(mentions.size() - 1);
        });
    // Lines are not read in their order.
    if (given.first < mentions[number].first) mentions[number].first = given.first;
    return number;
}

std::uint32_t Intake::mention(const Reference& reference, KindSet expected, Position at,
                              Place place) {
    return add({.text = reference.text,
                .kind = reference.kind,
                .expected = expected_of(reference, expected),
                .first = at,
                .as = reference.as,
                .source = {}},
               place);
}

Intake::Place Intake::find_place(const Reference& reference, KindSet expected) const {
    const Place place = hash(reference.text, reference.kind, expected_of(reference, expected));
    mention_index_.fetch(place);
    return place;
}

void Intake::fetch_mention(Place place) const {
    const std::uint32_t at = mention_index_.first(place);
    if (at != FlatIndex::none) __builtin_prefetch(&mentions[at]);
}

void Intake::fetch_text(Place place) const {
    const std::uint32_t at = mention_index_.first(place);
    if (at != FlatIndex::none) __builtin_prefetch(mentions[at].text.data());
}

std::uint32_t Intake::mention_in(std::uint32_t mention, std::string_view source) {
    Mention scoped = mentions[mention];
    scoped.source = source;
    return add(scoped, hash(scoped.text, scoped.kind, scoped.expected));
}

void Intake::mention_anew(
    const std::function<std::optional<EndKinds>(const ClaimLedger::Row&)>& kinds_at) {
    const Column<Mention> old = std::move(mentions);
    mentions = Column<Mention>();
    mention_index_ = FlatIndex();
    const auto again = [&](std::uint32_t& number, Position at, std::optional<KindSet> expected) {
        Mention mention = old[number];
        mention.first = at;
        if (expected && mention.kind.empty()) mention.expected = *expected;
        number = add(mention, hash(mention.text, mention.kind, mention.expected));
    };
    rows.for_each([&](ClaimLedger::Row& row) {
        const std::optional<EndKinds> told = kinds_at(row);
        const auto given = [&](KindSet EndKinds::*end) {
            return told ? std::optional<KindSet>((*told).*end) : std::nullopt;
        };
        again(row.subject, row.position, given(&EndKinds::subject));
        again(row.object, row.position, given(&EndKinds::object));
        if (row.detail != no_index && details[row.detail].stated_by != no_index)
            again(details[row.detail].stated_by, row.position, {});
    });
}

void Intake::join(Intake&& other, std::span<const RelationId> open, std::uint32_t lines,
                  unsigned threads) {
    std::vector<std::uint32_t> ours; // by the other's mention
    ours.reserve(other.mentions.size());
    other.mentions.for_each([&](Mention& mention) {
        mention.first.line += lines;
        ours.push_back(add(mention, hash(mention.text, mention.kind, mention.expected)));
    });
    const auto first_source_detail = static_cast<std::uint32_t>(source_details.size());
    const auto first_detail = static_cast<std::uint32_t>(details.size());
    other.declarations.for_each([&](Declaration& declaration) {
        declaration.record.position.line += lines;
        declarations.push_back(declaration);
    });
    if (first_source_detail > 0)
        other.sources.for_each([&](SourceTable::Row& row) {
            if (row.detail != no_index) row.detail += first_source_detail;
        });
    const auto source = sources.take(std::move(other.sources));
    source_details.insert(source_details.end(), other.source_details.begin(),
                          other.source_details.end());
    for (ClaimLedger::Detail& detail : other.details) {
        if (detail.stated_by != no_index) detail.stated_by = ours[detail.stated_by];
        details.push_back(detail);
    }
    over_ranges(threads, other.rows.size(), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end; ++at) {
            ClaimLedger::Row& row = other.rows[at];
            row.subject = ours[row.subject];
            row.object = ours[row.object];
            if (row.source != no_index) row.source = static_cast<std::uint32_t>(source(row.source));
            if (row.detail != no_index) row.detail += first_detail;
            if (row.open_type) row.type = open[row.type];
            row.position.line += lines;
        }
    });
    rows.take(std::move(other.rows));
    judgements.insert(judgements.end(), other.judgements.begin(), other.judgements.end());
    graphs.insert(graphs.end(), other.graphs.begin(), other.graphs.end());
    for (KindRecord& record : other.kinds) {
        record.position.line += lines;
        kinds.push_back(record);
    }
    for (RelationTypeRecord& record : other.relation_types) {
        record.position.line += lines;
        relation_types.push_back(record);
    }
    strings->arena().keep_alive(other.strings);
}

bool Intake::is(const Recent& recent, std::uint64_t hash, std::string_view id) const {
    return recent.hash == hash && recent.mention != no_index &&
           sources[recent.mention].id.in({}) == id;
}

void Intake::describe_source(const Source& source) {
    const std::uint64_t hash = stable_hash(source.id);
    const bool more = !source.publisher.empty() || !source.title.empty() ||
                      !source.language.empty() || source.published.known() ||
                      !source.attributes.empty();
    Recent& recent = recent_[hash % recent_sources];
    if (!more && is(recent, hash, source.id)) {
        const SourceTable::Row& known = sources[recent.mention];
        if (known.declared && known.detail == no_index && known.url.in({}) == source.url) return;
    }
    Arena& arena = strings->arena();
    recent = {hash, static_cast<std::uint32_t>(sources.size())};
    SourceTable::Row row{hash, arena.copy_ref(source.id), arena.keep_ref(source.url), no_index,
                         true};
    if (more) {
        row.detail = static_cast<std::uint32_t>(source_details.size());
        source_details.push_back({strings->keep(source.publisher), strings->keep(source.title),
                                  strings->keep(source.language), source.published,
                                  source.attributes});
    }
    sources.push_back(row);
}

std::uint32_t Intake::cite(std::string_view id) {
    if (id.empty()) return no_index;
    const std::uint64_t hash = stable_hash(id);
    Recent& recent = recent_[hash % recent_sources];
    if (!is(recent, hash, id)) {
        recent = {hash, static_cast<std::uint32_t>(sources.size())};
        sources.push_back({hash, strings->arena().copy_ref(id), {}, no_index, false});
    }
    return recent.mention;
}

} // namespace entente
