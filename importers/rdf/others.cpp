// SPDX-License-Identifier: BSL-1.0
// The RDF of others: schema.org, Wikidata, DBpedia, FOAF, SKOS, people. The name settles who is
// meant, so that `Japan` is the nation that other inputs call so; the IRI is kept in same_as.
#include <algorithm>
#include <map>

#include "importers/rdf/records.hpp"

namespace entente {

namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name(std::string_view predicate) {
    return is_one_of(predicate, {"schema:name", "rdfs:label", "skos:prefLabel", "foaf:name",
                                 "dct:title", "dc:title"});
}

bool is_alias(std::string_view predicate) {
    return is_one_of(predicate, {"schema:alternateName", "skos:altLabel", "foaf:nick"});
}

bool is_same(std::string_view predicate) {
    return is_one_of(predicate, {"owl:sameAs", "skos:exactMatch", "schema:sameAs"});
}

/// Documents, which are sources and nobody in politics.
bool is_document(std::string_view type) {
    return is_one_of(
        type, {"schema:CreativeWork", "schema:Article", "schema:NewsArticle", "schema:Report",
               "schema:WebPage", "schema:Book", "foaf:Document", "schema:ScholarlyArticle"});
}

/// Pages and pictures: an address is an attribute, not somebody.
bool is_address(std::string_view predicate) {
    return is_one_of(
        predicate,
        {"schema:url", "schema:image", "schema:logo", "schema:mainEntityOfPage", "foaf:homepage",
         "foaf:page", "foaf:depiction", "foaf:img", "foaf:mbox", "rdfs:seeAlso", "rdfs:isDefinedBy",
         "dct:license", "schema:license", "foaf:isPrimaryTopicOf", "prov:wasDerivedFrom"});
}

/// The field of the period that a predicate fills, if its date can be read.
std::string_view date_field(std::string_view predicate) {
    if (is_one_of(predicate, {"schema:startDate", "schema:foundingDate", "schema:birthDate"}))
        return "from";
    if (is_one_of(predicate, {"schema:endDate", "schema:dissolutionDate", "schema:deathDate"}))
        return "to";
    return {};
}

/// Fields of records: an attribute that is called so and is none gets an underscore.
bool is_field(std::string_view name) {
    return is_one_of(
        name,
        {"entity",      "kind",   "name",    "aliases",    "same_as",   "from",        "to",
         "provisional", "source", "subject", "relation",   "object",    "same",        "different",
         "graph",       "label",  "type",    "id",         "date",      "stance",      "confidence",
         "stated_by",   "quote",  "span",    "subject_as", "object_as", "stated_by_as"});
}

/// Names without a language and English ones come first.
int rank(const RdfTerm& name) {
    if (name.language.empty()) return 0;
    return name.language.substr(0, 2) == "en" ? 1 : 2;
}

} // namespace

std::string shortened_iri(std::string_view iri) {
    for (const std::string_view page :
         {"http://www.wikidata.org/entity/Q", "https://www.wikidata.org/entity/Q",
          "http://www.wikidata.org/wiki/Q", "https://www.wikidata.org/wiki/Q"}) {
        if (!iri.starts_with(page)) continue;
        const std::string_view digits = iri.substr(page.size());
        if (!digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos)
            return "wikidata:Q" + std::string(digits);
    }
    return std::string(iri);
}

void RdfRecords::alias_member(const Alias& alias) {
    if (alias.language.empty()) {
        records_.text({}, alias.name);
        return;
    }
    records_.open_object({});
    records_.text("name", alias.name);
    records_.text("language", alias.language);
    records_.close();
}

// -- who is who -----------------------------------------------------------------------------------

/// A blank node without a name that something ends at is a part of that, such as an address.
bool RdfRecords::is_nested(TermId subject) {
    if (data_.term(subject).type != RdfTerm::Type::blank || !referred_.contains(subject))
        return false;
    const auto triples = data_.of(subject);
    return std::none_of(triples.begin(), triples.end(), [&](const RdfTriple& t) {
        return is_name(names_.short_name(t.predicate));
    });
}

void RdfRecords::name_node(TermId subject) {
    Node node;
    TermId name = 0;
    bool document = false;
    for (const RdfTriple& t : sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        if (predicate == "rdf:type") {
            if (node.kind.empty()) node.kind = names_.kind(t.object);
            document |= is_document(names_.short_name(t.object));
        }
        if (!is_name(predicate) || !data_.term(t.object).is_literal()) continue;
        if (name == 0 || rank(data_.term(t.object)) < rank(data_.term(name))) name = t.object;
    }
    if (document && node.kind.empty()) node.kind = "source";
    const bool iri = data_.term(subject).type == RdfTerm::Type::iri;
    if (name != 0)
        node.name = data_.text(name);
    else if (iri)
        node.name = names_.local_name(subject);
    nodes_.emplace(subject, std::move(node));
}

/// Two of one name and kind are two entities: the second is told apart by its IRI.
void RdfRecords::find_nodes() {
    std::vector<TermId> ends = subjects_;
    for (const RdfTriple& t : data_.triples())
        if (role(t.subject) != Role::cell && is_relation(t)) ends.push_back(t.object);
    std::sort(ends.begin(), ends.end(),
              [&](TermId a, TermId b) { return data_.text(a) < data_.text(b); });
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    std::map<std::pair<std::string, std::string>, std::size_t> taken;
    for (const TermId end : ends) {
        if (role(end) != Role::none || is_nested(end)) continue;
        name_node(end);
        Node& node = nodes_.at(end);
        if (node.kind != "source" && taken[{node.name, node.kind}]++ > 0)
            node.id =
                (node.kind.empty() ? "entity/" : node.kind + '/') + shortened_iri(data_.text(end));
    }
}

/// Whether a statement joins two entities; else it says something of its subject.
bool RdfRecords::is_relation(const RdfTriple& t) {
    const RdfTerm object = data_.term(t.object);
    const std::string_view predicate = names_.short_name(t.predicate);
    if (object.is_literal() || predicate == "rdf:type" || predicate == "rdf:rest" ||
        is_same(predicate) || predicate == "rdf:nil")
        return false;
    const Role end = role(t.object);
    if (end == Role::cell || names_.short_name(t.object) == "rdf:nil" || is_nested(t.object))
        return false;
    if (role(t.subject) != Role::none && role(t.subject) != Role::entity) return false;
    if (end == Role::entity || !names_.relation(t.predicate).empty()) return true;
    return !is_address(predicate) && end != Role::source;
}

void RdfRecords::plain_relation(const RdfTriple& t) {
    if (reified_.contains({t.subject, t.predicate, t.object})) return;
    texts_.clear();
    const std::string_view known = names_.relation(t.predicate);
    begin_record();
    reference("subject", t.subject);
    records_.text("relation", known.empty() ? names_.local_name(t.predicate) : known);
    reference("object", t.object);
    count(records_.read(t.offset), t.offset);
}

// -- records --------------------------------------------------------------------------------------

void RdfRecords::others_names(const Triples& triples, const Node& node) {
    std::set<std::pair<std::string_view, std::string_view>> aliases;
    for (const RdfTriple& t : triples) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const RdfTerm term = data_.term(t.object);
        if ((is_name(predicate) || is_alias(predicate)) && term.is_literal() &&
            term.text != node.name && !term.text.empty())
            aliases.emplace(term.text, term.language);
    }
    if (aliases.empty()) return;
    records_.open_list("aliases");
    for (const auto& [name, language] : aliases)
        alias_member({name, language});
    records_.close();
}

void RdfRecords::others_same_as(TermId subject, const Triples& triples) {
    std::set<std::string> ids;
    if (data_.term(subject).type == RdfTerm::Type::iri)
        ids.insert(shortened_iri(data_.text(subject)));
    for (const RdfTriple& t : triples)
        if (is_same(names_.short_name(t.predicate)) && !data_.text(t.object).empty() &&
            data_.term(t.object).type != RdfTerm::Type::blank)
            ids.insert(shortened_iri(data_.text(t.object)));
    if (ids.empty()) return;
    records_.open_list("same_as");
    for (const std::string& id : ids)
        records_.text({}, keep(id));
    records_.close();
}

void RdfRecords::others_period(const Triples& triples, std::set<TermId>& used) {
    for (const RdfTriple& t : triples) {
        const std::string_view key = date_field(names_.short_name(t.predicate));
        if (key.empty() || records_.has(key) || !Date::parse(data_.text(t.object))) continue;
        records_.text(key, data_.text(t.object));
        used.insert(t.predicate);
    }
}

void RdfRecords::others_entity(TermId subject) {
    const std::size_t offset = offset_of(subject);
    const Node& node = nodes_.at(subject);
    const Triples triples = sorted(subject);
    begin_record();
    if (!node.id.empty()) records_.text("entity", node.id);
    if (!node.kind.empty()) records_.text("kind", node.kind);
    records_.text("name", node.name);
    others_names(triples, node);
    others_same_as(subject, triples);
    std::set<TermId> used;
    others_period(triples, used);
    for (const RdfTriple& t : triples) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const RdfTerm term = data_.term(t.object);
        const bool name = (is_name(predicate) || is_alias(predicate)) && term.is_literal();
        if (name || is_same(predicate) || used.contains(t.predicate) || is_relation(t)) continue;
        std::string key(names_.attribute(t.predicate));
        if (predicate == "rdf:type") {
            if (names_.kind(t.object) == node.kind || names_.short_name(t.object) == "owl:Thing")
                continue;
            records_.text("type_", names_.local_name(t.object));
            continue;
        }
        if (!term.language.empty()) (key += '@') += term.language;
        if (is_field(key)) key += '_';
        member(keep(std::move(key)), t.object);
    }
    count(records_.read(offset), offset);
}

void RdfRecords::others_source(TermId subject) {
    const std::size_t offset = offset_of(subject);
    const Node& node = nodes_.at(subject);
    begin_record();
    const bool iri = data_.term(subject).type == RdfTerm::Type::iri;
    records_.text("source", iri ? data_.text(subject) : std::string_view(node.name));
    records_.text("title", node.name);
    for (const RdfTriple& t : sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        if (predicate == "rdf:type" || (is_name(predicate) && data_.text(t.object) == node.name))
            continue;
        std::string_view key = names_.attribute(t.predicate);
        if (is_one_of(predicate, {"dct:publisher", "dc:publisher"})) key = "publisher";
        const auto end = nodes_.find(t.object);
        const std::string_view text =
            end == nodes_.end() ? data_.text(t.object) : std::string_view(end->second.name);
        const bool date = key == "published";
        if (is_one_of(key, {"publisher", "url", "language", "published"}) && !records_.has(key) &&
            (!date || Date::parse(text)))
            records_.text(key, text);
        else if (end != nodes_.end())
            records_.text(keep(std::string(key) + (is_field(key) || key == "publisher" ? "_" : "")),
                          text);
        else
            member(keep(std::string(key) + (records_.has(key) || is_field(key) ? "_" : "")),
                   t.object);
    }
    count(records_.read(offset), offset);
}

/// A claim of others: whatever else is said of the rdf:Statement goes along.
void RdfRecords::others_statement(TermId subject) {
    const std::size_t offset = offset_of(subject);
    begin_own_claim(subject);
    for (const RdfTriple& t : sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        if (predicate.starts_with("rdf:")) continue;
        std::string_view key = names_.attribute(t.predicate);
        if (is_one_of(predicate, {"dct:source", "dc:source", "schema:citation"})) key = "source";
        if (const std::string_view field = date_field(predicate); !field.empty()) key = field;
        const std::string_view text = data_.text(t.object);
        const bool date = is_one_of(key, {"date", "from", "to"});
        if (!records_.has(key) && (key == "quote" || (date && Date::parse(text)))) {
            records_.text(key, text);
        } else if (!records_.has(key) && key == "source") {
            records_.text(key, source_id(t.object));
        } else if (!records_.has(key) && key == "stated_by") {
            reference(key, t.object);
        } else if (!records_.has(key) && key == "confidence") {
            member(key, t.object);
        } else {
            member(is_field(key) ? keep(std::string(key) + '_') : key, t.object);
        }
    }
    count(records_.read(offset), offset);
}

void RdfRecords::others() {
    std::vector<TermId> ends;
    for (const auto& [id, node] : nodes_)
        ends.push_back(id);
    std::sort(ends.begin(), ends.end(),
              [&](TermId a, TermId b) { return data_.text(a) < data_.text(b); });
    for (const TermId end : ends) {
        texts_.clear();
        if (nodes_.at(end).kind == "source")
            others_source(end);
        else
            others_entity(end);
    }
    for (const TermId subject : subjects_) {
        texts_.clear();
        if (role(subject) == Role::statement) others_statement(subject);
        if (role(subject) != Role::none || !nodes_.contains(subject)) continue;
        if (nodes_.at(subject).kind == "source") continue;
        for (const RdfTriple& t : sorted(subject))
            if (is_relation(t)) plain_relation(t);
    }
    for (const TermId subject : subjects_) {
        if (role(subject) != Role::none || !is_nested(subject) || nested_.contains(subject))
            continue;
        const std::size_t offset = offset_of(subject);
        reading_.report(Code::missing_field, offset,
                        "a blank node without a name that no entity leads to; give it a name");
        begin_record();
        member("blank", subject);
        reading_.reject(offset, records_.json());
    }
}

} // namespace entente
