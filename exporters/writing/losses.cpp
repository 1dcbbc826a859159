// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/losses.hpp"

namespace entente {

void Losses::add(Code code, Severity severity, std::size_t count, std::string what,
                 std::vector<std::string> where, std::string readers) {
    if (count == 0) return;
    std::string message = format_ + ": " + std::to_string(count) + ' ' + what;
    if (!readers.empty()) message += " (" + readers + ')';
    diagnostics_.report(code, severity, {}, std::move(message));
    losses_.push_back({code, count, std::move(what), std::move(readers), std::move(where)});
}

void Losses::add(Code code, std::size_t count, std::string what, std::vector<std::string> where,
                 std::string readers) {
    add(code, row(code).severity, count, std::move(what), std::move(where), std::move(readers));
}

void Losses::lean(std::size_t claims, std::size_t source_details) {
    std::string what = "claims ";
    if (source_details > 0)
        what += "and the details of " + std::to_string(source_details) + " sources ";
    add(Code::lean, claims, what + "left out, as asked (--lean)");
}

void Losses::replaced(std::size_t characters) {
    add(Code::approximated, characters,
        "characters that the format forbids were written as U+FFFD");
}

} // namespace entente
