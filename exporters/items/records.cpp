// SPDX-License-Identifier: BSL-1.0
#include "exporters/items/records.hpp"

#include <algorithm>
#include <cstdint>

#include "exporters/items/describe.hpp"
#include "exporters/items/vocabulary_rows.hpp"
#include "exporters/writing/text/escape_scan.hpp"
#include "exporters/writing/text/text.hpp"

namespace entente {

namespace {

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
std::size_t append_free_key(std::string& out, std::string_view key, On on) {
    const bool rename = is_record_key(on, key);
    if (rename)
        append_key(out, std::string(key) + '_');
    else
        append_key(out, key);
    return rename ? 1 : 0;
}

std::size_t append_field(std::string& out, const Field& field, On on) {
    const std::size_t renamed = append_free_key(out, field.key, on);
    append_value(out, field.value);
    return renamed;
}

/// Spells fields as the members of an open object.
struct Speller {
    std::string& out;
    const View& view;

    template <class Tag>
    void operator()(Tag field, std::string_view text) const {
        append_own(out, field.row.name, text);
    }
    template <class Tag>
    void operator()(Tag field, Plain word) const {
        append_own(out, field.row.name, word.text);
    }
    template <class Tag>
    void operator()(Tag field, Date date) const {
        append_own(out, field.row.name, date);
    }
    template <class Tag>
    void operator()(Tag field, double number) const {
        append_own_key(out, field.row.name);
        append_number(out, number);
    }
    template <class Tag>
    void operator()(Tag field, std::uint64_t count) const {
        append_own_key(out, field.row.name);
        append_number(out, count);
    }
    template <class Tag>
    void operator()(Tag field, bool flag) const {
        append_own_key(out, field.row.name);
        out += flag ? "true" : "false";
    }
    template <class Tag>
    void operator()(Tag field, Stance stance) const {
        if (stance != Stance::asserted) append_own(out, field.row.name, name(stance));
    }
    template <class Tag>
    void operator()(Tag field, TextSpan span) const {
        append_own_key(out, field.row.name);
        out += '[';
        append_number(out, std::uint64_t{span.begin});
        out += ',';
        append_number(out, std::uint64_t{span.end});
        out += ']';
    }
    template <class Tag>
    void operator()(Tag field, std::span<const Alias> aliases) const {
        append_own_key(out, field.row.name);
        append_aliases(out, aliases);
    }
    template <class Tag>
    void operator()(Tag field, std::span<const std::string_view> texts) const {
        append_own_key(out, field.row.name);
        append_texts(out, texts);
    }
    template <class Tag>
    void operator()(Tag field, EntityRef who) const {
        append_own(out, field.row.name, view.entity(who.index).id);
    }
    template <class Tag>
    void operator()(Tag field, SourceId source) const {
        append_own(out, field.row.name, source.id);
    }
    /// Attributes and qualifiers have keys of their own.
    template <class Tag>
    void operator()(Tag, std::span<const Field>) const {}
};

} // namespace

std::string& append_key(std::string& out, std::string_view key) {
    if (!out.empty() && out.back() != '{' && out.back() != '[') out += ',';
    append_quoted(out, key);
    return out += ':';
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
    const std::size_t before = out.size();
    const Speller spell{out, view_};
    describe_graph(view_, [&](auto field, const auto& value) {
        if (out.size() == before) out += R"({"graph":{)";
        spell(field, value);
    });
    if (out.size() == before) return false;
    out += "}}";
    return true;
}

bool RecordWriter::vocabulary(std::string& out) {
    const std::size_t before = out.size();
    out += R"({"vocabulary":)";
    if (!append_vocabulary(out)) {
        out.resize(before);
        return false;
    }
    out += '}';
    return true;
}

bool RecordWriter::append_vocabulary(std::string& out) const {
    const std::size_t before = out.size();
    const auto append_rows = [&](std::string_view key, const auto& rows) {
        bool open = false;
        for (const auto& row : rows) {
            if (row.builtin || row.open) continue;
            if (out.size() == before) out += '{';
            if (!open) append_key(out, key) += '[';
            if (open) out += ',';
            open = true;
            out += '{';
            append_members(out, without_defaults(row), view_.vocabulary());
            out += '}';
        }
        if (open) out += ']';
    };
    append_rows("kinds", view_.vocabulary().kinds());
    append_rows("relations", view_.vocabulary().relations());
    if (out.size() == before) return false;
    out += '}';
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

/// What else of an item each of its records says. Without kind and name, a `label` or `type` among
/// the attributes would be read as one of them.
constexpr bool is_repeated(Word word) {
    return word == Word::entity || word == Word::kind || word == Word::name ||
           word == Word::provisional || word == Word::source;
}

template <class Describe>
void RecordWriter::item(std::string& out, std::span<const Field> attributes, On on,
                        std::string_view separator, Describe describe_item) {
    const Speller spell{out, view_};
    for (std::size_t nth = 0; nth == 0 || has_nth(attributes, nth); ++nth) {
        if (nth > 0) out += separator;
        out += '{';
        describe_item([&](auto field, const auto& value) {
            if (field.row.role != FieldRole::made && (nth == 0 || is_repeated(field.word)))
                spell(field, value);
        });
        for_each_nth(attributes, nth, [&](const Field& field) {
            if (append_field(out, field, on)) changes_.renamed_keys.add(field.key);
        });
        out += '}';
    }
}

void RecordWriter::source(std::string& out, const Source& source, std::string_view separator) {
    item(out, source.attributes, On::source, separator,
         [&](const auto& f) { describe(source, f); });
}

void RecordWriter::entity(std::string& out, const Entity& entity, std::string_view separator) {
    item(out, entity.attributes, On::entity, separator,
         [&](const auto& f) { describe(view_, entity, f); });
}

void RecordWriter::claim(std::string& out, const Claim& claim) {
    out += '{';
    describe(view_, claim, Speller{out, view_});
    qualifiers(out, claim.qualifiers);
    out += '}';
}

void RecordWriter::claim_alone(std::string& out, const Claim& claim) {
    out += '{';
    const Speller spell{out, view_};
    describe(view_, claim, [&](auto field, const auto& value) {
        if constexpr (!items::is_end(field.word)) spell(field, value);
    });
    qualifiers(out, claim.qualifiers);
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
        if (append_field(out, field, On::source)) changes_.renamed_keys.add(field.key);
        out += '}';
    }
    if (!source.attributes.empty()) out += ']';
}

void RecordWriter::qualifiers(std::string& out, std::span<const Field> fields) {
    for (std::size_t begin = 0; begin < fields.size();) {
        std::size_t end = begin + 1;
        while (end < fields.size() && fields[end].key == fields[begin].key)
            ++end;
        if (end - begin == 1) {
            if (append_field(out, fields[begin], On::claim))
                changes_.renamed_keys.add(fields[begin].key);
        } else {
            changes_.joined_qualifiers.add(fields[begin].key);
            if (append_free_key(out, fields[begin].key, On::claim))
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
