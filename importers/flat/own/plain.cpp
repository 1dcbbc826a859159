// SPDX-License-Identifier: BSL-1.0
// The short way from nodes and edges of our own files to records. It takes only what needs no
// repair, no note and no normal form; each function here says false to anything else, before
// anything was pushed, and the usual way through RecordComposer makes of it what it is
// (tests/importers/flat/own/plain_test.cpp compares the two).
#include "importers/flat/own/plain.hpp"

#include <span>

#include "importers/records/keys/keys.hpp"
#include "importers/records/plain/values.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

bool read_plain_date(std::string_view text, Date& out) {
    const auto date = Date::parse(trimmed(text));
    if (!date || !date->known() || out.known()) return false;
    out = *date;
    return true;
}

ClaimRecord claim_between(const PlainEnds& ends) {
    ClaimRecord claim;
    claim.subject.text = ends.subject;
    claim.relation = ends.relation;
    claim.object.text = ends.object;
    return claim;
}

} // namespace

bool OwnRecords::claim(const PlainEnds& ends, const JsonTree& tree, std::size_t index) {
    constexpr std::uint64_t of_edge = set_of_keys({Key::subject, Key::relation, Key::object});
    if (!plain_claim_.read(tree, index) || (plain_claim_.members.present & of_edge) != 0)
        return false;
    plain_claim_.members.present |= of_edge;
    plain_claim_.members.at(Key::relation) = ends.relation;
    plain_claim_.who[PlainRecord::role(Key::subject)] = {ends.subject, {}};
    plain_claim_.who[PlainRecord::role(Key::object)] = {ends.object, {}};
    std::optional<SourceRecord> described;
    if (!plain_claim_.make_claim({}, claim_, described)) return false;
    fields_.insert(fields_.end(), plain_claim_.rest.begin(), plain_claim_.rest.end());
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
    if (!plain_source_.read(tree, index) || !plain_source_.make_source(reading_.anchor(), record))
        return false;
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

bool OwnEdge::is_plain() const {
    const auto has = [&](Slot slot) { return texts[slot].data() != nullptr; };
    if (has(derived)) return false;
    if (!has(claim_count) && !has(status) && !has(claims)) return false;
    for (const Slot count : {claim_count, source_count})
        if (has(count) && !is_json_number(texts[count])) return false;
    return true;
}

std::string_view OwnEdge::relation() const {
    for (const Slot slot : {label_e, interaction})
        if (!texts[slot].empty()) return texts[slot];
    return texts[label];
}

bool OwnRecords::lean_claims(const PlainEnds& ends, const OwnEdge& edge) {
    const auto text = [&](OwnEdge::Slot slot) { return edge.texts[slot]; };
    claim_ = claim_between(ends);
    sources_.clear();
    if (!text(OwnEdge::sources).empty() && !texts(text(OwnEdge::sources), sources_)) return false;
    if (!text(OwnEdge::from).empty() && !read_plain_date(text(OwnEdge::from), claim_.period.from))
        return false;
    if (!text(OwnEdge::to).empty() && !read_plain_date(text(OwnEdge::to), claim_.period.to))
        return false;
    if (claim_.period.reversed()) return false;
    if (!text(OwnEdge::confidence).empty() &&
        !read_plain_confidence(text(OwnEdge::confidence), claim_.confidence))
        return false;
    read_plain_stance(text(OwnEdge::status), claim_.stance); // else supported or disputed
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
            if (!read_plain_date(a.text, record.period.from)) return false;
        } else if (a.name == flat_name(Word::to)) {
            if (!read_plain_date(a.text, record.period.to)) return false;
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
