// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace entente::identity {

/// Why a name means an entity; the best reason first.
enum class NameRule : std::uint8_t {
    code,          // ISO 3166 code, in capitals
    name,          // common or official English name
    former_name,   // a name the same state had before
    variant,       // abbreviation or other English spelling
    translation,   // name in another language
    demonym,       // its people, or the adjective
    metonym,       // capital or seat of government
    alliance_name, // any name of an alliance or organization
};

/// "ISO 3166 code", "former name", "demonym", ... as notes about a merge write it.
std::string_view label(NameRule rule);

/// A nation, alliance or organization that is known without any input.
struct KnownEntity {
    std::string_view id;         // "nation/JPN", "alliance/NATO", "organization/UN"
    std::string_view kind;       // "nation", "alliance", "organization"
    std::string_view name;       // common English name
    std::string_view iso2;       // ISO 3166-1 alpha-2, of Kosovo "XK"; empty if none
    std::string_view from;       // ISO 8601 year or date of its beginning; empty if not recorded
    std::string_view to;         // of its end; empty if it goes on
    std::string_view successors; // ids of the nations that followed it, separated by "|"
};

struct NameMatch {
    const KnownEntity* entity = nullptr;
    NameRule rule = NameRule::name;
    /// The name is also common for something quite different: a person (Jordan, Chad), a city or
    /// region (Georgia, Sofia), another abbreviation (MS). Take it only where a nation or alliance
    /// is asked for.
    bool careful = false;
};

/// What a name may mean. Two different entities mean that it is ambiguous and must not be guessed.
class NameMatches {
  public:
    static constexpr std::size_t capacity = 8;

    const NameMatch* begin() const { return matches_.data(); }
    const NameMatch* end() const { return matches_.data() + size_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const NameMatch& operator[](std::size_t i) const { return matches_[i]; }

    /// The entity, if there is exactly one.
    const KnownEntity* only() const { return size_ == 1 ? matches_[0].entity : nullptr; }

    /// Adds it in the order of rules, once per entity. Beyond `capacity` it is dropped; the
    /// generator sees to it that no name has so many meanings.
    void add(NameMatch match);

  private:
    std::array<NameMatch, capacity> matches_{};
    std::size_t size_ = 0;
};

/// Every known entity that `name` (UTF-8, as it is written) may mean as a whole, best rule first.
/// Letter case, diacritics and punctuation do not count (see fold.hpp), except that codes and
/// short abbreviations must be in capitals ("US" is a nation, "us" is not).
NameMatches find_name(std::string_view name);

/// The nation with this ISO 3166-1 alpha-2 or alpha-3 code (any case), for columns that hold codes.
const KnownEntity* find_code(std::string_view code);

/// The entity with this id ("nation/JPN"), or nullptr.
const KnownEntity* find_known(std::string_view id);

/// All of them, ordered by id.
std::span<const KnownEntity> known_entities();

/// Takes the nation off the front of "U.S. Secretary of Defense Lloyd Austin", "Japanese Defense
/// Minister Yasukazu Hamada" or "Russia's Foreign Minister", the longest name first, and leaves the
/// rest in `phrase`. nullptr, and `phrase` as it was, if it begins with none or an ambiguous one,
/// if nothing would be left, or if the first word is rather a given name (Jordan Peterson, Israel
/// Katz).
const KnownEntity* take_leading_nation(std::string_view& phrase);

/// The nation's name in a language (BCP 47 tag), from CLDR; empty if it has none there.
std::string nation_name(std::string_view id, std::string_view language);

} // namespace entente::identity
