// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/utf8.hpp"

#include <simdjson.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "graph/text/ascii.hpp"

namespace entente {

namespace {

constexpr char substitute = 0x1A;

unsigned char byte_or_zero(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

/// Length of the valid character of two to four bytes at `i`; 0 if it is none.
std::size_t sequence(std::string_view text, std::size_t i) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t end = i;
    UChar32 point = 0;
    U8_NEXT(bytes, end, text.size(), point);
    return point < 0x80 ? 0 : end - i;
}

std::size_t skip_ascii(std::string_view text, std::size_t i) {
    constexpr std::uint64_t highs = 0x8080808080808080;
    std::array<std::uint64_t, 4> words;
    for (; i + 32 <= text.size(); i += 32) {
        std::memcpy(words.data(), text.data() + i, 32);
        if (((words[0] | words[1] | words[2] | words[3]) & highs) != 0) break;
    }
    while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80)
        ++i;
    return i;
}

} // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    if (simdjson::validate_utf8(text.data(), text.size())) return text.size();
    for (std::size_t i = 0; i < text.size();) {
        i = skip_ascii(text, i);
        // Non-ASCII letters come in runs.
        while (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80) {
            const std::size_t length = sequence(text, i);
            if (length == 0) return i;
            i += length;
        }
    }
    return text.size();
}

EncodingGuess guess_wide(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv)) return {"UTF-32LE", "UTF-32", true};
    if (text.starts_with("\0\0\xFE\xFF"sv)) return {"UTF-32BE", "UTF-32", true};
    if (text.starts_with("\xFF\xFE")) return {"UTF-16LE", "UTF-16", true};
    if (text.starts_with("\xFE\xFF")) return {"UTF-16BE", "UTF-16", true};
    // Without a mark: ASCII characters, of which all facts have plenty, show as zero bytes.
    const std::string_view head = text.substr(0, std::min<std::size_t>(text.size() / 4 * 4, 1024));
    if (head.size() < 4) return {};
    std::array<std::size_t, 4> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i)
        zeros[i % 4] += head[i] == '\0';
    const std::size_t units = head.size() / 4;
    const auto most = [&](std::size_t i) { return zeros[i] * 10 >= units * 7; };
    const auto few = [&](std::size_t i) { return zeros[i] * 10 <= units; };
    if (few(0) && most(1) && most(2) && most(3)) return {"UTF-32LE", "UTF-32LE", true};
    if (most(0) && most(1) && most(2) && few(3)) return {"UTF-32BE", "UTF-32BE", true};
    if (few(0) && most(1) && few(2) && most(3)) return {"UTF-16LE", "UTF-16LE", true};
    if (most(0) && few(1) && most(2) && few(3)) return {"UTF-16BE", "UTF-16BE", true};
    return {};
}

EncodingGuess guess_narrow(std::string_view text) {
    using namespace std::string_view_literals;
    constexpr std::array binaries{
        std::pair{"PK\x03\x04"sv, "a ZIP archive"sv},
        std::pair{"\x89PNG"sv, "a PNG picture"sv},
        std::pair{"\xFF\xD8\xFF"sv, "a JPEG picture"sv},
        std::pair{"%PDF"sv, "a PDF document"sv},
        std::pair{"\xD0\xCF\x11\xE0"sv, "an old Office document"sv},
        std::pair{"7z\xBC\xAF"sv, "a 7z archive"sv},
        std::pair{"\x7F"
                  "ELF"sv,
                  "a program"sv},
    };
    for (const auto& [magic, what] : binaries)
        if (text.starts_with(magic)) return {std::string(what), {}, true};
    const auto letter = [&](std::size_t i) { return i < text.size() && ascii::is_letter(text[i]); };
    std::size_t good = 0, bad = 0, controls = 0, windows = 0, in_words = 0;
    for (std::size_t i = skip_ascii(text, 0); i < text.size(); i = skip_ascii(text, i)) {
        if (const std::size_t length = sequence(text, i)) {
            ++good;
            i += length;
        } else {
            ++bad;
            windows += byte_or_zero(text, i) < 0xA0;
            in_words += letter(i + 1) || (i > 0 && letter(i - 1));
            ++i;
        }
    }
    for (const char c : text)
        controls += static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    // Where even one sequence is UTF-8, chance is too small an explanation of it.
    // And accented letters stand in words; bytes among themselves are garbage.
    if (bad == 0 || good * 4 > bad || controls != 0 || in_words * 2 < bad)
        return {"UTF-8 with damaged bytes", {}, false};
    if (windows != 0) return {"Windows-1252", "WINDOWS-1252", true};
    return {"Latin-1 (ISO 8859-1)", "ISO-8859-1", true};
}

std::size_t mask_invalid_utf8(std::span<char> text) {
    const std::string_view view(text.data(), text.size());
    std::size_t masked = 0;
    for (std::size_t i = skip_ascii(view, 0); i < view.size(); i = skip_ascii(view, i)) {
        if (const std::size_t length = sequence(view, i)) {
            i += length;
        } else {
            text[i++] = substitute;
            ++masked;
        }
    }
    return masked;
}

} // namespace entente
