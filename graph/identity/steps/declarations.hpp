// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "graph/identity/findings/findings.hpp"
#include "graph/identity/steps/minting.hpp"

namespace entente::identity {

/// Nodes of ids such as `official/hamada@asahi-2019`, by source and local name.
using ScopedIds = std::map<std::pair<std::string_view, std::string>, NodeIndex>;

// What the input declares, in the order in which it is taken in.

void declare_ids(Findings& findings);

/// Ids that are judged to be one: the gazetteer's id is kept, else the smallest one declared, else
/// the smallest that holds everywhere.
void join_judged_ids(Findings& findings);

/// Ids that are used but not declared: their local part is all the name there is, and counts as
/// one.
ScopedIds find_undeclared_ids(Findings& findings);

void index_declared_names(Findings& findings);

/// A declared nation or alliance under an id of its own may still be one that the gazetteer knows;
/// its other names then mean the declared one.
void recognise_declared_nations(Findings& findings);

/// Records without an id of their own: they attach to whomever their name means, else they make a
/// new entity, whose aliases then count for everybody else. That a name was once kept apart from an
/// equal one of another kind is not undone here: only what is declared by id, and aliases, count.
void declare_by_name(Findings& findings, Minting& minting);

} // namespace entente::identity
