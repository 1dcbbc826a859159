// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/jsonld/jsonld_text.hpp"

#include <cmath>

#include "exporters/items/records.hpp"
#include "exporters/rdf/exact.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/writing/text/digits.hpp"
#include "exporters/writing/text/escape_scan.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

void JsonldText::text(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    this->key(key);
    append_quoted(text_, text);
}

void JsonldText::word(std::string_view key, std::string_view word) {
    this->key(key);
    ((text_ += '"') += word) += '"';
}

void JsonldText::relation_iri(const Relation& relation) {
    text_ += '"';
    iris_.append_relation(text_, relation);
    text_ += '"';
}

void JsonldText::claim_iri(std::uint64_t hash) {
    text_ += '"';
    iris_.append_claim(text_, hash);
    text_ += '"';
}

void JsonldText::source_iri(std::string_view id) {
    text_ += '"';
    iris_.append_source(text_, id);
    text_ += '"';
}

void JsonldText::reference(std::string_view key, EntityIndex index) {
    this->key(key);
    entity_iri(index);
}

void JsonldText::typed(std::string_view text, RdfWord type) {
    text_ += R"({"@value":)";
    append_quoted(text_, text);
    ((text_ += R"(,"@type":")") += prefixed(type)) += "\"}";
}

void JsonldText::date(std::string_view key, Date date) {
    if (!date.known()) return;
    this->key(key);
    const RdfWord type = datatype(date);
    // The graph's own date has no term, and so no usual type.
    if (type != RdfWord::xsd_date || key.find(':') != std::string_view::npos) {
        typed(date.text(), type);
        return;
    }
    text_ += '"';
    date.append_to(text_);
    text_ += '"';
}

void JsonldText::exact_matches(std::span<const std::string_view> identifiers) {
    std::string matches;
    for (const std::string_view id : identifiers)
        append_exact_match(matches, id);
    if (matches.empty()) return;
    key("exactMatch");
    (text_ += '[') += matches + ']';
}

void JsonldText::number(std::string_view key, double number) {
    if (std::isnan(number)) return;
    this->key(key);
    text_ += '"';
    if (!append_usual_fraction(text_, number)) {
        const NumberLiteral literal = number_literal(number);
        if (literal.datatype != RdfWord::xsd_decimal) {
            text_.pop_back();
            typed(literal.text, *literal.datatype);
            return;
        }
        text_ += literal.text;
    }
    text_ += '"';
}

void JsonldText::count(std::string_view key, std::uint64_t number) {
    this->key(key);
    text_ += '"';
    append_number(text_, number);
    text_ += '"';
}

void JsonldText::json(std::string_view key, std::string_view json) {
    if (json.empty()) return;
    this->key(key);
    typed(json, RdfWord::json);
}

void JsonldText::flag(std::string_view key) {
    this->key(key);
    text_ += "true";
}

void JsonldText::value(const Value& value) {
    switch (value.type) {
        case ValueType::string:
            append_quoted(text_, value.text);
            return;
        case ValueType::boolean:
            text_ += value.text;
            return;
        case ValueType::json:
            if (!is_list_of_strings(value.text)) {
                typed(value.text, RdfWord::json);
                return;
            }
            text_ += R"({"@list":)";
            text_ += value.text;
            text_ += '}';
            return;
        case ValueType::integer:
        case ValueType::decimal:
            break;
    }
    const NumberLiteral literal = number_literal(value);
    if (literal.datatype)
        typed(literal.text, *literal.datatype);
    else
        append_quoted(text_, literal.text);
}

/// Values of one key stand together. What RDF's literals change goes once more as JSON.
void JsonldText::fields(std::span<const Field> fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool first = i == 0 || fields[i - 1].key != fields[i].key;
        const bool last = i + 1 == fields.size() || fields[i + 1].key != fields[i].key;
        if (first) append_key(text_, terms_.attribute(fields[i].key));
        if (first && !last) text_ += '[';
        if (!first) text_ += ',';
        value(fields[i].value);
        if (last && !first) text_ += ']';
    }
    if (!fields.empty()) json("attributes", changed_values(fields));
}

void JsonldText::aliases(std::span<const Alias> aliases) {
    if (aliases.empty()) return;
    key("aliases");
    text_ += '[';
    for (const Alias& alias : aliases) {
        if (&alias != &aliases.front()) text_ += ',';
        const std::string language = language_of_literal(alias);
        if (language.empty()) {
            append_quoted(text_, alias.name);
            continue;
        }
        text_ += R"({"@value":)";
        append_quoted(text_, alias.name);
        text_ += R"(,"@language":")";
        text_ += language;
        text_ += "\"}";
    }
    text_ += ']';
    json("exactAliases", changed_aliases(aliases));
}

} // namespace entente
