// SPDX-License-Identifier: BSL-1.0
#include "importers/records/reader.hpp"

#include <array>
#include <string>

namespace entente {

RecordReader::RecordReader(Reading& reading)
    : reading_(reading), fields_(reading), parts_(reading, fields_), vocabulary_(fields_) {}

bool RecordReader::begin(JsonTree& tree, std::size_t base) {
    fields_.begin(tree, base);
    parts_.begin();
    kind_ = Kind::parts_only;
    return fields_.clean_texts();
}

/// Pushes what was read, unless anything of it was wrong.
bool RecordReader::finish() {
    if (!fields_.ok()) {
        fields_.tell();
        return false;
    }
    parts_.push();
    switch (kind_) {
        case Kind::claim:
            reading_.sink().claim(claim_);
            break;
        case Kind::graph:
            reading_.sink().graph(graph_);
            break;
        case Kind::judgements:
            for (const JudgementRecord& judgement : judgements_)
                reading_.sink().judgement(judgement);
            break;
        case Kind::vocabulary:
            vocabulary_.push(reading_.sink());
            break;
        case Kind::parts_only:
            break;
    }
    return true;
}

bool RecordReader::read(JsonTree& tree, std::size_t base, Place place) {
    if (!begin(tree, base)) return finish();
    const JsonToken& root = tree.root();
    if (root.type == JsonType::object) {
        members_.read(tree, 0);
        read_object(place);
    } else if (root.type == JsonType::string && place == Place::entities) {
        fields_.repaired(root, "a lone name was taken for an entity");
        if (const auto name = fields_.text(&root); !name.empty())
            parts_.named_entity(name);
        else
            fields_.fail(Code::missing_field, root.offset, "an entity without a name; delete it");
    } else if (!read_triple()) {
        fields_.fail(
            Code::wrong_type, root.offset,
            "a record is an object {...}, but here is " + std::string(entente::name(root.type)));
    }
    return finish();
}

bool RecordReader::read_member(Key key, JsonTree& tree, std::size_t base) {
    if (!begin(tree, base)) return finish();
    if (key == Key::vocabulary)
        read_vocabulary_value(tree.root());
    else
        read_graph_value(tree.root());
    return finish();
}

void RecordReader::read_object(Place place) {
    const bool told = members_.has(Key::subject) || members_.has(Key::relation);
    if (members_.has(Key::same) && !told && !members_.has(Key::entity)) {
        read_judgement(Key::same);
    } else if (members_.has(Key::different) && !told && !members_.has(Key::entity)) {
        read_judgement(Key::different);
    } else if (place == Place::entities && !told) {
        parts_.entity(members_, true);
    } else if (place == Place::sources && !told) {
        parts_.source(members_, true);
    } else if (told || (place == Place::facts && !members_.has(Key::entity))) {
        find_claim_keys();
        if (fields_.ok()) read_claim();
    } else if (members_.has(Key::entity)) {
        parts_.entity(members_, false);
    } else if (members_.has(Key::vocabulary) && members_.size() == 1) {
        read_vocabulary_value(*members_.take(Key::vocabulary));
    } else if (const JsonToken* graph = members_.take(Key::graph)) {
        if (members_.any_left())
            fields_.fail(Code::bad_value, fields_.tree().root().offset,
                         "'graph' must stand alone in its record");
        else
            read_graph_value(*graph);
    } else {
        find_claim_keys();
        if (!fields_.ok()) return;
        if (members_.has(Key::subject) || members_.has(Key::relation) || members_.has(Key::object))
            read_claim();
        else if (members_.has(Key::source) && !(members_.has(Key::kind) && members_.has(Key::name)))
            parts_.source(members_, false);
        else if (members_.has(Key::name) || (members_.has(Key::id) && members_.has(Key::label)))
            parts_.entity(members_, false);
        else
            nothing_known();
    }
}

void RecordReader::nothing_known() {
    fields_.fail(Code::missing_field, fields_.tree().root().offset,
                 "not a record: it has none of 'subject', 'entity', 'source', 'same', "
                 "'different', 'graph' and 'vocabulary'");
}

/// `["Japan", "ally_of", "United States"]`
bool RecordReader::read_triple() {
    const auto& tokens = fields_.tree().tokens;
    const JsonToken& root = tokens.front();
    if (root.type != JsonType::array) return false;
    std::array<const JsonToken*, 3> parts{};
    std::size_t count = 0;
    for (std::size_t i = 1; i < root.end; i = tokens[i].end) {
        if (count == parts.size()) return false;
        parts[count++] = &tokens[i];
    }
    if (count != parts.size() || parts[1]->type != JsonType::string) return false;
    fields_.repaired(root, "a list of three was taken for [subject, relation, object]");
    members_.clear();
    members_.set(Key::subject, *parts[0]);
    members_.set(Key::relation, *parts[1]);
    members_.set(Key::object, *parts[2]);
    read_claim();
    return true;
}

void RecordReader::read_claim() {
    kind_ = Kind::claim;
    claim_ = ClaimRecord{};
    claim_.subject = parts_.reference(members_.take(Key::subject), Key::subject);
    const JsonToken* relation = members_.take(Key::relation);
    claim_.relation = fields_.text(relation);
    if (claim_.relation.empty() && (!relation || relation->type == JsonType::string))
        fields_.fail(Code::missing_field,
                     relation ? relation->offset : fields_.tree().root().offset,
                     "'relation' is missing; say how subject and object are related, such as "
                     "'ally_of'");
    claim_.object = parts_.reference(members_.take(Key::object), Key::object);
    fields_.dates(members_, &claim_.date, claim_.period);
    claim_.stance = fields_.stance(members_.take(Key::stance));
    claim_.confidence = fields_.confidence(members_.take(Key::confidence));
    if (const JsonToken* stated_by = members_.take(Key::stated_by))
        claim_.stated_by = parts_.reference(stated_by, Key::stated_by);
    claim_.source = parts_.source_reference(members_.take(Key::source));
    claim_.quote = fields_.raw_text(members_.take(Key::quote));
    claim_.span = fields_.span(members_.take(Key::span));
    claim_.subject.as = fields_.text(members_.take(Key::subject_as));
    claim_.object.as = fields_.text(members_.take(Key::object_as));
    if (const JsonToken* as = members_.take(Key::stated_by_as)) {
        claim_.stated_by.as = fields_.text(as);
        if (claim_.stated_by.empty())
            fields_.fail(Code::missing_field, as->key_offset,
                         "'stated_by_as' without 'stated_by'; write 'stated_by'");
    }
    parts_.take_rest(members_);
    claim_.qualifiers = parts_.rest();
    claim_.position = fields_.position();
}

void RecordReader::read_judgement(Key key) {
    kind_ = Kind::judgements;
    judgements_.clear();
    const JsonToken& list = *members_.take(key);
    const auto& tokens = fields_.tree().tokens;
    std::vector<Reference> who;
    if (list.type == JsonType::array) {
        const auto index = static_cast<std::size_t>(&list - tokens.data());
        for (std::size_t i = index + 1; i < list.end; i = tokens[i].end)
            who.push_back(parts_.reference(&tokens[i], key));
    }
    if (who.size() < 2) {
        fields_.fail(Code::wrong_type, list.offset,
                     "'" + std::string(entente::name(key)) +
                         "' is not a list of two; write [\"one\", \"the other\"]");
        return;
    }
    if (members_.any_left()) {
        fields_.fail(Code::bad_value, fields_.tree().root().offset,
                     "'" + std::string(entente::name(key)) + "' must stand alone in its record");
        return;
    }
    // All of them are the same: enough to say so of the first and each other. All differ: each
    // pair.
    for (std::size_t i = 0; i < (key == Key::same ? 1 : who.size()); ++i)
        for (std::size_t j = i + 1; j < who.size(); ++j)
            judgements_.push_back({key == Key::same, who[i], who[j], fields_.position()});
}

void RecordReader::read_graph_value(const JsonToken& value) {
    kind_ = Kind::graph;
    graph_ = GraphRecord{};
    graph_.position = fields_.position();
    if (value.type == JsonType::string) {
        fields_.repaired(value, "the graph's title stood alone; write {\"title\": ...}");
        graph_.title = fields_.text(&value);
        return;
    }
    if (value.type != JsonType::object) {
        fields_.fail(Code::wrong_type, value.offset,
                     "'graph' is not an object; write {\"title\": ..., \"date\": ...}");
        return;
    }
    members_.read(fields_.tree(), static_cast<std::size_t>(&value - fields_.tree().tokens.data()));
    graph_.title = fields_.text(members_.take(Key::title));
    graph_.description = fields_.text(members_.take(Key::description));
    graph_.date = fields_.date(members_.take(Key::date));
    members_.for_each_left([&](const JsonToken& token) {
        fields_.warn(Code::unknown_column, token,
                     quoted_key(token) +
                         " of 'graph' is not kept; it may have 'title', "
                         "'description' and 'date'");
    });
}

void RecordReader::read_vocabulary_value(const JsonToken& value) {
    kind_ = Kind::vocabulary;
    vocabulary_.read(value);
}

} // namespace entente
