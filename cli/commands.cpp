// SPDX-License-Identifier: BSL-1.0
#include "cli/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/arguments.hpp"
#include "cli/terminal/text.hpp"
#include "cli/version.hpp"
#include "graph/text/did_you_mean.hpp"

namespace entente::cli {

namespace {

/// Every command, in the order in which help lists them. The first one is meant if none is named.
const std::array commands = {
    &build_command, &check_command, &show_command,    &list_command,    &path_command,
    &why_command,   &rank_command,  &blocs_command,   &balance_command, &timeline_command,
    &diff_command,  &match_command, &formats_command, &schema_command,  &vocabulary_command,
};

std::string command_list() {
    std::string out = "Commands (entente COMMAND --help tells more):\n";
    for (const Command* command : commands)
        out += fmt::format("  {:<12}{}\n", command->name, command->summary);
    return out;
}

/// Help in our order and words.
std::string help(const Command& command, const Arguments& arguments) {
    const bool main = &command == commands.front();
    std::string out =
        main ? fmt::format("usage: entente {}\n       entente COMMAND ...\n\n", command.usage)
             : fmt::format("usage: entente {} {}\n\n", command.name, command.usage);
    out += fmt::format("{}.\n\n", command.summary);
    if (main) out += command_list() + '\n';
    out += fmt::format("Examples:\n{}\n", command.examples);
    return out + arguments.list();
}

int execute(const Command& command, const std::vector<std::string>& words) {
    Arguments arguments;
    const std::function<int()> act = command.declare(arguments);
    switch (arguments.parse(words, &command == commands.front())) {
        case Arguments::Asked::help:
            print(help(command, arguments));
            return Status::fine;
        case Arguments::Asked::version:
            print(std::string(version_text) + '\n');
            return Status::fine;
        case Arguments::Asked::run:
            break;
    }
    return act();
}

} // namespace

int run(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return execute(*commands.front(), arguments);
    const std::string& first = arguments.front();
    std::vector<std::string> names;
    for (const Command* command : commands) {
        if (first == command->name)
            return execute(*command, {arguments.begin() + 1, arguments.end()});
        names.emplace_back(command->name);
    }
    const std::string guess = did_you_mean(first, names);
    if (!guess.empty() && !std::filesystem::exists(first))
        throw UsageError(fmt::format("there is neither a command nor a file '{}'{}", first, guess));
    return execute(*commands.front(), arguments);
}

} // namespace entente::cli
