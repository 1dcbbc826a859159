// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/intake/intake.hpp"
#include "graph/language/vocabulary.hpp"
#include "graph/memory/strings.hpp"

namespace entente::identity {

/// Which kinds the vocabulary knows, and what the texts of an input say of them.
class Kinds {
  public:
    Kinds(const Vocabulary& vocabulary, StringPool& strings)
        : vocabulary_(vocabulary), strings_(strings) {}

    [[nodiscard]] std::string_view name(KindId id) const { return vocabulary_.kind(id).name; }
    /// Vocabulary::none if it has no such kind.
    [[nodiscard]] KindId find(std::string_view kind);
    /// As the vocabulary writes it, else folded.
    [[nodiscard]] std::string_view canonical(std::string_view kind);
    /// Which kinds a mention may be of; 0: any.
    [[nodiscard]] KindSet wanted(const Mention& mention);
    /// One kind is wanted, and it is that of people.
    [[nodiscard]] bool wants_person(const Mention& mention) {
        return wanted(mention) == set_of(kind::official);
    }
    [[nodiscard]] bool may_be_person(const Mention& mention) {
        const KindSet kinds = wanted(mention);
        return kinds == 0 || (kinds & set_of(kind::official)) != 0;
    }

    /// Whether a text is an id: a kind of the vocabulary, a slash, and no space.
    [[nodiscard]] bool is_id(std::string_view text) const;
    /// What identity judgements compare: an id as it stands, or a folded name.
    [[nodiscard]] std::string key(std::string_view text) const;

  private:
    const Vocabulary& vocabulary_;
    StringPool& strings_;
    /// Kinds that were looked up: each is asked for again with every mention.
    std::vector<std::pair<std::string_view, KindId>> found_;
};

} // namespace entente::identity
