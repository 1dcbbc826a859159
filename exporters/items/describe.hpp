// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>

#include "graph/language/words.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// Says all that is known of an item, field by field and always in the same order: what every
/// writer goes through, each spelling names and values in its own way. Calls `f(field, value)`
/// with a FieldTag, and a value of the type
///
///     std::string_view                    a text, not empty
///     Plain                               a text of ours, without anything to escape
///     Date                                known
///     double                              a number
///     std::uint64_t                       a count
///     bool                                true; false only where that says something
///     Stance                              also where it is the usual one
///     TextSpan                            not empty
///     std::span<const Alias>              not empty
///     std::span<const std::string_view>   identifiers, not empty
///     std::span<const Field>              attributes or qualifiers, by key; may be empty
///     EntityRef, SourceId                 whom or what the field refers to
///
/// What is absent is not said.
struct Plain {
    std::string_view text;
};
struct EntityRef {
    EntityIndex index = no_index;
};
struct SourceId {
    std::string_view id;
};

namespace items {

template <class Tag, class F>
void text(Tag field, std::string_view text, F& f) {
    if (!text.empty()) f(field, text);
}
template <class Tag, class F>
void date(Tag field, Date date, F& f) {
    if (date.known()) f(field, date);
}

/// Whether a claim's field is said by its relation already.
constexpr bool is_end(Word word) {
    return word == Word::subject || word == Word::relation || word == Word::object;
}

} // namespace items

template <class F>
void describe_graph(const View& view, F&& f) {
    const GraphTables& graph = view.graph();
    items::text(tag<On::graph, Word::title>, graph.title, f);
    items::text(tag<On::graph, Word::description>, graph.description, f);
    items::date(tag<On::graph, Word::date>, graph.date, f);
}

template <class F>
void describe(const Source& source, F&& f) {
    f(tag<On::source, Word::source>, source.id);
    f(tag<On::source, Word::declared>, source.declared);
    items::text(tag<On::source, Word::publisher>, source.publisher, f);
    items::text(tag<On::source, Word::title>, source.title, f);
    items::text(tag<On::source, Word::url>, source.url, f);
    items::date(tag<On::source, Word::published>, source.published, f);
    items::text(tag<On::source, Word::language>, source.language, f);
    f(tag<On::source, Word::attributes>, source.attributes);
}

template <class F>
void describe(const View& view, const Entity& entity, F&& f) {
    f(tag<On::entity, Word::entity>, entity.id);
    f(tag<On::entity, Word::kind>, view.vocabulary().kind(entity.kind).name);
    f(tag<On::entity, Word::name>, entity.name);
    if (!entity.aliases.empty()) f(tag<On::entity, Word::aliases>, entity.aliases);
    if (!entity.same_as.empty()) f(tag<On::entity, Word::same_as>, entity.same_as);
    items::date(tag<On::entity, Word::from>, entity.period.from, f);
    items::date(tag<On::entity, Word::to>, entity.period.to, f);
    if (entity.provisional) f(tag<On::entity, Word::provisional>, true);
    if (!entity.source.empty()) f(tag<On::entity, Word::source>, SourceId{entity.source});
    f(tag<On::entity, Word::attributes>, entity.attributes);
}

/// Without its ends, its id, and the lists of its sources and claims: each format has a way of its
/// own to say these.
template <class F>
void describe(const View& view, const Relation& relation, F&& f) {
    f(tag<On::relation, Word::relation>, view.vocabulary().relation(relation.type).name);
    f(tag<On::relation, Word::status>, Plain{name(relation.status)});
    if (!std::isnan(relation.confidence))
        f(tag<On::relation, Word::confidence>, relation.confidence);
    items::date(tag<On::relation, Word::from>, relation.period.from, f);
    items::date(tag<On::relation, Word::to>, relation.period.to, f);
    if (relation.derived) f(tag<On::relation, Word::derived>, true);
    f(tag<On::relation, Word::claim_count>, std::uint64_t{relation.claim_count});
    f(tag<On::relation, Word::source_count>, std::uint64_t{relation.source_count});
}

template <class F>
void describe(const View& view, const Claim& claim, F&& f) {
    f(tag<On::claim, Word::subject>, EntityRef{claim.subject});
    items::text(tag<On::claim, Word::subject_as>, claim.subject_as, f);
    f(tag<On::claim, Word::relation>, view.vocabulary().relation(claim.type).name);
    f(tag<On::claim, Word::object>, EntityRef{claim.object});
    items::text(tag<On::claim, Word::object_as>, claim.object_as, f);
    items::date(tag<On::claim, Word::date>, claim.date, f);
    items::date(tag<On::claim, Word::from>, claim.period.from, f);
    items::date(tag<On::claim, Word::to>, claim.period.to, f);
    f(tag<On::claim, Word::stance>, claim.stance);
    if (!std::isnan(claim.confidence)) f(tag<On::claim, Word::confidence>, claim.confidence);
    if (claim.stated_by != no_index) f(tag<On::claim, Word::stated_by>, EntityRef{claim.stated_by});
    items::text(tag<On::claim, Word::stated_by_as>, claim.stated_by_as, f);
    if (claim.source != no_index)
        f(tag<On::claim, Word::source>, SourceId{view.source_id(claim.source)});
    items::text(tag<On::claim, Word::quote>, claim.quote, f);
    if (!claim.span.empty()) f(tag<On::claim, Word::span>, claim.span);
    f(tag<On::claim, Word::qualifiers>, claim.qualifiers);
}

} // namespace entente
