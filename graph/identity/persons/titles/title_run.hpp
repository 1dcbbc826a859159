// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "graph/identity/gazetteer/gazetteer.hpp"
#include "graph/identity/persons/names/name_text.hpp"

namespace entente::identity {

/// An office or style with what belongs to it: "deputy minister of foreign affairs".
struct TitleRun {
    std::size_t end = 0; ///< the word behind it
    std::string text;
    const KnownEntity* nation = nullptr; ///< "of Japan"
    bool elect = false;
    bool office = false;
    bool single_style = false; ///< one word that may as well be a family name: King, Major
};

/// The title at word `from` of `phrase`. Some words are titles only behind a nation, or no longer
/// behind another title.
std::optional<TitleRun> read_title_run(const NamePhrase& phrase, std::size_t from, bool after_title,
                                       bool after_nation);

struct KnownName {
    const KnownEntity* entity = nullptr;
    std::size_t end = 0; ///< the word behind the name
    bool nation = false; ///< named as a nation, not by its capital
};

/// The nation, capital, alliance or organization whose name (no demonym) the words [from, to) begin
/// with, the longest first.
KnownName find_known_name(const NamePhrase& phrase, std::size_t from, std::size_t to);

/// Without spaces at its end.
std::string_view without_trailing_space(std::string_view text);

} // namespace entente::identity
