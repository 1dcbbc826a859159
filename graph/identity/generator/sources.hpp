// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "graph/identity/gazetteer/gazetteer.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// What the generator of the gazetteer reads: our own tables, iso-codes and CLDR. Build time only.
namespace entente::identity::generator {

struct Entity {
    std::string id, kind, name, iso2, from, to, successors;
};

/// Where a name comes from. If a key has names of several ranks, only the best rank counts: so an
/// accident of one language (the Vietnamese name of one nation, without its diacritics, is an
/// English word for another) never makes a good name ambiguous. Within a rank all meanings stay.
enum class Rank : std::uint8_t {
    own,             // our tables
    english,         // English of CLDR and iso-codes, ISO 3166-1 alpha-2 codes
    major,           // CLDR in the official languages of some forty states
    major_catalogue, // iso-codes in these: some of its translations are of the wrong country
    other,           // CLDR in all other languages
    other_catalogue, // iso-codes in all other languages
    inferred,        // names of capitals in other languages
};

struct Meaning {
    std::size_t entity = 0;
    NameRule rule = NameRule::name;
    Rank rank = Rank::own;
    bool careful = false;
    bool capital = false;
};

/// Key (folded, or exact mark and squeezed) to what it may mean.
using Names = std::map<std::string, std::vector<Meaning>>;

struct Gazetteer {
    std::vector<Entity> entities; // ordered by id once the tables are read
    Names names;
    std::map<std::string, std::size_t, std::less<>> by_id;
    std::map<std::string, std::size_t, std::less<>> by_iso2;
    std::map<std::string, std::size_t, std::less<>> by_former_code;
    std::set<std::string, std::less<>> major_languages;
};

/// Adds `name` unless it has no letters.
void add_name(Gazetteer& gazetteer, std::string_view name, Meaning meaning);

/// What our tables say about `name`; empty if nothing.
std::vector<Meaning> own_meanings(const Gazetteer& gazetteer, std::string_view name);

/// Adds `translated` for `entity`, and for all that our tables give `english`: if "Congo" is
/// ambiguous, so is its name in any language.
void add_translation(Gazetteer& gazetteer, std::string_view english, std::string_view translated,
                     Meaning meaning);

/// `english`, `major` or `other`.
Rank rank_of_language(const Gazetteer& gazetteer, std::string_view locale);

/// The languages whose names are `major`.
void read_languages(const std::filesystem::path& languages, Gazetteer& gazetteer);

/// Our own tables. Throws std::runtime_error with file and line at the first mistake in them.
void read_own_tables(const std::filesystem::path& nations, const std::filesystem::path& alliances,
                     Gazetteer& gazetteer);

/// English names of iso_3166-1.json and iso_3166-3.json in `json`, their translations in `locale`.
void read_iso_codes(const std::filesystem::path& json, const std::filesystem::path& locale,
                    Gazetteer& gazetteer);

/// Region names of all locales of ICU, and the names of capitals that are cities of time zones.
void read_cldr(Gazetteer& gazetteer);

} // namespace entente::identity::generator
