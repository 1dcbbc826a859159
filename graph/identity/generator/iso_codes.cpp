// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/generator/sources.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

namespace entente::identity::generator {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    if (!in)
        throw std::runtime_error(file.string() + ": cannot be opened; is iso-codes installed?");
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// A compiled message catalogue of GNU gettext (gettext manual, "The Format of GNU MO Files").
class Catalogue {
  public:
    explicit Catalogue(std::string bytes) : bytes_(std::move(bytes)) {
        big_endian_ = number(0) == 0xde120495U;
        if (number(0) != 0x950412deU) throw std::runtime_error("not a message catalogue");
    }

    std::size_t size() const { return number(8); }
    std::string_view original(std::size_t i) const { return text(number(12) + 8 * i); }
    std::string_view translation(std::size_t i) const { return text(number(16) + 8 * i); }

  private:
    std::uint32_t number(std::size_t at) const {
        if (at + 4 > bytes_.size()) throw std::runtime_error("the message catalogue is cut off");
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto shift = 8 * (big_endian_ ? 3 - i : i);
            value |= std::uint32_t{static_cast<unsigned char>(bytes_[at + i])} << shift;
        }
        return value;
    }
    std::string_view text(std::size_t at) const {
        return std::string_view{bytes_}.substr(number(at + 4), number(at));
    }

    std::string bytes_;
    bool big_endian_ = false;
};

struct Country {
    std::size_t entity;
    bool former;
};

/// English name to the country; one name may be of several.
using Originals = std::multimap<std::string, Country, std::less<>>;

std::optional<std::size_t> entity_of(const rapidjson::Value& item, bool former,
                                     const Gazetteer& gazetteer) {
    const std::string code = item["alpha_3"].GetString();
    if (former) {
        const auto renamed = gazetteer.by_former_code.find(code);
        if (renamed != gazetteer.by_former_code.end()) return renamed->second;
    }
    const auto found = gazetteer.by_id.find("nation/" + code);
    if (found != gazetteer.by_id.end()) {
        // A code that left the standard may have come back for another country.
        const bool in_use = !gazetteer.entities[found->second].iso2.empty();
        if (!former || !in_use) return found->second;
    }
    if (!former) throw std::runtime_error("nations.tsv has no row for ISO 3166-1 code " + code);
    return {};
}

void read_names(const fs::path& file, const char* list, bool former, Gazetteer& gazetteer,
                Originals& originals) {
    rapidjson::Document json;
    const auto text = read_file(file);
    json.Parse(text.data(), text.size());
    if (json.HasParseError() || !json.IsObject() || !json.HasMember(list)) {
        throw std::runtime_error(file.string() + ": not the JSON of iso-codes");
    }
    for (const auto& item : json[list].GetArray()) {
        const auto entity = entity_of(item, former, gazetteer);
        if (!entity) continue;
        const bool renamed = former && gazetteer.entities[*entity].to.empty();
        for (const char* field : {"name", "common_name", "official_name"}) {
            if (!item.HasMember(field)) continue;
            const std::string_view name = item[field].GetString();
            originals.emplace(name, Country{*entity, renamed});
            add_name(gazetteer, name,
                     {*entity, renamed ? NameRule::former_name : NameRule::name, Rank::english});
        }
        if (!former && item.HasMember("flag")) {
            add_name(gazetteer, item["flag"].GetString(), {*entity, NameRule::code, Rank::english});
        }
    }
}

Rank catalogue_rank(const Gazetteer& gazetteer, std::string_view language) {
    switch (rank_of_language(gazetteer, language)) {
        case Rank::major:
            return Rank::major_catalogue;
        case Rank::other:
            return Rank::other_catalogue;
        default:
            return Rank::english;
    }
}

void read_translations(const fs::path& file, Rank rank, const Originals& originals,
                       Gazetteer& gazetteer) {
    const Catalogue catalogue{read_file(file)};
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const auto [first, last] = originals.equal_range(catalogue.original(i));
        for (auto it = first; it != last; ++it) {
            add_translation(gazetteer, it->first, catalogue.translation(i),
                            {it->second.entity, NameRule::translation, rank});
        }
    }
}

} // namespace

void read_iso_codes(const fs::path& json, const fs::path& locale, Gazetteer& gazetteer) {
    for (const bool former : {false, true}) {
        const std::string part = former ? "3166-3" : "3166-1";
        Originals originals;
        read_names(json / ("iso_" + part + ".json"), part.c_str(), former, gazetteer, originals);
        if (!fs::is_directory(locale)) continue;
        std::vector<fs::path> languages{fs::directory_iterator{locale}, {}};
        std::sort(languages.begin(), languages.end());
        for (const auto& language : languages) {
            const auto file = language / "LC_MESSAGES" / ("iso_" + part + ".mo");
            if (!fs::exists(file)) continue;
            const Rank rank = catalogue_rank(gazetteer, language.filename().string());
            read_translations(file, rank, originals, gazetteer);
        }
    }
}

} // namespace entente::identity::generator
