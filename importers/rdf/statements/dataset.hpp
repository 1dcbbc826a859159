// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/memory/strings.hpp"

namespace entente {

/// The number of a term; 0 is none.
using TermId = std::uint32_t;

struct RdfTerm {
    enum class Type : char { iri, blank, literal };
    Type type = Type::iri;
    std::string_view text;     ///< the IRI, the blank node's label or the literal's text
    TermId datatype = 0;       ///< of a literal that is more than text: an IRI
    std::string_view language; ///< of a literal, as it was written

    [[nodiscard]] bool is_literal() const { return type == Type::literal; }
};

struct RdfTriple {
    TermId subject = 0, predicate = 0, object = 0;
    TermId graph = 0;       ///< 0: the default graph
    std::size_t offset = 0; ///< where it stands in the input
};

/// The statements of one input. Which graph of the input a statement stands in does not matter: all
/// of them are said. Only a graph of a single statement is known by that.
class RdfDataset {
  public:
    TermId iri(std::string_view text) { return intern({RdfTerm::Type::iri, text, 0, {}}); }
    TermId blank(std::string_view label) { return intern({RdfTerm::Type::blank, label, 0, {}}); }
    /// A blank node that no label of the input is.
    TermId new_blank();
    TermId literal(std::string_view text, TermId datatype = 0, std::string_view language = {});

    /// In which graph what is added from now on stands; 0: the default graph. Returns which it was.
    TermId enter_graph(TermId graph) { return std::exchange(graph_, graph); }
    void add(TermId subject, TermId predicate, TermId object, std::size_t offset);
    [[nodiscard]] std::size_t size() const { return triples_.size(); }
    /// Takes back what was added since there were `size` statements.
    void shrink(std::size_t size) { triples_.resize(size); }
    /// To be called once, when all is added: sorts, and drops what was said twice.
    void finish();

    [[nodiscard]] RdfTerm term(TermId id) const;
    [[nodiscard]] std::string_view text(TermId id) const { return term(id).text; }

    /// After finish(): all statements, subject by subject.
    [[nodiscard]] std::span<const RdfTriple> triples() const { return triples_; }
    /// After finish(): the statements of one subject.
    [[nodiscard]] std::span<const RdfTriple> of(TermId subject) const;
    /// After finish(): the object of a subject's statement; of several, the first one by its text.
    /// 0 if there is none.
    [[nodiscard]] TermId object(TermId subject, TermId predicate) const;

    /// After finish(): the statement of a named graph that has no other; nullptr if there is none.
    [[nodiscard]] const RdfTriple* only_statement_of(TermId graph) const;

  private:
    void find_lone_statements();
    TermId intern(const RdfTerm& term);

    StringPool pool_;
    std::string key_;
    std::vector<RdfTriple> triples_;
    std::unordered_map<TermId, RdfTriple> lone_; ///< by graph
    TermId graph_ = 0;
    std::size_t blanks_ = 0;
};

} // namespace entente
