// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/records.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

#include "exporters/writing/text/escape_scan.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

// No attribute may be called like a field of its record, nor like one by which a reader would take
// the record for another.
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

using Keys = std::span<const std::string_view>;

bool is_taken(std::string_view key, Keys keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Calls `f(field)` for each field that is the nth with its key; false if there is none.
template <class F>
bool for_each_nth(std::span<const Field> fields, std::size_t nth, F f) {
    bool any = false;
    for (std::size_t begin = 0; begin < fields.size();) {
        std::size_t end = begin + 1;
        while (end < fields.size() && fields[end].key == fields[begin].key)
            ++end;
        if (nth < end - begin) {
            any = true;
            f(fields[begin + nth]);
        }
        begin = end;
    }
    return any;
}

bool has_nth(std::span<const Field> fields, std::size_t nth) {
    return for_each_nth(fields, nth, [](const Field&) {});
}

/// The same as append_key() for a key of ours, which needs no escape.
void append_own_key(std::string& out, std::string_view key) {
    if (out.back() != '{' && out.back() != '[') out += ',';
    out += '"';
    out += key;
    out += "\":";
}

void append_own(std::string& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    append_own_key(out, key);
    append_quoted(out, text);
}

void append_own(std::string& out, std::string_view key, Date date) {
    if (!date.known()) return;
    append_own_key(out, key);
    out += '"';
    date.append_to(out);
    out += '"';
}

/// Returns 1 if the key had to be renamed, 0 if not.
std::size_t append_free_key(std::string& out, std::string_view key, Keys taken) {
    const bool rename = is_taken(key, taken);
    if (rename)
        append_key(out, std::string(key) + '_');
    else
        append_key(out, key);
    return rename ? 1 : 0;
}

std::size_t append_field(std::string& out, const Field& field, Keys taken) {
    const std::size_t renamed = append_free_key(out, field.key, taken);
    append_value(out, field.value);
    return renamed;
}

} // namespace

bool is_record_key(AttributeType::On on, std::string_view key) {
    switch (on) {
        case AttributeType::On::entity:
            return is_taken(key, entity_keys);
        case AttributeType::On::source:
            return is_taken(key, source_keys);
        case AttributeType::On::claim:
            return is_taken(key, claim_keys);
        case AttributeType::On::graph:
            break;
    }
    return false;
}

void append_key(std::string& out, std::string_view key) {
    if (!out.empty() && out.back() != '{' && out.back() != '[') out += ',';
    append_quoted(out, key);
    out += ':';
}

void append_value(std::string& out, const Value& value) {
    const bool number = value.type == ValueType::integer || value.type == ValueType::decimal;
    if (value.type == ValueType::string || (number && !is_json_number(value.text)))
        append_quoted(out, value.text);
    else
        out += value.text;
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
    if (text.empty()) return;
    append_key(out, key);
    append_quoted(out, text);
}

void append_member(std::string& out, std::string_view key, Date date) {
    if (!date.known()) return;
    append_key(out, key);
    out += '"';
    date.append_to(out);
    out += '"';
}

void append_aliases(std::string& out, std::span<const Alias> aliases) {
    out += '[';
    for (const Alias& alias : aliases) {
        if (&alias != &aliases.front()) out += ',';
        if (alias.language.empty()) {
            append_quoted(out, alias.name);
            continue;
        }
        out += R"({"name":)";
        append_quoted(out, alias.name);
        out += R"(,"language":)";
        append_quoted(out, alias.language);
        out += '}';
    }
    out += ']';
}

void append_texts(std::string& out, std::span<const std::string_view> texts) {
    out += '[';
    for (const std::string_view& text : texts) {
        if (&text != &texts.front()) out += ',';
        append_quoted(out, text);
    }
    out += ']';
}

void RecordChanges::report(Losses& losses) const {
    losses.add(Code::approximated, renamed_keys,
               "attributes are called like a field of the format; an underscore was added to their "
               "names");
    losses.add(Code::approximated, joined_qualifiers,
               "qualifiers with several values in one claim were written as lists");
}

bool RecordWriter::graph(std::string& out) {
    const GraphTables& graph = view_.graph();
    if (graph.title.empty() && graph.description.empty() && !graph.date.known()) return false;
    out += R"({"graph":{)";
    append_member(out, "title", graph.title);
    append_member(out, "description", graph.description);
    append_member(out, "date", graph.date);
    out += "}}";
    return true;
}

void RecordWriter::judgements(std::string& out, std::string_view separator) {
    if (!view_.options().everything()) return;
    bool first = true;
    for (const Judgement& judgement : view_.graph().judgements) {
        if (!first) out += separator;
        first = false;
        out += judgement.same ? R"({"same":[)" : R"({"different":[)";
        append_quoted(out, judgement.a);
        out += ',';
        append_quoted(out, judgement.b);
        out += "]}";
    }
}

void RecordWriter::source(std::string& out, const Source& source, std::string_view separator) {
    for (std::size_t nth = 0; nth == 0 || has_nth(source.attributes, nth); ++nth) {
        if (nth > 0) out += separator;
        out += R"({"source":)";
        append_quoted(out, source.id);
        if (nth == 0) {
            append_own(out, "publisher", source.publisher);
            append_own(out, "title", source.title);
            append_own(out, "url", source.url);
            append_own(out, "published", source.published);
            append_own(out, "language", source.language);
        }
        for_each_nth(source.attributes, nth, [&](const Field& field) {
            if (append_field(out, field, source_keys)) changes_.renamed_keys.add(field.key);
        });
        out += '}';
    }
}

void RecordWriter::entity(std::string& out, const Entity& entity, std::string_view separator) {
    for (std::size_t nth = 0; nth == 0 || has_nth(entity.attributes, nth); ++nth) {
        if (nth > 0) out += separator;
        out += R"({"entity":)";
        append_quoted(out, entity.id);
        // Also where it repeats: a `label` or `type` without them would be read as one of them.
        append_member(out, "kind", view_.vocabulary().kind(entity.kind).name);
        append_member(out, "name", entity.name);
        if (nth == 0) {
            if (!entity.aliases.empty()) {
                append_key(out, "aliases");
                append_aliases(out, entity.aliases);
            }
            if (!entity.same_as.empty()) {
                append_key(out, "same_as");
                append_texts(out, entity.same_as);
            }
            append_member(out, "from", entity.period.from);
            append_member(out, "to", entity.period.to);
        }
        if (entity.provisional) {
            append_key(out, "provisional");
            out += "true";
        }
        append_member(out, "source", entity.source);
        for_each_nth(entity.attributes, nth, [&](const Field& field) {
            if (append_field(out, field, entity_keys)) changes_.renamed_keys.add(field.key);
        });
        out += '}';
    }
}

void RecordWriter::claim(std::string& out, const Claim& claim) {
    out += R"({"subject":)";
    append_quoted(out, view_.entity(claim.subject).id);
    append_own(out, "subject_as", claim.subject_as);
    out += R"(,"relation":)";
    append_quoted(out, view_.vocabulary().relation(claim.type).name);
    out += R"(,"object":)";
    append_quoted(out, view_.entity(claim.object).id);
    append_own(out, "object_as", claim.object_as);
    claim_details(out, claim);
    out += '}';
}

void RecordWriter::claim_alone(std::string& out, const Claim& claim) {
    out += '{';
    append_own(out, "subject_as", claim.subject_as);
    append_own(out, "object_as", claim.object_as);
    claim_details(out, claim);
    out += '}';
}

void RecordWriter::qualifiers_alone(std::string& out, const Claim& claim) {
    if (claim.qualifiers.empty()) return;
    out += '{';
    qualifiers(out, claim.qualifiers);
    out += '}';
}

void RecordWriter::attributes_alone(std::string& out, const Source& source) {
    for (const Field& field : source.attributes) {
        out += &field == &source.attributes.front() ? "[{" : ",{";
        if (append_field(out, field, source_keys)) changes_.renamed_keys.add(field.key);
        out += '}';
    }
    if (!source.attributes.empty()) out += ']';
}

void RecordWriter::claim_details(std::string& out, const Claim& claim) {
    append_own(out, "date", claim.date);
    append_own(out, "from", claim.period.from);
    append_own(out, "to", claim.period.to);
    if (claim.stance != Stance::asserted) append_own(out, "stance", name(claim.stance));
    if (!std::isnan(claim.confidence)) {
        append_own_key(out, "confidence");
        append_number(out, claim.confidence);
    }
    if (claim.stated_by != no_index) append_own(out, "stated_by", view_.entity(claim.stated_by).id);
    append_own(out, "stated_by_as", claim.stated_by_as);
    if (claim.source != no_index) append_own(out, "source", view_.source_id(claim.source));
    append_own(out, "quote", claim.quote);
    if (!claim.span.empty()) {
        append_own_key(out, "span");
        out += '[';
        append_number(out, std::uint64_t{claim.span.begin});
        out += ',';
        append_number(out, std::uint64_t{claim.span.end});
        out += ']';
    }
    qualifiers(out, claim.qualifiers);
}

void RecordWriter::qualifiers(std::string& out, std::span<const Field> fields) {
    for (std::size_t begin = 0; begin < fields.size();) {
        std::size_t end = begin + 1;
        while (end < fields.size() && fields[end].key == fields[begin].key)
            ++end;
        if (end - begin == 1) {
            if (append_field(out, fields[begin], claim_keys))
                changes_.renamed_keys.add(fields[begin].key);
        } else {
            changes_.joined_qualifiers.add(fields[begin].key);
            if (append_free_key(out, fields[begin].key, claim_keys))
                changes_.renamed_keys.add(fields[begin].key);
            out += '[';
            for (std::size_t i = begin; i < end; ++i) {
                if (i > begin) out += ',';
                append_value(out, fields[i].value);
            }
            out += ']';
        }
        begin = end;
    }
}

} // namespace entente
