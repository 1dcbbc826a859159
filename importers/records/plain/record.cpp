// SPDX-License-Identifier: BSL-1.0
#include "importers/records/plain/record.hpp"

#include <optional>

#include "importers/records/plain/values.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

constexpr std::uint64_t claim_needs = set_of_keys({Key::subject, Key::relation, Key::object});
constexpr std::uint64_t claim_keys =
    claim_needs | set_of_keys({Key::date, Key::from, Key::to, Key::stance, Key::confidence,
                               Key::stated_by, Key::source, Key::quote, Key::span, Key::subject_as,
                               Key::object_as, Key::stated_by_as});
constexpr std::uint64_t entity_keys = set_of_keys(
    {Key::entity, Key::kind, Key::name, Key::aliases, Key::same_as, Key::from, Key::to});
constexpr std::uint64_t described =
    set_of_keys({Key::publisher, Key::title, Key::url, Key::language, Key::published});

bool only(std::uint64_t present, std::uint64_t allowed) {
    return (present & ~allowed) == 0;
}

bool read_date(std::string_view text, Date& out) {
    const auto date = Date::parse(trimmed(text)); // an interval is none
    if (date) out = *date;
    return date.has_value();
}

bool read_period(const PlainMembers& given, Period& out) {
    return read_date(given[Key::from], out.from) && read_date(given[Key::to], out.to) &&
           !out.reversed();
}

bool read_stance(const PlainMembers& given, Stance& out) {
    return !given.has(Key::stance) || read_plain_stance(given[Key::stance], out);
}

bool read_confidence(const PlainMembers& given, double& out) {
    return !given.has(Key::confidence) || read_plain_confidence(given[Key::confidence], out);
}

bool describe_source(const PlainMembers& given, std::string_view id, Position at,
                     SourceRecord& record) {
    record.id = trimmed(id);
    record.publisher = trimmed(given[Key::publisher]);
    record.title = trimmed(given[Key::title]);
    record.url = trimmed(given[Key::url]);
    record.language = trimmed(given[Key::language]);
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

bool PlainRecord::read(const JsonTree& tree, std::size_t object) {
    clear();
    usual_.begin();
    if (tree.tokens[object].type != JsonType::object) return false;
    for (std::size_t i = object + 1; i < tree.tokens[object].end; i = tree.tokens[i].end) {
        const JsonToken& token = tree.tokens[i];
        Key& key = usual_.next();
        if (!is_key(token.key(), key)) key = find_key(token.key());
        if (!(key == Key::none ? add_rest(token) : add(tree, i, key))) return false;
    }
    return true;
}

bool PlainRecord::add(const JsonTree& tree, std::size_t index, Key key) {
    const JsonToken& token = tree.tokens[index];
    if (members.has(key)) return false;
    members.present |= bit(key);
    if (key == Key::span) return read_plain_span(tree, index, span);
    const bool fits = key == Key::confidence ? token.number() : token.type == JsonType::string;
    if (!fits || !surely_clean(token.text())) return false;
    members.at(key) = token.text();
    if (key == Key::subject || key == Key::object || key == Key::stated_by)
        who[role(key)] = {token.text(), {}};
    if (key == Key::source) {
        source.present = bit(Key::id);
        source.at(Key::id) = token.text();
    }
    return true;
}

/// An attribute or qualifier that is no list or object.
bool PlainRecord::add_rest(const JsonToken& token) {
    if (token.type == JsonType::null || token.compound() || trimmed(token.key()).empty() ||
        !surely_clean(token.key()) || !surely_clean(token.text()))
        return false;
    const ValueType type = token.type == JsonType::integer   ? ValueType::integer
                           : token.type == JsonType::decimal ? ValueType::decimal
                           : token.type == JsonType::boolean ? ValueType::boolean
                                                             : ValueType::string;
    rest.push_back({token.key(), {type, token.text()}});
    return true;
}

bool PlainRecord::make_reference(Key key, Reference& out) const {
    const Who& given = who[role(key)];
    out = {trimmed(given.name), trimmed(given.kind), {}};
    return !out.empty();
}

bool PlainRecord::make_claim(Position at, ClaimRecord& claim,
                             std::optional<SourceRecord>& source_record) const {
    claim = ClaimRecord{};
    source_record.reset();
    if ((members.present & claim_needs) != claim_needs || !only(members.present, claim_keys) ||
        !make_reference(Key::subject, claim.subject) || !make_reference(Key::object, claim.object))
        return false;
    if (members.has(Key::stated_by) ? !make_reference(Key::stated_by, claim.stated_by)
                                    : members.has(Key::stated_by_as))
        return false;
    claim.subject.as = trimmed(members[Key::subject_as]);
    claim.object.as = trimmed(members[Key::object_as]);
    claim.stated_by.as = trimmed(members[Key::stated_by_as]);
    claim.relation = trimmed(members[Key::relation]);
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
    entity.id = trimmed(members[Key::entity]);
    entity.kind = trimmed(members[Key::kind]);
    entity.name = trimmed(members[Key::name]);
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
