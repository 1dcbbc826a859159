// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/vocabulary_rows.hpp"

#include <string>

#include "exporters/items/records.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

void append_kinds(std::string& out, std::string_view key, KindSet set,
                  const Vocabulary& vocabulary) {
    if (set == 0) return; // any
    append_key(out, key) += '[';
    for (KindId id = 0; id < kind::builtin_count; ++id) {
        if ((set & set_of(id)) == 0) continue;
        if (out.back() != '[') out += ',';
        append_json_string(out, vocabulary.kind(id).name);
    }
    out += ']';
}

} // namespace

void append_members(std::string& out, const Kind& row, const Vocabulary&) {
    for (const RowText<Kind>& field : kind_texts)
        append_member(out, field.key, row.*field.text);
}

void append_members(std::string& out, const RelationType& row, const Vocabulary& vocabulary) {
    for (const RowText<RelationType>& field : relation_texts)
        append_member(out, field.key, row.*field.text);
    append_kinds(out, "subjects", row.subjects, vocabulary);
    append_kinds(out, "objects", row.objects, vocabulary);
    append_key(out, "symmetric") += row.symmetric ? "true" : "false";
    append_key(out, "sign") += std::to_string(static_cast<int>(row.sign));
}

} // namespace entente
