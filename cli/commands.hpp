// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

class Arguments;

/// A command is a record of data and one function, which declares its options and returns what runs
/// it once they are filled; that gives the exit status.
struct Command {
    std::string_view name;
    std::string_view summary; ///< one line
    std::string_view usage;   ///< `INPUT... -o OUTPUT`
    std::string_view examples;
    std::function<int()> (*declare)(Arguments& arguments);
};

// One file each.
extern const Command balance_command;
extern const Command blocs_command;
extern const Command build_command;
extern const Command check_command;
extern const Command diff_command;
extern const Command formats_command;
extern const Command list_command;
extern const Command match_command;
extern const Command path_command;
extern const Command rank_command;
extern const Command schema_command;
extern const Command show_command;
extern const Command timeline_command;
extern const Command vocabulary_command;
extern const Command why_command;

/// Runs the program with the arguments behind its name.
int run(const std::vector<std::string>& arguments);

} // namespace entente::cli
