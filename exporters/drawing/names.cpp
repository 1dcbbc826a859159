// SPDX-License-Identifier: BSL-1.0
#include "exporters/drawing/names.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace entente::diagram {

namespace {

/// `zh` takes `zh-Hans`, too.
bool matches(std::string_view tag, std::string_view language) {
    return tag.substr(0, language.size()) == language &&
           (tag.size() == language.size() || tag[language.size()] == '-');
}

/// Empty if CLDR has no name for the region in that language.
std::string cldr_name(std::string_view iso2, const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale in = icu::Locale::forLanguageTag(language, status);
    if (U_FAILURE(status) || in.isBogus()) return {};
    const icu::Locale region("", std::string(iso2).c_str());
    icu::UnicodeString name;
    region.getDisplayCountry(in, name);
    std::string text;
    name.toUTF8String(text);
    return text == iso2 ? std::string() : text;
}

} // namespace

std::string name_in(const Entity& entity, const std::string& language) {
    if (language.empty()) return std::string(entity.name);
    for (const Alias& alias : entity.aliases)
        if (matches(alias.language, language)) return std::string(alias.name);
    if (entity.kind == kind::nation && !entity.iso2.empty())
        if (std::string name = cldr_name(entity.iso2, language); !name.empty()) return name;
    return std::string(entity.name);
}

} // namespace entente::diagram
