// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/json.hpp"

#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/reader.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "graph/text/bytes.hpp"
#include "importers/syntax/json_messages.hpp"

namespace entente {

namespace {

using bytes::Block;
using rapidjson::SizeType;
constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag |
                           rapidjson::kParseNumbersAsStringsFlag;

/// Copies `text`, and notes where it has anything but ASCII or a backslash.
void copy_and_look(std::string_view text, char* to, JsonTree& tree) {
    tree.part_shift = std::max(4U, static_cast<unsigned>(std::bit_width(text.size() / 64)));
    tree.odd_parts = 0;
    std::size_t i = 0;
    for (; i + Block::size <= text.size(); i += Block::size) {
        const Block block(text.data() + i);
        std::memcpy(to + i, text.data() + i, Block::size);
        const bool odd = (block.high() | block.equal('\\')) != 0;
        tree.odd_parts |= static_cast<std::uint64_t>(odd) << (i >> tree.part_shift);
    }
    for (; i < text.size(); ++i) {
        to[i] = text[i];
        const bool odd = text[i] == '\\' || (text[i] & 0x80) != 0;
        tree.odd_parts |= static_cast<std::uint64_t>(odd) << (i >> tree.part_shift);
    }
}

bool is_whole_number(std::string_view digits) {
    return digits.find_first_of(".eE") == std::string_view::npos;
}

/// An object or list that is being read.
struct Frame {
    std::uint32_t token = 0;
    std::uint64_t keys_seen = 0; ///< one bit a hash: equal keys set the same bit
    bool keys_may_repeat = false;
};

/// Turns RapidJSON's events into tokens.
struct Handler {
    JsonTree& tree;
    JsonError& error;
    rapidjson::InsituStringStream* stream = nullptr;
    const char* begin = nullptr;
    std::array<Frame, JsonParser::max_depth>& frames;
    std::string_view key = {};
    std::size_t depth = 0;

    [[nodiscard]] std::uint32_t offset_of(const char* at) const {
        return static_cast<std::uint32_t>(at - begin);
    }

    bool add(JsonType type, std::string_view text, std::uint32_t offset) {
        // Made in place: copying one that was just written stalls the processor.
        JsonToken& token = tree.tokens.emplace_back();
        token.key_data = key.data();
        token.key_size = static_cast<std::uint32_t>(key.size());
        token.key_offset = key.data() ? offset_of(key.data()) - 1 : offset;
        token.text_data = text.data();
        token.text_size = static_cast<std::uint32_t>(text.size());
        token.offset = offset;
        token.type = type;
        token.end = static_cast<std::uint32_t>(tree.tokens.size());
        key = {};
        return true;
    }

    [[nodiscard]] std::uint32_t behind() const {
        return static_cast<std::uint32_t>(stream->Tell());
    }
    bool Null() { return add(JsonType::null, "null", behind() - 4); }
    bool Bool(bool value) {
        return value ? add(JsonType::boolean, "true", behind() - 4)
                     : add(JsonType::boolean, "false", behind() - 5);
    }
    bool RawNumber(const char* digits, SizeType size, bool) {
        const std::string_view text(digits, size);
        return add(is_whole_number(text) ? JsonType::integer : JsonType::decimal, text,
                   offset_of(digits));
    }
    bool String(const char* text, SizeType size, bool) {
        return add(JsonType::string, {text, size}, offset_of(text) - 1);
    }
    bool Key(const char* text, SizeType size, bool) {
        key = {text, size};
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        const unsigned hash = size == 0 ? 0U : size * 7U + byte(0) * 3U + byte(size - 1);
        Frame& frame = frames[depth - 1];
        const std::uint64_t bit = std::uint64_t{1} << (hash & 63U);
        frame.keys_may_repeat |= (frame.keys_seen & bit) != 0;
        frame.keys_seen |= bit;
        return true;
    }
    bool start(JsonType type) {
        if (depth == frames.size()) {
            error = {Code::too_deep, behind(),
                     "nested deeper than " + std::to_string(frames.size()) +
                         " levels; no record needs that"};
            return false;
        }
        frames[depth++] = Frame{static_cast<std::uint32_t>(tree.tokens.size()), 0, false};
        return add(type, {}, behind());
    }
    bool finish() {
        const Frame& frame = frames[--depth];
        tree.tokens[frame.token].end = static_cast<std::uint32_t>(tree.tokens.size());
        return !frame.keys_may_repeat || keys_differ(frame.token);
    }
    bool StartObject() { return start(JsonType::object); }
    bool StartArray() { return start(JsonType::array); }
    bool EndObject(SizeType) { return finish(); }
    bool EndArray(SizeType) { return finish(); }

    // Never called, because numbers come as text.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }

    bool keys_differ(std::size_t object) {
        std::vector<const JsonToken*> members;
        for (std::size_t i = object + 1; i < tree.tokens[object].end; i = tree.tokens[i].end)
            members.push_back(&tree.tokens[i]);
        std::sort(members.begin(), members.end(), [](const JsonToken* a, const JsonToken* b) {
            return std::pair(a->key(), a->key_offset) < std::pair(b->key(), b->key_offset);
        });
        const auto twice = std::adjacent_find(
            members.begin(), members.end(),
            [](const JsonToken* a, const JsonToken* b) { return a->key() == b->key(); });
        if (twice == members.end()) return true;
        error = {Code::duplicate_key, twice[1]->key_offset,
                 "the key '" + printable(twice[1]->key()) +
                     "' stands here a second time; keep one, or write two records"};
        return false;
    }
};

} // namespace

std::string_view name(JsonType type) {
    constexpr std::array<std::string_view, 7> names{
        "nothing", "true or false", "a number", "a number", "a text", "a list", "an object"};
    return names[static_cast<std::size_t>(type)];
}

struct JsonParser::State {
    JsonTree tree;
    JsonError error;
    std::vector<char> buffer;
    std::array<Frame, max_depth> frames;
    rapidjson::Reader reader;
};

JsonParser::JsonParser() : state_(std::make_unique<State>()) {}
JsonParser::~JsonParser() = default;
JsonTree& JsonParser::tree() {
    return state_->tree;
}
const JsonTree& JsonParser::tree() const {
    return state_->tree;
}
const JsonError& JsonParser::error() const {
    return state_->error;
}

bool JsonParser::parse(std::string_view text) {
    State& state = *state_;
    state.tree.tokens.clear();
    if (text.size() > max_size) {
        state.error = {Code::bad_value, 0, "a record of more than 1 GiB; split it"};
        return false;
    }
    // RapidJSON decodes in place and wants a NUL at the end; it may look 16 bytes further.
    if (state.buffer.size() < text.size() + 32) state.buffer.resize(text.size() * 2 + 256);
    char* buffer = state.buffer.data();
    copy_and_look(text, buffer, state.tree);
    std::memset(buffer + text.size(), 0, 32);

    rapidjson::InsituStringStream stream(buffer);
    state.error = {Code::syntax, 0, {}};
    Handler handler{state.tree, state.error, &stream, buffer, state.frames};
    const rapidjson::ParseResult result = state.reader.Parse<flags>(stream, handler);
    if (!result.IsError()) {
        // A NUL ends the text for RapidJSON, but not for us.
        if (stream.Tell() == text.size()) return true;
        state.error = {Code::syntax, stream.Tell(), "a NUL byte; text has none"};
        return false;
    }
    if (state.error.message.empty())
        state.error = explain_json_error(result.Code(), text, result.Offset());
    return false;
}

void write_json(const JsonTree& tree, std::size_t index, std::string& out) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    std::vector<const JsonToken*> open;
    const auto close_before = [&](std::size_t i) {
        while (!open.empty() && open.back()->end <= i) {
            open.back()->type == JsonType::object ? writer.EndObject() : writer.EndArray();
            open.pop_back();
        }
    };
    const std::size_t end = tree.tokens[index].end;
    for (std::size_t i = index; i < end; ++i) {
        const JsonToken& token = tree.tokens[i];
        close_before(i);
        if (!open.empty() && open.back()->type == JsonType::object)
            writer.Key(token.key_data, token.key_size);
        switch (token.type) {
            case JsonType::object:
                writer.StartObject();
                open.push_back(&token);
                break;
            case JsonType::array:
                writer.StartArray();
                open.push_back(&token);
                break;
            case JsonType::string:
                writer.String(token.text_data, token.text_size);
                break;
            default:
                writer.RawValue(token.text_data, token.text_size, rapidjson::kNumberType);
        }
    }
    close_before(end);
    out.append(buffer.GetString(), buffer.GetSize());
}

} // namespace entente
