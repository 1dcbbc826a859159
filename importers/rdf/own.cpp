// SPDX-License-Identifier: BSL-1.0
// What entente wrote: docs/formats/jsonld.md says where each thing stands.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "importers/rdf/records.hpp"

namespace entente {

namespace {

/// Predicates of a claim, and the fields that they were written from.
struct ClaimField {
    std::string_view predicate, key;
};
constexpr std::array claim_texts{
    ClaimField{"kg:subjectAs", "subject_as"},
    ClaimField{"kg:objectAs", "object_as"},
    ClaimField{"kg:statedByAs", "stated_by_as"},
    ClaimField{"kg:date", "date"},
    ClaimField{"kg:from", "from"},
    ClaimField{"kg:to", "to"},
    ClaimField{"kg:stance", "stance"},
    ClaimField{"kg:quote", "quote"},
};
constexpr std::array source_texts{
    ClaimField{"schema:publisher", "publisher"},
    ClaimField{"schema:name", "title"},
    ClaimField{"schema:url", "url"},
    ClaimField{"schema:datePublished", "published"},
    ClaimField{"schema:inLanguage", "language"},
};

template <std::size_t n>
std::string_view key_of(const std::array<ClaimField, n>& fields, std::string_view predicate) {
    for (const ClaimField& field : fields)
        if (field.predicate == predicate) return field.key;
    return {};
}

// An attribute that is called like a field of its record gets an underscore, as in the facts.
constexpr std::array<std::string_view, 23> source_keys{
    "source",  "publisher", "title",       "url",           "published", "language",
    "subject", "relation",  "object",      "entity",        "graph",     "head",
    "sub",     "subj",      "from_entity", "source_entity", "node_1",    "tail",
    "obj",     "target",    "to_entity",   "target_entity", "node_2"};
constexpr std::array<std::string_view, 11> entity_keys{
    "entity", "kind",        "name",   "aliases", "same_as", "from",
    "to",     "provisional", "source", "subject", "relation"};
constexpr std::array<std::string_view, 15> claim_keys{
    "subject", "relation", "object",     "date",      "from",
    "to",      "stance",   "confidence", "stated_by", "source",
    "quote",   "span",     "subject_as", "object_as", "stated_by_as"};

bool same_number(std::string_view a, std::string_view b) {
    double x = 0, y = 0;
    const bool numbers =
        std::from_chars(a.data(), a.data() + a.size(), x).ptr == a.data() + a.size() &&
        std::from_chars(b.data(), b.data() + b.size(), y).ptr == b.data() + b.size();
    // What JavaScript makes of a double has 16 digits.
    const bool exponent = b.find_first_of("eE") != std::string_view::npos;
    return numbers && (x == y || (exponent && std::fabs(x - y) <= 1e-15 * std::fabs(x)));
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// What entente says of an entity besides its attributes and relations.
bool is_field_of_entity(std::string_view predicate) {
    for (const std::string_view name :
         {"rdf:type", "schema:identifier", "kg:kind", "schema:name", "schema:alternateName",
          "kg:exactAliases", "kg:sameAs", "skos:exactMatch", "kg:from", "kg:to", "kg:provisional",
          "prov:wasDerivedFrom", "kg:attributes"})
        if (predicate == name) return true;
    return false;
}

} // namespace

// -- the graph ------------------------------------------------------------------------------------

void RdfRecords::own_bundle(TermId subject) {
    const std::size_t offset = offset_of(subject);
    begin_record();
    records_.open_object("graph");
    bool any = false;
    for (const auto& [predicate, key] :
         {ClaimField{"schema:name", "title"}, ClaimField{"schema:description", "description"},
          ClaimField{"schema:dateModified", "date"}})
        if (const TermId value = object(subject, predicate)) {
            records_.text(key, data_.text(value));
            any = true;
        }
    if (any) count(records_.read(offset), offset);
    const TermId judgements = object(subject, "kg:judgements");
    if (judgements == 0) return;
    if (!parser_.parse(data_.text(judgements)) || parser_.tree().root().type != JsonType::array) {
        reading_.report(Code::syntax, Severity::warning, offset, "kg:judgements is no JSON list");
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        begin_record();
        for (std::size_t k = i + 1; k < tree.tokens[i].end; k = tree.tokens[k].end)
            records_.splice(tree.tokens[k].key(), tree, k);
        count(records_.read(offset), offset);
    }
}

// -- attributes -----------------------------------------------------------------------------------

/// `kg:attributes` has the values that literals do not give back as they were.
RdfRecords::Exact RdfRecords::exact_values(TermId json, std::size_t offset) {
    Exact exact;
    if (json == 0) return exact;
    if (!parser_.parse(data_.text(json)) || parser_.tree().root().type != JsonType::array) {
        reading_.report(Code::syntax, Severity::warning, offset, "kg:attributes is no JSON list");
        return exact;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
        if (tree.tokens[i].type == JsonType::object && tree.tokens[i].end > i + 1) {
            exact.values.push_back(i + 1);
            exact.keys.insert(tree.tokens[i + 1].key());
        }
    return exact;
}

bool RdfRecords::is_covered(const Exact& exact, std::string_view key, TermId object) const {
    if (!exact.keys.contains(key)) return false;
    const std::string_view text = data_.text(object);
    const JsonTree& tree = parser_.tree();
    return std::any_of(exact.values.begin(), exact.values.end(), [&](std::size_t i) {
        const JsonToken& token = tree.tokens[i];
        return token.key() == key && (token.text() == text || same_number(token.text(), text));
    });
}

void RdfRecords::attributes(const Triples& triples, const Exact& exact,
                            std::span<const std::string_view> taken) {
    const auto free_key = [&](std::string_view name) {
        const bool used = std::find(taken.begin(), taken.end(), name) != taken.end();
        return used ? keep(std::string(name) + '_') : name;
    };
    for (const RdfTriple& t : triples) {
        const std::string_view name = names_.attribute(t.predicate);
        if (!is_covered(exact, name, t.object)) member(free_key(name), t.object);
    }
    for (const std::size_t i : exact.values)
        records_.splice(free_key(parser_.tree().tokens[i].key()), parser_.tree(), i);
}

// -- entities and sources -------------------------------------------------------------------------

void RdfRecords::own_names(const Triples& triples) {
    std::vector<Alias> aliases;
    std::vector<std::string_view> same_as;
    JsonTree exact;
    JsonParser parser;
    for (const RdfTriple& t : triples) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const RdfTerm term = data_.term(t.object);
        if (predicate == "kg:exactAliases" && parser.parse(term.text)) exact = parser.tree();
        if (predicate == "kg:sameAs") same_as.push_back(term.text);
        if (predicate == "schema:name" && records_.has("name")) aliases.push_back({term.text, {}});
        if (predicate == "schema:name" && !records_.has("name")) records_.text("name", term.text);
        if (predicate == "schema:alternateName") aliases.push_back({term.text, term.language});
    }
    const auto covered = [&](const Alias& alias) {
        for (std::size_t i = 1; i < exact.tokens.size(); i = exact.tokens[i].end) {
            const JsonToken& token = exact.tokens[i];
            const std::string_view name =
                token.compound() ? exact.tokens[i + 1].text() : token.text();
            if (name != alias.name) continue;
            if (alias.language.empty()) return true;
            if (token.compound() &&
                lower(exact.tokens[token.end - 1].text()) == lower(alias.language))
                return true;
        }
        return false;
    };
    std::string json;
    if (!exact.tokens.empty() && exact.root().type == JsonType::array) write_json(exact, 0, json);
    aliases.erase(std::remove_if(aliases.begin(), aliases.end(), covered), aliases.end());
    if (!aliases.empty() || !json.empty()) {
        records_.open_list("aliases");
        if (!json.empty() && alias_parser_.parse(json))
            for (std::size_t i = 1; i < alias_parser_.tree().root().end;
                 i = alias_parser_.tree().tokens[i].end)
                records_.splice({}, alias_parser_.tree(), i);
        for (const Alias& alias : aliases)
            alias_member(alias);
        records_.close();
    }
    for (const RdfTriple& t : triples) {
        if (names_.short_name(t.predicate) != "skos:exactMatch") continue;
        const auto said = [&](std::string_view id) {
            return std::find(same_as.begin(), same_as.end(), id) != same_as.end();
        };
        const std::string_view id = keep(shortened_iri(data_.text(t.object)));
        if (!said(id) && !said(data_.text(t.object))) same_as.push_back(id);
    }
    if (same_as.empty()) return;
    records_.open_list("same_as");
    for (const std::string_view id : same_as)
        records_.text({}, id);
    records_.close();
}

void RdfRecords::own_entity(TermId subject) {
    const std::size_t offset = offset_of(subject);
    const Triples triples = sorted(subject);
    begin_record();
    records_.text("entity", data_.text(object(subject, "schema:identifier")));
    records_.text("kind", data_.text(object(subject, "kg:kind")));
    own_names(triples);
    for (const std::string_view key : {"from", "to"})
        if (const TermId date = object(subject, keep("kg:" + std::string(key))))
            records_.text(key, data_.text(date));
    if (const TermId provisional = object(subject, "kg:provisional"))
        member("provisional", provisional);
    if (const TermId source = object(subject, "prov:wasDerivedFrom"))
        records_.text("source", source_id(source));
    Triples rest;
    std::vector<RdfTriple> relations;
    for (const RdfTriple& t : triples) {
        if (is_field_of_entity(names_.short_name(t.predicate))) continue;
        if (is_relation(t))
            relations.push_back(t);
        else
            rest.push_back(t);
    }
    attributes(rest, exact_values(object(subject, "kg:attributes"), offset), entity_keys);
    count(records_.read(offset), offset);
    for (const RdfTriple& t : relations)
        plain_relation(t);
}

void RdfRecords::own_source(TermId subject) {
    const std::size_t offset = offset_of(subject);
    if (object(subject, "kg:provisional") != 0) { // the claims that name it make it known
        reading_.accept();
        return;
    }
    begin_record();
    records_.text("source", data_.text(object(subject, "schema:identifier")));
    Triples rest;
    for (const RdfTriple& t : sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const std::string_view key = key_of(source_texts, predicate);
        if (!key.empty() && !records_.has(key))
            records_.text(key, data_.text(t.object));
        else if (key.empty() && predicate != "rdf:type" && predicate != "schema:identifier" &&
                 predicate != "kg:attributes")
            rest.push_back(t);
    }
    attributes(rest, exact_values(object(subject, "kg:attributes"), offset), source_keys);
    count(records_.read(offset), offset);
}

// -- relations and claims -------------------------------------------------------------------------

void RdfRecords::begin_own_claim(TermId relation) {
    begin_record();
    const auto [subject, predicate, end, graph, offset] = said_by(relation);
    reference("subject", subject);
    if (const TermId name = object(relation, "kg:relationName"))
        records_.text("relation", data_.text(name));
    else
        records_.text("relation", names_.relation(predicate).empty() ? names_.local_name(predicate)
                                                                     : names_.relation(predicate));
    reference("object", end);
}

void RdfRecords::own_claim(TermId relation, TermId claim) {
    texts_.clear();
    begin_own_claim(relation);
    Triples rest;
    TermId begin = 0, end = 0;
    for (const RdfTriple& t : sorted(claim)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const std::string_view key = key_of(claim_texts, predicate);
        if (!key.empty()) {
            if (!records_.has(key)) records_.text(key, data_.text(t.object));
        } else if (predicate == "kg:confidence") {
            if (!records_.has("confidence")) member("confidence", t.object);
        } else if (predicate == "prov:wasAttributedTo") {
            if (!records_.has("stated_by")) reference("stated_by", t.object);
        } else if (predicate == "prov:wasDerivedFrom") {
            if (!records_.has("source")) records_.text("source", source_id(t.object));
        } else if (predicate == "kg:spanBegin") {
            begin = t.object;
        } else if (predicate == "kg:spanEnd") {
            end = t.object;
        } else if (predicate != "rdf:type" && predicate != "kg:attributes") {
            rest.push_back(t);
        }
    }
    if (begin != 0 && end != 0) {
        records_.open_list("span");
        member({}, begin);
        member({}, end);
        records_.close();
    }
    attributes(rest, exact_values(object(claim, "kg:attributes"), offset_of(claim)), claim_keys);
}

void RdfRecords::own_relation(TermId subject) {
    std::vector<TermId> claims;
    for (const RdfTriple& t : sorted(subject))
        if (names_.short_name(t.predicate) == "kg:claim") claims.push_back(t.object);
    const std::size_t offset = offset_of(subject);
    if (claims.empty() && object(subject, "kg:derived") != 0) {
        reading_.once(Code::reduced, Severity::note, offset,
                      "relations that were computed are left out; --derived computes them again");
        reading_.accept();
        return;
    }
    if (claims.empty()) {
        lean_claims(subject);
        return;
    }
    bool accepted = true;
    for (const TermId claim : claims) {
        own_claim(subject, claim);
        const std::size_t at = role(claim) == Role::claim ? offset_of(claim) : offset;
        if (records_.read(at)) continue;
        if (accepted)
            reading_.reject(at, records_.json());
        else
            reading_.keep(at, records_.json()); // one relation is counted once
        accepted = false;
    }
    if (accepted) reading_.accept();
}

/// Written with --lean: of the claims, the relation is left, and who its sources are.
void RdfRecords::lean_claims(TermId relation) {
    const std::size_t offset = offset_of(relation);
    std::vector<TermId> sources;
    for (const RdfTriple& t : sorted(relation))
        if (names_.short_name(t.predicate) == "prov:wasDerivedFrom") sources.push_back(t.object);
    reading_.once(Code::lean, Severity::note, offset,
                  "relations without their claims (--lean): each source counts as one claim");
    bool accepted = true;
    for (std::size_t n = 0; n == 0 || n < sources.size(); ++n) {
        begin_own_claim(relation);
        for (const std::string_view key : {"date", "from", "to"})
            if (const TermId date = object(relation, keep("kg:" + std::string(key))))
                records_.text(key, data_.text(date));
        const std::string_view status = data_.text(object(relation, "kg:status"));
        if (status == "denied" || status == "planned" || status == "possible")
            records_.text("stance", status);
        const TermId confidence = object(relation, "kg:confidence");
        if (n == 0 && confidence != 0) member("confidence", confidence);
        if (!sources.empty()) records_.text("source", source_id(sources[n]));
        accepted = records_.read(offset) && accepted;
    }
    count(accepted, offset);
}

} // namespace entente
