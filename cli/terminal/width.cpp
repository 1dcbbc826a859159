// SPDX-License-Identifier: BSL-1.0
#include "cli/terminal/width.hpp"

#include <sys/ioctl.h>
#include <unistd.h>
#include <clocale>
#include <cwchar>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "graph/text/ascii.hpp"
#include "graph/text/utf8.hpp"

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

std::size_t width_of(char32_t point) {
    if (point < 0x80) return 1;
    const int columns = wcwidth(static_cast<wchar_t>(point));
    return columns < 0 ? 1 : static_cast<std::size_t>(columns);
}

/// How many bytes of `text` fit into `width` columns, at least one character.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t at = 0, columns = 0;
    while (at < text.size()) {
        const utf8::Character c = utf8::character_at(text, at);
        columns += width_of(c.point);
        if (columns > width && at > 0) break;
        at += c.size;
    }
    return at;
}

} // namespace

std::size_t display_width(std::string_view text) {
    if (ascii::is_all(text)) return text.size();
    const UnicodeLocale unicode;
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Character c = utf8::character_at(text, at);
        columns += width_of(c.point);
        at += c.size;
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
