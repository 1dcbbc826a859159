// SPDX-License-Identifier: BSL-1.0
#include "importers/records/parts.hpp"

#include <cstring>
#include <string>

namespace entente {

namespace {

constexpr std::size_t lately_slots = 4096;

/// Eight bytes at a time. It is never written anywhere, so the order of bytes does not matter.
std::uint64_t hash_text(std::string_view text, std::uint64_t hash) {
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15;
    const auto mix = [&](std::uint64_t word) {
        hash = (hash ^ word) * prime;
        hash ^= hash >> 29;
    };
    mix(text.size());
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t word;
        std::memcpy(&word, text.data(), 8);
        mix(word);
    }
    std::uint64_t rest = 0;
    for (const char c : text)
        rest = rest << 8 | static_cast<unsigned char>(c);
    mix(rest);
    return hash;
}

std::uint64_t hash_value(const JsonTree& tree, const JsonToken& token) {
    std::uint64_t hash = 0xCBF29CE484222325;
    const auto first = static_cast<std::size_t>(&token - tree.tokens.data());
    for (std::size_t i = first; i < token.end; ++i) {
        const JsonToken& part = tree.tokens[i];
        hash = hash_text(part.key(), hash);
        hash = hash_text(part.text(), hash ^ static_cast<std::uint64_t>(part.type));
    }
    return hash | 1;
}

} // namespace

RecordParts::RecordParts(Reading& reading, RecordFields& fields)
    : reading_(reading), fields_(fields), lately_(lately_slots) {}

void RecordParts::begin() {
    entities_.clear();
    sources_.clear();
    field_pool_.clear();
    alias_pool_.clear();
    id_pool_.clear();
    rest_ = {};
}

Reference RecordParts::reference(const JsonToken* token, Key role) {
    const std::string key(entente::name(role));
    if (!token) {
        fields_.fail(Code::missing_field, fields_.tree().root().offset,
                     "'" + key + "' is missing; say whom or what it is about");
        return {};
    }
    if (token->type == JsonType::array) {
        fields_.fail(Code::wrong_type, token->offset,
                     "'" + key + "' is a list; write one record for each of them");
        return {};
    }
    if (token->type != JsonType::object) {
        const std::string_view text = fields_.id(token);
        if (text.empty() && fields_.ok())
            fields_.fail(Code::missing_field, token->offset,
                         "'" + key + "' is empty; write a name or id");
        return {text, {}, {}};
    }
    return described_reference(*token, key);
}

/// By an object that has a name or an id, and may say more.
Reference RecordParts::described_reference(const JsonToken& token, const std::string& key) {
    inner_.read(fields_.tree(), static_cast<std::size_t>(&token - fields_.tree().tokens.data()));
    // Nearly every object is no more than a name and a kind.
    if (inner_.size() == 2 && inner_.has(Key::name) && inner_.has(Key::kind)) {
        const std::string_view name = fields_.text(inner_.peek(Key::name));
        if (!name.empty()) return {name, fields_.text(inner_.peek(Key::kind)), {}};
    }
    const bool named = inner_.has(Key::name) || inner_.has(Key::label);
    if (!inner_.has(Key::id) && inner_.has(Key::entity)) inner_.stand_in(Key::id, Key::entity);
    if (!named && !inner_.has(Key::id)) {
        fields_.fail(Code::missing_field, token.offset,
                     "'" + key + "' is an object without 'name' or 'id'; give it one");
        return {};
    }
    const std::size_t before = entities_.size();
    entity(inner_, true);
    if (entities_.size() == before) return {};
    const EntityRecord& record = entities_.back().record;
    const Reference reference{record.id.empty() ? record.name : record.id, record.kind, {}};
    if (says_more(entities_.back()))
        entities_.back().hash = hash_value(fields_.tree(), token);
    else
        entities_.pop_back();
    return reference;
}

/// Than a mention does, which declares nothing.
bool RecordParts::says_more(const PendingEntity& entity) {
    const EntityRecord& record = entity.record;
    return entity.aliases.end != entity.aliases.begin ||
           entity.same_as.end != entity.same_as.begin ||
           entity.attributes.end != entity.attributes.begin || record.provisional ||
           record.period.from.known() || record.period.to.known() ||
           (!record.id.empty() && !record.name.empty());
}

std::string_view RecordParts::source_reference(const JsonToken* token) {
    if (!token) return {};
    if (token->type != JsonType::object) return fields_.id(token);
    inner_.read(fields_.tree(), static_cast<std::size_t>(token - fields_.tree().tokens.data()));
    const std::size_t before = sources_.size();
    source(inner_, true);
    if (sources_.size() == before) return {};
    PendingSource& made = sources_.back();
    const std::string_view id = made.record.id;
    if (inner_.size() == 1) {
        if (inner_.has(Key::id) || inner_.has(Key::source)) sources_.pop_back();
        return id;
    }
    made.hash = hash_value(fields_.tree(), *token);
    return id;
}

std::string_view RecordParts::entity_name(Members& members) {
    const JsonToken* token = members.take(Key::name);
    if (!token && members.has(Key::label)) {
        token = members.take(Key::label);
        fields_.repaired(*token, "'label' was read as 'name'");
    }
    const std::string_view name = fields_.text(token);
    if (token && name.empty() && fields_.ok())
        fields_.fail(Code::missing_field, token->offset,
                     "the name is empty; write it or leave it out");
    return name;
}

/// Other programs put the kind under `type`, or under `label` where that is not the name.
std::string_view RecordParts::entity_kind(Members& members, bool label_is_name) {
    const JsonToken* token = members.take(Key::kind);
    if (!token && members.has(Key::type)) {
        token = members.take(Key::type);
        fields_.repaired(*token, "'type' was read as 'kind'");
    } else if (!token && members.has(Key::label) && !label_is_name) {
        token = members.take(Key::label);
        fields_.repaired(*token, "'label' was read as 'kind'");
    }
    return fields_.text(token);
}

void RecordParts::entity(Members& members, bool listed) {
    PendingEntity& made = entities_.emplace_back();
    EntityRecord& record = made.record;
    const JsonToken* id = members.take(Key::entity);
    if (!id && members.has(Key::id)) {
        id = members.take(Key::id);
        if (!listed) fields_.repaired(*id, "'id' was read as 'entity'");
    }
    if (id && id->compound()) {
        fields_.fail(Code::wrong_type, id->offset,
                     quoted_key(*id) + " is " + std::string(entente::name(id->type)) +
                         "; write the id as a text: \"nation/JPN\"");
        entities_.pop_back();
        return;
    }
    const bool label_is_name = !members.has(Key::name);
    record.id = fields_.id(id);
    record.name = entity_name(members);
    record.kind = entity_kind(members, label_is_name);
    if (record.id.empty() && record.name.empty() && fields_.ok())
        fields_.fail(Code::missing_field, fields_.tree().root().offset,
                     "an entity without id and name; give it one");
    made.aliases = aliases(members.take(Key::aliases));
    made.same_as = identifiers(members.take(Key::same_as));
    fields_.dates(members, nullptr, record.period);
    record.provisional = fields_.boolean(members.take(Key::provisional));
    if (record.provisional) record.source = fields_.id(members.take(Key::source));
    made.attributes = attributes(members);
    record.position = fields_.position();
    if (!fields_.ok()) entities_.pop_back();
}

void RecordParts::named_entity(std::string_view name) {
    PendingEntity made;
    made.record.name = name;
    made.record.position = fields_.position();
    entities_.push_back(made);
}

void RecordParts::source(Members& members, bool listed) {
    PendingSource& made = sources_.emplace_back();
    SourceRecord& record = made.record;
    const JsonToken* id = members.take(Key::source);
    if (!id && listed) id = members.take(Key::id);
    record.id = fields_.id(id);
    record.publisher = fields_.text(members.take(Key::publisher));
    record.title = fields_.text(members.take(Key::title));
    record.url = fields_.text(members.take(Key::url));
    record.language = fields_.text(members.take(Key::language));
    record.published = fields_.date(members.take(Key::published));
    if (record.id.empty()) record.id = record.url.empty() ? record.title : record.url;
    if (record.id.empty() && fields_.ok())
        fields_.fail(Code::missing_field, fields_.tree().root().offset,
                     "a source without id; give it an \"id\", or at least a \"url\"");
    made.attributes = attributes(members);
    record.position = fields_.position();
    if (!fields_.ok()) sources_.pop_back();
}

RecordParts::Range RecordParts::aliases(const JsonToken* token) {
    Range range{alias_pool_.size(), alias_pool_.size()};
    if (!token) return range;
    const auto& tokens = fields_.tree().tokens;
    const auto index = static_cast<std::size_t>(token - tokens.data());
    const bool list = token->type == JsonType::array;
    if (!list) fields_.repaired(*token, "a lone alias was taken for a list");
    for (std::size_t i = list ? index + 1 : index; i < token->end; i = tokens[i].end) {
        Alias alias;
        if (tokens[i].type != JsonType::object) {
            alias.name = fields_.text(&tokens[i]);
        } else {
            alias_.read(fields_.tree(), i);
            alias.name = fields_.text(alias_.peek(Key::name));
            const Key language = alias_.has(Key::language) ? Key::language : Key::lang;
            alias.language = fields_.text(alias_.peek(language));
        }
        if (alias.name.empty() && fields_.ok())
            fields_.fail(Code::missing_field, tokens[i].offset,
                         "an alias without a name; delete it");
        alias_pool_.push_back(alias);
    }
    range.end = alias_pool_.size();
    return range;
}

RecordParts::Range RecordParts::identifiers(const JsonToken* token) {
    Range range{id_pool_.size(), id_pool_.size()};
    if (!token) return range;
    const auto& tokens = fields_.tree().tokens;
    const auto index = static_cast<std::size_t>(token - tokens.data());
    const bool list = token->type == JsonType::array;
    if (!list) fields_.repaired(*token, "a lone identifier was taken for a list");
    for (std::size_t i = list ? index + 1 : index; i < token->end; i = tokens[i].end) {
        const std::string_view id = fields_.text(&tokens[i]);
        if (id.empty() && fields_.ok())
            fields_.fail(Code::missing_field, tokens[i].offset, "an empty identifier; delete it");
        id_pool_.push_back(id);
    }
    range.end = id_pool_.size();
    return range;
}

RecordParts::Range RecordParts::attributes(const Members& members) {
    Range range{field_pool_.size(), field_pool_.size()};
    members.for_each_left(
        [&](const JsonToken& token) { field_pool_.push_back(fields_.field(token)); });
    range.end = field_pool_.size();
    return range;
}

void RecordParts::take_rest(const Members& members) {
    rest_ = attributes(members);
}

std::span<const Field> RecordParts::rest() const {
    return std::span(field_pool_).subspan(rest_.begin, rest_.end - rest_.begin);
}

bool RecordParts::pushed_lately(std::uint64_t hash) {
    std::uint64_t& slot = lately_[hash >> 32 & (lately_slots - 1)];
    const bool known = slot == hash;
    slot = hash;
    return known;
}

void RecordParts::push() {
    const auto part = [](auto& pool, Range range) {
        return std::span(pool).subspan(range.begin, range.end - range.begin);
    };
    for (PendingSource& pending : sources_) {
        if (pending.hash != 0 && pushed_lately(pending.hash)) continue;
        pending.record.attributes = part(field_pool_, pending.attributes);
        reading_.sink().source(pending.record);
    }
    for (PendingEntity& pending : entities_) {
        if (pending.hash != 0 && pushed_lately(pending.hash)) continue;
        pending.record.aliases = part(alias_pool_, pending.aliases);
        pending.record.same_as = part(id_pool_, pending.same_as);
        pending.record.attributes = part(field_pool_, pending.attributes);
        reading_.sink().entity(pending.record);
    }
}

} // namespace entente
