// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>

#include "graph/identity/words/word_table.hpp"

namespace entente::identity {

/// The lists of names.tsv, which says what each is.
enum class NameList : std::uint8_t {
    number,
    generation,
    postnominal,
    honorific,
    particle,
    doubtful_particle,
    given_and_family,
    front_family,
    shared_name,
    korean_family,
    foreign_syllable,
    long_korean_family,
    long_chinese_family,
};
/// names.tsv
extern const WordTable<NameList> name_words;

/// short_forms.tsv, ordered by form: short and other forms of given names, among them each name
/// itself.
extern const std::span<const WordForm> short_forms;

} // namespace entente::identity
