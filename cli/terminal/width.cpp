// SPDX-License-Identifier: BSL-1.0
#include "cli/terminal/width.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <clocale>
#include <cwchar>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace entente::cli {

namespace {

/// Makes wcwidth() know Unicode for as long as it lives, whatever the user's locale.
class UnicodeLocale {
  public:
    UnicodeLocale() {
        static const locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        if (unicode != nullptr) before_ = uselocale(unicode);
    }
    ~UnicodeLocale() {
        if (before_ != nullptr) uselocale(before_);
    }
    UnicodeLocale(const UnicodeLocale&) = delete;
    UnicodeLocale& operator=(const UnicodeLocale&) = delete;

  private:
    locale_t before_ = nullptr;
};

struct Character {
    char32_t point = 0;
    std::size_t size = 1;
};

/// The first character of a text that is not empty. All of our texts are valid UTF-8.
Character first_of(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t size = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
    if (size > text.size()) return {U'\xFFFD', 1};
    char32_t point = size == 1 ? byte(0) : byte(0) & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i)
        point = point << 6 | (byte(i) & 0x3FU);
    return {point, size};
}

std::size_t width_of(char32_t point) {
    if (point < 0x80) return 1;
    const int columns = wcwidth(static_cast<wchar_t>(point));
    return columns < 0 ? 1 : static_cast<std::size_t>(columns);
}

/// How many bytes of `text` fit into `width` columns, at least one character.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t at = 0, columns = 0;
    while (at < text.size()) {
        const Character c = first_of(text.substr(at));
        columns += width_of(c.point);
        if (columns > width && at > 0) break;
        at += c.size;
    }
    return at;
}

} // namespace

std::size_t display_width(std::string_view utf8) {
    const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(utf8.begin(), utf8.end(), ascii)) return utf8.size();
    const UnicodeLocale unicode;
    std::size_t columns = 0;
    while (!utf8.empty()) {
        const Character c = first_of(utf8);
        columns += width_of(c.point);
        utf8.remove_prefix(c.size);
    }
    return columns;
}

std::vector<std::string> folded(std::string_view text, std::size_t width) {
    if (width == 0 || display_width(text) <= width) return {std::string(text)};
    const UnicodeLocale unicode;
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t end = fitting(text, width);
        if (end < text.size() && text[end] != ' ')
            if (const std::size_t space = text.substr(0, end).rfind(' ');
                space != std::string_view::npos && space > 0)
                end = space;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    }
    return lines;
}

std::size_t terminal_width() {
    if (isatty(STDOUT_FILENO) == 0) return 0;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    std::size_t columns = 0;
    if (const char* given = std::getenv("COLUMNS")) {
        const std::string_view text(given);
        std::from_chars(text.data(), text.data() + text.size(), columns);
    }
    return columns == 0 ? 80 : columns;
}

} // namespace entente::cli
