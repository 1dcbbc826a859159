// SPDX-License-Identifier: BSL-1.0
// What entente wrote: docs/formats/jsonld.md says where each thing stands.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "graph/text/ascii.hpp"
#include "importers/rdf/records.hpp"

namespace entente {

namespace {

/// What a claim's relation says.
bool is_end(const FieldWord& field) {
    return field.on == On::claim && (field.word == Word::subject || field.word == Word::object ||
                                     field.word == Word::relation);
}

/// The field that a predicate was written from; nullptr if it is none of `on`'s.
const FieldWord* field_of(On on, std::string_view predicate) {
    const auto row =
        std::find_if(field_words.begin(), field_words.end(), [&](const FieldWord& field) {
            return field.on == on && field.role != FieldRole::free && field.type != "span" &&
                   !is_end(field) && !field.iri.empty() && field.iri == predicate;
        });
    return row == field_words.end() ? nullptr : &*row;
}

/// The predicate of a field.
constexpr std::string_view iri(On on, Word word) {
    for (const FieldWord& row : field_words)
        if (row.on == on && row.word == word) return row.iri;
    return {};
}

bool same_number(std::string_view a, std::string_view b) {
    double x = 0, y = 0;
    const bool numbers =
        std::from_chars(a.data(), a.data() + a.size(), x).ptr == a.data() + a.size() &&
        std::from_chars(b.data(), b.data() + b.size(), y).ptr == b.data() + b.size();
    // What JavaScript makes of a double has 16 digits.
    const bool exponent = b.find_first_of("eE") != std::string_view::npos;
    return numbers && (x == y || (exponent && std::fabs(x - y) <= 1e-15 * std::fabs(x)));
}

/// What entente says of an entity besides its attributes and relations.
bool is_field_of_entity(std::string_view predicate) {
    for (const std::string_view name : {"rdf:type", "kg:exactAliases", "skos:exactMatch"})
        if (predicate == name) return true;
    return field_of(On::entity, predicate) != nullptr;
}

} // namespace

// -- the graph ------------------------------------------------------------------------------------

void RdfRecords::own_bundle(TermId subject) {
    const std::size_t offset = offset_of(subject);
    begin_record();
    records_.open_object(name(Word::graph));
    bool any = false;
    for (const FieldWord& row : field_words) {
        if (row.on != On::graph || row.role != FieldRole::own) continue;
        const TermId value = object(subject, row.iri);
        if (value == 0) continue;
        records_.text(row.name, data_.text(value));
        any = true;
    }
    if (any) count(records_.read(offset), offset);
    const TermId judgements = object(subject, iri(On::graph, Word::judgements));
    if (judgements == 0) return;
    if (!parser_.parse(data_.text(judgements)) || parser_.tree().root().type != JsonType::array) {
        reading_.report(Code::syntax, Severity::warning, offset,
                        std::string(iri(On::graph, Word::judgements)) + " is no JSON list");
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

/// One that is called like a field of its record gets an underscore, as in the facts.
void RdfRecords::attributes(const Triples& triples, const Exact& exact, On on) {
    const auto free_key = [&](std::string_view name) {
        return is_record_key(on, name) ? keep(std::string(name) + '_') : name;
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
        if (predicate == iri(On::entity, Word::same_as)) same_as.push_back(term.text);
        if (predicate == iri(On::entity, Word::name)) {
            if (records_.has(name(Word::name)))
                aliases.push_back({term.text, {}});
            else
                records_.text(name(Word::name), term.text);
        }
        if (predicate == iri(On::entity, Word::aliases))
            aliases.push_back({term.text, term.language});
    }
    const auto covered = [&](const Alias& alias) {
        for (std::size_t i = 1; i < exact.tokens.size(); i = exact.tokens[i].end) {
            const JsonToken& token = exact.tokens[i];
            const std::string_view name =
                token.compound() ? exact.tokens[i + 1].text() : token.text();
            if (name != alias.name) continue;
            if (alias.language.empty()) return true;
            if (token.compound() &&
                ascii::lower(exact.tokens[token.end - 1].text()) == ascii::lower(alias.language))
                return true;
        }
        return false;
    };
    std::string json;
    if (!exact.tokens.empty() && exact.root().type == JsonType::array) write_json(exact, 0, json);
    aliases.erase(std::remove_if(aliases.begin(), aliases.end(), covered), aliases.end());
    if (!aliases.empty() || !json.empty()) {
        records_.open_list(name(Word::aliases));
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
    records_.open_list(name(Word::same_as));
    for (const std::string_view id : same_as)
        records_.text({}, id);
    records_.close();
}

/// A field of an entity that is no list.
void RdfRecords::own_field(const FieldWord& row, TermId object) {
    if (object == 0 && row.type != "string") return;
    if (row.type == "reference")
        records_.text(row.name, source_id(object));
    else if (row.type == "boolean")
        member(row.name, object);
    else
        records_.text(row.name, data_.text(object));
}

void RdfRecords::own_entity(TermId subject) {
    const std::size_t offset = offset_of(subject);
    const Triples triples = sorted(subject);
    begin_record();
    for (const FieldWord& row : field_words) {
        if (row.on != On::entity || (row.role != FieldRole::own && row.role != FieldRole::marked))
            continue;
        if (row.word == Word::name)
            own_names(triples);
        else if (row.type != "list")
            own_field(row, object(subject, row.iri));
    }
    Triples rest;
    std::vector<RdfTriple> relations;
    for (const RdfTriple& t : triples) {
        if (is_field_of_entity(names_.short_name(t.predicate))) continue;
        if (is_relation(t))
            relations.push_back(t);
        else
            rest.push_back(t);
    }
    attributes(rest, exact_values(object(subject, iri(On::entity, Word::attributes)), offset),
               On::entity);
    count(records_.read(offset), offset);
    for (const RdfTriple& t : relations)
        plain_relation(t);
}

void RdfRecords::own_source(TermId subject) {
    const std::size_t offset = offset_of(subject);
    if (object(subject, iri(On::entity, Word::provisional)) !=
        0) { // the claims that name it make it known
        reading_.accept();
        return;
    }
    begin_record();
    records_.text(name(Word::source), data_.text(object(subject, iri(On::source, Word::source))));
    Triples rest;
    for (const RdfTriple& t : sorted(subject)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const FieldWord* const row = field_of(On::source, predicate);
        if (row == nullptr && predicate != "rdf:type")
            rest.push_back(t);
        else if (row != nullptr && row->role == FieldRole::own && !records_.has(row->name))
            records_.text(row->name, data_.text(t.object));
    }
    attributes(rest, exact_values(object(subject, iri(On::source, Word::attributes)), offset),
               On::source);
    count(records_.read(offset), offset);
}

// -- relations and claims -------------------------------------------------------------------------

void RdfRecords::begin_own_claim(TermId relation) {
    begin_record();
    const auto [subject, predicate, end, graph, offset] = said_by(relation);
    reference(name(Word::subject), subject);
    if (const TermId given = object(relation, iri(On::relation, Word::relation)))
        records_.text(name(Word::relation), data_.text(given));
    else
        records_.text(name(Word::relation), names_.relation(predicate).empty()
                                                ? names_.local_name(predicate)
                                                : names_.relation(predicate));
    reference(name(Word::object), end);
}

void RdfRecords::own_claim_field(const FieldWord& row, TermId object) {
    if (row.word == Word::source)
        records_.text(row.name, source_id(object));
    else if (row.type == "reference")
        reference(row.name, object);
    else if (row.type == "decimal")
        member(row.name, object);
    else
        records_.text(row.name, data_.text(object));
}

void RdfRecords::own_claim(TermId relation, TermId claim) {
    texts_.clear();
    begin_own_claim(relation);
    Triples rest;
    TermId begin = 0, end = 0;
    for (const RdfTriple& t : sorted(claim)) {
        const std::string_view predicate = names_.short_name(t.predicate);
        const FieldWord* const row = field_of(On::claim, predicate);
        if (row == nullptr && predicate != "rdf:type")
            rest.push_back(t);
        else if (row == nullptr || row->word == Word::qualifiers)
            continue;
        else if (row->word == Word::span_begin)
            begin = t.object;
        else if (row->word == Word::span_end)
            end = t.object;
        else if (!records_.has(row->name))
            own_claim_field(*row, t.object);
    }
    if (begin != 0 && end != 0) {
        records_.open_list(name(Word::span));
        member({}, begin);
        member({}, end);
        records_.close();
    }
    attributes(rest,
               exact_values(object(claim, iri(On::claim, Word::qualifiers)), offset_of(claim)),
               On::claim);
}

void RdfRecords::own_relation(TermId subject) {
    std::vector<TermId> claims;
    for (const RdfTriple& t : sorted(subject))
        if (names_.short_name(t.predicate) == iri(On::relation, Word::claims))
            claims.push_back(t.object);
    const std::size_t offset = offset_of(subject);
    if (claims.empty() && object(subject, iri(On::relation, Word::derived)) != 0) {
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
        if (names_.short_name(t.predicate) == iri(On::relation, Word::sources))
            sources.push_back(t.object);
    reading_.once(Code::lean, Severity::note, offset,
                  "relations without their claims (--lean): each source counts as one claim");
    bool accepted = true;
    for (std::size_t n = 0; n == 0 || n < sources.size(); ++n) {
        begin_own_claim(relation);
        for (const Word word : {Word::date, Word::from, Word::to})
            if (const TermId date = object(relation, iri(On::relation, word)))
                records_.text(name(word), data_.text(date));
        const std::string_view status =
            data_.text(object(relation, iri(On::relation, Word::status)));
        if (status == "denied" || status == "planned" || status == "possible")
            records_.text(name(Word::stance), status);
        const TermId confidence = object(relation, iri(On::relation, Word::confidence));
        if (n == 0 && confidence != 0) member(name(Word::confidence), confidence);
        if (!sources.empty()) records_.text(name(Word::source), source_id(sources[n]));
        accepted = records_.read(offset) && accepted;
    }
    count(accepted, offset);
}

} // namespace entente
