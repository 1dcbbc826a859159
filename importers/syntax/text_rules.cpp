// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/text_rules.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <stdexcept>

#include "graph/text/bytes.hpp"
#include "graph/text/utf8.hpp"

namespace entente {

namespace {

constexpr std::string_view white = " \t\r\n";

/// Lead bytes all of whose characters are allowed, in NFC and do not combine: Latin to U+02FF,
/// Greek from U+03C0, Cyrillic to U+047F, Arabic U+0680-U+06BF, the CJK ideographs U+4000-U+9FFF,
/// Hangul syllables U+B000-U+CFFF.
constexpr std::array<bool, 256> inert_leads = [] {
    std::array<bool, 256> inert{};
    for (std::size_t i = 0x20; i < 0x80; ++i)
        inert[i] = true;
    inert['\t'] = inert['\n'] = true;
    for (std::size_t i = 0xC2; i <= 0xCB; ++i)
        inert[i] = true;
    for (const unsigned i : {0xCFU, 0xD0U, 0xD1U, 0xDAU, 0xEBU, 0xECU})
        inert[i] = true;
    for (std::size_t i = 0xE4; i <= 0xE9; ++i)
        inert[i] = true;
    return inert;
}();

unsigned char byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

/// The other Greek letters, Hebrew and Arabic ones without points.
bool inert_two(std::string_view text, std::size_t i) {
    const auto second = byte_at(text, i + 1);
    switch (byte_at(text, i)) {
        case 0xCE:
            return second != 0x87;
        case 0xD7:
            return second >= 0x90;
        case 0xD8:
            return second < 0x90 || second > 0x9A;
        case 0xD9:
            return second < 0x8B || (second > 0x9F && second != 0xB0);
        case 0xDB:
            return second < 0x96;
        default:
            return false;
    }
}

/// Kana but for the combining voice marks, the quotes, dashes and ellipsis of U+2010-U+203F, signs
/// of currencies, arrows and mathematics.
bool inert_three(std::string_view text, std::size_t i) {
    const auto second = byte_at(text, i + 1), third = byte_at(text, i + 2);
    if (byte_at(text, i) == 0xE2)
        return (second == 0x80 && third >= 0x90) || second == 0x82 ||
               (second >= 0x85 && second <= 0x8B);
    if (byte_at(text, i) != 0xE3) return false;
    if (second == 0x80) return third < 0xAA;
    return second == 0x81 || second == 0x83 || (second == 0x82 && third != 0x99 && third != 0x9A);
}

/// How many bytes the character at `i` has, if it surely is inert; 0 if not.
std::size_t inert_size(std::string_view text, std::size_t i) {
    const auto lead = byte_at(text, i);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    if (inert_leads[lead]) return size;
    if (i + size > text.size()) return 0;
    const bool inert = size == 2 ? inert_two(text, i) : size == 3 && inert_three(text, i);
    return inert ? size : 0;
}

/// Where the first byte at or behind `i` is that is from 0x80 on or below 0x20.
std::size_t end_of_plain(std::string_view text, std::size_t i) {
    return bytes::find(text, i, [](auto block) { return block.high() | block.controls(); });
}

const icu::Normalizer2& nfc() {
    static const icu::Normalizer2* instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* made = icu::Normalizer2::getNFCInstance(status);
        if (U_FAILURE(status))
            throw std::runtime_error("ICU has no data for Unicode normalization");
        return made;
    }();
    return *instance;
}

icu::StringPiece piece(std::string_view text) {
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()))
        throw std::length_error("a text of more than 2 GiB");
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

void with_line_feeds(std::string_view text, std::string& out) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else {
            out += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        }
    }
}

} // namespace

std::string& TextArena::make() {
    if (used_ == texts_.size()) texts_.push_back(std::make_unique<std::string>());
    std::string& text = *texts_[used_++];
    text.clear();
    return text;
}

std::string_view trimmed_ends(std::string_view text) {
    const auto begin = text.find_first_not_of(white);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

std::string BadCharacter::describe() const {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
    if (character >= 0xD800 && character <= 0xDFFF)
        return std::string("half of a surrogate pair, ") + code;
    return std::string(character < 0x20 ? "control character " : "noncharacter ") + code;
}

std::optional<BadCharacter> find_bad_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = byte_at(text, i);
        if (byte >= 0x20 && byte < 0xED) continue;
        if (byte < 0x20) {
            if (byte == '\t' || byte == '\n' || byte == '\r') continue;
            return BadCharacter{byte, i};
        }
        if (byte == 0xED && i + 2 < text.size() && byte_at(text, i + 1) >= 0xA0)
            return BadCharacter{utf8::character_at(text, i).point, i};
        if (byte == 0xEF && i + 2 < text.size()) {
            const char32_t point = utf8::character_at(text, i).point;
            if (point >= 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF))
                return BadCharacter{point, i};
        }
        if (byte >= 0xF0 && i + 3 < text.size()) {
            const char32_t point = utf8::character_at(text, i).point;
            if ((point & 0xFFFE) == 0xFFFE) return BadCharacter{point, i};
        }
    }
    return std::nullopt;
}

bool surely_clean(std::string_view text) {
    for (std::size_t i = end_of_plain(text, 0); i < text.size(); i = end_of_plain(text, i))
        do { // seldom one alone
            const std::size_t size = inert_size(text, i);
            if (size == 0) return false;
            i += size;
        } while (i < text.size() && byte_at(text, i) >= 0x80);
    return true;
}

bool is_plain_text(std::string_view text) {
    return !text.empty() && surely_clean(text) && trimmed(text).size() == text.size();
}

std::optional<BadCharacter> make_clean(std::string_view& text, TextArena& arena) {
    if (surely_clean(text)) return std::nullopt;
    const auto bad = find_bad_character(text);
    if (!bad) text = normalized(text, arena);
    return bad;
}

std::string_view normalized(std::string_view text, TextArena& arena) {
    if (text.find('\r') != std::string_view::npos) {
        std::string& lines = arena.make();
        with_line_feeds(text, lines);
        text = lines;
    }
    if (surely_clean(text)) return text;
    UErrorCode status = U_ZERO_ERROR;
    if (nfc().isNormalizedUTF8(piece(text), status)) return text;
    std::string& composed = arena.make();
    icu::StringByteSink<std::string> sink(&composed);
    nfc().normalizeUTF8(0, piece(text), sink, nullptr, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU cannot normalize a text");
    return composed;
}

} // namespace entente
