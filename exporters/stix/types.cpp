// SPDX-License-Identifier: BSL-1.0
#include "exporters/stix/types.hpp"

#include <array>
#include <chrono>

#include "graph/text/ascii.hpp"

namespace entente::stix {

namespace {

struct Specified {
    std::string_view relation, source, target, name;
};

/// The rows of the specification's table of relationships that our kinds can have.
constexpr std::array<Specified, 3> specified{{
    {"targets", "campaign", "identity", "targets"},
    {"targets", "campaign", "location", "targets"},
    {"located_in", "identity", "location", "located-at"},
}};

std::string moment(std::int32_t day, std::string_view time) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const auto padded = [](unsigned number, std::size_t width) {
        std::string digits = std::to_string(number);
        digits.insert(0, width > digits.size() ? width - digits.size() : 0, '0');
        return digits;
    };
    std::string text = padded(static_cast<unsigned>(static_cast<int>(date.year())), 4);
    text.append("-").append(padded(static_cast<unsigned>(date.month()), 2));
    text.append("-").append(padded(static_cast<unsigned>(date.day()), 2));
    return text.append("T").append(time).append("Z");
}

/// `09:30:00.000` of an instant.
std::string time_of(Date date) {
    const std::string text = date.text(); // 2023-06-01T09:30:00Z, perhaps with .123 or a mark
    std::string time = text.substr(text.find('T') + 1);
    time.resize(time.find('Z'));
    const std::size_t dot = time.find('.');
    if (dot == std::string::npos) return time + ".000";
    time.resize(dot + 4, '0');
    return time;
}

std::optional<std::string> moment_of(Date date, std::int32_t day, std::string_view time) {
    if (!date.dated() || day < Date::of(0, 1, 1).first_day()) return std::nullopt;
    if (date.precision() == Date::Precision::second) return moment(day, time_of(date));
    return moment(day, time);
}

} // namespace

ObjectType object_type(KindId kind) {
    switch (kind) {
        case kind::nation:
        case kind::organization:
            return {"identity", "organization"};
        case kind::official:
            return {"identity", "individual"};
        case kind::alliance:
            return {"identity", "group"};
        case kind::threat:
            return {"campaign", "", true, true};
        case kind::event:
            return {"incident", ""};
        case kind::agreement:
            return {"course-of-action", ""};
        case kind::capability:
            return {"infrastructure", "", true, true};
        case kind::place:
            return {"location", ""};
        default:
            return {"identity", "unknown"};
    }
}

std::string relationship_type(std::string_view relation) {
    std::string name;
    for (const char c : relation) {
        if (ascii::is_lower(c) || ascii::is_digit(c))
            name += c;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name.empty() ? "related-to" : name;
}

std::optional<std::string_view> specified_type(std::string_view relation, std::string_view source,
                                               std::string_view target) {
    if (relation == "related_to") return "related-to";
    for (const Specified& row : specified)
        if (row.relation == relation && row.source == source && row.target == target)
            return row.name;
    return std::nullopt;
}

std::optional<std::string> first_moment(Date date) {
    return moment_of(date, date.dated() ? date.first_day() : 0, "00:00:00.000");
}

std::optional<std::string> last_moment(Date date) {
    return moment_of(date, date.dated() ? date.last_day() : 0, "23:59:59.999");
}

} // namespace entente::stix
