// SPDX-License-Identifier: BSL-1.0
#include "importers/rdf/serd_reading.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "graph/text/ascii.hpp"

namespace entente {

namespace {

constexpr unsigned most_nested = 200;

std::string_view text_of(const SerdNode* node) {
    return {reinterpret_cast<const char*>(node->buf), node->n_bytes};
}

bool given(const SerdNode* node) {
    return node != nullptr && node->type != SERD_NOTHING;
}

} // namespace

bool SerdReading::Nesting::take(char c) {
    const char before = before_;
    before_ = c;
    switch (in_) {
        case In::comment:
            if (c == '\n') in_ = In::plain;
            return true;
        case In::iri:
            if (c == '>' || c == '\n') in_ = In::plain;
            return true;
        case In::text:
            if (escaped_) {
                escaped_ = false;
            } else if (c == '\\') {
                escaped_ = true;
                quotes_ = 0;
            } else if (c != quote_) {
                if (!long_ && c == '\n') in_ = In::plain;
                quotes_ = 0;
            } else if (!long_ || ++quotes_ == 3) {
                in_ = In::plain;
                quotes_ = long_ ? 0 : 1; // a text of nothing may be the begin of a long one
            }
            return true;
        case In::plain:
            break;
    }
    if (c == quote_ && quotes_ == 1 && before == quote_) { // `""` and now `"`
        in_ = In::text;
        long_ = true;
        quotes_ = 0;
        return true;
    }
    quotes_ = 0;
    if (c == '"' || c == '\'') {
        in_ = In::text;
        quote_ = c;
        long_ = escaped_ = false;
    } else if (c == '<') {
        in_ = In::iri;
    } else if (c == '#') {
        in_ = In::comment;
    } else if (c == '[' || c == '(' || c == '{') {
        return ++depth_ <= most_nested;
    } else if ((c == ']' || c == ')' || c == '}') && depth_ > 0) {
        --depth_;
    }
    return true;
}

SerdReading::SerdReading(SerdSyntax syntax, RdfDataset& data)
    : syntax_(syntax),
      data_(data),
      env_(serd_env_new(nullptr), serd_env_free),
      reader_(nullptr, serd_reader_free) {
    make_reader();
}

void SerdReading::make_reader() {
    reader_.reset(
        serd_reader_new(syntax_, this, nullptr, on_base, on_prefix, on_statement, nullptr));
    serd_reader_set_strict(reader_.get(), true);
    serd_reader_set_error_sink(reader_.get(), on_error, this);
}

bool SerdReading::read_line(const std::string& line, std::size_t offset) {
    offset_ = line_begin_ = offset;
    message_.clear();
    const std::size_t before = data_.size();
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(line.c_str());
    const SerdStatus status = serd_reader_read_string(reader_.get(), bytes);
    if (status <= SERD_FAILURE && message_.empty() && data_.size() > before) return true;
    if (message_.empty()) message_ = "subject, predicate, object and a dot are expected";
    make_reader(); // who knows what it still holds
    return false;
}

void SerdReading::begin(std::string_view text, std::size_t offset) {
    text_ = text;
    offset_ = line_begin_ = offset;
    next_ = 0;
    too_deep_ = false;
    make_reader();
    serd_reader_start_source_stream(reader_.get(), next_byte, no_error, this, nullptr, 1);
}

SerdReading::Result SerdReading::read_next() {
    nesting_.reset();
    message_.clear();
    const SerdStatus status = serd_reader_read_chunk(reader_.get());
    if (too_deep_)
        message_ = "brackets are nested deeper than " + std::to_string(most_nested) + " levels";
    if (status == SERD_SUCCESS && message_.empty()) return Result::read;
    if (status == SERD_FAILURE && message_.empty())
        return next_ >= text_.size() ? Result::end : Result::read;
    return Result::error;
}

/// serd 0.30 forgets that `1200.` is a number if the dot ends the statement; `1200 .` is one.
bool SerdReading::needs_space() {
    const bool dot = text_[next_] == '.' && next_ > 0 && ascii::is_digit(text_[next_ - 1]) &&
                     nesting_.outside() && !spaced_;
    const bool last =
        next_ + 1 >= text_.size() ||
        std::string_view(" \t\r\n}#<").find(text_[next_ + 1]) != std::string_view::npos;
    spaced_ = dot && last;
    return spaced_;
}

/// serd asks for a page of one byte, so that it is known what was read.
std::size_t SerdReading::next_byte(void* to, std::size_t, std::size_t, void* self) {
    auto& reading = *static_cast<SerdReading*>(self);
    if (reading.next_ >= reading.text_.size() || reading.too_deep_) return 0;
    if (reading.needs_space()) {
        *static_cast<char*>(to) = ' ';
        return 1;
    }
    const char c = reading.text_[reading.next_++];
    if (c == '\n') reading.line_begin_ = reading.offset_ + reading.next_;
    if (!reading.nesting_.take(c)) {
        reading.too_deep_ = true;
        return 0;
    }
    *static_cast<char*>(to) = c;
    return 1;
}

TermId SerdReading::term(const SerdNode* node, const SerdNode* datatype, const SerdNode* language) {
    switch (node->type) {
        case SERD_LITERAL:
            return data_.literal(text_of(node),
                                 given(datatype) ? term(datatype, nullptr, nullptr) : 0,
                                 given(language) ? text_of(language) : std::string_view());
        case SERD_BLANK:
            return data_.blank(text_of(node));
        case SERD_URI:
            if (serd_uri_string_has_scheme(node->buf)) return data_.iri(text_of(node));
            break;
        default:
            break;
    }
    SerdNode full = serd_env_expand_node(env_.get(), node);
    const TermId id = data_.iri(full.buf ? text_of(&full) : text_of(node));
    serd_node_free(&full);
    return id;
}

SerdStatus SerdReading::on_statement(void* self, SerdStatementFlags, const SerdNode* graph,
                                     const SerdNode* subject, const SerdNode* predicate,
                                     const SerdNode* object, const SerdNode* datatype,
                                     const SerdNode* language) {
    auto& reading = *static_cast<SerdReading*>(self);
    for (const SerdNode* node : {graph, subject, predicate, object, datatype}) {
        SerdChunk begin{nullptr, 0}, end{nullptr, 0};
        if (!given(node) || node->type != SERD_CURIE) continue;
        if (serd_env_expand(reading.env_.get(), node, &begin, &end) == SERD_SUCCESS) continue;
        reading.message_ = "the prefix of '" + std::string(text_of(node)) + "' is not declared";
        return SERD_ERR_BAD_CURIE;
    }
    const TermId from = reading.term(subject, nullptr, nullptr);
    const TermId over = reading.term(predicate, nullptr, nullptr);
    const TermId to = reading.term(object, datatype, language);
    reading.data_.enter_graph(given(graph) ? reading.term(graph, nullptr, nullptr) : 0);
    reading.data_.add(from, over, to, reading.line_begin_);
    return SERD_SUCCESS;
}

SerdStatus SerdReading::on_prefix(void* self, const SerdNode* name, const SerdNode* iri) {
    return serd_env_set_prefix(static_cast<SerdReading*>(self)->env_.get(), name, iri);
}

SerdStatus SerdReading::on_base(void* self, const SerdNode* iri) {
    return serd_env_set_base_uri(static_cast<SerdReading*>(self)->env_.get(), iri);
}

SerdStatus SerdReading::on_error(void* self, const SerdError* error) {
    std::string& message = static_cast<SerdReading*>(self)->message_;
    if (!message.empty()) return error->status; // what follows from the first
    std::array<char, 200> text{};
    // NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): serd began it
    std::vsnprintf(text.data(), text.size(), error->fmt, *error->args);
    message = text.data();
    while (!message.empty() && message.back() == '\n')
        message.pop_back();
    std::replace(message.begin(), message.end(), '`', '\'');
    return error->status;
}

} // namespace entente
