// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include "cli/explore/question.hpp"
#include "graph/explore/sides/signed_network.hpp"

namespace entente::cli {

/// The signed network of a view: of the kinds that the user asked for, else of nations.
explore::SignedNetwork network_of(const View& view, const QuestionOptions& options);

std::string name_of(const View& view, const explore::SignedNetwork& network, std::uint32_t vertex);

/// nullptr if there is none; a < b.
const explore::Tie* tie_between(const explore::SignedNetwork& network, std::uint32_t a,
                                std::uint32_t b);

/// How many there are and how they stand.
void add_network_facts(Answer& answer, const explore::SignedNetwork& network);

/// `is allied with; are members of NATO`: what a tie rests on.
std::string grounds_of(const View& view, const explore::Tie& tie);

} // namespace entente::cli
