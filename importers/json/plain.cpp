// SPDX-License-Identifier: BSL-1.0
#include "importers/json/plain.hpp"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "importers/json/plain_texts.hpp"
#include "importers/records/keys.hpp"

namespace entente {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::SUCCESS;

/// A longer line is left to the general reader.
constexpr std::size_t longest_line = std::size_t{1} << 20;

constexpr std::uint64_t bit(Key key) {
    return std::uint64_t{1} << static_cast<unsigned>(key);
}
constexpr std::uint64_t set_of_keys(std::initializer_list<Key> keys) {
    std::uint64_t set = 0;
    for (const Key key : keys)
        set |= bit(key);
    return set;
}

constexpr std::uint64_t claim_needs = set_of_keys({Key::subject, Key::relation, Key::object});
constexpr std::uint64_t claim_keys =
    claim_needs | set_of_keys({Key::date, Key::from, Key::to, Key::stance, Key::confidence,
                               Key::stated_by, Key::source, Key::quote, Key::span});
constexpr std::uint64_t entity_keys = set_of_keys(
    {Key::entity, Key::kind, Key::name, Key::aliases, Key::same_as, Key::from, Key::to});
constexpr std::uint64_t source_keys = set_of_keys(
    {Key::source, Key::publisher, Key::title, Key::url, Key::language, Key::published});

/// The texts that stand under one object's keys.
struct Members {
    std::uint64_t present = 0;
    std::array<std::string_view, key_count> texts; ///< valid where present

    [[nodiscard]] bool has(Key key) const { return (present & bit(key)) != 0; }
    [[nodiscard]] std::string_view operator[](Key key) const {
        return has(key) ? texts[static_cast<std::size_t>(key)] : std::string_view();
    }
};

/// Keys as they stand in the text: most records have those of the record before, in its order.
class KeyReader {
  public:
    void begin() { next_ = 0; }

    /// Key::none if it is none of ours; nothing if it is not plain ASCII. `name` is as written.
    std::optional<Key> read(const char* raw, std::string_view& name) {
        if (next_ == usual_.size()) usual_.push_back(Key::none);
        Key& usual = usual_[next_++];
        const std::string_view guess = entente::name(usual);
        if (usual != Key::none && raw[guess.size()] == '"' &&
            std::memcmp(raw, guess.data(), guess.size()) == 0) {
            name = guess;
            return usual;
        }
        std::size_t size = 0;
        for (; raw[size] != '"'; ++size)
            if (raw[size] == '\\' || static_cast<signed char>(raw[size]) < 0) return std::nullopt;
        name = {raw, size};
        return usual = find_key(name);
    }

  private:
    std::size_t next_ = 0;
    std::vector<Key> usual_;
};

} // namespace

struct PlainRecords::State {
    State(std::string_view given, std::uint32_t number) : text(given), file(number) {}

    bool read(std::string_view line, std::size_t room);
    bool read_member(ondemand::field field);
    bool read_rest(std::string_view key, ondemand::value value);
    bool read_reference(Key role, ondemand::value value);
    bool read_source(ondemand::value value);
    bool read_list(ondemand::value value, std::vector<std::string_view>& out);
    bool read_span(ondemand::value value);
    bool read_number(ondemand::value value);
    bool read_text(ondemand::value value, std::string_view& out);
    bool read_texts(ondemand::value value, KeyReader& keys, Members& out);

    bool push_claim(Position at);
    bool push_entity(Position at);
    bool push_source(Position at);
    bool describe_source(const Members& given, std::string_view id, Position at,
                         SourceRecord& record) const;
    bool push(Position at);

    std::string_view text;
    std::uint32_t file;
    RecordSink* sink = nullptr; ///< of the current record
    std::string last_lines; ///< a copy with room behind it: simdjson looks further than the line
    ondemand::parser parser;
    PlainTexts texts;
    KeyReader keys, source_keys_read;
    std::array<KeyReader, 3> reference_keys;

    // What was read of the current record.
    Members members, source, reference_parts;
    ClaimRecord claim;
    bool source_described = false;
    std::vector<Field> rest;
    std::vector<std::string_view> aliases, same_as;
    std::vector<Alias> alias_rows;
};

bool PlainRecords::State::read_text(ondemand::value value, std::string_view& out) {
    simdjson::ondemand::json_type type;
    if (value.type().get(type) != SUCCESS || type != ondemand::json_type::string) return false;
    // The token reaches to the next one, so its text need not be searched for the closing quote.
    const std::string_view token = value.raw_json_token();
    std::size_t end = token.size() - 1;
    while (token[end] != '"')
        --end;
    const std::string_view raw = token.substr(1, end - 1);
    if (!PlainTexts::has_escape_or_more(raw)) {
        simdjson::ondemand::raw_json_string passed;
        if (value.get_raw_json_string().get(passed) != SUCCESS) return false;
        out = raw;
        return true;
    }
    if (std::memchr(raw.data(), '\\', raw.size()) == nullptr) {
        simdjson::ondemand::raw_json_string passed;
        if (value.get_raw_json_string().get(passed) != SUCCESS) return false;
        out = raw;
    } else if (value.get_string().get(out) != SUCCESS) {
        return false;
    }
    return texts.clean(out);
}

/// An object that has texts only.
bool PlainRecords::State::read_texts(ondemand::value value, KeyReader& reader, Members& out) {
    ondemand::object object;
    if (value.get_object().get(object) != SUCCESS) return false;
    out.present = 0;
    reader.begin();
    for (auto each : object) {
        ondemand::field field;
        if (std::move(each).get(field) != SUCCESS) return false;
        std::string_view name;
        const auto key = reader.read(field.key().raw(), name);
        if (!key || *key == Key::none || out.has(*key)) return false;
        if (!read_text(field.value(), out.texts[static_cast<std::size_t>(*key)])) return false;
        out.present |= bit(*key);
    }
    return true;
}

bool PlainRecords::State::read_reference(Key role, ondemand::value value) {
    Reference& reference = role == Key::subject  ? claim.subject
                           : role == Key::object ? claim.object
                                                 : claim.stated_by;
    ondemand::json_type type;
    if (value.type().get(type) != SUCCESS) return false;
    if (type == ondemand::json_type::object) {
        Members& parts = reference_parts;
        const std::size_t reader = role == Key::subject ? 0 : role == Key::object ? 1 : 2;
        if (!read_texts(value, reference_keys[reader], parts) ||
            parts.present != (bit(Key::name) | bit(Key::kind)))
            return false;
        reference = {PlainTexts::trim(parts[Key::name]), PlainTexts::trim(parts[Key::kind]), {}};
    } else {
        std::string_view name;
        if (!read_text(value, name)) return false;
        reference = {PlainTexts::trim(name), {}, {}};
    }
    sink->expect(reference);
    return !reference.empty();
}

bool PlainRecords::State::read_source(ondemand::value value) {
    ondemand::json_type type;
    if (value.type().get(type) != SUCCESS) return false;
    source_described = type == ondemand::json_type::object;
    if (source_described) return read_texts(value, source_keys_read, source);
    source.present = bit(Key::id);
    return read_text(value, source.texts[static_cast<std::size_t>(Key::id)]);
}

bool PlainRecords::State::read_list(ondemand::value value, std::vector<std::string_view>& out) {
    ondemand::array array;
    if (value.get_array().get(array) != SUCCESS) return false;
    for (auto each : array) {
        ondemand::value element;
        if (std::move(each).get(element) != SUCCESS || !read_text(element, out.emplace_back()))
            return false;
        out.back() = PlainTexts::trim(out.back());
        if (out.back().empty()) return false;
    }
    return true;
}

bool PlainRecords::State::read_span(ondemand::value value) {
    ondemand::array array;
    if (value.get_array().get(array) != SUCCESS) return false;
    std::array<std::uint32_t, 2> ends{};
    std::size_t count = 0;
    for (auto each : array) {
        ondemand::value element;
        if (std::move(each).get(element) != SUCCESS || count == ends.size()) return false;
        const std::string_view token = PlainTexts::trim(element.raw_json_token());
        std::uint64_t passed;
        const auto parsed = std::from_chars(token.data(), token.data() + token.size(), ends[count]);
        if (parsed.ec != std::errc{} || parsed.ptr != token.data() + token.size() ||
            element.get_uint64().get(passed) != SUCCESS)
            return false;
        ++count;
    }
    claim.span = {ends[0], ends[1]};
    return count == 2 && ends[0] <= ends[1];
}

bool PlainRecords::State::read_number(ondemand::value value) {
    const std::string_view token = PlainTexts::trim(value.raw_json_token());
    if (!is_json_number(token)) return false;
    double passed;
    if (value.get_double().get(passed) != SUCCESS) return false;
    const auto parsed =
        std::from_chars(token.data(), token.data() + token.size(), claim.confidence);
    return parsed.ec == std::errc{} && claim.confidence >= 0 && claim.confidence <= 1;
}

/// What the vocabulary of records does not know: an attribute or qualifier.
bool PlainRecords::State::read_rest(std::string_view key, ondemand::value value) {
    constexpr std::size_t most = 16;
    std::string_view content;
    if (rest.size() == most || PlainTexts::trim(key).empty() || !read_text(value, content))
        return false;
    for (const Field& field : rest)
        if (field.key == key) return false;
    rest.push_back({key, {ValueType::string, content}});
    return true;
}

bool PlainRecords::State::read_member(ondemand::field field) {
    std::string_view name;
    const auto key = keys.read(field.key().raw(), name);
    if (!key || members.has(*key)) return false;
    ondemand::value value = field.value();
    if (*key != Key::none) members.present |= bit(*key);
    switch (*key) {
        case Key::none:
            return read_rest(name, value);
        case Key::subject:
        case Key::object:
        case Key::stated_by:
            return read_reference(*key, value);
        case Key::source:
            return read_source(value);
        case Key::confidence:
            return read_number(value);
        case Key::span:
            return read_span(value);
        case Key::aliases:
            return read_list(value, aliases);
        case Key::same_as:
            return read_list(value, same_as);
        default:
            return read_text(value, members.texts[static_cast<std::size_t>(*key)]);
    }
}

bool PlainRecords::State::read(std::string_view line, std::size_t room) {
    members.present = 0;
    claim = ClaimRecord{};
    source.present = 0;
    source_described = false;
    rest.clear();
    aliases.clear();
    same_as.clear();
    texts.clear();
    keys.begin();
    ondemand::document document;
    ondemand::object record;
    if (parser.iterate(line.data(), line.size(), room).get(document) != SUCCESS ||
        document.get_object().get(record) != SUCCESS)
        return false;
    for (auto each : record) {
        ondemand::field field;
        if (std::move(each).get(field) != SUCCESS || !read_member(field)) return false;
    }
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS; // nothing follows
}

// -- from texts to records ------------------------------------------------------------------------

namespace {

bool read_date(std::string_view text, Date& out) {
    const auto date = Date::parse(PlainTexts::trim(text)); // an interval is none
    if (date) out = *date;
    return date.has_value();
}

bool read_period(const Members& given, Period& out) {
    return read_date(given[Key::from], out.from) && read_date(given[Key::to], out.to) &&
           !out.reversed();
}

bool read_stance(std::string_view text, Stance& out) {
    for (const Stance stance :
         {Stance::asserted, Stance::denied, Stance::planned, Stance::possible})
        if (name(stance) == text) {
            out = stance;
            return true;
        }
    return false;
}

} // namespace

bool PlainRecords::State::describe_source(const Members& given, std::string_view id, Position at,
                                          SourceRecord& record) const {
    record.id = PlainTexts::trim(id);
    record.publisher = PlainTexts::trim(given[Key::publisher]);
    record.title = PlainTexts::trim(given[Key::title]);
    record.url = PlainTexts::trim(given[Key::url]);
    record.language = PlainTexts::trim(given[Key::language]);
    record.position = at;
    return !record.id.empty() && read_date(given[Key::published], record.published);
}

bool PlainRecords::State::push_claim(Position at) {
    if ((members.present & claim_needs) != claim_needs || (members.present & ~claim_keys) != 0)
        return false;
    claim.relation = PlainTexts::trim(members[Key::relation]);
    claim.quote = members[Key::quote];
    claim.qualifiers = rest;
    claim.position = at;
    if (claim.relation.empty() || !read_date(members[Key::date], claim.date) ||
        !read_period(members, claim.period))
        return false;
    if (members.has(Key::stance) && !read_stance(members[Key::stance], claim.stance)) return false;
    SourceRecord record;
    if (members.has(Key::source)) {
        constexpr std::uint64_t inner = (source_keys & ~bit(Key::source)) | bit(Key::id);
        if ((source.present & ~inner) != 0 ||
            !describe_source(source, source[Key::id], at, record))
            return false;
        claim.source = record.id;
        if (source_described && source.present != bit(Key::id)) sink->source(record);
    }
    sink->claim(claim);
    return true;
}

bool PlainRecords::State::push_entity(Position at) {
    if ((members.present & ~entity_keys) != 0) return false;
    EntityRecord record;
    record.id = PlainTexts::trim(members[Key::entity]);
    record.kind = PlainTexts::trim(members[Key::kind]);
    record.name = PlainTexts::trim(members[Key::name]);
    if (record.id.empty() || (members.has(Key::name) && record.name.empty()) ||
        !read_period(members, record.period))
        return false;
    alias_rows.clear();
    for (const std::string_view alias : aliases)
        alias_rows.push_back({alias, {}});
    record.aliases = alias_rows;
    record.same_as = same_as;
    record.attributes = rest;
    record.position = at;
    sink->entity(record);
    return true;
}

bool PlainRecords::State::push_source(Position at) {
    SourceRecord record;
    if ((members.present & ~source_keys) != 0 || source_described ||
        !describe_source(members, source[Key::id], at, record))
        return false;
    record.attributes = rest;
    sink->source(record);
    return true;
}

bool PlainRecords::State::push(Position at) {
    if (members.has(Key::subject)) return push_claim(at);
    if (members.has(Key::entity)) return push_entity(at);
    return members.has(Key::source) && push_source(at);
}

PlainRecords::PlainRecords(std::string_view text, std::uint32_t file)
    : state_(std::make_unique<State>(text, file)) {}
PlainRecords::~PlainRecords() = default;

bool PlainRecords::read(std::size_t begin, std::size_t end, std::uint32_t line, RecordSink& sink) {
    State& state = *state_;
    if (end - begin > longest_line) return false;
    std::string_view record = state.text.substr(begin, end - begin);
    std::size_t room = state.text.size() - begin;
    if (room < record.size() + simdjson::SIMDJSON_PADDING) {
        state.last_lines.assign(record);
        state.last_lines.resize(record.size() + simdjson::SIMDJSON_PADDING, ' ');
        record = std::string_view(state.last_lines).substr(0, record.size());
        room = state.last_lines.size();
    }
    state.sink = &sink;
    return state.read(record, room) && state.push({state.file, line, 1});
}

} // namespace entente
