// SPDX-License-Identifier: BSL-1.0
#include "importers/json/shape.hpp"

#include <algorithm>

#include "graph/text/ascii.hpp"
#include "graph/text/bytes.hpp"

namespace entente {

namespace {

using bytes::Block;

/// Whether `size` bytes are the same; `expected` is padded to whole blocks, and `at` may be read as
/// far.
bool same(const char* at, const char* expected, std::size_t size) {
    for (std::size_t i = 0; i < size; i += Block::size)
        if (const auto differ = Block(at + i).unlike(Block(expected + i)); differ != 0)
            return Block::first(differ) >= size - i;
    return true;
}

/// The end of a text within quotes: its first quote, backslash or control character. `wide` is set
/// if something before it is beyond ASCII.
const char* text_end(const char* at, const char* end, bool& wide) {
    Block::Mask high = 0;
    for (; at < end; at += Block::size) {
        const Block block(at);
        const auto stop = block.controls() | block.equal('"') | block.equal('\\');
        const auto beyond = block.high();
        if (stop != 0) {
            const std::size_t first = Block::first(stop);
            wide = wide || high != 0 || (beyond != 0 && Block::first(beyond) < first);
            return at + first;
        }
        high |= beyond;
    }
    return end;
}

const char* number_end(const char* at, const char* end) {
    const auto belongs = [](char c) {
        return ascii::is_digit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    };
    while (at < end && belongs(*at))
        ++at;
    return at;
}

} // namespace

void RecordShape::add(std::string_view before, std::string_view* target, bool number) {
    Part& part = parts_.emplace_back();
    part.before = before;
    part.size = before.size();
    part.before.resize((before.size() + Block::size - 1) / Block::size * Block::size);
    part.target = target;
    part.number = number;
}

void RecordShape::learn(std::string_view line, const std::vector<Value>& values) {
    parts_.clear();
    const char* from = line.data();
    for (const Value& value : values) {
        add({from, static_cast<std::size_t>(value.text.data() - from)}, value.target, value.number);
        from = value.text.data() + value.text.size();
    }
    add({from, static_cast<std::size_t>(line.data() + line.size() - from)}, nullptr, false);
}

std::size_t RecordShape::match(std::string_view text) {
    if (parts_.empty()) return 0;
    odd_.clear();
    const char* at = text.data();
    const char* const end = at + text.size();
    for (const Part& part : parts_) {
        if (part.size > static_cast<std::size_t>(end - at) ||
            !same(at, part.before.data(), part.size))
            return 0;
        at += part.size;
        if (part.target == nullptr) break;
        bool wide = false, escaped = false;
        const char* stop = part.number ? number_end(at, end) : text_end(at, end, wide);
        while (stop < end && *stop == '\\' && !part.number) {
            escaped = true; // what the backslash makes of the next byte is no end of the text
            stop = text_end(std::min(stop + 2, end), end, wide);
        }
        if (stop >= end) return 0;
        *part.target = {at, static_cast<std::size_t>(stop - at)};
        if (wide || escaped) odd_.push_back({part.target, escaped});
        at = stop; // a text's quote is the first of what comes before the next value
    }
    return at < end && *at == '\n' ? static_cast<std::size_t>(at - text.data()) : 0;
}

} // namespace entente
