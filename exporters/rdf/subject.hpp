// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "exporters/items/describe.hpp"
#include "exporters/rdf/exact.hpp"
#include "exporters/rdf/iris.hpp"
#include "exporters/rdf/statements.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/writing/text/digits.hpp"
#include "exporters/writing/text/text.hpp"
#include "graph/language/record.hpp"

namespace entente {

/// Says things of one subject after the other to an `Out`, which writes them down:
///
///     void begin(std::string_view subject);                      // what follows is said of it
///     void graph(std::string_view iri);                          // and stands in that graph
///     void iri(Predicate, std::string_view object);
///     void literal(Predicate, const RdfObject&);
///     std::string& open(RdfWord predicate);                      // to append a literal's text to
///     void close(RdfWord datatype);                              // that needs no escape
///     void alone(std::string_view graph, std::string_view subject, std::string_view predicate,
///                std::string_view object);                       // a statement in its own graph
///
/// A Predicate is a RdfWord or a full IRI. All IRIs are full ones.
template <class Out>
class RdfSubject {
  public:
    RdfSubject(Out& out, RdfIris& iris) : out_(out), iris_(iris) {}

    void begin(std::string_view iri) { out_.begin(iri); }

    void iri(RdfWord predicate, std::string_view object) { out_.iri(predicate, object); }
    void iri(RdfWord predicate, RdfWord object) { out_.iri(predicate, iris_.full(object)); }
    /// Nothing if it is empty.
    void text(RdfWord predicate, std::string_view text) {
        if (!text.empty()) out_.literal(predicate, {RdfObject::Type::literal, text});
    }
    /// Nothing if it is unknown.
    void date(RdfWord predicate, Date date) {
        if (!date.known()) return;
        date.append_to(out_.open(predicate));
        out_.close(datatype(date));
    }
    void number(RdfWord predicate, double number); ///< nothing if it is NaN
    void count(RdfWord predicate, std::uint64_t number) {
        append_number(out_.open(predicate), number);
        out_.close(RdfWord::xsd_integer);
    }
    void flag(RdfWord predicate) {
        out_.open(predicate) += "true";
        out_.close(RdfWord::xsd_boolean);
    }
    /// As the literal `rdf:JSON`; nothing if it is empty.
    void json(RdfWord predicate, std::string_view json) {
        if (!json.empty()) out_.literal(predicate, typed(json, RdfWord::json));
    }
    // A field as describe() says it; of references the walk knows the IRIs.
    template <class Tag>
    void said(Tag field, std::string_view text) {
        this->text(rdf_word(field), text);
    }
    template <class Tag>
    void said(Tag field, Plain word) {
        text(rdf_word(field), word.text);
    }
    template <class Tag>
    void said(Tag field, Date date) {
        this->date(rdf_word(field), date);
    }
    template <class Tag>
    void said(Tag field, double number) {
        this->number(rdf_word(field), number);
    }
    template <class Tag>
    void said(Tag field, std::uint64_t count) {
        this->count(rdf_word(field), count);
    }
    template <class Tag>
    void said(Tag field, bool) {
        flag(rdf_word(field));
    }
    template <class Tag>
    void said(Tag field, Stance stance) {
        text(rdf_word(field), name(stance));
    }
    template <class Tag>
    void said(Tag, TextSpan span) {
        count(rdf_word(tag<Tag::on, Word::span_begin>), span.begin);
        count(rdf_word(tag<Tag::on, Word::span_end>), span.end);
    }
    template <class Tag>
    void said(Tag, std::span<const Alias> aliases) {
        this->aliases(aliases);
    }
    /// Attributes or qualifiers. What a literal changes goes once more as JSON.
    template <class Tag>
    void said(Tag, std::span<const Field> fields) {
        this->fields(fields);
    }

  private:
    void fields(std::span<const Field> fields);
    void aliases(std::span<const Alias> aliases);
    [[nodiscard]] RdfObject typed(std::string_view text, RdfWord datatype) const {
        return {RdfObject::Type::literal, text, iris_.full(datatype)};
    }
    void value(std::string_view predicate, const Value& value, bool only);
    void put(std::string_view predicate, const RdfObject& object, bool only);

    Out& out_;
    RdfIris& iris_;
    std::set<std::string> said_; ///< of one predicate
};

template <class Out>
void RdfSubject<Out>::number(RdfWord predicate, double number) {
    if (std::isnan(number)) return;
    std::string& text = out_.open(predicate);
    if (append_usual_fraction(text, number)) {
        out_.close(RdfWord::xsd_decimal);
        return;
    }
    const NumberLiteral literal = number_literal(number);
    text += literal.text;
    out_.close(*literal.datatype);
}

/// Two values may have one literal: RDF knows no second statement of the same.
template <class Out>
void RdfSubject<Out>::put(std::string_view predicate, const RdfObject& object, bool only) {
    if (!only && object.type != RdfObject::Type::list) {
        std::string key(object.datatype);
        key.append(1, '\n').append(object.text);
        if (!said_.insert(std::move(key)).second) return;
    }
    out_.literal(predicate, object);
}

template <class Out>
void RdfSubject<Out>::value(std::string_view predicate, const Value& value, bool only) {
    switch (value.type) {
        case ValueType::string:
            put(predicate, {RdfObject::Type::literal, value.text}, only);
            return;
        case ValueType::boolean:
            put(predicate, typed(value.text, RdfWord::xsd_boolean), only);
            return;
        case ValueType::json:
            if (is_list_of_strings(value.text))
                put(predicate, {RdfObject::Type::list, value.text}, only);
            else
                put(predicate, typed(value.text, RdfWord::json), only);
            return;
        case ValueType::integer:
        case ValueType::decimal:
            break;
    }
    const NumberLiteral literal = number_literal(value);
    if (literal.datatype)
        put(predicate, typed(literal.text, *literal.datatype), only);
    else
        put(predicate, {RdfObject::Type::literal, literal.text}, only);
}

template <class Out>
void RdfSubject<Out>::fields(std::span<const Field> fields) {
    if (fields.empty()) return;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool first = i == 0 || fields[i - 1].key != fields[i].key;
        const bool last = i + 1 == fields.size() || fields[i + 1].key != fields[i].key;
        if (first) said_.clear();
        value(iris_.attribute(fields[i].key), fields[i].value, first && last);
    }
    json(rdf_word(On::entity, Word::attributes), changed_values(fields));
}

/// Sorted by name; two of one name may have the same language once it is in lower case.
template <class Out>
void RdfSubject<Out>::aliases(std::span<const Alias> aliases) {
    for (std::size_t i = 0; i < aliases.size(); ++i) {
        const std::string language = language_of_literal(aliases[i]);
        bool said = false;
        for (std::size_t k = i; k-- > 0 && aliases[k].name == aliases[i].name;)
            said = said || language_of_literal(aliases[k]) == language;
        if (!said)
            out_.literal(rdf_word(On::entity, Word::aliases),
                         {RdfObject::Type::literal, aliases[i].name, {}, language});
    }
    json(RdfWord::exact_aliases, changed_aliases(aliases));
}

} // namespace entente
