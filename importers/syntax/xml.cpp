// SPDX-License-Identifier: BSL-1.0
#include "importers/syntax/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace entente {

namespace {

/// expat counts the bytes of one call in an int.
constexpr std::size_t most_at_once = std::size_t{1} << 24;

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

std::size_t after_prefix(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? 0 : colon + 1;
}

/// Prefixes are split off by us and not by expat, which refuses a whole file for the prefix of a
/// drawing (`y:`, `viz:`) that somebody forgot to declare.
class Document {
  public:
    Document(std::string_view text, const XmlEvents& events)
        : text_(text), events_(events), parser_(XML_ParserCreate("UTF-8")) {
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), on_begin, on_end);
        XML_SetCharacterDataHandler(parser_.get(), on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), on_doctype);
        XML_SetSkippedEntityHandler(parser_.get(), on_skipped_entity);
    }

    std::optional<XmlError> read() {
        std::size_t least = 1; // bytes before the next offer: more after each that was declined
        for (std::size_t at = 0;;) {
            const std::size_t end = next_offer(at, least);
            const bool last = end == text_.size();
            const auto status =
                XML_Parse(parser_.get(), text_.data() + at, static_cast<int>(end - at), last);
            if (status != XML_STATUS_OK) return error();
            if (last) return std::nullopt;
            at = offer(end);
            least = at > end ? 1 : std::min(least * 2, most_at_once);
        }
    }

  private:
    static Document& self(void* data) { return *static_cast<Document*>(data); }

    static void XMLCALL on_begin(void* data, const XML_Char* name, const XML_Char** attributes) {
        self(data).guarded([&](Document& document) { document.begin(name, attributes); });
    }
    static void XMLCALL on_end(void* data, const XML_Char* name) {
        self(data).guarded([&](Document& document) {
            --document.depth_;
            document.at_tag();
            const std::string_view full(name);
            document.events_.end(full.substr(after_prefix(full)), document.offset());
        });
    }
    static void XMLCALL on_text(void* data, const XML_Char* text, int size) {
        self(data).guarded([&](Document& document) {
            document.events_.text({text, static_cast<std::size_t>(size)});
        });
    }
    static void XMLCALL on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*,
                                   int has_declarations) {
        self(data).doctype_ = true;
        if (has_declarations)
            self(data).stop(Code::syntax,
                            "a DOCTYPE with declarations of its own is refused, because its "
                            "entities could be anything; delete it");
    }
    static void XMLCALL on_skipped_entity(void* data, const XML_Char* name, int) {
        self(data).unknown_entity(name);
    }

    /// expat is C: no exception may fly through it. It goes on a little after it was stopped.
    template <class F>
    void guarded(F f) {
        if (stopped_ || thrown_) return;
        try {
            f(*this);
        } catch (...) {
            thrown_ = std::current_exception();
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }

    [[nodiscard]] std::size_t offset() const {
        return skipped_ + static_cast<std::size_t>(
                              std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_.get())));
    }

    void at_tag() {
        behind_tag_ = offset() + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()));
    }

    /// How far expat reads before others are asked again.
    [[nodiscard]] std::size_t next_offer(std::size_t at, std::size_t least) const {
        const std::size_t end = std::min(at + most_at_once, text_.size());
        if (!events_.read_on || doctype_) return end;
        for (std::size_t next = at + least; next < end; ++next) {
            next = text_.find('<', next);
            if (next >= end) break;
            const std::string_view tag = text_.substr(next, 6);
            if (tag == "<node " || tag == "<edge ") return next;
        }
        return end;
    }

    /// Where expat goes on. Others may read only where it surely stands between two tags, with
    /// nothing of a comment or of CDATA begun; to expat, what they read is not there.
    std::size_t offer(std::size_t at) {
        if (!events_.read_on || doctype_ || behind_tag_ > at || depth_ + 2 > max_xml_depth)
            return at;
        const std::string_view between = text_.substr(behind_tag_, at - behind_tag_);
        if (depth_ == 0 || between.find_first_not_of(" \t\n") != std::string_view::npos) return at;
        const std::size_t behind = events_.read_on(at);
        skipped_ += behind - at;
        behind_tag_ = behind;
        return behind;
    }

    void begin(const XML_Char* name, const XML_Char** attributes) {
        at_tag();
        if (++depth_ > max_xml_depth) {
            stop(Code::too_deep, "elements are nested deeper than " +
                                     std::to_string(max_xml_depth) + "; that is no graph");
            return;
        }
        if (doctype_ && !entities_known()) return;
        attributes_.clear();
        for (; *attributes; attributes += 2) {
            const std::string_view full(attributes[0]);
            attributes_.push_back({full.substr(after_prefix(full)), attributes[1]});
        }
        const std::string_view full(name);
        const std::size_t local = after_prefix(full);
        events_.begin({full.substr(local), full.substr(0, local == 0 ? 0 : local - 1), attributes_,
                       offset()});
    }

    /// Where a DTD is named but not fetched, expat drops an entity in an attribute that only the
    /// DTD could explain, without a word.
    bool entities_known() {
        const auto size = static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()));
        std::string_view tag = text_.substr(std::min(offset(), text_.size()), size);
        for (std::size_t at; (at = tag.find('&')) != std::string_view::npos;) {
            tag.remove_prefix(at + 1);
            const std::string_view name = tag.substr(0, tag.find(';'));
            constexpr std::string_view known[] = {"amp", "lt", "gt", "quot", "apos"};
            if (name.starts_with('#') ||
                std::find(std::begin(known), std::end(known), name) != std::end(known))
                continue;
            unknown_entity(name);
            return false;
        }
        return true;
    }

    void unknown_entity(std::string_view name) {
        stop(Code::syntax, "the entity '&" + std::string(name.substr(0, 40)) +
                               ";' is not declared; write the character itself");
    }

    void stop(Code code, std::string message) {
        if (stopped_) return;
        stopped_ = XmlError{code, offset(), std::move(message)};
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    XmlError error() {
        if (thrown_) std::rethrow_exception(thrown_);
        if (stopped_) return *stopped_;
        const XML_Error code = XML_GetErrorCode(parser_.get());
        if (code == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
        return {Code::syntax, std::min(offset(), text_.size()),
                std::string("broken XML: ") + XML_ErrorString(code)};
    }

    std::string_view text_;
    const XmlEvents& events_;
    std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
    std::vector<XmlAttribute> attributes_;
    std::size_t depth_ = 0;
    std::size_t skipped_ = 0;    ///< bytes that others read
    std::size_t behind_tag_ = 0; ///< where the last tag ended
    bool doctype_ = false;
    std::optional<XmlError> stopped_; ///< by ourselves
    std::exception_ptr thrown_;       ///< by an event
};

/// Behind the comment, declaration or instruction that begins the text; 0 if none does.
std::size_t behind_misc(std::string_view text) {
    for (const auto& [begin, end] : {std::pair<std::string_view, std::string_view>{"<!--", "-->"},
                                     {"<?", "?>"},
                                     {"<!", ">"}}) {
        if (!text.starts_with(begin)) continue;
        const std::size_t at = text.find(end, begin.size());
        return at == std::string_view::npos ? text.size() : at + end.size();
    }
    return 0;
}

} // namespace

const std::string_view* XmlElement::find(std::string_view attribute) const {
    for (const XmlAttribute& a : attributes)
        if (a.name == attribute) return &a.value;
    return nullptr;
}

std::string_view XmlElement::operator[](std::string_view attribute) const {
    const std::string_view* value = find(attribute);
    return value ? *value : std::string_view{};
}

std::optional<XmlError> read_xml(std::string_view text, const XmlEvents& events) {
    return Document(text, events).read();
}

std::string_view xml_root(std::string_view head) {
    constexpr std::string_view space = " \t\r\n";
    for (;;) {
        const std::size_t first = head.find_first_not_of(space);
        if (first == std::string_view::npos || head[first] != '<') return {};
        head.remove_prefix(first);
        const std::size_t misc = behind_misc(head);
        if (misc == 0) break;
        head.remove_prefix(misc);
    }
    const std::string_view name = head.substr(1, head.find_first_of(" \t\r\n/>", 1) - 1);
    return name.substr(after_prefix(name));
}

} // namespace entente
