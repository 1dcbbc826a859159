// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/container/small_vector.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/identity/findings/parsed_names.hpp"
#include "graph/identity/gazetteer/gazetteer.hpp"
#include "graph/identity/persons/person.hpp"
#include "graph/language/vocabulary.hpp"
#include "graph/memory/flat_index.hpp"
#include "graph/memory/strings.hpp"

namespace entente::identity {

using NodeIndex = std::uint32_t;
constexpr NodeIndex no_node = 0xFFFFFFFF;

/// One entity that the input means, before it gets its row in the graph.
struct Node {
    std::string_view id;     ///< of a provisional node only known at the end
    std::string_view kind;   ///< canonical where the vocabulary knows it
    std::string_view name;   ///< of a provisional node, and of an id that nothing declares
    std::string_view source; ///< of a provisional node that holds only inside one source
    const KnownEntity* known = nullptr; ///< its row in the gazetteer
    bool provisional = false;
    boost::container::small_vector<std::uint32_t, 2> declarations; ///< in the intake
};

/// The nodes found so far, and the names and ids under which they can be found.
class Directory {
  public:
    Directory(const Vocabulary& vocabulary, ParsedNames& people)
        : vocabulary_(vocabulary), people_(people) {}

    /// Makes room for so many nodes at once: to move them while there are ever more is dear.
    void reserve(std::size_t nodes) { nodes_.reserve(nodes); }
    NodeIndex add(Node node);
    [[nodiscard]] Node& operator[](NodeIndex index) { return nodes_[index]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    std::vector<Node> take() { return std::move(nodes_); }

    /// The id means this node, unless it means another one already.
    void index_id(std::string_view id, NodeIndex node);
    /// From now on the id means this node.
    void redirect(std::string_view id, NodeIndex node);
    [[nodiscard]] NodeIndex find_id(std::string_view id) const;

    enum class NameOf : std::uint8_t { name, alias, mention };
    struct NameEntry {
        NodeIndex node;
        NameOf what;
    };
    using NameEntries = boost::container::small_vector<NameEntry, 1>;
    /// Makes a node known by a name; a person's also by its parts. `folded` is the name as
    /// fold_name gives it.
    void index_name(std::string_view name, std::string_view folded, NodeIndex node, NameOf what);
    void index_name(std::string_view name, NodeIndex node, NameOf what);
    /// Those that are known by a name.
    [[nodiscard]] const NameEntries& find_name(std::string_view folded) const;
    /// The same for a name as it is written; nullptr if none has just this name.
    [[nodiscard]] const NameEntries* find_written(std::string_view name) const;

    struct PersonEntry {
        NodeIndex node;
        const PersonName* name;
    };
    /// People whose full name has the same words, in whatever order.
    [[nodiscard]] const std::vector<PersonEntry>& find_person(const std::string& key);
    /// The full names of an official's node.
    [[nodiscard]] const std::vector<const PersonName*>& person_names(NodeIndex node);

    [[nodiscard]] bool is_kind(const Node& node, KindId id) const {
        return node.kind == vocabulary_.kind(id).name;
    }

  private:
    /// `folded()` is asked only for a name that nobody wrote so far.
    template <class Folded>
    void index(std::string_view name, Folded folded, NodeIndex node, NameOf what);
    /// A text, and the row of another table that is found by it.
    struct KeyRow {
        std::string_view text;
        std::uint32_t row;
    };
    class KeyIndex {
      public:
        /// The row of a text; with `row` in it if there was none.
        KeyRow& add(std::string_view text, std::uint32_t row);
        [[nodiscard]] const std::uint32_t* find(std::string_view text) const;

      private:
        std::vector<KeyRow> rows_;
        FlatIndex index_;
    };
    void index_persons();

    const Vocabulary& vocabulary_;
    ParsedNames& people_;
    std::vector<Node> nodes_;
    Arena texts_;
    KeyIndex by_id_;
    KeyIndex by_name_, by_written_; ///< to `entries_`
    std::vector<NameEntries> entries_;
    /// Names of officials that nobody has taken apart yet: where every name is declared as it is
    /// used, nobody need.
    std::vector<std::pair<std::string_view, NodeIndex>> unread_persons_;
    std::unordered_map<std::string, std::vector<PersonEntry>> by_person_;
    std::unordered_map<NodeIndex, std::vector<const PersonName*>> names_of_;
};

} // namespace entente::identity
