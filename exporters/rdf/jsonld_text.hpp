// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "exporters/rdf/jsonld_context.hpp"
#include "graph/date.hpp"
#include "graph/value.hpp"
#include "graph/view.hpp"

namespace entente {

/// Writes keys with values as JSON-LD into an open object; RDF's literals where there are any.
class JsonldText {
  public:
    /// Appends to `out`, which must outlive it.
    JsonldText(std::string& out, const View& view, std::string_view base_iri);

    JsonldTerms& terms() { return terms_; }
    /// The base IRI, ready to stand inside a JSON string.
    [[nodiscard]] const std::string& base() const { return base_; }

    void entity_iri(EntityIndex entity);      ///< quoted
    void source_iri(std::string_view source); ///< quoted
    void reference(std::string_view key, EntityIndex entity);

    /// `{"@value":"2023","@type":"xsd:gYear"}`
    void typed(std::string_view text, std::string_view type);
    void date(std::string_view key, Date date); ///< nothing if it is unknown
    void period(const Period& period);
    void number(std::string_view key, double number); ///< nothing if it is NaN
    void count(std::string_view key, std::uint64_t number);
    void flag(std::string_view key); ///< true
    /// JSON as the literal `rdf:JSON`; nothing if it is empty.
    void json(std::string_view key, std::string_view json);
    /// Attributes or qualifiers. What a literal changes goes once more as JSON.
    void fields(std::span<const Field> fields);
    void aliases(std::span<const Alias> aliases);

  private:
    void value(const Value& value);

    std::string& text_;
    const View& view_;
    std::string base_;
    JsonldTerms terms_;
};

} // namespace entente
