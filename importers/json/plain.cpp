// SPDX-License-Identifier: BSL-1.0
#include "importers/json/plain.hpp"

#include <simdjson.h>

#include <array>
#include <charconv>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include "importers/json/shape.hpp"
#include "importers/records/plain/record.hpp"
#include "importers/syntax/text_rules.hpp"

namespace entente {

namespace {

namespace ondemand = simdjson::ondemand;
using simdjson::SUCCESS;

/// A longer line is left to the general reader.
constexpr std::size_t longest_line = std::size_t{1} << 20;

/// Both ways of reading look this far behind a line.
constexpr std::size_t margin = std::max(simdjson::SIMDJSON_PADDING, RecordShape::margin);

/// Keys as they stand in the text.
class KeyReader {
  public:
    void begin() { usual_.begin(); }

    /// Key::none if it is none of ours; nothing if it is not plain ASCII. `name` is as written.
    std::optional<Key> read(const char* raw, std::string_view& name) {
        Key& usual = usual_.next();
        const std::string_view guess = entente::name(usual);
        if (usual != Key::none && std::memcmp(raw, guess.data(), guess.size()) == 0 &&
            raw[guess.size()] == '"') {
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
    UsualKeys usual_;
};

} // namespace

/// Two ways to fill a PlainRecord: by the shape of the last claim, or with simdjson.
struct PlainRecords::State {
    State(std::string_view given, std::uint32_t number) : text(given), file(number) {}

    std::size_t read_shape(std::string_view lines);
    bool decode(std::string_view& escaped);
    bool parse(std::string_view line, std::size_t room);
    bool read_member(ondemand::field field);
    bool read_reference(Key role, ondemand::value value);
    bool read_source(ondemand::value value);
    bool read_list(ondemand::value value, std::vector<std::string_view>& out);
    bool read_span(ondemand::value value);
    bool read_number(ondemand::value value);
    bool read_rest(std::string_view key, ondemand::value value);
    bool read_text(ondemand::value value, std::string_view& out);
    bool read_texts(ondemand::value value, KeyReader& reader, PlainMembers& out);

    bool push_claim(Position at, RecordSink& sink);
    bool push(Position at, RecordSink& sink);
    void push_waiting(RecordSink& sink);

    std::string_view text;
    std::uint32_t file;
    std::string last_lines; ///< a copy with room behind it
    ondemand::parser parser, text_parser;
    TextArena texts; ///< those that do not stand in the input as they are
    KeyReader keys, source_keys;
    std::array<KeyReader, 3> reference_keys;
    PlainRecord record;
    PlainMembers parts;

    RecordShape shape;
    std::vector<RecordShape::Value> values; ///< of the current line
    bool has_shape = false;                 ///< the current line is no more than those values
    /// Claims that were read by their shape: their texts stand in the input or in `texts`.
    std::array<ClaimRecord, 16> waiting;
    std::size_t waiting_count = 0;
    std::optional<SourceRecord> source_record;
    std::vector<Alias> alias_rows;
};

// -- by the shape of the last claim ---------------------------------------------------------------

std::size_t PlainRecords::State::read_shape(std::string_view lines) {
    const std::size_t size = shape.match(lines);
    if (size == 0 || size > longest_line) return 0;
    for (const RecordShape::Odd& odd : shape.odd())
        if ((odd.escaped && !decode(*odd.target)) || make_clean(*odd.target, texts)) return 0;
    return size;
}

/// A text with escapes, taken from between its quotes, is a small document of its own.
bool PlainRecords::State::decode(std::string_view& escaped) {
    ondemand::document document;
    std::string_view decoded;
    const std::string_view quoted(escaped.data() - 1, escaped.size() + 2);
    if (text_parser.iterate(quoted.data(), quoted.size(), quoted.size() + margin).get(document) !=
            SUCCESS ||
        document.get_string().get(decoded) != SUCCESS)
        return false;
    escaped = texts.make() = decoded;
    return true;
}

void PlainRecords::State::push_waiting(RecordSink& sink) {
    if (waiting_count > 0) sink.claims(std::span(waiting).first(waiting_count));
    waiting_count = 0;
    texts.clear();
}

// -- with simdjson --------------------------------------------------------------------------------

bool PlainRecords::State::read_text(ondemand::value value, std::string_view& out) {
    ondemand::json_type type;
    if (value.type().get(type) != SUCCESS || type != ondemand::json_type::string) return false;
    // The token reaches to the next one, so its text need not be searched for the closing quote.
    const std::string_view token = value.raw_json_token();
    const std::string_view raw = token.substr(1, token.rfind('"') - 1);
    if (raw.find('\\') != std::string_view::npos) {
        has_shape = false;
        return value.get_string().get(out) == SUCCESS && !make_clean(out, texts);
    }
    ondemand::raw_json_string passed;
    if (value.get_raw_json_string().get(passed) != SUCCESS) return false;
    values.push_back({raw, &out, false});
    out = raw;
    return !make_clean(out, texts);
}

/// An object that has texts only.
bool PlainRecords::State::read_texts(ondemand::value value, KeyReader& reader, PlainMembers& out) {
    ondemand::object object;
    if (value.get_object().get(object) != SUCCESS) return false;
    out.present = 0;
    reader.begin();
    for (auto each : object) {
        ondemand::field field;
        if (std::move(each).get(field) != SUCCESS) return false;
        std::string_view name;
        const auto key = reader.read(field.key().raw(), name);
        if (!key || *key == Key::none || out.has(*key) || !read_text(field.value(), out.at(*key)))
            return false;
        out.present |= bit(*key);
    }
    return true;
}

bool PlainRecords::State::read_reference(Key role, ondemand::value value) {
    PlainRecord::Who& who = record.who[PlainRecord::role(role)];
    who = {};
    ondemand::json_type type;
    if (value.type().get(type) != SUCCESS) return false;
    if (type != ondemand::json_type::object) return read_text(value, who.name);
    const std::size_t before = values.size();
    if (!read_texts(value, reference_keys[PlainRecord::role(role)], parts) ||
        parts.present != (bit(Key::name) | bit(Key::kind)))
        return false;
    who = {parts[Key::name], parts[Key::kind]};
    for (std::size_t i = before; i < values.size(); ++i)
        values[i].target = values[i].target == &parts.at(Key::name) ? &who.name : &who.kind;
    return true;
}

bool PlainRecords::State::read_source(ondemand::value value) {
    ondemand::json_type type;
    if (value.type().get(type) != SUCCESS) return false;
    record.source_is_object = type == ondemand::json_type::object;
    if (record.source_is_object) return read_texts(value, source_keys, record.source);
    record.source.present = bit(Key::id);
    return read_text(value, record.source.at(Key::id));
}

bool PlainRecords::State::read_list(ondemand::value value, std::vector<std::string_view>& out) {
    has_shape = false;
    ondemand::array array;
    if (value.get_array().get(array) != SUCCESS) return false;
    for (auto each : array) {
        ondemand::value element;
        std::string_view item;
        // simdjson gives only what is about to go. NOLINTNEXTLINE(performance-move-const-arg)
        if (std::move(each).get(element) != SUCCESS || !read_text(element, item)) return false;
        out.push_back(trimmed(item));
        if (out.back().empty()) return false;
    }
    return true;
}

bool PlainRecords::State::read_span(ondemand::value value) {
    has_shape = false;
    ondemand::array array;
    if (value.get_array().get(array) != SUCCESS) return false;
    std::array<std::uint32_t, 2> ends{};
    std::size_t count = 0;
    for (auto each : array) {
        ondemand::value element;
        // NOLINTNEXTLINE(performance-move-const-arg)
        if (std::move(each).get(element) != SUCCESS || count == ends.size()) return false;
        const std::string_view token = trimmed(element.raw_json_token());
        std::uint64_t passed;
        const auto parsed = std::from_chars(token.data(), token.data() + token.size(), ends[count]);
        if (parsed.ec != std::errc{} || parsed.ptr != token.data() + token.size() ||
            element.get_uint64().get(passed) != SUCCESS)
            return false;
        ++count;
    }
    record.span = {ends[0], ends[1]};
    return count == 2 && ends[0] <= ends[1];
}

bool PlainRecords::State::read_number(ondemand::value value) {
    const std::string_view digits = trimmed(value.raw_json_token());
    double passed;
    if (value.get_double().get(passed) != SUCCESS) return false;
    std::string_view& target = record.members.at(Key::confidence);
    target = digits;
    values.push_back({digits, &target, true});
    return true;
}

/// What the keys of records have no meaning for: an attribute or qualifier.
bool PlainRecords::State::read_rest(std::string_view key, ondemand::value value) {
    constexpr std::size_t most = 16;
    has_shape = false;
    std::string_view content;
    if (record.rest.size() == most || trimmed(key).empty() || !read_text(value, content))
        return false;
    for (const Field& field : record.rest)
        if (field.key == key) return false;
    record.rest.push_back({key, {ValueType::string, content}});
    return true;
}

bool PlainRecords::State::read_member(ondemand::field field) {
    std::string_view name;
    const auto key = keys.read(field.key().raw(), name);
    if (!key || record.members.has(*key)) return false;
    ondemand::value value = field.value();
    if (*key == Key::none) return read_rest(name, value);
    record.members.present |= bit(*key);
    switch (*key) {
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
            return read_list(value, record.aliases);
        case Key::same_as:
            return read_list(value, record.same_as);
        default:
            return read_text(value, record.members.at(*key));
    }
}

bool PlainRecords::State::parse(std::string_view line, std::size_t room) {
    record.clear();
    values.clear();
    has_shape = true;
    keys.begin();
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(line.data(), line.size(), room).get(document) != SUCCESS ||
        document.get_object().get(object) != SUCCESS)
        return false;
    for (auto each : object) {
        ondemand::field field;
        if (std::move(each).get(field) != SUCCESS || !read_member(field)) return false;
    }
    return document.current_location().error() == simdjson::OUT_OF_BOUNDS; // nothing follows
}

// -- from values to records -----------------------------------------------------------------------

bool PlainRecords::State::push_claim(Position at, RecordSink& sink) {
    ClaimRecord& claim = waiting[waiting_count];
    if (!record.make_claim(at, claim, source_record)) return false;
    if (source_record) sink.source(*source_record);
    ++waiting_count;
    return true;
}

bool PlainRecords::State::push(Position at, RecordSink& sink) {
    if (record.is_claim()) {
        if (!push_claim(at, sink)) return false;
        push_waiting(sink); // simdjson's next line takes the place of the texts that it decoded
        return true;
    }
    if (record.is_entity()) {
        EntityRecord entity;
        if (!record.make_entity(at, entity, alias_rows)) return false;
        sink.entity(entity);
        return true;
    }
    SourceRecord source;
    if (!record.make_source(at, source)) return false;
    sink.source(source);
    return true;
}

PlainRecords::PlainRecords(std::string_view text, std::uint32_t file)
    : state_(std::make_unique<State>(text, file)) {}
PlainRecords::~PlainRecords() = default;

std::size_t PlainRecords::read_alike(std::size_t begin, std::uint32_t line, RecordSink& sink) {
    State& state = *state_;
    if (state.text.size() < begin + margin) return 0;
    const std::size_t size =
        state.read_shape(state.text.substr(begin, state.text.size() - begin - margin));
    if (size == 0 || !state.push_claim({state.file, line, 1}, sink)) return 0;
    if (state.waiting_count == state.waiting.size()) state.push_waiting(sink);
    return begin + size;
}

bool PlainRecords::read(std::size_t begin, std::size_t end, std::uint32_t line, RecordSink& sink) {
    State& state = *state_;
    state.push_waiting(sink);
    if (end - begin > longest_line) return false;
    std::string_view record = state.text.substr(begin, end - begin);
    std::size_t room = state.text.size() - begin;
    if (room < record.size() + margin) {
        state.last_lines.assign(record);
        state.last_lines.resize(record.size() + margin, ' ');
        record = std::string_view(state.last_lines).substr(0, record.size());
        room = state.last_lines.size();
    }
    if (!state.parse(record, room)) {
        state.shape.forget();
        return false;
    }
    if (state.has_shape && state.record.is_claim())
        state.shape.learn(record, state.values);
    else
        state.shape.forget();
    return state.push({state.file, line, 1}, sink);
}

void PlainRecords::finish(RecordSink& sink) {
    state_->push_waiting(sink);
}

} // namespace entente
