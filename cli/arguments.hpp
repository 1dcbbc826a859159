// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/dates/date.hpp"

namespace CLI {
class Option;
}

namespace entente::cli {

/// What is wrong with a value; empty if nothing is.
using ValueCheck = std::function<std::string(const std::string&)>;
ValueCheck one_of(std::vector<std::string> words);
ValueCheck number_between(std::uint64_t least, std::uint64_t most);
ValueCheck fraction(); ///< a number from 0 to 1

/// One option, or with a name without dashes, what stands without an option.
class Argument {
  public:
    explicit Argument(CLI::Option& option) : option_(&option) {}

    Argument& value(const std::string& word);    ///< what stands for the value in the help
    Argument& group(const std::string& heading); ///< in the help
    Argument& check(ValueCheck check);
    Argument& required();
    Argument& expected(int least, int most); ///< how many values
    Argument& one_at_a_time();               ///< the option is repeated for each value
    Argument& delimiter(char between);       ///< between several values in one word

  private:
    CLI::Option* option_;
};

/// All that a command takes. The values are filled by `parse` and must live until then. CLI11,
/// which reads the command line and lists the options, is at home in arguments.cpp alone: compiling
/// its header takes several seconds.
class Arguments {
  public:
    Arguments();
    ~Arguments();

    /// `-o,--output`: all names of an option.
    Argument option(const std::string& names, std::string& value, const std::string& help);
    Argument option(const std::string& names, std::vector<std::string>& values,
                    const std::string& help);
    Argument option(const std::string& names, unsigned& value, const std::string& help);
    Argument option(const std::string& names, std::size_t& value, const std::string& help);
    Argument option(const std::string& names, double& value, const std::string& help);
    Argument option(const std::string& names, Date& value, const std::string& help);
    Argument flag(const std::string& names, bool& value, const std::string& help);

    enum class Asked { run, help, version };
    /// What the words behind the command ask for. `--version` is known only `with_version`. Throws
    /// UsageError, which says what is wrong with them.
    Asked parse(std::vector<std::string> words, bool with_version);
    /// All options by their groups, as the help lists them.
    [[nodiscard]] std::string list() const;

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

} // namespace entente::cli
