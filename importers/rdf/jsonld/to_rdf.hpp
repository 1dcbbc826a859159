// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/rdf/jsonld/context.hpp"
#include "importers/rdf/statements/dataset.hpp"

namespace entente::jsonld {

/// Makes the statements of a JSON-LD document, in expanded, compacted or flattened form: expansion
/// and conversion to RDF of JSON-LD 1.1 in one go. Numbers keep their digits.
class ToRdf {
  public:
    struct Listener {
        ContextReader::Note note;
        /// An object that is wrong and what of it was left out.
        std::function<void(const Error&, std::size_t token)> reject;
    };

    /// `tree` must outlive it.
    ToRdf(const JsonTree& tree, RdfDataset& data, Listener listener)
        : tree_(tree),
          data_(data),
          listener_(std::move(listener)),
          contexts_(tree, listener_.note) {}

    void read();

  private:
    using Objects = std::vector<TermId>;
    struct Member {
        std::string iri; ///< what the key stands for; empty: nothing
        std::string_view key;
        std::size_t token;
    };
    using Members = std::vector<Member>;

    [[nodiscard]] const JsonToken& at(std::size_t token) const { return tree_.tokens[token]; }
    template <class F>
    void for_each_element(std::size_t token, F f) const;

    // to_rdf.cpp: objects
    void element(const ContextPtr& context, const TermDefinition* term, std::size_t token,
                 Objects& out, const std::string* map_id = nullptr);
    void object(ContextPtr context, const TermDefinition* term, std::size_t token, Objects& out,
                const std::string* map_id);
    ContextPtr scoped_by_type(const ContextPtr& context, std::size_t token);
    Members members_of(const Context& context, std::size_t token) const;
    TermId node(const ContextPtr& context, const ContextPtr& outer, const Members& members,
                const std::string* map_id);
    void find_id(const Context& context, const Members& members, std::string& id) const;
    void node_members(const ContextPtr& context, const ContextPtr& outer, const Members& members,
                      TermId subject);
    void types(const Context& context, std::size_t token, TermId subject);
    [[nodiscard]] bool says_nothing(const Context& context, const Members& members) const;
    void reverse(const ContextPtr& context, std::size_t token, TermId subject);
    void property(const ContextPtr& context, const Member& member, TermId subject, bool reverse);
    TermId node_id(const std::string& iri);

    // values.cpp: values and containers
    void values(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                Objects& out);
    void by_language(const Context& context, const TermDefinition& term, std::size_t token,
                     Objects& out);
    void by_key(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                Objects& out);
    void scalar(const Context& context, const TermDefinition* term, std::size_t token,
                Objects& out);
    void value_object(const Context& context, const Members& members, std::size_t token,
                      Objects& out);
    void list_item(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                   Objects& out);
    TermId index_value(const Context& context, std::string_view property, std::string_view key);
    void list_value(const ContextPtr& context, const TermDefinition& term, std::size_t token,
                    Objects& out);
    [[nodiscard]] bool has_key(const Context& context, std::size_t token,
                               std::string_view keyword) const;
    TermId list(const Objects& items, std::size_t offset);
    TermId graph_of(const ContextPtr& context, const TermDefinition& term, std::size_t token);
    TermId literal(std::size_t token, const std::string& datatype);
    TermId json_literal(std::size_t token);

    const JsonTree& tree_;
    RdfDataset& data_;
    Listener listener_;
    ContextReader contexts_;
};

template <class F>
void ToRdf::for_each_element(std::size_t token, F f) const {
    if (at(token).type != JsonType::array) {
        f(token);
        return;
    }
    for (std::size_t i = token + 1; i < at(token).end; i = at(i).end)
        f(i);
}

} // namespace entente::jsonld
