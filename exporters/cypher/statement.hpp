// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "exporters/cypher/literals.hpp"
#include "exporters/items/describe.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente::cypher {

/// The `SET v.a = ..., v.b = ...` of one statement. What is absent is not set, because a property
/// that is null is the same as none.
class Setter {
  public:
    Setter(std::string& out, Literals& literals, char variable)
        : out_(out), literals_(literals), variable_(variable) {}

    void literal(std::string_view key, std::string_view literal) {
        begin(key);
        out_ += literal;
    }
    void text(std::string_view key, std::string_view text) {
        if (text.empty()) return;
        begin(key);
        literals_.text(out_, text);
    }
    void texts(std::string_view key, std::span<const std::string_view> texts) {
        if (texts.empty()) return;
        begin(key);
        literals_.texts(out_, texts);
    }
    void number(std::string_view key, std::uint64_t number) {
        begin(key);
        append_number(out_, number);
    }
    void flag(std::string_view key, bool flag) {
        begin(key);
        out_ += flag ? "true" : "false";
    }
    void date(std::string_view key, Date date) {
        if (!date.known()) return;
        begin(key);
        literals_.date(out_, date);
    }
    /// `kg_from`, `kg_to`, and the days in between for comparisons. Of a claim without a period,
    /// as in the fold of a relation, these are its date's.
    void period(const Period& period, Date otherwise = {}) {
        date(flat_name(Word::from), period.from);
        date(flat_name(Word::to), period.to);
        const bool bounded = period.from.known() || period.to.known();
        begin(flat_name(Word::first_day));
        literals_.first_day(out_, bounded ? period.from : otherwise);
        begin(flat_name(Word::last_day));
        literals_.last_day(out_, bounded ? period.to : otherwise);
    }
    /// Nothing if it is NaN; 0 if it is so small that engines refuse it. Returns false then.
    bool confidence(double confidence) {
        if (std::isnan(confidence)) return true;
        const bool usual = std::isnormal(confidence) || confidence == 0;
        begin(flat_name(Word::confidence));
        append_double(out_, usual ? confidence : 0);
        return usual;
    }

    // A field as describe() says it.
    template <class Tag>
    void said(Tag field, std::string_view text) {
        this->text(field.row.flat, text);
    }
    template <class Tag>
    void said(Tag field, Plain word) {
        text(field.row.flat, word.text);
    }
    template <class Tag>
    void said(Tag field, Stance stance) {
        text(field.row.flat, name(stance));
    }
    template <class Tag>
    void said(Tag field, SourceId source) {
        text(field.row.flat, source.id);
    }
    template <class Tag>
    void said(Tag field, Date date) {
        this->date(field.row.flat, date);
    }
    template <class Tag>
    void said(Tag field, std::uint64_t count) {
        number(field.row.flat, count);
    }
    template <class Tag>
    void said(Tag field, bool flag) {
        this->flag(field.row.flat, flag);
    }
    template <class Tag>
    void said(Tag, TextSpan span) {
        number(flat_name(Word::span_begin), span.begin);
        number(flat_name(Word::span_end), span.end);
    }
    template <class Tag>
    void said(Tag field, std::span<const std::string_view> texts) {
        this->texts(field.row.flat, texts);
    }

  private:
    void begin(std::string_view key) {
        out_ += first_ ? " SET " : ", ";
        first_ = false;
        out_ += variable_;
        out_ += '.';
        out_ += key;
        out_ += " = ";
    }

    std::string& out_;
    Literals& literals_;
    char variable_;
    bool first_ = true;
};

} // namespace entente::cypher
