// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/identity/gazetteer/gazetteer.hpp"
#include "graph/identity/persons/names/name_text.hpp"

namespace entente::identity {

/// What titles and nations around a name say.
struct TitleReading {
    const KnownEntity* nation = nullptr;
    std::string title;
    bool former = false, then = false, elect = false;
    bool office = false; ///< there is an office, not only a style such as "Mr"

    void add_title(std::string_view text);
    /// Takes over what `other` says and this does not.
    void add(const TitleReading& other);
};

/// Reads the titles and the nation at the front of `phrase` from word `from` on into `reading`.
/// Returns the first word that belongs to the name.
std::size_t read_titles(const NamePhrase& phrase, std::size_t from, TitleReading& reading);

/// The same for an organization's name in front of an office: "CIA Director William Burns".
std::size_t read_organization_title(const NamePhrase& phrase, std::size_t from,
                                    TitleReading& reading);

/// Whether the phrase from word `from` on is nothing but titles: "the U.S. Secretary of Defense",
/// "chairman of the Example Board".
bool is_only_title(const NamePhrase& phrase, std::size_t from, TitleReading& reading);

/// Takes "of Japan" off the end of the words [from, to); returns the new end.
std::size_t drop_trailing_nation(const NamePhrase& phrase, std::size_t from, std::size_t to,
                                 TitleReading& reading);

} // namespace entente::identity
