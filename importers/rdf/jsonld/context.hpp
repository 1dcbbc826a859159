// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "importers/syntax/json.hpp"

namespace entente::jsonld {

/// Thrown inside of this folder only: what is wrong with a part of the document.
struct Error {
    std::size_t offset = 0;
    std::string message;
};

/// What a term stands for.
struct TermDefinition {
    std::string iri;  ///< a keyword or an IRI; empty: the term stands for nothing
    std::string type; ///< `@id`, `@vocab`, `@json`, `@none` or an IRI; empty: none
    std::optional<std::string> language; ///< empty text: expressly none
    std::string nest, index;
    std::size_t context = 0; ///< token of its own context; 0: none
    bool prefix = false, reverse = false, has_language = false;
    bool list = false, set = false, by_language = false, by_index = false, by_id = false,
         by_type = false, graph = false;
};

/// What the keys of an object mean (JSON-LD 1.1, section 4.1).
struct Context {
    std::unordered_map<std::string, std::shared_ptr<const TermDefinition>> terms;
    std::string base;
    std::optional<std::string> vocab;
    std::string language;
    /// What holds again inside of the next node, where this one does not propagate.
    std::shared_ptr<const Context> previous;

    /// nullptr if the term is not defined.
    [[nodiscard]] const TermDefinition* find(std::string_view term) const;
};
using ContextPtr = std::shared_ptr<const Context>;

/// Reads contexts that stand in the document. Nothing is ever fetched: a remote one is an Error,
/// but for that of schema.org, which is taken for its vocabulary.
class ContextReader {
  public:
    using Note = std::function<void(std::size_t offset, std::string_view what)>;

    ContextReader(const JsonTree& tree, Note note) : tree_(tree), note_(std::move(note)) {}

    /// `active` with the context at `token` on top. `propagate`: it holds inside of further nodes.
    ContextPtr read(const ContextPtr& active, std::size_t token, bool propagate = true);

    /// What a text stands for as an IRI; empty if it is nothing (a keyword that is none).
    static std::string expand(const Context& context, std::string_view text, bool by_base,
                              bool by_vocabulary);

  private:
    struct Local; ///< a context object that is being read

    void read_object(Context& made, std::size_t token);
    void define(Local& local, std::string_view term);
    std::string term_as_iri(Local& local, std::string_view term);
    void define_object(Local& local, std::string_view term, std::size_t value,
                       TermDefinition& definition);
    void containers(TermDefinition& definition, std::size_t value) const;
    std::string expand(Local& local, std::string_view text, bool by_base, bool by_vocabulary);
    std::string text_of(std::size_t token, std::string_view key) const;

    const JsonTree& tree_;
    Note note_;
};

/// `@type` and the like.
bool is_keyword(std::string_view text);
/// `@` and letters: a word that the standard reserves.
bool looks_like_keyword(std::string_view text);
/// The reference as an IRI under `base`; itself if there is no base.
std::string resolved(std::string_view base, std::string_view reference);

} // namespace entente::jsonld
