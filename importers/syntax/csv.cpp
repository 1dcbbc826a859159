// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/csv.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr auto npos = std::string_view::npos;
/// How much may be searched in vain for closing quotes, in multiples of the text's size.
constexpr std::size_t most_read_ahead = 4;

} // namespace

bool CsvTable::skip_blank_lines() {
    for (; at_ < text_.size(); ++at_) {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        if (std::min(text_.find_first_not_of(" \r", at_), end) < end) return true;
        at_ = end;
    }
    return false;
}

bool CsvTable::next() {
    cells_.clear();
    arena_.clear();
    damaged_ = false;
    if (!skip_blank_lines()) return false;
    begin_ = at_;
    read_row();
    return true;
}

void CsvTable::read_row() {
    for (std::size_t at = begin_;;) {
        const bool quoted = at < text_.size() && text_[at] == '"';
        const std::size_t end = quoted ? read_quoted(at) : read_plain(at);
        if (end == npos) {
            damaged_ = true;
            damage_ = at;
            give_up_row();
            return;
        }
        if (end < text_.size() && text_[end] == delimiter_) {
            at = end + 1;
            continue;
        }
        end_ = end;
        at_ = std::min(text_.find('\n', end), text_.size()) + 1; // over the CR, if there is one
        return;
    }
}

/// The rest of the line is lost; what follows it may be good.
void CsvTable::give_up_row() {
    end_ = std::min(text_.find('\n', begin_), text_.size());
    at_ = end_ + 1;
    if (end_ > begin_ && text_[end_ - 1] == '\r') --end_;
}

std::size_t CsvTable::read_plain(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && text_[end] != delimiter_ && text_[end] != '\n')
        ++end;
    std::size_t stop = end;
    if (stop > begin && (end == text_.size() || text_[end] == '\n') && text_[stop - 1] == '\r')
        --stop;
    cells_.push_back({text_.substr(begin, stop - begin), begin});
    return stop;
}

std::size_t CsvTable::read_quoted(std::size_t begin) {
    if (looked_ahead_ > most_read_ahead * text_.size()) return npos;
    std::string* joined = nullptr; // only if there are doubled quotes
    for (std::size_t part = begin + 1;;) {
        const std::size_t quote = text_.find('"', part);
        if (quote == npos) {
            looked_ahead_ += text_.size() - begin;
            return npos;
        }
        const std::string_view piece = text_.substr(part, quote - part);
        const char next = quote + 1 < text_.size() ? text_[quote + 1] : '\n';
        if (next == '"') {
            if (!joined) joined = &arena_.make();
            joined->append(piece).push_back('"');
            part = quote + 2;
            continue;
        }
        if (next != delimiter_ && next != '\n' && next != '\r') {
            looked_ahead_ += quote - begin;
            return npos;
        }
        if (joined) joined->append(piece);
        cells_.push_back({joined ? std::string_view(*joined) : piece, begin});
        return quote + 1;
    }
}

char guess_delimiter(std::string_view text) {
    constexpr std::string_view delimiters = "\t;,";
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n') break;
        if (const auto i = delimiters.find(c); i != npos) ++counts[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? ',' : delimiters[static_cast<std::size_t>(most - counts.begin())];
}

} // namespace entente
