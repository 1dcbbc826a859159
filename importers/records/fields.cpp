// SPDX-License-Identifier: BSL-1.0
#include "importers/records/fields.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "graph/text/ascii.hpp"
#include "graph/text/number.hpp"
#include "graph/text/utf8.hpp"
#include "importers/records/plain/values.hpp"

namespace entente {

namespace {

/// What a message shows of a value that is wrong.
std::string as_shown(std::string_view text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) return "'" + std::string(text) + "'";
    std::size_t end = most;
    while (end > 0 && utf8::is_continuation(text[end]))
        --end;
    return "'" + std::string(text.substr(0, end)) + "…'";
}

/// Other words for stances.
constexpr std::array<std::pair<std::string_view, Stance>, 9> stances{{
    {"affirmed", Stance::asserted},
    {"confirmed", Stance::asserted},
    {"factual", Stance::asserted},
    {"negated", Stance::denied},
    {"refuted", Stance::denied},
    {"intended", Stance::planned},
    {"scheduled", Stance::planned},
    {"potential", Stance::possible},
    {"hypothetical", Stance::possible},
}};

} // namespace

std::string quoted_key(const JsonToken& token) {
    return token.key_data ? "'" + std::string(token.key()) + "'" : "this";
}

void RecordFields::begin(JsonTree& tree, std::size_t base) {
    tree_ = &tree;
    base_ = base;
    problem_count_ = 0;
    position_.line = 0;
    arena_.clear();
}

Position RecordFields::position() {
    if (position_.line == 0) position_ = reading_.at(base_ + tree_->root().offset);
    return position_;
}

Position RecordFields::at(const JsonToken& token) const {
    return reading_.at(base_ + token.offset);
}

void RecordFields::fail(Code code, std::uint32_t offset, std::string message) {
    constexpr std::size_t most_told = 5;
    ++problem_count_;
    if (problem_count_ == 1)
        problem_ = {code, base_ + offset, std::move(message)};
    else if (problem_count_ <= most_told)
        problem_.message += " -- also: " + message;
    else if (problem_count_ == most_told + 1)
        problem_.message += " -- and more";
}

void RecordFields::tell() {
    if (!ok()) reading_.report(problem_.code, problem_.offset, problem_.message);
}

void RecordFields::warn(Code code, const JsonToken& at, std::string message) {
    reading_.report(code, Severity::warning, base_ + at.key_offset, std::move(message));
}

void RecordFields::repaired(const JsonToken& at, std::string_view what) {
    reading_.repaired(base_ + at.key_offset, what);
}

void RecordFields::wrong_type(const JsonToken& token, std::string_view wanted) {
    fail(Code::wrong_type, token.offset,
         quoted_key(token) + " is " + std::string(name(token.type)) + "; write " +
             std::string(wanted));
}

void RecordFields::clean(const char*& data, std::uint32_t& size, std::uint32_t offset) {
    std::string_view text(data, size);
    if (const auto bad = make_clean(text, arena_)) {
        // Escapes make the text shorter than what stands in the input: point at its beginning.
        fail(bad->character >= 0xD800 && bad->character <= 0xDFFF ? Code::bad_value
                                                                  : Code::control_character,
             offset, bad->describe() + " in a text; delete it");
        return;
    }
    data = text.data();
    size = static_cast<std::uint32_t>(text.size());
}

bool RecordFields::clean_texts() {
    if (tree_->odd_parts == 0) return true;
    for (JsonToken& token : tree_->tokens) {
        if (token.key_size != 0 && tree_->odd(token.key_offset + 1, token.key_size))
            clean(token.key_data, token.key_size, token.key_offset);
        if (token.type == JsonType::string && tree_->odd(token.offset + 1, token.text_size))
            clean(token.text_data, token.text_size, token.offset);
    }
    return ok();
}

std::string_view RecordFields::raw_text(const JsonToken* token) {
    if (!token) return {};
    if (token->type == JsonType::string) return token->text();
    wrong_type(*token, "a text in \"double quotes\"");
    return {};
}

std::string_view RecordFields::text(const JsonToken* token) {
    return trimmed(raw_text(token));
}

std::string_view RecordFields::id(const JsonToken* token) {
    if (token && token->type == JsonType::integer) {
        repaired(*token, "a number was taken for an id; write ids as texts");
        return token->text();
    }
    return text(token);
}

bool RecordFields::date_of(std::string_view text, const JsonToken& at, Date& out) {
    if (const auto date = Date::parse(text)) {
        out = *date;
        return true;
    }
    if (Date::beyond_years(text)) {
        fail(Code::bad_date, at.offset,
             as_shown(text) +
                 " is, in UTC, outside the years -9999 to 9999, which no date can say; write the "
                 "day without a time");
        return false;
    }
    fail(Code::bad_date, at.offset,
         as_shown(text) +
             " is not a date, or there is no such day; write 2023, 2023-06, 2023-06-01 or "
             "2023-06-01T09:30:00Z");
    return false;
}

Date RecordFields::date(const JsonToken* token) {
    Date date;
    if (!token) return date;
    if (token->type == JsonType::integer && token->text_size == 4) {
        repaired(*token, "a number was taken for a year; write dates as texts: \"2023\"");
        date_of(token->text(), *token, date);
    } else if (token->type != JsonType::string) {
        wrong_type(*token, "a date as a text: \"2023-06-01\"");
    } else {
        date_of(trimmed(token->text()), *token, date);
    }
    return date;
}

void RecordFields::dates(Members& members, Date* date_out, Period& period) {
    const JsonToken* from = members.take(Key::from);
    const JsonToken* to = members.take(Key::to);
    period.from = date(from);
    period.to = date(to);
    const JsonToken* when = date_out ? members.take(Key::date) : nullptr;
    const auto slash =
        when && when->type == JsonType::string ? when->text().find('/') : std::string_view::npos;
    if (slash == std::string_view::npos) {
        if (when) *date_out = date(when);
    } else if (from || to) {
        fail(Code::bad_date, when->offset,
             "'date' is an interval beside 'from' or 'to'; write the interval in one way only");
    } else {
        const std::string_view text = when->text();
        if (date_of(trimmed(text.substr(0, slash)), *when, period.from))
            date_of(trimmed(text.substr(slash + 1)), *when, period.to);
    }
    const JsonToken* const end = to ? to : when;
    if (ok() && end != nullptr && period.reversed())
        warn(Code::reversed_interval, *end,
             "the end " + period.to.text() + " is before the beginning " + period.from.text() +
                 "; swap them if that is a slip");
}

Stance RecordFields::stance(const JsonToken* token) {
    const std::string_view given = text(token);
    if (given.empty()) return Stance::asserted;
    const std::string folded = ascii::lower(given);
    auto stance = find_stance(folded);
    for (const auto& [word, meaning] : stances)
        if (word == folded) stance = meaning;
    if (stance) {
        if (given != entente::name(*stance))
            repaired(*token, "a stance was read as '" + std::string(entente::name(*stance)) + "'");
        return *stance;
    }
    fail(Code::bad_value, token->offset,
         as_shown(given) + " is no stance; write asserted, denied, planned or possible");
    return Stance::asserted;
}

double RecordFields::confidence(const JsonToken* token) {
    if (!token) return unknown_confidence;
    constexpr std::string_view range = "write a number from 0 to 1";
    if (token->type != JsonType::string && !token->number()) {
        wrong_type(*token, "a number from 0 to 1");
        return unknown_confidence;
    }
    std::string_view digits = trimmed(token->text());
    if (digits.empty()) return unknown_confidence;
    const bool percent = digits.ends_with('%');
    if (percent) digits = trimmed(digits.substr(0, digits.size() - 1));
    double number = 0;
    if (!read_number(digits, number) || !std::isfinite(number)) {
        fail(Code::bad_confidence, token->offset,
             as_shown(token->text()) + " is no confidence; " + std::string(range));
    } else if (percent || (number > 1 && number <= 100)) {
        char hundredth[32];
        const auto end = std::to_chars(hundredth, hundredth + sizeof hundredth, number / 100).ptr;
        fail(Code::bad_confidence, token->offset,
             as_shown(token->text()) +
                 " looks like a percentage; divide it by 100: " + std::string(hundredth, end));
    } else if (number < 0 || number > 1) {
        fail(Code::bad_confidence, token->offset,
             as_shown(token->text()) + " is out of range; " + std::string(range));
    } else {
        if (token->type == JsonType::string)
            repaired(*token, "a confidence stood in quotes; write a bare number");
        return number;
    }
    return unknown_confidence;
}

TextSpan RecordFields::span(const JsonToken* token) {
    if (!token) return {};
    TextSpan span;
    if (read_plain_span(*tree_, static_cast<std::size_t>(token - tree_->tokens.data()), span))
        return span;
    fail(Code::bad_span, token->offset,
         "'span' is not [begin, end] with 0 <= begin <= end, counted in characters of the source");
    return {};
}

bool RecordFields::boolean(const JsonToken* token) {
    if (!token) return false;
    if (token->type != JsonType::boolean) wrong_type(*token, "true or false");
    return token->text() == "true";
}

Value RecordFields::value(const JsonToken& token) {
    switch (token.type) {
        case JsonType::integer:
            return {ValueType::integer, token.text()};
        case JsonType::decimal:
            return {ValueType::decimal, token.text()};
        case JsonType::boolean:
            return {ValueType::boolean, token.text()};
        case JsonType::array:
        case JsonType::object: {
            std::string& json = arena_.make();
            write_json(*tree_, static_cast<std::size_t>(&token - tree_->tokens.data()), json);
            return {ValueType::json, json};
        }
        default:
            return {ValueType::string, token.text()};
    }
}

Field RecordFields::field(const JsonToken& token) {
    if (trimmed(token.key()).empty())
        fail(Code::missing_field, token.key_offset, "an empty key; give it a name or delete it");
    return {token.key(), value(token)};
}

} // namespace entente
