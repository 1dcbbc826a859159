// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/gazetteer/gazetteer.hpp"

#include "graph/identity/folding/fold.hpp"
#include "graph/identity/gazetteer/layout.hpp"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <algorithm>
#include <cstring>
#include <memory>

namespace entente::identity {
namespace {

bool begins_with_capital(std::string_view name) {
    const auto squeezed = squeeze_name(name);
    return !squeezed.empty() && squeezed[0] >= 'A' && squeezed[0] <= 'Z';
}

/// The record of `key`, at the number of its meanings; nullptr if there is none.
const unsigned char* find_record(std::string_view key) {
    const auto& data = layout::data;
    if (key.empty() || key.size() > 255) return nullptr;
    const std::size_t mask = data.slots.size() - 1;
    for (auto i = static_cast<std::size_t>(layout::hash(key)) & mask;; i = (i + 1) & mask) {
        const std::uint32_t slot = data.slots[i];
        if (slot == 0) return nullptr;
        const char* record = data.chunks[(slot >> 16U) - 1] + (slot & 0xFFFFU);
        const std::size_t length = static_cast<unsigned char>(*record);
        if (length == key.size() && std::memcmp(record + 1, key.data(), length) == 0) {
            return reinterpret_cast<const unsigned char*>(record + 1 + length);
        }
    }
}

/// Adds what `key` means, if it is that of `name`.
void add_meanings(std::string_view key, std::string_view name, NameMatches& matches) {
    const unsigned char* record = find_record(key);
    if (record == nullptr) return;
    const unsigned count = *record++;
    for (unsigned i = 0; i < count; ++i, record += 3) {
        const std::size_t entity = record[0] + (std::size_t{record[1]} << 8U);
        const unsigned rule_and_flags = record[2];
        if ((rule_and_flags & layout::capital_flag) != 0 && !begins_with_capital(name)) continue;
        matches.add({&layout::data.entities[entity],
                     static_cast<NameRule>(rule_and_flags & layout::rule_mask),
                     (rule_and_flags & layout::careful_flag) != 0});
    }
}

} // namespace

std::string_view label(NameRule rule) {
    switch (rule) {
        case NameRule::code:
            return "ISO 3166 code";
        case NameRule::name:
            return "name";
        case NameRule::former_name:
            return "former name";
        case NameRule::variant:
            return "variant";
        case NameRule::translation:
            return "translation";
        case NameRule::demonym:
            return "demonym";
        case NameRule::metonym:
            return "metonym";
        case NameRule::alliance_name:
            return "alliance name";
    }
    return "name";
}

void NameMatches::add(NameMatch match) {
    for (std::size_t i = 0; i < size_; ++i) {
        if (matches_[i].entity == match.entity) return;
    }
    if (size_ == capacity) return;
    auto* place = std::upper_bound(matches_.data(), matches_.data() + size_, match,
                                   [](const NameMatch& a, const NameMatch& b) {
                                       return a.rule != b.rule ? a.rule < b.rule
                                                               : a.entity->id < b.entity->id;
                                   });
    std::move_backward(place, matches_.data() + size_, matches_.data() + size_ + 1);
    *place = match;
    ++size_;
}

NameMatches find_name(std::string_view name) {
    // No name that we know is near this long; a hostile one must not cost a lot.
    constexpr std::size_t longest = 400;
    NameMatches matches;
    if (name.size() > longest) return matches;
    const auto folded = fold_name(name);
    if (folded.size() <= layout::longest_exact) {
        add_meanings(layout::exact_mark + squeeze_name(name), name, matches);
    }
    add_meanings(folded, name, matches);
    return matches;
}

const KnownEntity* find_code(std::string_view code) {
    if (code.size() != 2 && code.size() != 3) return nullptr;
    std::string id{"nation/"};
    for (const char c : code) {
        id += static_cast<char>(c >= 'a' && c <= 'z' ? c - 0x20 : c);
    }
    if (code.size() == 3) return find_known(id);
    const auto iso2 = std::string_view{id}.substr(7);
    const auto all = known_entities();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const KnownEntity& entity) { return entity.iso2 == iso2; });
    return found == all.end() ? nullptr : &*found;
}

const KnownEntity* find_known(std::string_view id) {
    const auto all = known_entities();
    const auto found = std::lower_bound(
        all.begin(), all.end(), id,
        [](const KnownEntity& entity, std::string_view x) { return entity.id < x; });
    return found != all.end() && found->id == id ? &*found : nullptr;
}

std::span<const KnownEntity> known_entities() {
    return layout::data.entities;
}

std::string nation_name(std::string_view id, std::string_view language) {
    const KnownEntity* entity = find_known(id);
    if (entity == nullptr) return {};
    if (language == "en") return std::string{entity->name};
    if (entity->iso2.empty() || language.empty()) return {};

    UErrorCode status = U_ZERO_ERROR;
    const auto locale = icu::Locale::forLanguageTag(std::string{language}, status);
    if (U_FAILURE(status) != 0) return {};
    // A language that ICU does not have would silently become the user's own.
    int32_t count = 0;
    const icu::Locale* available = icu::Locale::getAvailableLocales(count);
    const bool known = std::any_of(available, available + count, [&](const icu::Locale& other) {
        return std::string_view{other.getLanguage()} == locale.getLanguage();
    });
    if (!known) return {};

    UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, UDISPCTX_NO_SUBSTITUTE};
    const std::unique_ptr<icu::LocaleDisplayNames> names{
        icu::LocaleDisplayNames::createInstance(locale, contexts, 2)};
    icu::UnicodeString name;
    if (names) names->regionDisplayName(std::string{entity->iso2}.c_str(), name);
    std::string out;
    if (!name.isBogus()) name.toUTF8String(out);
    return out;
}

} // namespace entente::identity
