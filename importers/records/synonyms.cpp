// SPDX-License-Identifier: BSL-1.0
#include <string>

#include "importers/records/reader.hpp"

namespace entente {

namespace {

std::string read_as(Key theirs, Key ours) {
    return "'" + std::string(entente::name(theirs)) + "' was read as '" +
           std::string(entente::name(ours)) + "'";
}

} // namespace

/// Where a word of others stands for a key of ours that is not there. Two of them would be a guess.
bool RecordReader::find_role(Key ours) {
    if (members_.has(ours)) return true;
    Key found = Key::none;
    for (const ForeignWord& row : foreign_words) {
        const Key key = row.word;
        if (row.stands_for != ours || !row.by_itself || !members_.has(key)) continue;
        if (found != Key::none) {
            fields_.fail(Code::bad_value, members_.peek(key)->key_offset,
                         "'" + std::string(entente::name(found)) + "' and '" +
                             std::string(entente::name(key)) + "' may both mean '" +
                             std::string(entente::name(ours)) + "'; write '" +
                             std::string(entente::name(ours)) + "'");
            return false;
        }
        found = key;
    }
    if (found == Key::none) return false;
    fields_.repaired(*members_.peek(found), read_as(found, ours));
    members_.stand_in(ours, found);
    return true;
}

void RecordReader::find_relation_key() {
    if (find_role(Key::relation) || !members_.has(Key::type)) return;
    fields_.repaired(*members_.peek(Key::type), read_as(Key::type, Key::relation));
    members_.stand_in(Key::relation, Key::type);
}

void RecordReader::find_claim_keys() {
    if (members_.has(Key::subject) && members_.has(Key::relation) && members_.has(Key::object))
        return;
    const bool subject = find_role(Key::subject);
    const bool object = find_role(Key::object);
    if (subject && object) {
        find_relation_key();
        return;
    }
    const bool target = !object && members_.has(Key::target);
    if (subject && target) {
        fields_.repaired(*members_.peek(Key::target), read_as(Key::target, Key::object));
        members_.stand_in(Key::object, Key::target);
        find_relation_key();
    } else if (!subject && target && members_.has(Key::source)) {
        // Beside a target, the source is where the arrow begins and not a document.
        fields_.repaired(*members_.peek(Key::source), read_as(Key::source, Key::subject));
        fields_.repaired(*members_.peek(Key::target), read_as(Key::target, Key::object));
        members_.stand_in(Key::subject, Key::source);
        members_.stand_in(Key::object, Key::target);
        find_relation_key();
    } else if (!subject && !object && members_.has(Key::from) && members_.has(Key::to) &&
               !members_.has(Key::entity) && !members_.has(Key::name) &&
               (members_.has(Key::relation) || members_.has(Key::predicate) ||
                members_.has(Key::type))) {
        fields_.fail(Code::missing_field, members_.peek(Key::from)->key_offset,
                     "'from' and 'to' are dates here; write 'subject' and 'object' for who is "
                     "related to whom");
    } else if (subject || object) {
        find_relation_key();
    }
}

} // namespace entente
