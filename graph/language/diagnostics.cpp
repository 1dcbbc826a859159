// SPDX-License-Identifier: BSL-1.0
#include "graph/language/diagnostics.hpp"

#include <algorithm>

#include "graph/text/utf8.hpp"

namespace entente {

namespace {

constexpr auto note = Severity::note;
constexpr auto warning = Severity::warning;
constexpr auto error = Severity::error;

constexpr std::array table{
    CodeRow{Code::empty_input, "empty-input", warning, "an input holds no record"},
    CodeRow{Code::encoding, "encoding", error, "an input is not UTF-8"},
    CodeRow{Code::unknown_format, "unknown-format", error, "no importer recognises an input"},
    CodeRow{Code::syntax, "syntax", error, "the text breaks the grammar of its format"},
    CodeRow{Code::too_deep, "too-deep", error, "a text is nested deeper than any record can be"},
    CodeRow{Code::duplicate_key, "duplicate-key", error, "a record has one key twice"},
    CodeRow{Code::missing_field, "missing-field", error, "a record lacks a field that it needs"},
    CodeRow{Code::wrong_type, "wrong-type", error, "a field holds another type than it must"},
    CodeRow{Code::bad_value, "bad-value", error, "a field holds a value that it cannot have"},
    CodeRow{Code::bad_date, "bad-date", error, "a date is not ISO 8601 / EDTF, or does not exist"},
    CodeRow{Code::bad_confidence, "bad-confidence", error, "a confidence is not in [0, 1]"},
    CodeRow{Code::bad_span, "bad-span", error, "a span is not [begin, end] with begin <= end"},
    CodeRow{Code::reversed_interval, "reversed-interval", warning,
            "something ends before it begins; kept as it is"},
    CodeRow{Code::control_character, "control-character", error,
            "a text has characters that no export could hold"},
    CodeRow{Code::ragged_row, "ragged-row", error, "a table row has more cells than the header"},
    CodeRow{Code::unknown_column, "unknown-column", note, "a table column became an attribute"},
    CodeRow{Code::repaired, "repaired", note, "a usual mistake was forgiven"},
    CodeRow{Code::unknown_kind, "unknown-kind", warning,
            "a kind is not in the vocabulary; kept under its own name"},
    CodeRow{Code::unknown_relation, "unknown-relation", warning,
            "a relation is not in the vocabulary; kept under its own name"},
    CodeRow{Code::relation_synonym, "relation-synonym", note,
            "a relation was read under its standard name"},
    CodeRow{Code::kind_mismatch, "kind-mismatch", warning,
            "a relation joins kinds that it is not meant for; kept as it is"},
    CodeRow{Code::unknown_id, "unknown-id", warning, "an id is used that nothing declares"},
    CodeRow{Code::undeclared_source, "undeclared-source", note,
            "a source is named of which nothing else is known"},
    CodeRow{Code::duplicate_claim, "duplicate-claim", note, "a claim says just what another says"},
    CodeRow{Code::conflicting_name, "conflicting-name", note,
            "one id has several names; the others became aliases"},
    CodeRow{Code::conflicting_kind, "conflicting-kind", warning, "one id is given several kinds"},
    CodeRow{Code::conflicting_attribute, "conflicting-attribute", note,
            "an attribute has several values; all are kept"},
    CodeRow{Code::conflicting_vocabulary, "conflicting-vocabulary", warning,
            "rows of vocabularies say different things of one name; one of them is taken"},
    CodeRow{Code::contradiction, "contradiction", note,
            "some claims assert what others deny; all are kept"},
    CodeRow{Code::merged, "merged", note, "a name was taken for a known entity"},
    CodeRow{Code::unresolved, "unresolved", note,
            "nothing tells who or what a name means; it became an entity of its own"},
    CodeRow{Code::ambiguous, "ambiguous", warning,
            "a name may mean several entities; none was guessed"},
    CodeRow{Code::judgement_conflict, "judgement-conflict", error,
            "identity judgements contradict one another"},
    CodeRow{Code::not_representable, "not-representable", warning,
            "a format cannot hold something; it was left out"},
    CodeRow{Code::approximated, "approximated", note, "a format holds something in another form"},
    CodeRow{Code::lean, "lean", note, "claims were left out on request"},
    CodeRow{Code::reduced, "reduced", warning,
            "a picture or page shows only the most important part"},
    CodeRow{Code::missing_flag, "missing-flag", note, "a nation has no flag in the flag package"},
    CodeRow{Code::layout, "layout", warning, "the layout engine had something to say"},
};
static_assert(table.size() == static_cast<std::size_t>(Code::count_));

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].code) != i) return false;
    return true;
}
static_assert(in_order(), "rows must stand in the order of the enumeration");

bool dangerous(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

} // namespace

std::string_view name(Severity severity) {
    static constexpr std::array<std::string_view, 3> names = {"note", "warning", "error"};
    return names[static_cast<std::size_t>(severity)];
}

std::span<const CodeRow> codes() {
    return table;
}

const CodeRow& row(Code code) {
    return table[static_cast<std::size_t>(code)];
}

std::uint32_t Diagnostics::add_file(std::string_view name) {
    files_.emplace_back(name);
    return static_cast<std::uint32_t>(files_.size());
}

std::string_view Diagnostics::file_name(std::uint32_t file) const {
    return file == 0 || file > files_.size() ? std::string_view() : files_[file - 1];
}

void Diagnostics::report(Code code, Position at, std::string message) {
    report(code, row(code).severity, at, std::move(message));
}

void Diagnostics::report(Code code, Severity severity, Position at, std::string message) {
    ++by_severity_[static_cast<std::size_t>(severity)];
    ++by_code_[static_cast<std::size_t>(code)];
    Diagnostic diagnostic{code, severity, at, std::move(message)};
    if (listener_)
        listener_(*this, diagnostic);
    else
        kept_.push_back(std::move(diagnostic));
}

std::size_t Diagnostics::count(Severity severity) const {
    return by_severity_[static_cast<std::size_t>(severity)];
}

std::size_t Diagnostics::count(Code code) const {
    return by_code_[static_cast<std::size_t>(code)];
}

std::string printable(std::string_view text) {
    static constexpr std::string_view hex = "0123456789ABCDEF";
    const auto plain = [](char c) { return c >= ' ' && c <= '~'; };
    if (std::all_of(text.begin(), text.end(), plain)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto [point, length] = utf8::character_at(text, 0);
        if (dangerous(point)) {
            out += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4)
                out += hex[point >> shift & 0xF];
        } else {
            out += text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    return out;
}

std::string format(const Diagnostics& diagnostics, const Diagnostic& diagnostic) {
    std::string out;
    if (diagnostic.at.file) {
        out += printable(diagnostics.file_name(diagnostic.at.file));
        if (diagnostic.at.line) out += ":" + std::to_string(diagnostic.at.line);
        if (diagnostic.at.column) out += ":" + std::to_string(diagnostic.at.column);
        out += ": ";
    }
    out += name(diagnostic.severity);
    out += ": ";
    out += printable(diagnostic.message);
    out += " [";
    out += row(diagnostic.code).name;
    out += "]";
    return out;
}

} // namespace entente
