// SPDX-License-Identifier: BSL-1.0
#include "exporters/diagram/scene/reading/words.hpp"

namespace entente::diagram {

std::string years(const Period& period) {
    const auto year = [](Date date) {
        return describe(date.precision() > Date::Precision::year ? Date::of(date.year()) : date);
    };
    const bool from = period.from.dated(), to = period.to.dated();
    if (!from && !to) return {};
    if (!from) return "until " + year(period.to);
    if (!to) return "since " + year(period.from);
    const std::string first = year(period.from), last = year(period.to);
    return first == last ? first : first + "–" + last;
}

std::string counted(std::size_t number) {
    const std::string digits = std::to_string(number);
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
        out += digits[i];
    }
    return out;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    std::string out = counted(number);
    out += ' ';
    return out += number == 1 ? one : many;
}

std::string_view word_for(Certainty certainty) {
    switch (certainty) {
        case Certainty::planned:
            return "planned";
        case Certainty::possible:
            return "possible";
        case Certainty::disputed:
            return "disputed";
        case Certainty::denied:
            return "denied";
        case Certainty::plain:
            break;
    }
    return {};
}

std::string bracketed(Certainty certainty) {
    const std::string_view word = word_for(certainty);
    return word.empty() ? std::string() : " (" + std::string(word) + ")";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

} // namespace entente::diagram
