// SPDX-License-Identifier: BSL-1.0
#include "cli/commands.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/errors.hpp"
#include "cli/text.hpp"
#include "cli/version.hpp"

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

/// Help in our order and words; the list of options is CLI11's.
class Help : public CLI::Formatter {
  public:
    explicit Help(const Command& command) : command_(command) { column_width(30); }

    std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
        const bool main = &command_ == commands.front();
        std::string out =
            main ? fmt::format("usage: entente {}\n       entente COMMAND ...\n\n", command_.usage)
                 : fmt::format("usage: entente {} {}\n\n", command_.name, command_.usage);
        out += fmt::format("{}.\n\n", command_.summary);
        if (main) out += command_list() + '\n';
        out += fmt::format("Examples:\n{}\n", command_.examples);
        std::string options = make_groups(app, CLI::AppFormatMode::Normal);
        options.erase(0, options.find_first_not_of('\n'));
        for (std::size_t at; (at = options.find("\n\n\n")) != std::string::npos;)
            options.erase(at, 1);
        return out + options;
    }
    std::string make_option_name(const CLI::Option* option, bool positional) const override {
        std::string name = option->get_name(positional, !positional);
        if (const std::size_t comma = name.find(','); comma != std::string::npos)
            name.insert(comma + 1, " ");
        return name;
    }
    std::string make_option_opts(const CLI::Option* option) const override {
        return option->get_type_name().empty() ? std::string() : ' ' + option->get_type_name();
    }

  private:
    const Command& command_;
};

std::string unknown_arguments(const CLI::App& app, const std::vector<std::string>& arguments) {
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            known.push_back("--" + name);
    const std::string& first = arguments.front();
    const std::string word = first.substr(0, first.find('='));
    if (first.starts_with('-'))
        return fmt::format("there is no option {}{}", word, did_you_mean(word, known));
    return fmt::format("'{}' is one argument too many", first);
}

int execute(const Command& command, std::vector<std::string> arguments) {
    CLI::App app{std::string(command.summary)};
    app.name("entente");
    app.formatter(std::make_shared<Help>(command));
    const std::function<int()> act = command.declare(app);
    app.set_help_flag("-h,--help", "Print this")->group("Other");
    if (&command == commands.front())
        app.set_version_flag("--version", version_text, "Print the version and the libraries'")
            ->group("Other");
    std::reverse(arguments.begin(), arguments.end()); // as CLI11 wants them
    try {
        app.parse(arguments);
    } catch (const CLI::CallForHelp&) {
        print(app.help());
        return Status::fine;
    } catch (const CLI::CallForVersion&) {
        print(std::string(version_text) + '\n');
        return Status::fine;
    } catch (const CLI::ExtrasError&) {
        throw UsageError(unknown_arguments(app, app.remaining()));
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string message = error.what();
        throw UsageError(fmt::format("{} needs a value", message.substr(0, message.find(':'))));
    } catch (const CLI::ParseError& error) {
        throw UsageError(error.what());
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
