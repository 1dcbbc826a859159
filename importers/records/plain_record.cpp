// SPDX-License-Identifier: BSL-1.0
#include "importers/records/plain_record.hpp"

#include <charconv>
#include <optional>

#include "importers/records/plain_texts.hpp"

namespace entente {

namespace {

constexpr std::uint64_t claim_needs = set_of_keys({Key::subject, Key::relation, Key::object});
constexpr std::uint64_t claim_keys =
    claim_needs | set_of_keys({Key::date, Key::from, Key::to, Key::stance, Key::confidence,
                               Key::stated_by, Key::source, Key::quote, Key::span});
constexpr std::uint64_t entity_keys = set_of_keys(
    {Key::entity, Key::kind, Key::name, Key::aliases, Key::same_as, Key::from, Key::to});
constexpr std::uint64_t described =
    set_of_keys({Key::publisher, Key::title, Key::url, Key::language, Key::published});

bool only(std::uint64_t present, std::uint64_t allowed) {
    return (present & ~allowed) == 0;
}

bool read_date(std::string_view text, Date& out) {
    const auto date = Date::parse(PlainTexts::trim(text)); // an interval is none
    if (date) out = *date;
    return date.has_value();
}

bool read_period(const PlainMembers& given, Period& out) {
    return read_date(given[Key::from], out.from) && read_date(given[Key::to], out.to) &&
           !out.reversed();
}

bool read_stance(const PlainMembers& given, Stance& out) {
    if (!given.has(Key::stance)) return true;
    for (const Stance stance :
         {Stance::asserted, Stance::denied, Stance::planned, Stance::possible})
        if (name(stance) == given[Key::stance]) {
            out = stance;
            return true;
        }
    return false;
}

/// `0.85`, as most confidences are written; nothing if it is not one.
std::optional<double> hundredths(std::string_view text) {
    if (text.size() != 4 || !text.starts_with("0.")) return std::nullopt;
    const int tens = text[2] - '0', ones = text[3] - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return std::nullopt;
    return (10 * tens + ones) / 100.0; // rounded once, as the text would be
}

bool read_confidence(const PlainMembers& given, double& out) {
    if (!given.has(Key::confidence)) return true;
    const std::string_view digits = given[Key::confidence];
    if (const auto known = hundredths(digits)) {
        out = *known;
        return true;
    }
    if (!is_json_number(digits)) return false;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return parsed.ec == std::errc{} && out >= 0 && out <= 1;
}

bool describe_source(const PlainMembers& given, std::string_view id, Position at,
                     SourceRecord& record) {
    record.id = PlainTexts::trim(id);
    record.publisher = PlainTexts::trim(given[Key::publisher]);
    record.title = PlainTexts::trim(given[Key::title]);
    record.url = PlainTexts::trim(given[Key::url]);
    record.language = PlainTexts::trim(given[Key::language]);
    record.position = at;
    return !record.id.empty() && read_date(given[Key::published], record.published);
}

} // namespace

void PlainRecord::clear() {
    members.present = source.present = 0;
    source_is_object = false;
    span = {};
    aliases.clear();
    same_as.clear();
    rest.clear();
}

bool PlainRecord::make_reference(Key key, Reference& out) const {
    const Who& given = who[role(key)];
    out = {PlainTexts::trim(given.name), PlainTexts::trim(given.kind), {}};
    return !out.empty();
}

bool PlainRecord::make_claim(Position at, ClaimRecord& claim,
                             std::optional<SourceRecord>& source_record) const {
    claim = ClaimRecord{};
    source_record.reset();
    if ((members.present & claim_needs) != claim_needs || !only(members.present, claim_keys) ||
        !make_reference(Key::subject, claim.subject) || !make_reference(Key::object, claim.object))
        return false;
    if (members.has(Key::stated_by) && !make_reference(Key::stated_by, claim.stated_by))
        return false;
    claim.relation = PlainTexts::trim(members[Key::relation]);
    claim.quote = members[Key::quote];
    claim.span = span;
    claim.qualifiers = rest;
    claim.position = at;
    if (claim.relation.empty() || !read_date(members[Key::date], claim.date) ||
        !read_period(members, claim.period) || !read_stance(members, claim.stance) ||
        !read_confidence(members, claim.confidence))
        return false;
    if (!members.has(Key::source)) return true;
    SourceRecord record;
    if (!only(source.present, described | bit(Key::id)) ||
        !describe_source(source, source[Key::id], at, record))
        return false;
    claim.source = record.id;
    if (source_is_object && source.present != bit(Key::id)) source_record = record;
    return true;
}

bool PlainRecord::make_entity(Position at, EntityRecord& entity,
                              std::vector<Alias>& alias_rows) const {
    if (!only(members.present, entity_keys)) return false;
    entity = EntityRecord{};
    entity.id = PlainTexts::trim(members[Key::entity]);
    entity.kind = PlainTexts::trim(members[Key::kind]);
    entity.name = PlainTexts::trim(members[Key::name]);
    if (entity.id.empty() || (members.has(Key::name) && entity.name.empty()) ||
        !read_period(members, entity.period))
        return false;
    alias_rows.clear();
    for (const std::string_view alias : aliases)
        alias_rows.push_back({alias, {}});
    entity.aliases = alias_rows;
    entity.same_as = same_as;
    entity.attributes = rest;
    entity.position = at;
    return true;
}

bool PlainRecord::make_source(Position at, SourceRecord& record) const {
    record = SourceRecord{};
    if (!members.has(Key::source) || !only(members.present, described | bit(Key::source)) ||
        source_is_object || !describe_source(members, source[Key::id], at, record))
        return false;
    record.attributes = rest;
    return true;
}

} // namespace entente
