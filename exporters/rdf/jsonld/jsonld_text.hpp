// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "exporters/items/describe.hpp"
#include "exporters/items/records.hpp"
#include "exporters/rdf/iris.hpp"
#include "exporters/rdf/jsonld/jsonld_context.hpp"
#include "graph/language/dates/date.hpp"
#include "graph/language/value.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// Writes keys with values as JSON-LD into an open object; RDF's literals where there are any.
/// Dates and numbers of the usual type are plain texts, for the context says which type that is.
class JsonldText {
  public:
    /// Appends to `out`, which must outlive it.
    JsonldText(std::string& out, const View& view, std::string_view base_iri)
        : text_(out),
          terms_(view.vocabulary(), base_iri),
          iris_(view, JsonldTerms::prefix, base_iri) {}

    JsonldTerms& terms() { return terms_; }

    /// `"key":`, after a comma unless an object or list was just opened. For keys without anything
    /// to escape.
    void key(std::string_view key) {
        if (text_.back() != '{' && text_.back() != '[') text_ += ',';
        ((text_ += '"') += key) += "\":";
    }
    /// `"key":"text"`, nothing if the text is empty.
    void text(std::string_view key, std::string_view text);
    /// The same for a text without anything to escape.
    void word(std::string_view key, std::string_view word);

    void entity_iri(EntityIndex entity) { // quoted, as all of them
        ((text_ += '"') += iris_.entity(entity)) += '"';
    }
    void relation_iri(const Relation& relation);
    void claim_iri(std::uint64_t hash);
    void source_iri(std::string_view source);
    void reference(std::string_view key, EntityIndex entity);

    /// `{"@value":"2023","@type":"xsd:gYear"}`
    void typed(std::string_view text, RdfWord type);
    void date(std::string_view key, Date date);       ///< nothing if it is unknown
    void number(std::string_view key, double number); ///< nothing if it is NaN
    void count(std::string_view key, std::uint64_t number);
    void flag(std::string_view key); ///< true
    /// JSON as the literal `rdf:JSON`; nothing if it is empty.
    void json(std::string_view key, std::string_view json);
    // A field as describe() says it.
    template <class Tag>
    void said(Tag field, std::string_view text) {
        this->text(jsonld_term(field), text);
    }
    template <class Tag>
    void said(Tag field, Plain word) {
        this->word(jsonld_term(field), word.text);
    }
    template <class Tag>
    void said(Tag field, Date date) {
        this->date(jsonld_term(field), date);
    }
    template <class Tag>
    void said(Tag field, double number) {
        this->number(jsonld_term(field), number);
    }
    template <class Tag>
    void said(Tag field, std::uint64_t count) {
        this->count(jsonld_term(field), count);
    }
    template <class Tag>
    void said(Tag field, bool) {
        flag(jsonld_term(field));
    }
    template <class Tag>
    void said(Tag field, Stance stance) {
        word(jsonld_term(field), name(stance));
    }
    template <class Tag>
    void said(Tag, TextSpan span) {
        count(jsonld_term(tag<Tag::on, Word::span_begin>), span.begin);
        count(jsonld_term(tag<Tag::on, Word::span_end>), span.end);
    }
    template <class Tag>
    void said(Tag, std::span<const Alias> aliases) {
        this->aliases(aliases);
    }
    template <class Tag>
    void said(Tag field, std::span<const std::string_view> identifiers) {
        key(jsonld_term(field));
        append_texts(text_, identifiers);
        exact_matches(identifiers);
    }
    template <class Tag>
    void said(Tag field, EntityRef who) {
        reference(jsonld_term(field), who.index);
    }
    template <class Tag>
    void said(Tag field, SourceId source) {
        key(jsonld_term(field));
        source_iri(source.id);
    }
    /// Attributes or qualifiers. What a literal changes goes once more as JSON.
    template <class Tag>
    void said(Tag, std::span<const Field> fields) {
        this->fields(fields);
    }

  private:
    void fields(std::span<const Field> fields);
    void aliases(std::span<const Alias> aliases);
    void exact_matches(std::span<const std::string_view> identifiers);
    void value(const Value& value);

    std::string& text_;
    JsonldTerms terms_;
    DataIris iris_;
};

} // namespace entente
