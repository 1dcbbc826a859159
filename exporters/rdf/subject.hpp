// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/rdf/statements.hpp"
#include "graph/date.hpp"
#include "graph/record.hpp"
#include "graph/vocabulary.hpp"

namespace entente {

/// Full IRIs of what the vocabulary and a view's attributes are called.
class RdfIris {
  public:
    RdfIris(const Vocabulary& vocabulary, std::string_view base);

    [[nodiscard]] const std::string& base() const { return base_; }
    [[nodiscard]] std::string_view relation(RelationId id) const { return relations_[id]; }
    [[nodiscard]] std::string_view kind(KindId id) const { return kinds_[id]; }
    /// `kg:nation`, in full; made once for each name.
    std::string_view full(std::string_view prefixed);
    /// Of an attribute or qualifier: the vocabulary's, else one made from its name.
    std::string_view attribute(std::string_view name);

  private:
    std::string base_;
    std::vector<std::string> relations_, kinds_;
    std::map<std::string, std::string, std::less<>> full_, attributes_;
};

/// Says things of one subject after the other. Predicates and datatypes may be prefixed names.
class RdfSubject {
  public:
    RdfSubject(RdfIris& iris, const RdfSink& sink) : iris_(iris), sink_(sink) {}

    void graph(std::string_view iri) { graph_ = iri; }
    void begin(std::string iri) { subject_ = std::move(iri); }

    void iri(std::string_view predicate, std::string_view object);
    void text(std::string_view predicate, std::string_view text); ///< nothing if it is empty
    void typed(std::string_view predicate, std::string_view text, std::string_view datatype);
    void date(std::string_view predicate, Date date); ///< nothing if it is unknown
    void period(const Period& period);
    void number(std::string_view predicate, double number); ///< nothing if it is NaN
    void count(std::string_view predicate, std::uint64_t number);
    void flag(std::string_view predicate); ///< true
    /// As the literal `rdf:JSON`; nothing if it is empty.
    void json(std::string_view predicate, std::string_view json);
    /// Attributes or qualifiers. What a literal changes goes once more as JSON.
    void fields(std::span<const Field> fields);
    void aliases(std::span<const Alias> aliases);
    /// Objects that may be the same more than once.
    void iris(std::string_view predicate, std::span<const std::string> objects);

  private:
    void put(std::string_view predicate, const RdfObject& object);
    void put_once(std::string_view predicate, const RdfObject& object);
    void value(std::string_view predicate, const Value& value);

    RdfIris& iris_;
    const RdfSink& sink_;
    std::string subject_, graph_;
    std::set<std::string> said_; ///< of one predicate
};

} // namespace entente
