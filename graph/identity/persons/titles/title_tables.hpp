// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "graph/identity/persons/titles/titles.hpp"
#include "graph/identity/words/word_table.hpp"

namespace entente::identity {

/// titles.tsv: phrases that stand in front of a name.
extern const WordTable<TitleClass> title_phrases;

/// What a single word says.
enum class TitleWord : std::uint8_t {
    connector,  ///< "of": between an office and what it is for
    impersonal, ///< "assembly": the phrase names no person
    female,     ///< "mrs": of a woman
    male,       ///< "mr": of a man
    regnal,     ///< "king": a number behind the name belongs to it
};
/// title_words.tsv
extern const WordTable<TitleWord> title_words;

/// Where a title stands that is written at a name without a space.
enum class AttachedTitle : std::uint8_t {
    ending,
    beginning,
    former_mark, ///< between the name and the title of a former office
};
/// attached_titles.tsv
extern const WordTable<AttachedTitle> attached_titles;

} // namespace entente::identity
