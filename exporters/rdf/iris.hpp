// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/rdf/words.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// IRIs of a view's entities, relations, claims and sources: a base, and the id percent-encoded.
/// Those of entities are made once, for a large graph names each of them many times.
class DataIris {
  public:
    /// `base` may be a prefix such as `e:`; what cannot stand behind a prefix gets `whole_base`.
    DataIris(const View& view, std::string_view base, std::string_view whole_base);

    [[nodiscard]] const std::string& base() const { return base_; }
    [[nodiscard]] std::string_view entity(EntityIndex index) const {
        const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(entities_).substr(begin, ends_[index] - begin);
    }
    void append_relation(std::string& out, const Relation& relation) const;
    void append_claim(std::string& out, std::uint64_t hash) const;
    void append_source(std::string& out, std::string_view id) const;

  private:
    /// The id of an entity in the path of a relation.
    void append_entity_in_path(std::string& out, EntityIndex index) const;

    const View& view_;
    std::string base_;
    std::string entities_; ///< one IRI after the other
    std::vector<std::size_t> ends_;
    std::vector<std::string> types_; ///< `/ally_of/`
};

/// is_web_iri, quick for what most addresses are like.
bool is_address(std::string_view url);

/// Full IRIs of what the vocabulary and a view's attributes are called.
class RdfIris {
  public:
    RdfIris(const Vocabulary& vocabulary, std::string_view base);

    [[nodiscard]] std::string_view full(RdfWord word) const { return words_[number_of(word)]; }
    [[nodiscard]] std::string_view relation(RelationId id) const { return relations_[id]; }
    [[nodiscard]] std::string_view kind(KindId id) const { return kinds_[id]; }
    /// Of an attribute or qualifier: the vocabulary's, else one made from its name, once.
    std::string_view attribute(std::string_view name);

  private:
    std::string base_;
    std::array<std::string, rdf_words.size()> words_;
    std::vector<std::string> relations_, kinds_;
    std::map<std::string, std::string, std::less<>> attributes_;
};

} // namespace entente
