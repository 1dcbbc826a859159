// SPDX-License-Identifier: BSL-1.0
// The short way from nodes and edges of our own files to records. It takes only what needs no
// repair, no note and no normal form; each function here says false to anything else, before
// anything was pushed, and the usual way through RecordComposer makes of it what it is
// (tests/importers/flat/plain_test.cpp compares the two).
#include "importers/flat/plain.hpp"

#include <charconv>
#include <span>

#include "graph/language/value.hpp"
#include "importers/records/keys.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

bool parse_plain_date(std::string_view text, Date& out) {
    const auto date = Date::parse(trimmed(text));
    if (!date || !date->known() || out.known()) return false;
    out = *date;
    return true;
}

bool parse_plain_confidence(std::string_view text, double& out) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size() && is_json_number(text) &&
           out >= 0 && out <= 1;
}

bool parse_plain_stance(std::string_view text, Stance& out) {
    for (const Stance stance :
         {Stance::asserted, Stance::denied, Stance::planned, Stance::possible}) {
        if (text != name(stance)) continue;
        out = stance;
        return true;
    }
    return false;
}

/// `[begin,end]`
bool parse_plain_span(const JsonTree& tree, std::size_t index, TextSpan& out) {
    const JsonToken& list = tree.tokens[index];
    if (list.type != JsonType::array || list.end != index + 3) return false;
    const auto number = [](const JsonToken& token, std::uint32_t& value) {
        const std::string_view text = token.text();
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return token.type == JsonType::integer && error == std::errc{} &&
               end == text.data() + text.size();
    };
    return number(tree.tokens[index + 1], out.begin) && number(tree.tokens[index + 2], out.end) &&
           out.begin <= out.end;
}

bool plain_string(const JsonToken& token) {
    return token.type == JsonType::string && is_plain_text(token.text());
}

/// An attribute or qualifier that is no list or object.
bool plain_field(const JsonToken& token, std::vector<Field>& fields) {
    if (token.compound() || trimmed(token.key()).empty() || !surely_clean(token.key()) ||
        !surely_clean(token.text()))
        return false;
    const ValueType type = token.type == JsonType::integer   ? ValueType::integer
                           : token.type == JsonType::decimal ? ValueType::decimal
                           : token.type == JsonType::boolean ? ValueType::boolean
                                                             : ValueType::string;
    fields.push_back({token.key(), {type, token.text()}});
    return true;
}

ClaimRecord claim_between(const PlainEnds& ends) {
    ClaimRecord claim;
    claim.subject.text = ends.subject;
    claim.relation = ends.relation;
    claim.object.text = ends.object;
    return claim;
}

/// Whether the key came already; then it is not plain.
bool came_before(Key key, std::uint64_t& seen) {
    const std::uint64_t bit = std::uint64_t{1} << static_cast<std::size_t>(key);
    const bool before = (seen & bit) != 0;
    seen |= bit;
    return before && key != Key::none;
}

} // namespace

bool is_plain_text(std::string_view text) {
    if (text.empty() || !surely_clean(text)) return false;
    const auto white = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    return !white(text.front()) && !white(text.back());
}

bool OwnRecords::member(const JsonTree& tree, std::size_t index, Key key) {
    const JsonToken& token = tree.tokens[index];
    const std::string_view text = token.text();
    const auto string = [&](std::string_view& out) {
        out = text;
        return plain_string(token);
    };
    switch (key) {
        case Key::date:
            return token.type == JsonType::string && parse_plain_date(text, claim_.date);
        case Key::from:
            return token.type == JsonType::string && parse_plain_date(text, claim_.period.from);
        case Key::to:
            return token.type == JsonType::string && parse_plain_date(text, claim_.period.to);
        case Key::stance:
            return token.type == JsonType::string && parse_plain_stance(text, claim_.stance);
        case Key::confidence:
            return token.number() && parse_plain_confidence(text, claim_.confidence);
        case Key::stated_by:
            return string(claim_.stated_by.text);
        case Key::source:
            return string(claim_.source);
        case Key::quote:
            claim_.quote = text;
            return token.type == JsonType::string && surely_clean(text);
        case Key::span:
            return parse_plain_span(tree, index, claim_.span);
        case Key::subject_as:
            return string(claim_.subject.as);
        case Key::object_as:
            return string(claim_.object.as);
        case Key::stated_by_as:
            return string(claim_.stated_by.as);
        case Key::subject:
        case Key::relation:
        case Key::object:
            return false;
        default:
            return plain_field(token, fields_);
    }
}

bool OwnRecords::claim(const PlainEnds& ends, const JsonTree& tree, std::size_t index) {
    if (tree.tokens[index].type != JsonType::object) return false;
    claim_ = claim_between(ends);
    std::uint64_t seen = 0;
    for (std::size_t i = index + 1; i < tree.tokens[index].end; i = tree.tokens[i].end) {
        if (tree.tokens[i].type == JsonType::null) return false;
        const Key key = find_key(tree.tokens[i].key());
        if (came_before(key, seen) || !member(tree, i, key)) return false;
    }
    if (!claim_.stated_by.as.empty() && claim_.stated_by.empty()) return false;
    if (claim_.period.reversed()) return false;
    pending_.push_back({claim_, fields_.size()});
    return true;
}

bool OwnRecords::claims(const PlainEnds& ends, const JsonTree& tree) {
    pending_.clear();
    fields_.clear();
    for (std::size_t i = 1; i < tree.root().end; i = tree.tokens[i].end)
        if (!claim(ends, tree, i)) return false;
    return true;
}

void OwnRecords::push_claims() {
    std::size_t begin = 0;
    for (auto& [record, end] : pending_) {
        record.qualifiers = std::span(fields_).subspan(begin, end - begin);
        record.position = reading_.anchor();
        reading_.sink().claim(record);
        begin = end;
    }
}

bool OwnRecords::source(const JsonTree& tree, std::size_t index) {
    SourceRecord record;
    source_fields_.clear();
    std::uint64_t seen = 0;
    for (std::size_t i = index + 1; i < tree.tokens[index].end; i = tree.tokens[i].end) {
        const JsonToken& token = tree.tokens[i];
        const Key key = find_key(token.key());
        if (token.type == JsonType::null || came_before(key, seen)) return false;
        if (key == Key::none) {
            if (!plain_field(token, source_fields_)) return false;
            continue;
        }
        std::string_view* const text = key == Key::source      ? &record.id
                                       : key == Key::publisher ? &record.publisher
                                       : key == Key::title     ? &record.title
                                       : key == Key::url       ? &record.url
                                       : key == Key::language  ? &record.language
                                                               : nullptr;
        const bool published = key == Key::published && token.type == JsonType::string &&
                               parse_plain_date(token.text(), record.published);
        if (text) *text = token.text();
        if (!published && !(text && plain_string(token))) return false;
    }
    if (record.id.empty()) return false;
    record.attributes = source_fields_;
    record.position = reading_.anchor();
    reading_.sink().source(record);
    return true;
}

/// The texts of a list as it is written where no text needs an escape: `["a","b"]`.
bool OwnRecords::texts(std::string_view list, std::vector<std::string_view>& out) {
    out.clear();
    if (list.size() < 4 || !list.starts_with("[\"") || !list.ends_with("\"]")) return false;
    if (list.find('\\') != std::string_view::npos) return false;
    for (std::size_t at = 2;;) {
        const std::size_t end = list.find('"', at);
        out.push_back(list.substr(at, end - at));
        if (!is_plain_text(out.back())) return false;
        if (end + 2 == list.size()) return true;
        if (list.substr(end, 3) != "\",\"") return false;
        at = end + 3;
    }
}

OwnEdge::Slot OwnEdge::slot(std::string_view name, JsonType type) {
    struct Row {
        std::string_view name;
        JsonType type = JsonType::string;
    };
    constexpr std::array<Row, none> rows{{{"label"},
                                          {"labelE"},
                                          {"interaction"},
                                          {flat_name(Word::id)},
                                          {flat_name(Word::status)},
                                          {flat_name(Word::confidence), JsonType::decimal},
                                          {flat_name(Word::from)},
                                          {flat_name(Word::to)},
                                          {flat_name(Word::derived), JsonType::boolean},
                                          {flat_name(Word::claim_count), JsonType::integer},
                                          {flat_name(Word::source_count), JsonType::integer},
                                          {flat_name(Word::sources)},
                                          {flat_name(Word::claims)}}};
    for (std::size_t n = 0; n < rows.size(); ++n)
        if (rows[n].name == name && rows[n].type == type) return static_cast<Slot>(n);
    return none;
}

bool OwnRecords::lean_claims(const PlainEnds& ends, const OwnEdge& edge) {
    const auto text = [&](OwnEdge::Slot slot) { return edge.texts[slot]; };
    claim_ = claim_between(ends);
    sources_.clear();
    if (!text(OwnEdge::sources).empty() && !texts(text(OwnEdge::sources), sources_)) return false;
    if (!text(OwnEdge::from).empty() && !parse_plain_date(text(OwnEdge::from), claim_.period.from))
        return false;
    if (!text(OwnEdge::to).empty() && !parse_plain_date(text(OwnEdge::to), claim_.period.to))
        return false;
    if (claim_.period.reversed()) return false;
    if (!text(OwnEdge::confidence).empty() &&
        !parse_plain_confidence(text(OwnEdge::confidence), claim_.confidence))
        return false;
    parse_plain_stance(text(OwnEdge::status), claim_.stance); // else supported or disputed
    pending_.clear();
    fields_.clear();
    if (!sources_.empty()) claim_.source = sources_.front();
    pending_.push_back({claim_});
    claim_.confidence = unknown_confidence;
    for (std::size_t n = 1; n < sources_.size(); ++n) {
        if (sources_[n] == sources_[n - 1]) continue;
        claim_.source = sources_[n];
        pending_.push_back({claim_});
    }
    return true;
}

bool OwnRecords::entity(const FlatItem& item) {
    EntityRecord record;
    aliases_.clear();
    for (const FlatAttribute& a : item.attributes) {
        if (a.name == "labelV" || a.name == "labels") continue;
        if (a.name == flat_name(Word::from)) {
            if (!parse_plain_date(a.text, record.period.from)) return false;
        } else if (a.name == flat_name(Word::to)) {
            if (!parse_plain_date(a.text, record.period.to)) return false;
        } else if (a.name == flat_name(Word::aliases)) {
            if (!aliases_.empty() || !texts(a.text, sources_)) return false;
            for (const std::string_view text : sources_)
                aliases_.push_back({text, {}});
        } else {
            std::string_view* const text = a.name == flat_name(Word::id)     ? &record.id
                                           : a.name == flat_name(Word::kind) ? &record.kind
                                           : a.name == "label"               ? &record.name
                                                                             : nullptr;
            if (!text || !text->empty() || !is_plain_text(a.text)) return false;
            *text = a.text;
        }
    }
    if (record.id.empty() || record.kind.empty() || record.name.empty() || record.period.reversed())
        return false;
    record.aliases = aliases_;
    record.position = reading_.anchor();
    reading_.sink().entity(record);
    return true;
}

} // namespace entente
