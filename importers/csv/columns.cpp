// SPDX-License-Identifier: BSL-1.0
#include "importers/csv/columns.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "graph/language/vocabulary.hpp"
#include "graph/text/ascii.hpp"
#include "importers/records/keys/keys.hpp"

namespace entente {

namespace {

/// A column that is a part of a field: `subject_kind`.
struct PartColumn {
    std::string_view column, field, member;
};
constexpr std::array part_columns{
    PartColumn{"subject_kind", "subject", "kind"},
    PartColumn{"object_kind", "object", "kind"},
    PartColumn{"stated_by_kind", "stated_by", "kind"},
    PartColumn{"source_url", "source", "url"},
    PartColumn{"source_title", "source", "title"},
    PartColumn{"source_publisher", "source", "publisher"},
    PartColumn{"source_published", "source", "published"},
    PartColumn{"source_language", "source", "language"},
};

const PartColumn* find_part(std::string_view name) {
    for (const PartColumn& part : part_columns)
        if (part.column == name) return &part;
    return nullptr;
}

bool is_list(std::string_view name) {
    return name == "aliases" || name == "same_as" || name == "same" || name == "different";
}

/// `Stated by` and `stated-by` are `stated_by`.
std::string folded(std::string_view name) {
    std::string out(trimmed(name));
    for (char& c : out) {
        c = c == ' ' || c == '-' ? '_' : ascii::lower(c);
    }
    return out;
}

bool is_known(std::string_view name) {
    if (find_key(name) != Key::none || find_part(name) || name.starts_with("aliases@") ||
        name == entente::name(Word::span_begin) || name == entente::name(Word::span_end))
        return true;
    const auto attributes = Vocabulary::attributes();
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const FieldWord& row) { return row.name == name; });
}

} // namespace

HeaderLook look_at_header(std::string_view text, char delimiter) {
    HeaderLook look;
    CsvTable table(text, delimiter);
    if (!table.next() || table.damaged()) return look;
    std::set<std::string> names;
    for (const CsvCell& cell : table.cells()) {
        const std::string name = folded(cell.text);
        if (is_known(name)) ++look.known;
        names.insert(name);
    }
    const auto has = [&](const char* name) { return names.count(name) != 0; };
    look.records = (has("subject") && has("object")) || has("entity") || has("same") ||
                   has("different") || (has("name") && has("kind")) ||
                   (has("source") && (has("url") || has("publisher") || has("target"))) ||
                   (has("head") && has("tail"));
    return look;
}

CsvColumns::CsvColumns(const std::vector<CsvCell>& header, Reading& reading)
    : count_(header.size()) {
    std::set<std::string> taken;
    for (std::size_t i = 0; i < header.size(); ++i) {
        std::string name(trimmed(header[i].text));
        if (const std::string known = folded(name); known != name && is_known(known)) name = known;
        if (name.empty()) name = "column_" + std::to_string(i + 1);
        if (taken.count(name) != 0) {
            std::string other;
            for (std::size_t n = 2; taken.count(other = name + "_" + std::to_string(n)) != 0;)
                ++n;
            reading.report(Code::duplicate_key, header[i].offset,
                           "a second column '" + printable(name) + "'; it is read as '" +
                               printable(other) + "'");
            name = other;
        }
        taken.insert(name);
        add_column(i, name, header[i], reading);
    }
}

void CsvColumns::add_column(std::size_t column, const std::string& name, const CsvCell& cell,
                            Reading& reading) {
    if (const PartColumn* part = find_part(name)) {
        field(part->field, Form::object).parts.push_back({column, std::string(part->member)});
    } else if (name == "subject" || name == "object" || name == "stated_by") {
        field(name, Form::object)
            .parts.insert(field(name, Form::object).parts.begin(), {column, "name"});
    } else if (name == "source") {
        field(name, Form::object)
            .parts.insert(field(name, Form::object).parts.begin(), {column, "id"});
    } else if (name.starts_with("aliases@")) {
        field("aliases", Form::list).parts.push_back({column, name.substr(8)});
    } else if (is_list(name)) {
        field(name, Form::list).parts.push_back({column, {}});
    } else if (name == "span" || name == "span_begin") {
        auto& parts = field("span", Form::span).parts;
        parts.insert(parts.begin(), {column, {}});
    } else if (name == "span_end") {
        field("span", Form::span).parts.push_back({column, {}});
    } else if (name == "confidence") {
        field(name, Form::text).parts.push_back({column, {}, Form::number});
    } else if (name == "provisional") {
        field(name, Form::text).parts.push_back({column, {}, Form::boolean});
    } else if (!add_typed(column, name)) {
        if (!is_known(name))
            reading.report(Code::unknown_column, cell.offset,
                           "the column '" + printable(name) + "' becomes an attribute");
        field(name, Form::text).parts.push_back({column, {}});
    }
}

/// `population:integer`
bool CsvColumns::add_typed(std::size_t column, std::string_view name) {
    const auto colon = name.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view type = name.substr(colon + 1);
    const Form form = type == "integer"   ? Form::integer
                      : type == "decimal" ? Form::decimal
                      : type == "boolean" ? Form::boolean
                                          : Form::text;
    if (form == Form::text) return false;
    field(name.substr(0, colon), Form::text).parts.push_back({column, {}, form});
    return true;
}

CsvColumns::Field& CsvColumns::field(std::string_view key, Form form) {
    const auto at = std::find_if(fields_.begin(), fields_.end(),
                                 [&](const Field& field) { return field.key == key; });
    if (at != fields_.end()) return *at;
    return fields_.emplace_back(Field{std::string(key), form, {}});
}

} // namespace entente
