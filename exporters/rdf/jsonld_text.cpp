// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/jsonld_text.hpp"

#include <cmath>

#include "exporters/rdf/exact.hpp"
#include "exporters/rdf/terms.hpp"
#include "exporters/records.hpp"
#include "exporters/text.hpp"

namespace entente {

JsonldText::JsonldText(std::string& out, const View& view, std::string_view base_iri)
    : text_(out), view_(view), terms_(view.vocabulary(), base_iri) {
    append_json_escaped(base_, base_iri);
}

void JsonldText::entity_iri(EntityIndex index) {
    text_ += '"';
    text_ += base_;
    append_entity_path(text_, view_.entity(index).id);
    text_ += '"';
}

void JsonldText::source_iri(std::string_view id) {
    text_ += '"';
    text_ += base_;
    text_ += "source/";
    append_iri_path(text_, id);
    text_ += '"';
}

void JsonldText::reference(std::string_view key, EntityIndex index) {
    append_key(text_, key);
    entity_iri(index);
}

void JsonldText::typed(std::string_view text, std::string_view type) {
    text_ += R"({"@value":)";
    append_json_string(text_, text);
    text_ += R"(,"@type":")";
    text_ += type;
    text_ += "\"}";
}

void JsonldText::date(std::string_view key, Date date) {
    if (!date.known()) return;
    append_key(text_, key);
    typed(date.text(), datatype(date));
}

void JsonldText::period(const Period& period) {
    date("from", period.from);
    date("to", period.to);
}

void JsonldText::number(std::string_view key, double number) {
    if (std::isnan(number)) return;
    append_key(text_, key);
    const NumberLiteral literal = number_literal(number);
    typed(literal.text, literal.datatype);
}

void JsonldText::count(std::string_view key, std::uint64_t number) {
    append_key(text_, key);
    typed(std::to_string(number), "xsd:integer");
}

void JsonldText::json(std::string_view key, std::string_view json) {
    if (json.empty()) return;
    append_key(text_, key);
    typed(json, "rdf:JSON");
}

void JsonldText::flag(std::string_view key) {
    append_key(text_, key);
    text_ += "true";
}

void JsonldText::value(const Value& value) {
    switch (value.type) {
        case ValueType::string:
            append_json_string(text_, value.text);
            return;
        case ValueType::boolean:
            text_ += value.text;
            return;
        case ValueType::json:
            if (!is_list_of_strings(value.text)) {
                typed(value.text, "rdf:JSON");
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
    if (literal.datatype.empty())
        append_json_string(text_, literal.text);
    else
        typed(literal.text, literal.datatype);
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
    json("attributes", changed_values(fields));
}

void JsonldText::aliases(std::span<const Alias> aliases) {
    if (aliases.empty()) return;
    append_key(text_, "aliases");
    text_ += '[';
    for (const Alias& alias : aliases) {
        if (&alias != &aliases.front()) text_ += ',';
        const std::string language = language_of_literal(alias);
        if (language.empty()) {
            append_json_string(text_, alias.name);
            continue;
        }
        text_ += R"({"@value":)";
        append_json_string(text_, alias.name);
        text_ += R"(,"@language":")";
        text_ += language;
        text_ += "\"}";
    }
    text_ += ']';
    json("exactAliases", changed_aliases(aliases));
}

} // namespace entente
