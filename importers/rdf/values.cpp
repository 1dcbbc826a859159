// SPDX-License-Identifier: BSL-1.0
// The objects of statements as members of a record.
#include <algorithm>

#include "graph/language/value.hpp"
#include "importers/rdf/records.hpp"

namespace entente {

namespace {

constexpr unsigned most_depth = 12;

/// `+007.` as JSON has it: `7`; empty if it is no number of JSON's (`INF`).
std::string json_number(std::string_view text) {
    if (is_json_number(text)) return std::string(text);
    std::string number;
    if (text.starts_with('-')) number = "-";
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    const std::size_t first = std::min(text.find_first_not_of('0'), text.size());
    text.remove_prefix(first);
    if (text.empty() || text.front() < '0' || text.front() > '9') number += '0';
    const std::size_t point = text.find('.');
    const bool bare = point != std::string_view::npos &&
                      (point + 1 == text.size() || text[point + 1] < '0' || text[point + 1] > '9');
    number += bare ? std::string(text.substr(0, point)) + std::string(text.substr(point + 1))
                   : std::string(text);
    const bool digits = first > 0 || !text.empty();
    return digits && is_json_number(number) ? number : std::string();
}

bool is_whole(std::string_view type) {
    for (const std::string_view name :
         {"xsd:integer", "xsd:int", "xsd:long", "xsd:short", "xsd:byte", "xsd:nonNegativeInteger",
          "xsd:positiveInteger", "xsd:nonPositiveInteger", "xsd:negativeInteger", "xsd:unsignedInt",
          "xsd:unsignedLong", "xsd:unsignedShort", "xsd:unsignedByte"})
        if (type == name) return true;
    return false;
}

} // namespace

void RdfRecords::number(std::string_view key, std::string_view text, bool whole) {
    const std::string number = json_number(text);
    if (number.empty()) {
        records_.text(key, text);
        return;
    }
    const bool integer = whole && number.find_first_of(".eE") == std::string::npos;
    records_.value(key, number == text ? text : keep(number),
                   integer ? JsonType::integer : JsonType::decimal);
}

void RdfRecords::member(std::string_view key, TermId object, unsigned depth) {
    const RdfTerm term = data_.term(object);
    if (!term.is_literal()) {
        if (role(object) == Role::cell || names_.short_name(object) == "rdf:nil")
            list(key, object, depth);
        else if (term.type == RdfTerm::Type::blank)
            node(key, object, depth);
        else
            records_.text(key, term.text);
        return;
    }
    const std::string_view type = names_.short_name(term.datatype);
    if (type == "xsd:boolean" && (term.text == "true" || term.text == "1"))
        records_.value(key, "true", JsonType::boolean);
    else if (type == "xsd:boolean" && (term.text == "false" || term.text == "0"))
        records_.value(key, "false", JsonType::boolean);
    else if (is_whole(type))
        number(key, term.text, true);
    else if (type == "xsd:decimal" || type == "xsd:double" || type == "xsd:float")
        number(key, term.text, false);
    else if (type != "rdf:JSON" || !records_.json(key, term.text))
        records_.text(key, term.text);
}

/// A list that goes round in a circle ends where it began.
void RdfRecords::list(std::string_view key, TermId cell, unsigned depth) {
    records_.open_list(key);
    std::unordered_set<TermId> seen;
    while (depth < most_depth && role(cell) == Role::cell && seen.insert(cell).second) {
        if (const TermId first = object(cell, "rdf:first")) member({}, first, depth + 1);
        cell = object(cell, "rdf:rest");
    }
    records_.close();
}

/// A blank node without a name of its own, such as an address: an object.
void RdfRecords::node(std::string_view key, TermId subject, unsigned depth) {
    nested_.insert(subject);
    if (depth >= most_depth || nested_left_ == 0) {
        reading_.once(Code::reduced, Severity::warning, offset_of(subject),
                      "blank nodes that hang on one another without end were cut short: '...'");
        records_.text(key, "...");
        return;
    }
    --nested_left_;
    records_.open_object(key);
    const Triples triples = sorted(subject);
    for (std::size_t i = 0, end = 0; i < triples.size(); i = end) {
        while (end < triples.size() && triples[end].predicate == triples[i].predicate)
            ++end;
        const std::string_view name = names_.local_name(triples[i].predicate);
        if (end - i > 1) records_.open_list(name);
        for (std::size_t k = i; k < end; ++k)
            member(end - i > 1 ? std::string_view() : name, triples[k].object, depth + 1);
        if (end - i > 1) records_.close();
    }
    records_.close();
}

} // namespace entente
