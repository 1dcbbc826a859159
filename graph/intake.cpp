// SPDX-License-Identifier: BSL-1.0
#include "graph/intake.hpp"

#include <xxhash.h>

#include <array>

namespace entente {

namespace {

// Interned texts are equal if and only if their addresses are.
bool same_text(std::string_view a, std::string_view b) {
    return a.data() == b.data() && a.size() == b.size();
}

std::uint32_t hash(const Mention& m) {
    const std::array<std::uintptr_t, 5> key = {reinterpret_cast<std::uintptr_t>(m.text.data()),
                                               reinterpret_cast<std::uintptr_t>(m.kind.data()),
                                               reinterpret_cast<std::uintptr_t>(m.as.data()),
                                               reinterpret_cast<std::uintptr_t>(m.source.data()),
                                               m.expected};
    return static_cast<std::uint32_t>(XXH3_64bits(key.data(), sizeof key));
}

} // namespace

std::uint32_t Intake::add(const Mention& given) {
    return mention_index_.find_or_insert(
        hash(given),
        [&](std::uint32_t at) {
            const Mention& known = mentions[at];
            return same_text(known.text, given.text) && same_text(known.kind, given.kind) &&
                   same_text(known.as, given.as) && same_text(known.source, given.source) &&
                   known.expected == given.expected;
        },
        [&] {
            mentions.push_back(given);
            return static_cast<std::uint32_t>(mentions.size() - 1);
        });
}

std::uint32_t Intake::mention(const Reference& reference, KindSet expected, Position at) {
    StringPool& pool = *strings;
    return add({.text = pool.keep(reference.text),
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

} // namespace entente
