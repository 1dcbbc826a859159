// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/generator/sources.hpp"

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/udata.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>
#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>

namespace entente::identity::generator {
namespace {

void check(UErrorCode status, const char* what) {
    if (U_FAILURE(status) != 0) {
        throw std::runtime_error(std::string{"ICU cannot read "} + what + ": " +
                                 u_errorName(status));
    }
}

std::optional<std::string> utf8(const icu::UnicodeString& text) {
    if (text.isBogus() || text.isEmpty()) return {};
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// The common name in English, which decides whether the name is ambiguous.
const std::string& english_name(const Gazetteer& gazetteer, std::size_t entity) {
    return gazetteer.entities[entity].name;
}

void read_region_names(const icu::Locale& locale, UDisplayContext length, Gazetteer& gazetteer) {
    UDisplayContext contexts[] = {UDISPCTX_STANDARD_NAMES, length, UDISPCTX_NO_SUBSTITUTE};
    const std::unique_ptr<icu::LocaleDisplayNames> names{
        icu::LocaleDisplayNames::createInstance(locale, contexts, 3)};
    const Rank rank = rank_of_language(gazetteer, locale.getLanguage());
    const auto rule = rank == Rank::english ? NameRule::name : NameRule::translation;
    for (const auto& [code, entity] : gazetteer.by_iso2) {
        icu::UnicodeString text;
        names->regionDisplayName(code.c_str(), text);
        if (const auto name = utf8(text)) {
            add_translation(gazetteer, english_name(gazetteer, entity), *name,
                            {entity, rule, rank});
        }
    }
}

/// Names such as "Ivory Coast" beside "Côte d'Ivoire", for which ICU has no function.
void read_variants(const icu::Locale& locale, Gazetteer& gazetteer) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle* bundle = ures_openDirect(U_ICUDATA_NAME "-region", locale.getName(), &status);
    UResourceBundle* table = ures_getByKey(bundle, "Countries%variant", nullptr, &status);
    const Rank rank = rank_of_language(gazetteer, locale.getLanguage());
    const auto rule = rank == Rank::english ? NameRule::variant : NameRule::translation;
    while (U_SUCCESS(status) != 0 && ures_hasNext(table) != 0) {
        const char* code = nullptr;
        int32_t length = 0;
        const UChar* text = ures_getNextString(table, &length, &code, &status);
        if (U_FAILURE(status) != 0 || code == nullptr) break;
        const auto entity = gazetteer.by_iso2.find(code);
        const auto name = utf8(icu::UnicodeString{text, length});
        if (entity == gazetteer.by_iso2.end() || !name) continue;
        add_translation(gazetteer, english_name(gazetteer, entity->second), *name,
                        {entity->second, rule, rank});
    }
    ures_close(table);
    ures_close(bundle);
}

struct Capital {
    icu::UnicodeString zone;
    std::string english;
    Meaning meaning;
};

/// The capitals of our table that time zones are named after.
std::vector<Capital> capitals_with_time_zone(const Gazetteer& gazetteer) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::TimeZoneNames> english{
        icu::TimeZoneNames::createInstance(icu::Locale::getEnglish(), status)};
    check(status, "the names of time zones");
    std::vector<Capital> capitals;
    for (const auto& [code, entity] : gazetteer.by_iso2) {
        const std::unique_ptr<icu::StringEnumeration> zones{
            icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL, code.c_str(),
                                                       nullptr, status)};
        if (U_FAILURE(status) != 0) { // a code that ICU does not know
            status = U_ZERO_ERROR;
            continue;
        }
        while (const auto* zone = zones->snext(status)) {
            icu::UnicodeString city;
            const auto name = utf8(english->getExemplarLocationName(*zone, city));
            if (!name) continue;
            for (const auto& own : own_meanings(gazetteer, *name)) {
                if (own.entity != entity || own.rule != NameRule::metonym) continue;
                Meaning meaning = own;
                meaning.rank = Rank::inferred;
                capitals.push_back({*zone, *name, meaning});
            }
        }
    }
    return capitals;
}

void read_capitals(const std::set<std::string>& languages, Gazetteer& gazetteer) {
    const auto capitals = capitals_with_time_zone(gazetteer);
    for (const auto& language : languages) {
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::TimeZoneNames> names{
            icu::TimeZoneNames::createInstance(icu::Locale{language.c_str()}, status)};
        check(status, "the names of time zones");
        for (const auto& capital : capitals) {
            icu::UnicodeString city;
            if (const auto name = utf8(names->getExemplarLocationName(capital.zone, city))) {
                add_translation(gazetteer, capital.english, *name, capital.meaning);
            }
        }
    }
}

} // namespace

void read_cldr(Gazetteer& gazetteer) {
    int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    std::set<std::string> languages;
    for (int32_t i = 0; i < count; ++i) {
        read_region_names(locales[i], UDISPCTX_LENGTH_FULL, gazetteer);
        read_region_names(locales[i], UDISPCTX_LENGTH_SHORT, gazetteer);
        read_variants(locales[i], gazetteer);
        languages.insert(locales[i].getLanguage());
    }
    read_capitals(languages, gazetteer);
}

} // namespace entente::identity::generator
