// SPDX-License-Identifier: BSL-1.0
#include "importers/dot/feeder.hpp"

#include <algorithm>
#include <cstring>

#include "importers/dot/parse.hpp"

namespace entente::dot {

namespace {

constexpr char mark = '\x01';

bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t slashes = 0;
    while (slashes < at && text[at - 1 - slashes] == '\\')
        ++slashes;
    return slashes % 2 == 1;
}

std::size_t line_end_of(std::string_view text, std::size_t begin) {
    const std::size_t feed = text.find('\n', begin);
    return feed == std::string_view::npos ? text.size() : feed + 1;
}

/// `"%a"` with a mark before the percent sign.
std::string marked(std::string_view line) {
    std::string out;
    std::size_t from = 0;
    for (std::size_t at = 0; (at = line.find("\"%", at)) != std::string_view::npos; ++at) {
        if (is_escaped(line, at)) continue;
        out.append(line, from, at + 1 - from);
        out += mark;
        from = at + 1;
    }
    return out.append(line, from);
}

} // namespace

std::string unmarked(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; (at = out.find("\x01%", at)) != std::string::npos;)
        out.erase(at, 1);
    return out;
}

void Feeder::next_line() {
    given_ = 0;
    if (end_ < text_.size()) {
        begin_ = end_;
        end_ = line_end_of(text_, begin_);
        line_ = skipped_.contains(begin_) ? "\n" : marked(text_.substr(begin_, end_ - begin_));
    } else if (!ended_) {
        ended_ = true;
        line_ = "\n" + std::string(closers_, '}');
    } else {
        line_.clear();
    }
}

std::size_t Feeder::read(char* buffer, std::size_t size) {
    if (given_ == line_.size()) next_line();
    const std::size_t count = std::min(size, line_.size() - given_);
    std::memcpy(buffer, line_.data() + given_, count);
    given_ += count;
    return count;
}

std::size_t find_unclosed(std::string_view text, const std::set<std::size_t>& skipped) {
    enum class In { plain, quotes, html, comment };
    In in = In::plain;
    std::size_t opened = std::string_view::npos;
    int depth = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = line_end_of(text, begin);
        if (skipped.contains(begin) || (in == In::plain && text[begin] == '#')) {
            begin = end;
            continue;
        }
        for (std::size_t at = begin; at < end; ++at) {
            const std::string_view two = text.substr(at, 2);
            switch (in) {
                case In::plain:
                    if (two == "//")
                        at = end;
                    else if (two == "/*")
                        in = In::comment;
                    else if (two[0] == '"')
                        in = In::quotes;
                    else if (two[0] == '<')
                        in = In::html, depth = 1;
                    if (in != In::plain) opened = at;
                    if (in == In::comment) ++at;
                    break;
                case In::quotes:
                    if (two[0] == '\\')
                        ++at;
                    else if (two[0] == '"')
                        in = In::plain;
                    break;
                case In::html:
                    if (two[0] == '<')
                        ++depth;
                    else if (two[0] == '>' && --depth == 0)
                        in = In::plain;
                    break;
                case In::comment:
                    if (two == "*/") in = In::plain, ++at;
                    break;
            }
        }
        begin = end;
    }
    return in == In::plain ? std::string_view::npos : opened;
}

} // namespace entente::dot
