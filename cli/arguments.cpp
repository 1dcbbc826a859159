// SPDX-License-Identifier: BSL-1.0
#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "cli/terminal/text.hpp"
#include "graph/text/did_you_mean.hpp"

namespace entente::cli {

namespace {

/// The names of options in our way.
class OptionList : public CLI::Formatter {
  public:
    OptionList() { column_width(30); }

    std::string make_help(const CLI::App* app, std::string,
                          CLI::AppFormatMode mode) const override {
        std::string options = make_groups(app, mode);
        options.erase(0, options.find_first_not_of('\n'));
        for (std::size_t at; (at = options.find("\n\n\n")) != std::string::npos;)
            options.erase(at, 1);
        return options;
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
};

std::string unknown_arguments(const CLI::App& app) {
    std::vector<std::string> known;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames())
            known.push_back("--" + name);
    const std::string first = app.remaining().front();
    const std::string word = first.substr(0, first.find('='));
    if (first.starts_with('-'))
        return fmt::format("there is no option {}{}", word, did_you_mean(word, known));
    return fmt::format("'{}' is one argument too many", first);
}

} // namespace

ValueCheck one_of(std::vector<std::string> words) {
    return [words = std::move(words)](const std::string& text) {
        if (std::find(words.begin(), words.end(), text) != words.end()) return std::string();
        return fmt::format("'{}' is none of {}{}", text, fmt::join(words, ", "),
                           did_you_mean(text, words));
    };
}

ValueCheck number_between(std::uint64_t least, std::uint64_t most) {
    return [least, most](const std::string& text) {
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool whole = error == std::errc() && end == text.data() + text.size();
        return whole && number >= least && number <= most
                   ? std::string()
                   : fmt::format("'{}' is not a whole number from {} to {}", text, grouped(least),
                                 grouped(most));
    };
}

ValueCheck fraction() {
    return [](const std::string& text) {
        return CLI::Range(0.0, 1.0)(text).empty()
                   ? std::string()
                   : fmt::format("'{}' is not a number from 0 to 1", text);
    };
}

Argument& Argument::value(const std::string& word) {
    option_->type_name(word);
    return *this;
}

Argument& Argument::group(const std::string& heading) {
    option_->group(heading);
    return *this;
}

Argument& Argument::check(ValueCheck check) {
    option_->check(std::move(check));
    return *this;
}

Argument& Argument::required() {
    option_->required();
    return *this;
}

Argument& Argument::expected(int least, int most) {
    option_->expected(least, most);
    return *this;
}

Argument& Argument::one_at_a_time() {
    option_->allow_extra_args(false);
    return *this;
}

Argument& Argument::delimiter(char between) {
    option_->delimiter(between);
    return *this;
}

struct Arguments::Parser {
    CLI::App app;

    template <class T>
    Argument add(const std::string& names, T& value, const std::string& help) {
        return Argument(*app.add_option(names, value, help));
    }
};

Arguments::Arguments() : parser_(std::make_unique<Parser>()) {
    parser_->app.name("entente");
    parser_->app.formatter(std::make_shared<OptionList>());
    parser_->app.set_help_flag();
}

Arguments::~Arguments() = default;

Argument Arguments::option(const std::string& names, std::string& value, const std::string& help) {
    return parser_->add(names, value, help);
}

Argument Arguments::option(const std::string& names, std::vector<std::string>& values,
                           const std::string& help) {
    return parser_->add(names, values, help);
}

Argument Arguments::option(const std::string& names, unsigned& value, const std::string& help) {
    return parser_->add(names, value, help);
}

Argument Arguments::option(const std::string& names, std::size_t& value, const std::string& help) {
    return parser_->add(names, value, help);
}

Argument Arguments::option(const std::string& names, double& value, const std::string& help) {
    return parser_->add(names, value, help);
}

Argument Arguments::option(const std::string& names, Date& value, const std::string& help) {
    const auto parse = [&value, names](const std::string& text) {
        const auto date = Date::parse(text);
        if (!date || !date->dated())
            throw CLI::ValidationError(
                names, fmt::format("'{}' is not a date; write 2023, 2023-06 or 2023-06-01", text));
        value = *date;
    };
    return Argument(*parser_->app.add_option_function<std::string>(names, parse, help))
        .value("DATE");
}

Argument Arguments::flag(const std::string& names, bool& value, const std::string& help) {
    return Argument(*parser_->app.add_flag(names, value, help));
}

Arguments::Asked Arguments::parse(std::vector<std::string> words, bool with_version) {
    CLI::App& app = parser_->app;
    app.set_help_flag("-h,--help", "Print this")->group("Other");
    if (with_version)
        app.set_version_flag("--version", "", "Print the version and the libraries'")
            ->group("Other");
    std::reverse(words.begin(), words.end()); // as CLI11 wants them
    try {
        app.parse(words);
    } catch (const CLI::CallForHelp&) {
        return Asked::help;
    } catch (const CLI::CallForVersion&) {
        return Asked::version;
    } catch (const CLI::ExtrasError&) {
        throw UsageError(unknown_arguments(app));
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string message = error.what();
        throw UsageError(fmt::format("{} needs a value", message.substr(0, message.find(':'))));
    } catch (const CLI::ParseError& error) {
        throw UsageError(error.what());
    }
    return Asked::run;
}

std::string Arguments::list() const {
    return parser_->app.help();
}

} // namespace entente::cli
