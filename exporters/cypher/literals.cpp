// SPDX-License-Identifier: BSL-1.0
#include "exporters/cypher/literals.hpp"

#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/text/bytes.hpp"

namespace entente::cypher {

namespace {

constexpr bytes::ByteSet special = bytes::controls_and("\"\\");

constexpr std::array<std::pair<std::string_view, Dialect>, 6> profiles{{
    {"line", Dialect::line},
    {"neo4j", Dialect::neo4j},
    {"memgraph", Dialect::memgraph},
    {"falkordb", Dialect::falkordb},
    {"kuzu", Dialect::kuzu},
    {"neptune", Dialect::neptune},
}};

void append_padded(std::string& out, unsigned number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

} // namespace

Dialect dialect_of(std::string_view profile) {
    for (const auto& [name, dialect] : profiles)
        if (name == profile) return dialect;
    return Dialect::line;
}

void Literals::text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (!bytes::in(special, c)) {
            out += c;
        } else if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n' || c == '\r' || c == '\t') {
            if (dialect_ == Dialect::kuzu)
                out += c;
            else
                out += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
        } else {
            out += bytes::replacement;
            ++replaced_;
        }
    }
    out += '"';
}

void Literals::texts(std::string& out, std::span<const std::string_view> texts) {
    if (!native_lists()) {
        std::string json;
        append_texts(json, texts);
        text(out, json);
        return;
    }
    out += '[';
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) out += ", ";
        text(out, texts[i]);
    }
    out += ']';
}

void Literals::date(std::string& out, Date date) {
    std::string written;
    date.append_to(written);
    const bool certain = !date.uncertain() && !date.approximate();
    const bool typed = dialect_ == Dialect::neo4j && certain;
    if (typed && date.precision() == Date::Precision::day)
        out += "date(\"" + written + "\")";
    else if (typed && date.precision() == Date::Precision::second)
        out += "datetime(\"" + written + "\")";
    else
        text(out, written);
}

void Literals::day(std::string& out, std::int32_t days) {
    const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{days}}};
    const int year = static_cast<int>(day.year());
    out += dialect_ == Dialect::neo4j ? "date(\"" : "\"";
    if (year < 0) out += '-';
    append_padded(out, static_cast<unsigned>(std::abs(year)), 4);
    out += '-';
    append_padded(out, static_cast<unsigned>(day.month()), 2);
    out += '-';
    append_padded(out, static_cast<unsigned>(day.day()), 2);
    out += dialect_ == Dialect::neo4j ? "\")" : "\"";
}

void Literals::first_day(std::string& out, Date from) {
    day(out, from.dated() ? from.first_day() : Date::of(-9999, 1, 1).first_day());
}

void Literals::last_day(std::string& out, Date to) {
    day(out, to.dated() ? to.last_day() : Date::of(9999, 12, 31).last_day());
}

void append_double(std::string& out, double number) {
    const std::size_t start = out.size();
    append_number(out, number);
    if (out.find_first_of(".e", start) == std::string::npos) out += ".0";
}

void append_quoted_name(std::string& out, std::string_view name) {
    out += '`';
    out += name; // letters, digits and underscores only
    out += '`';
}

} // namespace entente::cypher
