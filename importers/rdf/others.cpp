// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/others.hpp"

#include <utility>

#include "importers/rdf/statements/predicates.hpp"

namespace entente {

namespace {

/// Fields of records: an attribute that is called so and is none gets an underscore.
bool is_field(std::string_view name) {
    return is_one_of(
        name,
        {"entity",      "kind",   "name",    "aliases",    "same_as",   "from",        "to",
         "provisional", "source", "subject", "relation",   "object",    "same",        "different",
         "graph",       "label",  "type",    "id",         "date",      "stance",      "confidence",
         "stated_by",   "quote",  "span",    "subject_as", "object_as", "stated_by_as"});
}

} // namespace

void OtherRdf::read() {
    for (const TermId node : nodes_.sorted()) {
        if (nodes_.find(node)->is_source())
            source(node);
        else
            entity(node);
    }
    for (const TermId subject : subjects_.all()) {
        const RdfRole role = subjects_.role(subject);
        if (role == RdfRole::statement) statement(subject);
        if (role == RdfRole::none) relations(subject);
    }
    for (const TermId subject : subjects_.all())
        if (subjects_.role(subject) == RdfRole::none && subjects_.is_nested(subject) &&
            !record_.is_part(subject))
            lost_part(subject);
}

void OtherRdf::relations(TermId subject) {
    const RdfNode* node = nodes_.find(subject);
    if (node == nullptr || node->is_source()) return;
    for (const RdfTriple& t : subjects_.sorted(subject))
        if (subjects_.is_relation(t)) record_.read_plain_relation(t);
}

void OtherRdf::lost_part(TermId subject) {
    const std::size_t offset = subjects_.offset_of(subject);
    reading_.report(Code::missing_field, offset,
                    "a blank node without a name that no entity leads to; give it a name");
    record_.begin();
    record_.member("blank", subject);
    reading_.reject(offset, record_.json());
}

// -- entities -------------------------------------------------------------------------------------

void OtherRdf::entity(TermId subject) {
    const std::size_t offset = subjects_.offset_of(subject);
    const RdfNode& node = *nodes_.find(subject);
    const RdfTriples triples = subjects_.sorted(subject);
    record_.begin();
    if (!node.id.empty()) record_.text("entity", node.id);
    if (!node.kind.empty()) record_.text("kind", node.kind);
    record_.text("name", node.name);
    aliases(triples, node);
    same_as(subject, triples);
    const std::set<TermId> used = period(triples);
    for (const RdfTriple& t : triples) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const bool name = (is_name_predicate(predicate) || is_alias_predicate(predicate)) &&
                          data_.term(t.object).is_literal();
        if (name || is_same_predicate(predicate) || used.contains(t.predicate) ||
            subjects_.is_relation(t))
            continue;
        if (predicate == "rdf:type")
            type(t.object, node);
        else
            attribute(t);
    }
    record_.count(record_.read(offset), offset);
}

void OtherRdf::aliases(const RdfTriples& triples, const RdfNode& node) {
    std::set<std::pair<std::string_view, std::string_view>> found;
    for (const RdfTriple& t : triples) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const RdfTerm term = data_.term(t.object);
        if ((is_name_predicate(predicate) || is_alias_predicate(predicate)) && term.is_literal() &&
            term.text != node.name && !term.text.empty())
            found.emplace(term.text, term.language);
    }
    if (found.empty()) return;
    record_.open_list("aliases");
    for (const auto& [name, language] : found)
        record_.alias({name, language});
    record_.close();
}

void OtherRdf::same_as(TermId subject, const RdfTriples& triples) {
    std::set<std::string> ids;
    if (data_.term(subject).type == RdfTerm::Type::iri)
        ids.insert(shortened_iri(data_.text(subject)));
    for (const RdfTriple& t : triples)
        if (is_same_predicate(names_.short_name(t.predicate)) && !data_.text(t.object).empty() &&
            data_.term(t.object).type != RdfTerm::Type::blank)
            ids.insert(shortened_iri(data_.text(t.object)));
    if (ids.empty()) return;
    record_.open_list("same_as");
    for (const std::string& id : ids)
        record_.text({}, record_.keep(id));
    record_.close();
}

std::set<TermId> OtherRdf::period(const RdfTriples& triples) {
    std::set<TermId> used;
    for (const RdfTriple& t : triples) {
        const std::string_view key = date_field_of(names_.short_name(t.predicate));
        if (key.empty() || record_.has(key) || !Date::parse(data_.text(t.object))) continue;
        record_.text(key, data_.text(t.object));
        used.insert(t.predicate);
    }
    return used;
}

void OtherRdf::type(TermId type, const RdfNode& node) {
    if (names_.kind(type) != node.kind && names_.short_name(type) != "owl:Thing")
        record_.text("type_", names_.local_name(type));
}

void OtherRdf::attribute(const RdfTriple& t) {
    std::string key(names_.attribute(t.predicate));
    const std::string_view language = data_.term(t.object).language;
    if (!language.empty()) (key += '@') += language;
    if (is_field(key)) key += '_';
    record_.member(record_.keep(std::move(key)), t.object);
}

// -- sources --------------------------------------------------------------------------------------

void OtherRdf::source(TermId subject) {
    const std::size_t offset = subjects_.offset_of(subject);
    const RdfNode& node = *nodes_.find(subject);
    record_.begin();
    const bool iri = data_.term(subject).type == RdfTerm::Type::iri;
    record_.text("source", iri ? data_.text(subject) : std::string_view(node.name));
    record_.text("title", node.name);
    for (const RdfTriple& t : subjects_.sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        if (predicate == "rdf:type" ||
            (is_name_predicate(predicate) && data_.text(t.object) == node.name))
            continue;
        source_member(t);
    }
    record_.count(record_.read(offset), offset);
}

void OtherRdf::source_member(const RdfTriple& t) {
    std::string_view key = names_.attribute(t.predicate);
    if (is_one_of(names_.short_name(t.predicate), {"dct:publisher", "dc:publisher"}))
        key = "publisher";
    const RdfNode* end = nodes_.find(t.object);
    const std::string_view text = end ? std::string_view(end->name) : data_.text(t.object);
    const bool date = key == "published";
    if (is_one_of(key, {"publisher", "url", "language", "published"}) && !record_.has(key) &&
        (!date || Date::parse(text)))
        record_.text(key, text);
    else if (end)
        record_.text(
            record_.keep(std::string(key) + (is_field(key) || key == "publisher" ? "_" : "")),
            text);
    else
        record_.member(
            record_.keep(std::string(key) + (record_.has(key) || is_field(key) ? "_" : "")),
            t.object);
}

// -- claims ---------------------------------------------------------------------------------------

/// Whatever else is said of the rdf:Statement goes along.
void OtherRdf::statement(TermId subject) {
    const std::size_t offset = subjects_.offset_of(subject);
    record_.begin_claim(subject);
    for (const RdfTriple& t : subjects_.sorted(subject))
        if (!names_.short_name(t.predicate).starts_with("rdf:")) claim_member(t);
    record_.count(record_.read(offset), offset);
}

void OtherRdf::claim_member(const RdfTriple& t) {
    const std::string_view predicate = names_.short_name(t.predicate);
    std::string_view key = names_.attribute(t.predicate);
    if (is_one_of(predicate, {"dct:source", "dc:source", "schema:citation"})) key = "source";
    if (const std::string_view field = date_field_of(predicate); !field.empty()) key = field;
    const std::string_view text = data_.text(t.object);
    const bool date = is_one_of(key, {"date", "from", "to"});
    const bool known = record_.has(key);
    if (!known && (key == "quote" || (date && Date::parse(text))))
        record_.text(key, text);
    else if (!known && key == "source")
        record_.text(key, record_.source_id(t.object));
    else if (!known && key == "stated_by")
        record_.reference(key, t.object);
    else if (!known && key == "confidence")
        record_.member(key, t.object);
    else
        record_.member(is_field(key) ? record_.keep(std::string(key) + '_') : key, t.object);
}

} // namespace entente
