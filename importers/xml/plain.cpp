// SPDX-License-Identifier: BSL-1.0
#include "importers/xml/plain.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "graph/text/bytes.hpp"
#include "importers/syntax/utf8.hpp"

namespace entente {

namespace {

enum Mark : std::uint8_t {
    control = 1, ///< but TAB and LF
    high = 2,    ///< of a character beyond ASCII
    less = 4,
    ampersand = 8,
    greater = 16,
    space = 32, ///< TAB and LF, which an attribute may not hold as they are
    quote = 64,
};

constexpr std::array<std::uint8_t, 256> marks = [] {
    std::array<std::uint8_t, 256> made{};
    for (std::size_t c = 0; c < 0x20; ++c)
        made[c] = control;
    for (std::size_t c = 0x80; c < 0x100; ++c)
        made[c] = high;
    made['\t'] = made['\n'] = space;
    made['<'] = less;
    made['&'] = ampersand;
    made['>'] = greater;
    made['"'] = quote;
    return made;
}();

unsigned mark_of(char c) {
    return marks[static_cast<unsigned char>(c)];
}

/// Which marks the bytes of a text have. Blocks without any are passed: JSON has no marks but its
/// quotes.
unsigned marks_in(std::string_view text) {
    using bytes::Block;
    unsigned found = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        for (; at + Block::size <= text.size(); at += Block::size) {
            const Block block(text.data() + at);
            if ((block.high() | block.controls() | block.equal('<') | block.equal('&') |
                 block.equal('>')) != 0)
                break;
        }
        for (const std::size_t end = std::min(at + Block::size, text.size()); at < end; ++at)
            found |= mark_of(text[at]);
    }
    return found;
}

/// Whether bytes beyond ASCII are characters that XML has: UTF-8, but for U+FFFE and U+FFFF.
bool are_characters(std::string_view text) {
    return find_invalid_utf8(text) == text.size() &&
           text.find("\xEF\xBF\xBE") == std::string_view::npos &&
           text.find("\xEF\xBF\xBF") == std::string_view::npos;
}

constexpr std::string_view cdata_begin = "<![CDATA[", cdata_end = "]]>";

} // namespace

bool PlainItems::take(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
}

void PlainItems::skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t'))
        ++at_;
}

bool PlainItems::read(std::size_t offset, PlainItem& item) {
    item_ = &item;
    item.arena.clear();
    item.data.clear();
    item.id = item.source = item.target = {};
    item.offset = at_ = offset;
    item.edge = take("<edge ");
    if (!item.edge && !take("<node ")) return false;
    if (!tag()) return false;
    if (take("/>")) {
        item.end = item.behind = at_;
        return true;
    }
    if (!take(">")) return false;
    for (;;) {
        skip_space();
        if (take("<data key=\"")) {
            if (!datum()) return false;
        } else {
            item.end = at_;
            if (!take(item.edge ? "</edge>" : "</node>")) return false;
            item.behind = at_;
            return true;
        }
    }
}

/// The attributes, up to the end of the start tag.
bool PlainItems::tag() {
    for (;;) {
        while (at_ < text_.size() && text_[at_] == ' ')
            ++at_;
        if (at_ == text_.size()) return false;
        if (text_[at_] == '>' || text_[at_] == '/') return true;
        if (text_[at_ - 1] != ' ') return false;
        if (take("id=\"")) {
            if (!attribute(item_->id)) return false;
        } else if (item_->edge && take("source=\"")) {
            if (!attribute(item_->source)) return false;
        } else if (item_->edge && take("target=\"")) {
            if (!attribute(item_->target)) return false;
        } else {
            return false;
        }
    }
}

/// An attribute may stand only once.
bool PlainItems::attribute(std::string_view& out) {
    return out.data() == nullptr && value(out);
}

bool PlainItems::value(std::string_view& out) {
    const std::size_t begin = at_;
    unsigned found = 0;
    for (; at_ < text_.size(); ++at_) {
        const unsigned mark = mark_of(text_[at_]);
        if (mark == quote) break;
        found |= mark;
    }
    if (at_ == text_.size() || (found & ~unsigned{high | greater}) != 0) return false;
    out = text_.substr(begin, at_ - begin);
    ++at_;
    return (found & high) == 0 || are_characters(out);
}

bool PlainItems::datum() {
    PlainItem::Datum& made = item_->data.emplace_back();
    made.offset = at_ - std::string_view("<data key=\"").size();
    if (!value(made.key)) return false;
    if (take("/>")) return true;
    return take(">") && text(made.text) && take("</data>");
}

/// Up to the `<` of a tag.
bool PlainItems::text(std::string_view& out) {
    if (!piece(out)) return false;
    if (text_[at_] == '<' && text_.substr(at_).starts_with("</")) return true;
    std::string& made = item_->arena.make();
    made = out;
    for (;;) {
        if (text_[at_] == '&') {
            if (!reference(made)) return false;
        } else if (text_.substr(at_).starts_with(cdata_begin)) {
            if (!cdata(made)) return false;
        } else {
            break;
        }
        std::string_view more;
        if (!piece(more)) return false;
        made += more;
    }
    out = made;
    return true;
}

/// Characters up to the next `<` or `&`.
bool PlainItems::piece(std::string_view& out) {
    constexpr std::size_t short_text = 24;
    const std::size_t begin = at_;
    unsigned found = 0;
    const auto ends = [&](std::size_t end) {
        for (; at_ < end; ++at_) {
            const unsigned mark = mark_of(text_[at_]);
            if ((mark & (less | ampersand)) != 0) return true;
            found |= mark;
        }
        return false;
    };
    if (!ends(std::min(begin + short_text, text_.size()))) {
        const std::size_t tag = text_.find('<', at_);
        if (tag == std::string_view::npos) return false;
        const std::string_view rest = text_.substr(at_, tag - at_);
        const unsigned marks = marks_in(rest);
        found |= marks & ~unsigned{ampersand};
        at_ = (marks & ampersand) != 0 ? text_.find('&', at_) : tag;
    }
    out = text_.substr(begin, at_ - begin);
    if ((found & control) != 0) return false;
    if ((found & high) != 0 && !are_characters(out)) return false;
    return (found & greater) == 0 || out.find(cdata_end) == std::string_view::npos;
}

bool PlainItems::reference(std::string& out) {
    constexpr std::array<std::pair<std::string_view, char>, 8> known{{{"&amp;", '&'},
                                                                      {"&lt;", '<'},
                                                                      {"&gt;", '>'},
                                                                      {"&quot;", '"'},
                                                                      {"&apos;", '\''},
                                                                      {"&#9;", '\t'},
                                                                      {"&#10;", '\n'},
                                                                      {"&#13;", '\r'}}};
    for (const auto& [name, character] : known) {
        if (!take(name)) continue;
        out += character;
        return true;
    }
    return false;
}

bool PlainItems::cdata(std::string& out) {
    at_ += cdata_begin.size();
    const std::size_t end = text_.find(cdata_end, at_);
    if (end == std::string_view::npos) return false;
    const std::string_view inside = text_.substr(at_, end - at_);
    const unsigned found = marks_in(inside);
    if ((found & control) != 0) return false;
    if ((found & high) != 0 && !are_characters(inside)) return false;
    out += inside;
    at_ = end + cdata_end.size();
    return true;
}

} // namespace entente
