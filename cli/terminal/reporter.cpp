// SPDX-License-Identifier: BSL-1.0
#include "cli/terminal/reporter.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "cli/terminal/text.hpp"
#include "exporters/items/records.hpp"

namespace entente::cli {

namespace {

/// More of one kind would bury the others.
constexpr std::size_t most_of_a_code = 20;

constexpr std::size_t index(Code code) {
    return static_cast<std::size_t>(code);
}

} // namespace

bool wants_color(const std::string& when, int descriptor) {
    if (when != "auto") return when == "always";
    const char* no_color = std::getenv("NO_COLOR");
    return ::isatty(descriptor) != 0 && (no_color == nullptr || *no_color == '\0');
}

namespace {

/// Notes that tell of a loss or of work to do are shown one by one; the others are only counted.
bool worth_a_line(const Diagnostic& diagnostic) {
    return diagnostic.severity != Severity::note || diagnostic.code == Code::unresolved ||
           diagnostic.code == Code::lean || diagnostic.code == Code::approximated;
}

std::string colored(std::string line, Severity severity) {
    static constexpr std::array paint = {"\033[1;36m", "\033[1;35m", "\033[1;31m"};
    const std::string word = fmt::format("{}: ", name(severity));
    const std::size_t at = line.find(word);
    if (at == std::string::npos) return line;
    line.insert(at + word.size(), "\033[0m");
    line.insert(at, paint[static_cast<std::size_t>(severity)]);
    return line;
}

} // namespace

Reporter::Reporter(const ReportOptions& options)
    : options_(options),
      color_(wants_color(options.color, STDERR_FILENO)),
      progress_(!options.quiet && ::isatty(STDERR_FILENO) != 0),
      diagnostics_([this](const Diagnostics&, const Diagnostic& d) { receive(d); }) {
    if (!options.log.empty()) log_ = std::make_unique<OutputFile>(options.log);
}

void Reporter::say(std::string_view line) {
    if (!options_.quiet && !options_.errors_only) progress_.print_line(line);
}

void Reporter::receive(const Diagnostic& diagnostic) {
    if (log_) write_log(diagnostic);
    if (options_.quiet || options_.errors_only ? diagnostic.severity != Severity::error
                                               : !worth_a_line(diagnostic))
        return;
    if (printed_[index(diagnostic.code)] < most_of_a_code) {
        ++printed_[index(diagnostic.code)];
        print(diagnostic);
    } else {
        ++held_back_[index(diagnostic.code)];
    }
}

void Reporter::print(const Diagnostic& diagnostic) {
    std::string line = format(diagnostics_, diagnostic);
    if (color_) line = colored(std::move(line), diagnostic.severity);
    progress_.print_line(line);
}

void Reporter::write_log(const Diagnostic& diagnostic) {
    std::string line = "{";
    append_member(line, "severity", name(diagnostic.severity));
    append_member(line, "code", row(diagnostic.code).name);
    append_member(line, "file", diagnostics_.file_name(diagnostic.at.file));
    if (diagnostic.at.line != 0)
        line += fmt::format(",\"line\":{},\"column\":{}", diagnostic.at.line, diagnostic.at.column);
    append_member(line, "message", diagnostic.message);
    log_->stream() << line << "}\n";
}

int Reporter::finish() {
    for (const CodeRow& code : codes()) {
        const std::size_t more = held_back_[index(code.code)];
        if (more == 0) continue;
        progress_.print_line(fmt::format("... {} more [{}]{}", grouped(more), code.name,
                                         log_ ? "" : "; --log FILE keeps all"));
    }
    if (log_) log_->commit();
    const bool bad = diagnostics_.count(Severity::error) != 0 ||
                     (options_.strict && diagnostics_.count(Severity::warning) != 0);
    return bad ? 1 : 0;
}

} // namespace entente::cli
