// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/subject.hpp"

#include <cmath>

#include "exporters/rdf/exact.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/records.hpp"
#include "exporters/text.hpp"

namespace entente {

// -- IRIs -----------------------------------------------------------------------------------------

RdfIris::RdfIris(const Vocabulary& vocabulary, std::string_view base) : base_(base) {
    for (const RelationType& row : vocabulary.relations())
        relations_.push_back(full_iri(relation_iri(row, base)));
    for (const Kind& row : vocabulary.kinds())
        kinds_.push_back(full_iri(kind_iri(row, base)));
    for_each_attribute_term([&](const AttributeType& row) {
        if (!is_record_key(row.on, row.name))
            attributes_.emplace(row.name, full_iri(attribute_iri(row)));
    });
}

std::string_view RdfIris::full(std::string_view prefixed) {
    const auto known = full_.find(prefixed);
    if (known != full_.end()) return known->second;
    return full_.emplace(prefixed, full_iri(prefixed)).first->second;
}

std::string_view RdfIris::attribute(std::string_view name) {
    const auto known = attributes_.find(name);
    if (known != attributes_.end()) return known->second;
    std::string iri = base_ + "attribute/";
    append_attribute_path(iri, name);
    return attributes_.emplace(name, std::move(iri)).first->second;
}

// -- statements -----------------------------------------------------------------------------------

void RdfSubject::put(std::string_view predicate, const RdfObject& object) {
    sink_({subject_, iris_.full(predicate), object, graph_});
}

/// Two values may have one literal: RDF knows no second statement of the same.
void RdfSubject::put_once(std::string_view predicate, const RdfObject& object) {
    std::string key(object.datatype);
    key.append(1, '\n').append(object.language).append(1, '\n').append(object.text);
    if (object.type != RdfObject::Type::list && !said_.insert(std::move(key)).second) return;
    sink_({subject_, predicate, object, graph_});
}

void RdfSubject::iri(std::string_view predicate, std::string_view object) {
    put(predicate, {RdfObject::Type::iri, object});
}

void RdfSubject::text(std::string_view predicate, std::string_view text) {
    if (!text.empty()) put(predicate, {RdfObject::Type::literal, text});
}

void RdfSubject::typed(std::string_view predicate, std::string_view text,
                       std::string_view datatype) {
    put(predicate, {RdfObject::Type::literal, text, iris_.full(datatype)});
}

void RdfSubject::date(std::string_view predicate, Date date) {
    if (date.known()) typed(predicate, date.text(), datatype(date));
}

void RdfSubject::period(const Period& period) {
    date("kg:from", period.from);
    date("kg:to", period.to);
}

void RdfSubject::number(std::string_view predicate, double number) {
    if (std::isnan(number)) return;
    const NumberLiteral literal = number_literal(number);
    typed(predicate, literal.text, literal.datatype);
}

void RdfSubject::count(std::string_view predicate, std::uint64_t number) {
    typed(predicate, std::to_string(number), "xsd:integer");
}

void RdfSubject::flag(std::string_view predicate) {
    typed(predicate, "true", "xsd:boolean");
}

void RdfSubject::json(std::string_view predicate, std::string_view json) {
    if (!json.empty()) typed(predicate, json, "rdf:JSON");
}

void RdfSubject::value(std::string_view predicate, const Value& value) {
    switch (value.type) {
        case ValueType::string:
            put_once(predicate, {RdfObject::Type::literal, value.text});
            return;
        case ValueType::boolean:
            put_once(predicate, {RdfObject::Type::literal, value.text, iris_.full("xsd:boolean")});
            return;
        case ValueType::json:
            if (is_list_of_strings(value.text))
                put_once(predicate, {RdfObject::Type::list, value.text});
            else
                put_once(predicate, {RdfObject::Type::literal, value.text, iris_.full("rdf:JSON")});
            return;
        case ValueType::integer:
        case ValueType::decimal:
            break;
    }
    const NumberLiteral literal = number_literal(value);
    const std::string_view type =
        literal.datatype.empty() ? std::string_view() : iris_.full(literal.datatype);
    put_once(predicate, {RdfObject::Type::literal, literal.text, type});
}

void RdfSubject::fields(std::span<const Field> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i == 0 || fields[i - 1].key != fields[i].key) said_.clear();
        value(iris_.attribute(fields[i].key), fields[i].value);
    }
    json("kg:attributes", changed_values(fields));
}

void RdfSubject::aliases(std::span<const Alias> aliases) {
    said_.clear();
    const std::string_view predicate = iris_.full("schema:alternateName");
    for (const Alias& alias : aliases) {
        const std::string language = language_of_literal(alias);
        put_once(predicate, {RdfObject::Type::literal, alias.name, {}, language});
    }
    json("kg:exactAliases", changed_aliases(aliases));
}

void RdfSubject::iris(std::string_view predicate, std::span<const std::string> objects) {
    said_.clear();
    for (const std::string& object : objects)
        put_once(iris_.full(predicate), {RdfObject::Type::iri, object});
}

} // namespace entente
