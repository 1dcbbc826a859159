// SPDX-License-Identifier: BSL-1.0
#include "importers/records/vocabulary.hpp"

#include <algorithm>
#include <string>

#include "graph/text/ascii.hpp"
#include "graph/text/color.hpp"
#include "graph/text/did_you_mean.hpp"
#include "graph/text/iri.hpp"

namespace entente {

namespace {

constexpr std::string_view kinds_key = "kinds", relations_key = "relations";

const Vocabulary& builtin_vocabulary() {
    static const Vocabulary vocabulary;
    return vocabulary;
}

bool is_word(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return ascii::is_letter_or_digit(c) || c == '_';
    });
}

/// Why a value will not do, where outputs depend on its form; empty if it will.
std::string_view wanted_form(std::string_view key, std::string_view text) {
    if (key == "color" || key == "fill" || key == "stroke" || key == "text")
        return is_color(text) ? "" : "a colour such as #1b7f5c";
    if (key == "iri")
        return is_web_iri(text) ? "" : "an IRI such as https://example.org/terms#helps";
    if (key == "shape" || key == "name" || key == "wikidata")
        return is_word(text) ? "" : "one word of letters, digits and _";
    return "";
}

/// Calls `f(token)` for each member or element.
template <class F>
void for_each_in(const JsonTree& tree, const JsonToken& parent, F f) {
    const std::vector<JsonToken>& tokens = tree.tokens;
    for (auto i = static_cast<std::size_t>(&parent - tokens.data()) + 1; i < parent.end;
         i = tokens[i].end)
        f(tokens[i]);
}

template <class Records>
bool has_name(const Records& records, std::string_view name) {
    return std::any_of(records.begin(), records.end(), [&](const auto& record) {
        return fold_term(record.row.name) == fold_term(name);
    });
}

template <class Texts>
std::vector<std::string> keys_of(const Texts& texts) {
    std::vector<std::string> keys;
    for (const auto& field : texts)
        keys.emplace_back(field.key);
    return keys;
}

} // namespace

void VocabularyRows::read(const JsonToken& value) {
    kinds_.clear();
    relations_.clear();
    if (value.type != JsonType::object) {
        fields_.fail(Code::wrong_type, value.offset,
                     "a vocabulary is an object with lists 'kinds' and 'relations'");
        return;
    }
    // Relations may name the kinds of the same vocabulary.
    for (const std::string_view wanted : {kinds_key, relations_key})
        for_each_in(fields_.tree(), value, [&](const JsonToken& list) {
            if (list.key() == wanted)
                read_list(list);
            else if (list.key() != kinds_key && list.key() != relations_key && wanted == kinds_key)
                fields_.fail(Code::bad_value, list.key_offset,
                             quoted_key(list) + " is unknown here; write 'kinds' or 'relations'");
        });
}

void VocabularyRows::push(RecordSink& sink) const {
    for (const KindRecord& record : kinds_)
        sink.kind(record);
    for (const RelationTypeRecord& record : relations_)
        sink.relation_type(record);
}

void VocabularyRows::read_list(const JsonToken& list) {
    if (list.type != JsonType::array) {
        fields_.fail(Code::wrong_type, list.offset, quoted_key(list) + " must be a list");
        return;
    }
    for_each_in(fields_.tree(), list, [&](const JsonToken& row) {
        if (row.type != JsonType::object)
            fields_.fail(Code::wrong_type, row.offset, "a row must be an object");
        else if (list.key() == kinds_key)
            read_kind(row);
        else
            read_relation(row);
    });
}

void VocabularyRows::read_kind(const JsonToken& object) {
    Kind row;
    for_each_in(fields_.tree(), object, [&](const JsonToken& member) {
        if (!read_text<Kind>(member, kind_texts, row)) unknown_key(member, keys_of(kind_texts));
    });
    check_name(object, row.name, has_name(kinds_, row.name));
    kinds_.push_back({row, fields_.at(object)});
}

void VocabularyRows::read_relation(const JsonToken& object) {
    RelationType row;
    for_each_in(fields_.tree(), object, [&](const JsonToken& member) {
        if (read_text<RelationType>(member, relation_texts, row) || read_value(member, row)) return;
        std::vector<std::string> known = keys_of(relation_texts);
        known.insert(known.end(), {"subjects", "objects", "symmetric", "sign"});
        unknown_key(member, known);
    });
    check_name(object, row.name, has_name(relations_, row.name));
    relations_.push_back({row, fields_.at(object)});
}

template <class Row>
bool VocabularyRows::read_text(const JsonToken& member, std::span<const RowText<Row>> texts,
                               Row& row) {
    for (const RowText<Row>& field : texts) {
        if (member.key() != field.key) continue;
        if (member.type == JsonType::null) return true;
        const std::string_view text = fields_.text(&member);
        const std::string_view wanted = wanted_form(field.key, text);
        if (member.type == JsonType::string && !wanted.empty())
            fields_.fail(Code::bad_value, member.offset,
                         quoted_key(member) + " must be " + std::string(wanted));
        row.*field.text = text;
        return true;
    }
    return false;
}

bool VocabularyRows::read_value(const JsonToken& member, RelationType& row) {
    if (member.key() == "subjects") {
        row.subjects = kinds(member);
    } else if (member.key() == "objects") {
        row.objects = kinds(member);
    } else if (member.key() == "symmetric") {
        if (member.type != JsonType::boolean)
            fields_.fail(Code::wrong_type, member.offset, "'symmetric' must be true or false");
        row.symmetric = member.text() == "true";
    } else if (member.key() == "sign") {
        if (member.text() == "1")
            row.sign = Sign::cooperation;
        else if (member.text() == "-1")
            row.sign = Sign::conflict;
        else if (member.text() != "0")
            fields_.fail(Code::bad_value, member.offset,
                         "'sign' must be 1 (cooperation), 0 or -1 (conflict)");
    } else {
        return false;
    }
    return true;
}

/// Kinds that are not built in have no bit: a relation that names one may join any.
KindSet VocabularyRows::kinds(const JsonToken& list) {
    if (list.type != JsonType::array) {
        fields_.fail(Code::wrong_type, list.offset, quoted_key(list) + " must be a list of kinds");
        return 0;
    }
    KindSet set = 0;
    bool any = false;
    for_each_in(fields_.tree(), list, [&](const JsonToken& item) {
        const std::string_view name = fields_.text(&item);
        const KindId id = builtin_vocabulary().find_kind(name);
        if (id != Vocabulary::none)
            set |= set_of(id);
        else if (has_name(kinds_, name))
            any = true;
        else if (item.type == JsonType::string)
            fields_.fail(Code::bad_value, item.offset,
                         "there is no kind '" + printable(name) +
                             "'; its row must stand in 'kinds' of the same vocabulary");
    });
    return any ? 0 : set;
}

void VocabularyRows::check_name(const JsonToken& object, std::string_view name, bool taken) {
    if (name.empty())
        fields_.fail(Code::missing_field, object.offset, "a row needs a 'name'");
    else if (taken)
        fields_.fail(Code::bad_value, object.offset,
                     "'" + printable(name) + "' has a row here already");
}

void VocabularyRows::unknown_key(const JsonToken& member, const std::vector<std::string>& known) {
    fields_.fail(
        Code::bad_value, member.key_offset,
        "there is no key " + quoted_key(member) + " here" + did_you_mean(member.key(), known));
}

} // namespace entente
