// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente::identity {

/// What a word or phrase does in front of a person's name.
enum class TitleClass : std::uint8_t {
    office,       ///< minister, secretary general: an office even behind an organization's name
    style,        ///< king, general, mr: only directly in front of a name
    noble,        ///< sultan, duke: a style, but also a given name; wants "of" or a nation
    abbreviation, ///< gen, sen: also given names (Gen Nakatani); wants its dot
    modifier,     ///< deputy, acting: belongs to the office behind it
    portfolio,    ///< defense, foreign affairs: in front of an office or behind its "of"
    former,       ///< former, ex
    then,         ///< then
    elect,        ///< elect, designate: behind an office
    filler,       ///< new, late: says nothing about who is meant
};

struct TitleMatch {
    std::size_t words = 0;     ///< how many words of the phrase; 0: none
    std::uint16_t classes = 0; ///< a phrase may be several: "chief", "chief negotiator"

    [[nodiscard]] bool is(TitleClass what) const {
        return (classes >> static_cast<unsigned>(what) & 1U) != 0;
    }
};

/// The longest title phrase at the front of `words` (folded).
TitleMatch find_title(std::span<const std::string_view> words);
/// Whether some title phrase begins with this folded word; cheap.
bool begins_title(std::string_view word);

/// The longest title that a word in Chinese, Japanese or Korean script ends or begins with, in
/// bytes; 0 if none: 防衛相 of 浜田防衛相.
std::size_t title_ending(std::string_view word);
std::size_t title_beginning(std::string_view word);
/// The same for the mark of a former office: 元 of 安倍元.
std::size_t former_mark_ending(std::string_view word);

/// "of", "to", "for" and their French, German, Spanish, Italian and Portuguese counterparts.
bool is_title_connector(std::string_view word);
/// Whether a folded word shows that the phrase names no person: "assembly", "office", "islands".
bool is_impersonal(std::string_view word);

enum class Gender : std::uint8_t { unknown, female, male };
/// What a title says: "mrs", "queen"; "mr", "king".
Gender gender_of_title(std::string_view title);

/// Whether a number behind the name tells one bearer of the title from the next: "pope", "king".
bool is_regnal_title(std::string_view title);

} // namespace entente::identity
