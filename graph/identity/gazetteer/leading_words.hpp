// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

#include "graph/identity/words/word_table.hpp"

namespace entente::identity {

/// The lists of leading_words.tsv, which says what each is.
enum class LeadingWord : std::uint8_t { office, national, personal_demonym };

/// leading_words.tsv
extern const WordTable<LeadingWord> leading_words;

} // namespace entente::identity
