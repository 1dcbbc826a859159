// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/statements/record.hpp"

#include <algorithm>

#include "graph/language/value.hpp"
#include "importers/rdf/statements/predicates.hpp"

namespace entente {

namespace {

constexpr unsigned most_depth = 12;
constexpr std::size_t most_parts = 1000;

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
    return is_one_of(type, {"xsd:integer", "xsd:int", "xsd:long", "xsd:short", "xsd:byte",
                            "xsd:nonNegativeInteger", "xsd:positiveInteger",
                            "xsd:nonPositiveInteger", "xsd:negativeInteger", "xsd:unsignedInt",
                            "xsd:unsignedLong", "xsd:unsignedShort", "xsd:unsignedByte"});
}

} // namespace

void RdfRecord::begin() {
    texts_.clear();
    RecordComposer::begin();
    parts_left_ = most_parts;
}

void RdfRecord::count(bool accepted, std::size_t offset) {
    if (accepted)
        reading_.accept();
    else
        reading_.reject(offset, json());
}

// -- objects of statements ------------------------------------------------------------------------

void RdfRecord::member(std::string_view key, TermId object, unsigned depth) {
    const RdfTerm term = data_.term(object);
    if (term.is_literal())
        literal(key, term);
    else if (subjects_.role(object) == RdfRole::cell || names_.short_name(object) == "rdf:nil")
        list(key, object, depth);
    else if (term.type == RdfTerm::Type::blank)
        part(key, object, depth);
    else
        text(key, term.text);
}

void RdfRecord::literal(std::string_view key, const RdfTerm& term) {
    const std::string_view type = names_.short_name(term.datatype);
    if (type == "xsd:boolean" && (term.text == "true" || term.text == "1"))
        value(key, "true", JsonType::boolean);
    else if (type == "xsd:boolean" && (term.text == "false" || term.text == "0"))
        value(key, "false", JsonType::boolean);
    else if (is_whole(type))
        number(key, term.text, true);
    else if (type == "xsd:decimal" || type == "xsd:double" || type == "xsd:float")
        number(key, term.text, false);
    else if (type != "rdf:JSON" || !json(key, term.text))
        text(key, term.text);
}

void RdfRecord::number(std::string_view key, std::string_view digits, bool whole) {
    const std::string number = json_number(digits);
    if (number.empty()) {
        text(key, digits);
        return;
    }
    const bool integer = whole && number.find_first_of(".eE") == std::string::npos;
    value(key, number == digits ? digits : keep(number),
          integer ? JsonType::integer : JsonType::decimal);
}

/// A list that goes round in a circle ends where it began.
void RdfRecord::list(std::string_view key, TermId cell, unsigned depth) {
    open_list(key);
    std::unordered_set<TermId> seen;
    while (depth < most_depth && subjects_.role(cell) == RdfRole::cell &&
           seen.insert(cell).second) {
        if (const TermId first = subjects_.object(cell, "rdf:first")) member({}, first, depth + 1);
        cell = subjects_.object(cell, "rdf:rest");
    }
    close();
}

/// A blank node without a name of its own, such as an address: an object.
void RdfRecord::part(std::string_view key, TermId subject, unsigned depth) {
    parts_.insert(subject);
    if (depth >= most_depth || parts_left_ == 0) {
        reading_.once(Code::reduced, Severity::warning, subjects_.offset_of(subject),
                      "blank nodes that hang on one another without end were cut short: '...'");
        text(key, "...");
        return;
    }
    --parts_left_;
    open_object(key);
    const RdfTriples triples = subjects_.sorted(subject);
    for (std::size_t i = 0, end = 0; i < triples.size(); i = end) {
        while (end < triples.size() && triples[end].predicate == triples[i].predicate)
            ++end;
        const std::string_view name = names_.local_name(triples[i].predicate);
        if (end - i > 1) open_list(name);
        for (std::size_t k = i; k < end; ++k)
            member(end - i > 1 ? std::string_view() : name, triples[k].object, depth + 1);
        if (end - i > 1) close();
    }
    close();
}

// -- who is meant ---------------------------------------------------------------------------------

void RdfRecord::reference(std::string_view key, TermId entity) {
    if (subjects_.role(entity) == RdfRole::entity) {
        text(key, data_.text(subjects_.object(entity, "schema:identifier")));
        return;
    }
    if (const RdfNode* node = nodes_.find(entity)) {
        node_reference(key, *node);
        return;
    }
    const std::string& base = subjects_.base();
    const std::string_view iri = data_.text(entity);
    if (!base.empty() && iri.starts_with(base))
        text(key, keep(percent_decoded(iri.substr(base.size()))));
    else
        text(key, data_.term(entity).is_literal() ? iri : names_.local_name(entity));
}

void RdfRecord::node_reference(std::string_view key, const RdfNode& node) {
    if (!node.id.empty()) {
        text(key, node.id);
    } else if (node.kind.empty()) {
        text(key, node.name);
    } else {
        open_object(key);
        text("name", node.name);
        text("kind", node.kind);
        close();
    }
}

void RdfRecord::alias(const Alias& alias) {
    if (alias.language.empty()) {
        text({}, alias.name);
        return;
    }
    open_object({});
    text("name", alias.name);
    text("language", alias.language);
    close();
}

std::string_view RdfRecord::source_id(TermId source) {
    if (subjects_.role(source) == RdfRole::source)
        return data_.text(subjects_.object(source, "schema:identifier"));
    const std::string_view iri = data_.text(source);
    const std::string under = subjects_.base() + "source/";
    if (!subjects_.base().empty() && iri.starts_with(under))
        return keep(percent_decoded(iri.substr(under.size())));
    return iri;
}

// -- relations ------------------------------------------------------------------------------------

void RdfRecord::begin_claim(TermId relation) {
    begin();
    const auto [subject, predicate, end, graph, offset] = subjects_.said_by(relation);
    reference(name(Word::subject), subject);
    if (const TermId given = subjects_.object(relation, predicate_of(On::relation, Word::relation)))
        text(name(Word::relation), data_.text(given));
    else
        text(name(Word::relation), names_.relation(predicate).empty() ? names_.local_name(predicate)
                                                                      : names_.relation(predicate));
    reference(name(Word::object), end);
}

void RdfRecord::read_plain_relation(const RdfTriple& t) {
    if (subjects_.is_reified(t)) return;
    const std::string_view known = names_.relation(t.predicate);
    begin();
    reference(name(Word::subject), t.subject);
    text(name(Word::relation), known.empty() ? names_.local_name(t.predicate) : known);
    reference(name(Word::object), t.object);
    count(read(t.offset), t.offset);
}

} // namespace entente
