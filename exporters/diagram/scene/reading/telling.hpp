// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "exporters/diagram/scene/reading/material.hpp"

namespace entente::diagram {

/// How many of a relation's claims a tooltip tells: it is read, not studied.
std::uint32_t claims_told(const Relation& relation);

/// The relation in words, and who says so: a line each claim.
std::string tell(const Material& material, std::size_t relation);

/// What is said of several relations: each on lines of its own, of many only the first; with the
/// page of the first source that has one, to read more.
struct Telling {
    std::string tooltip, href;
    std::vector<std::size_t> told, untold; ///< as in Shows
};

Telling telling_of(const Material& material, const std::vector<std::size_t>& relations);

/// Lets a link or a row of a list say it.
template <class T>
void speak(T& drawn, Telling&& telling) {
    drawn.tooltip = std::move(telling.tooltip);
    drawn.href = std::move(telling.href);
    drawn.shows.told = std::move(telling.told);
    drawn.shows.untold = std::move(telling.untold);
}

/// Name, other names and dates of what a node shows.
std::string describe_node(const Material& material, const Node& node);

/// `Paper A, 3 June 2023`.
std::string name_of_source(const Source& source);

} // namespace entente::diagram
