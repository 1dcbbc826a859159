// SPDX-License-Identifier: BSL-1.0
#include "graph/intake.hpp"

#include <xxhash.h>

#include "graph/hash.hpp"

namespace entente {

namespace {

/// The text decides nearly always; the rest only tells apart what is the same text.
std::uint32_t hash(const Mention& m) {
    const auto address = [](std::string_view text) {
        return reinterpret_cast<std::uintptr_t>(text.data());
    };
    const std::uint64_t rest = address(m.kind) ^ address(m.as) << 7 ^ address(m.source) << 13 ^
                               std::uint64_t{m.expected} << 32;
    return static_cast<std::uint32_t>(
        XXH3_64bits_withSeed(m.text.data(), m.text.size(), rest));
}

// Texts of the pool are equal if and only if their addresses are.
bool same_kept(std::string_view a, std::string_view b) {
    return a.data() == b.data() && a.size() == b.size();
}

} // namespace

/// `given.text` need not be kept yet: most mentions are known already.
std::uint32_t Intake::add(const Mention& given) {
    return mention_index_.find_or_insert(
        hash(given),
        [&](std::uint32_t at) {
            const Mention& known = mentions[at];
            return known.text == given.text && known.expected == given.expected &&
                   same_kept(known.kind, given.kind) && same_kept(known.as, given.as) &&
                   same_kept(known.source, given.source);
        },
        [&] {
            mentions.push_back(given);
            mentions.back().text = strings->arena().keep(given.text);
            return static_cast<std::uint32_t>(mentions.size() - 1);
        });
}

std::uint32_t Intake::mention(const Reference& reference, KindSet expected, Position at) {
    StringPool& pool = *strings;
    return add({.text = reference.text,
                .kind = pool.keep(reference.kind),
                .as = pool.keep(reference.as),
                .source = {},
                .expected = expected,
                .first = at});
}

std::uint32_t Intake::mention_in(std::uint32_t mention, std::string_view source) {
    Mention scoped = mentions[mention];
    scoped.source = strings->keep(source);
    return add(scoped);
}

bool Intake::is_source(std::uint32_t mention, std::uint64_t hash, std::string_view id) const {
    return mention != no_index && sources[mention].hash == hash &&
           sources[mention].id.in({}) == id;
}

void Intake::describe_source(const Source& source) {
    const std::uint64_t hash = stable_hash(source.id);
    const bool more = !source.publisher.empty() || !source.title.empty() ||
                      !source.language.empty() || source.published.known() ||
                      !source.attributes.empty();
    std::uint32_t& recent = recent_[hash % recent_sources];
    if (!more && is_source(recent, hash, source.id)) {
        const SourceTable::Row& known = sources[recent];
        if (known.declared && known.detail == no_index && known.url.in({}) == source.url) return;
    }
    Arena& arena = strings->arena();
    recent = static_cast<std::uint32_t>(sources.size());
    SourceTable::Row row{hash, arena.keep_ref(source.id), arena.keep_ref(source.url), no_index, true};
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
    std::uint32_t& recent = recent_[hash % recent_sources];
    if (!is_source(recent, hash, id)) {
        recent = static_cast<std::uint32_t>(sources.size());
        sources.push_back({hash, strings->arena().keep_ref(id), {}, no_index, false});
    }
    return recent;
}

} // namespace entente
