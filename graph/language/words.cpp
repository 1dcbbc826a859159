// SPDX-License-Identifier: BSL-1.0
#include "graph/language/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace entente {

namespace {

/// The keys that no attribute of an item may have.
struct TakenKeys {
    std::array<std::string_view, field_words.size() + foreign_words.size()> keys{};
    std::size_t count = 0;

    constexpr void add(std::string_view key) { keys[count++] = key; }
    [[nodiscard]] constexpr bool has(std::string_view key) const {
        const auto end = keys.begin() + static_cast<std::ptrdiff_t>(count);
        return std::find(keys.begin(), end, key) != end;
    }
};

constexpr TakenKeys own_keys(On on) {
    TakenKeys taken;
    for (const FieldWord& row : field_words)
        if (row.on == on && (row.role == FieldRole::own || row.role == FieldRole::marked))
            taken.add(row.name);
    return taken;
}

/// By a subject or relation a record is told to be a claim, whatever else it has.
constexpr TakenKeys entity_keys = [] {
    TakenKeys taken = own_keys(On::entity);
    for (const Word word : {Word::subject, Word::relation})
        taken.add(name(word));
    return taken;
}();

/// What else a record may have that is no source, in our words and in those of others.
constexpr TakenKeys source_keys = [] {
    TakenKeys taken = own_keys(On::source);
    for (const Word word : {Word::subject, Word::relation, Word::object, Word::entity, Word::graph})
        taken.add(name(word));
    for (const ForeignWord& row : foreign_words)
        if (row.stands_for == Word::subject || row.stands_for == Word::object) taken.add(row.name);
    return taken;
}();

constexpr TakenKeys claim_keys = own_keys(On::claim);

} // namespace

bool is_record_key(On on, std::string_view key) {
    switch (on) {
        case On::entity:
            return entity_keys.has(key);
        case On::source:
            return source_keys.has(key);
        case On::claim:
            return claim_keys.has(key);
        case On::graph:
        case On::relation:
        case On::look:
            break;
    }
    return false;
}

std::string_view label_of(On on, std::string_view key) {
    for (const FieldWord& row : field_words)
        if (row.on == on && row.role != FieldRole::made && row.name == key)
            return row.label.empty() ? key : row.label;
    return key;
}

} // namespace entente
