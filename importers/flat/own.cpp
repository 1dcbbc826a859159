// SPDX-License-Identifier: BSL-1.0
// Files that entente wrote: docs/formats/graphml.md says where each thing stands.
#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "importers/flat/column_names.hpp"
#include "importers/flat/flat_graph.hpp"

namespace entente {

namespace {

/// How the formats show an entity or a relation, in words that mean something to their readers, and
/// where a program that wrote the file again had drawn it. All that counts of it stands elsewhere,
/// too. An attribute of ours of such a name is written as `kg_a_NAME`.
constexpr std::array<std::string_view, 23> shown{
    "label", "labels", "labelV", "labelE", "name",      "interaction", "key",  "shape",
    "style", "color",  "dir",    "id",     "fillcolor", "fontcolor",   "SUID", "x",
    "y",     "z",      "r",      "g",      "b",         "size",        "pos"};

bool is_shown(std::string_view name) {
    return std::find(shown.begin(), shown.end(), name) != shown.end();
}

const FlatAttribute* first_of(const FlatItem& item, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (const FlatAttribute* found = item.find(name); found && !found->text.empty())
            return found;
    return nullptr;
}

const FlatAttribute* relation_of(const FlatItem& item) {
    return first_of(item, {flat_name(Word::relation), "labelE", "interaction", "label"});
}

/// What the graph as a whole is called by us, or by those who know no names of ours.
const FlatAttribute* graph_field(const FlatItem& item, const FieldWord& row) {
    if (row.word == Word::title) return first_of(item, {row.flat, "title", "name"});
    if (row.word == Word::description)
        return first_of(item, {row.flat, "description", "Description"});
    return first_of(item, {row.flat});
}

bool is_true(const FlatAttribute& attribute) {
    return attribute.text == "true" || attribute.text == "1";
}

} // namespace

bool FlatGraphReader::read_parsed(const JsonTree& tree, std::size_t index, std::size_t offset) {
    records_.begin();
    for (std::size_t i = index + 1; i < tree.tokens[index].end; i = tree.tokens[i].end)
        records_.splice(tree.tokens[i].key(), tree, i);
    return records_.read(offset);
}

// -- the graph ------------------------------------------------------------------------------------

void FlatGraphReader::graph(const FlatItem& item) {
    records_.begin();
    records_.open_object(name(Word::graph));
    bool any = false;
    for (const FieldWord& row : field_words) {
        if (row.on != On::graph || row.role != FieldRole::own) continue;
        const FlatAttribute* const found = graph_field(item, row);
        if (found == nullptr) continue;
        records_.text(row.name, found->text);
        any = true;
    }
    if (any) count(records_.read(item.offset), item.offset);
    if (const FlatAttribute* sources = first_of(item, {flat_name(Word::sources)}))
        own_sources(sources->text, item.offset);
    if (const FlatAttribute* judgements = first_of(item, {flat_name(Word::judgements)}))
        own_judgements(*judgements, item.offset);
    for (const FlatAttribute& a : item.attributes)
        if (!a.text.empty() && !a.name.starts_with(flat_prefix) && a.name != "title" &&
            a.name != "name" && a.name != "description" && a.name != "Description")
            reading_.once(Code::unknown_column, Severity::note, item.offset,
                          "'" + printable(a.name) + "' of the graph as a whole is not kept");
}

/// True the first time that this text comes. Most texts stay where they are in the input.
bool FlatGraphReader::tell_source(std::string_view text) {
    const std::string_view input = reading_.text();
    const std::less_equal<const char*> not_behind;
    if (not_behind(input.data(), text.data()) &&
        not_behind(text.data() + text.size(), input.data() + input.size()))
        return told_sources_.insert(text).second;
    return !told_sources_.contains(text) &&
           told_sources_.insert(source_texts_.emplace_back(text)).second;
}

/// The sources of an edge stand with each edge that has them.
void FlatGraphReader::own_sources(std::string_view list, std::size_t offset) {
    if (!parser_.parse(list)) {
        reading_.report(
            Code::syntax, Severity::warning, offset,
            std::string(flat_name(Word::sources)) + " is no JSON: " + parser_.error().message);
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        const JsonToken& source = tree.tokens[i];
        if (source.type != JsonType::object) continue;
        const bool last = source.end == tree.root().end;
        const std::size_t next = last ? list.size() : tree.tokens[source.end].offset;
        const std::string_view text = list.substr(source.offset, next - source.offset);
        if (!tell_source(text.substr(0, text.rfind('}') + 1))) continue;
        if (!plain_.source(tree, i)) read_parsed(tree, i, offset);
    }
}

void FlatGraphReader::own_judgements(const FlatAttribute& list, std::size_t offset) {
    if (!parser_.parse(list.text)) {
        reading_.report(
            Code::syntax, Severity::warning, offset,
            std::string(flat_name(Word::judgements)) + " is no JSON: " + parser_.error().message);
        return;
    }
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
        read_parsed(tree, i, offset);
}

/// DOT has the graph's own as one text: `{"graph":{...},"sources":[...],"judgements":[...]}`.
void FlatGraphReader::own_graph_text(const FlatAttribute& text, std::size_t offset) {
    if (!parser_.parse(text.text) || parser_.tree().root().type != JsonType::object) {
        reading_.report(Code::syntax, Severity::warning, offset,
                        std::string(flat_name(Word::whole)) + " is no JSON object");
        return;
    }
    FlatItem item;
    item.offset = offset;
    const JsonTree& tree = parser_.tree();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        const JsonToken& member = tree.tokens[i];
        if (member.key() == name(Word::graph)) {
            for (std::size_t k = i + 1; k < member.end; k = tree.tokens[k].end)
                item.add(std::string(flat_prefix) + std::string(tree.tokens[k].key()),
                         tree.tokens[k].text());
        } else {
            std::string list;
            write_json(tree, i, list);
            item.add(std::string(flat_prefix) + std::string(member.key()), list);
        }
    }
    graph(item);
}

// -- nodes ----------------------------------------------------------------------------------------

/// What every record of an entity has, also one for a further value of an attribute.
void FlatGraphReader::begin_own_entity(const FlatItem& item) {
    records_.begin();
    records_.text(name(Word::entity), item.find(flat_name(Word::id))->text);
    if (const FlatAttribute* kind = first_of(item, {flat_name(Word::kind), "labelV"}))
        records_.text(name(Word::kind), kind->text);
    if (const FlatAttribute* called = first_of(item, {flat_name(Word::name), "label", "name"}))
        records_.text(name(Word::name), called->text);
    if (const FlatAttribute* source = first_of(item, {flat_name(Word::source)}))
        records_.text(name(Word::source), source->text);
    const FlatAttribute* provisional = item.find(flat_name(Word::provisional));
    if (provisional && is_true(*provisional))
        records_.value(name(Word::provisional), "true", JsonType::boolean);
}

/// Of an entity's fields those that only its first record has.
void FlatGraphReader::own_field(const FlatItem& item, const FieldWord& row) {
    const FlatAttribute* const found = first_of(item, {row.flat});
    if (found == nullptr) return;
    if (row.type == "boolean") {
        if (is_true(*found)) records_.value(row.name, "true", JsonType::boolean);
    } else if (row.type != "list") {
        records_.text(row.name, found->text);
    } else if (!records_.json(row.name, found->text)) {
        reading_.report(Code::syntax, Severity::warning, item.offset,
                        std::string(row.flat) + " is no JSON");
    }
}

void FlatGraphReader::own_node(const FlatItem& item) {
    const std::string& id = item.find(flat_name(Word::id))->text;
    nodes_.add(item.id, id).plain = is_plain_text(id);
    if (plain_.entity(item)) {
        reading_.accept();
        return;
    }
    if (const FlatAttribute* text = first_of(item, {flat_name(Word::whole)}))
        own_graph_text(*text, item.offset);
    texts_.clear();
    begin_own_entity(item);
    for (const FieldWord& row : field_words)
        if (row.on == On::entity && row.role == FieldRole::own && !records_.has(row.name))
            own_field(item, row);
    own_attributes(item);
}

/// The columns, but for those of which `kg_attributes` has the values as they are; of these the
/// second value of an attribute needs a record of its own.
void FlatGraphReader::own_attributes(const FlatItem& item) {
    const FlatAttribute* rest = first_of(item, {flat_name(Word::attributes)});
    if (rest && !parser_.parse(rest->text)) {
        reading_.report(Code::syntax, Severity::warning, item.offset,
                        std::string(flat_name(Word::attributes)) + " is no JSON");
        rest = nullptr;
    }
    const JsonTree& tree = parser_.tree();
    std::vector<std::size_t> values; ///< indices of what stands in kg_attributes
    std::set<std::string_view> exact;
    if (rest)
        for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
            if (tree.tokens[i].type == JsonType::object && tree.tokens[i].end > i + 1) {
                values.push_back(i + 1);
                exact.insert(tree.tokens[i + 1].key());
            }
    for (const FlatAttribute& a : item.attributes) {
        const bool marked = a.name.starts_with(flat_attribute_prefix);
        if (!marked && (a.name.starts_with(flat_prefix) || is_shown(a.name))) continue;
        const std::string_view key = keep(column_key(a.name));
        if (!exact.contains(key) && !records_.has(key)) attribute(key, a);
    }
    std::vector<std::size_t> further;
    for (const std::size_t i : values) {
        if (records_.has(tree.tokens[i].key()))
            further.push_back(i);
        else
            records_.splice(tree.tokens[i].key(), tree, i);
    }
    const bool accepted = records_.read(item.offset);
    count(accepted, item.offset);
    if (!accepted) return;
    for (const std::size_t i : further) {
        begin_own_entity(item);
        records_.splice(tree.tokens[i].key(), tree, i);
        records_.read(item.offset);
    }
}

// -- edges ----------------------------------------------------------------------------------------

void FlatGraphReader::begin_own_claim(const FlatItem& item, const Ends& ends) {
    records_.begin();
    reference(name(Word::subject), *ends.subject);
    if (const FlatAttribute* type = relation_of(item))
        records_.text(name(Word::relation), type->text);
    reference(name(Word::object), *ends.object);
}

void FlatGraphReader::told_lean(std::size_t offset) {
    reading_.once(Code::lean, Severity::note, offset,
                  "relations without their claims (--lean): each source counts as one claim");
}

void FlatGraphReader::own_edge(const FlatItem& item, const Ends& ends) {
    if (const FlatAttribute* sources = first_of(item, {flat_name(Word::sources)}))
        own_sources(sources->text, item.offset);
    const FlatAttribute* derived = item.find(flat_name(Word::derived));
    const FlatAttribute* claims = item.find(flat_name(Word::claims));
    if (claims && !claims->text.empty()) {
        own_claims(item, ends, *claims);
    } else if (derived && is_true(*derived)) {
        reading_.once(Code::reduced, Severity::note, item.offset,
                      "relations that were computed are left out; --derived computes them again");
        reading_.accept();
    } else {
        lean_claims(item, ends);
    }
}

void FlatGraphReader::own_claims(const FlatItem& item, const Ends& ends,
                                 const FlatAttribute& claims) {
    if (!parser_.parse(claims.text) || parser_.tree().root().type != JsonType::array) {
        begin_own_claim(item, ends);
        reading_.report(Code::syntax, item.offset,
                        std::string(flat_name(Word::claims)) + " is no JSON list of claims");
        count(false, item.offset);
        return;
    }
    const JsonTree& tree = parser_.tree();
    bool accepted = true;
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
        begin_own_claim(item, ends);
        for (std::size_t k = i + 1; k < tree.tokens[i].end; k = tree.tokens[k].end)
            records_.splice(tree.tokens[k].key(), tree, k);
        if (records_.read(item.offset)) continue;
        if (!accepted)
            reading_.keep(item.offset, records_.json()); // one item is counted once
        else
            reading_.reject(item.offset, records_.json());
        accepted = false;
    }
    if (accepted) reading_.accept();
}

/// Written with --lean: of the claims, the relation is left, and who its sources are.
void FlatGraphReader::lean_claims(const FlatItem& item, const Ends& ends) {
    told_lean(item.offset);
    const FlatAttribute* const list = item.find(flat_name(Word::sources));
    std::vector<std::string> sources;
    if (list && parser_.parse(list->text)) {
        const JsonTree& tree = parser_.tree();
        for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end) {
            const std::size_t id = tree.tokens[i].compound() ? i + 1 : i;
            if (id == tree.tokens[i].end) continue; // an empty object or list
            if (sources.empty() || sources.back() != tree.tokens[id].text())
                sources.emplace_back(tree.tokens[id].text());
        }
    }
    bool accepted = true;
    for (std::size_t n = 0; n == 0 || n < sources.size(); ++n) {
        begin_own_claim(item, ends);
        for (const Word word : {Word::from, Word::to})
            if (const FlatAttribute* found = item.find(flat_name(word)))
                records_.text(name(word), found->text);
        const FlatAttribute* status = item.find(flat_name(Word::status));
        if (status &&
            (status->text == "denied" || status->text == "planned" || status->text == "possible"))
            records_.text(name(Word::stance), status->text);
        const FlatAttribute* confidence = item.find(flat_name(Word::confidence));
        if (n == 0 && confidence) attribute(name(Word::confidence), *confidence);
        if (!sources.empty()) records_.text(name(Word::source), sources[n]);
        accepted = records_.read(item.offset) && accepted;
    }
    count(accepted, item.offset);
}

} // namespace entente
