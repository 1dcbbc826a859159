// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/identity/gazetteer/gazetteer.hpp"
#include "graph/identity/persons/person.hpp"
#include "graph/vocabulary.hpp"

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
    std::vector<std::uint32_t> declarations; ///< in the intake
};

/// The nodes found so far, and the names and ids under which they can be found.
class Directory {
  public:
    explicit Directory(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    NodeIndex add(Node node);
    [[nodiscard]] Node& operator[](NodeIndex index) { return nodes_[index]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    std::vector<Node> take() { return std::move(nodes_); }

    void index_id(std::string_view id, NodeIndex node) { by_id_.emplace(id, node); }
    /// From now on the id means this node.
    void redirect(std::string_view id, NodeIndex node) { by_id_[id] = node; }
    [[nodiscard]] NodeIndex find_id(std::string_view id) const;

    enum class NameOf : std::uint8_t { name, alias, mention };
    struct NameEntry {
        NodeIndex node;
        NameOf what;
    };
    /// Makes a node known by a name; a person's also by its parts.
    void index_name(std::string_view name, NodeIndex node, NameOf what);
    [[nodiscard]] const std::vector<NameEntry>& find_name(const std::string& folded) const;

    struct PersonEntry {
        NodeIndex node;
        PersonName name;
    };
    /// People whose full name has the same words, in whatever order.
    [[nodiscard]] const std::vector<PersonEntry>& find_person(const std::string& key) const;
    /// The full names of an official's node.
    [[nodiscard]] const std::vector<PersonName>& person_names(NodeIndex node) const;

    [[nodiscard]] bool is_kind(const Node& node, KindId id) const {
        return node.kind == vocabulary_.kind(id).name;
    }
    [[nodiscard]] KindSet kind_set(const Node& node) const;

  private:
    const Vocabulary& vocabulary_;
    std::vector<Node> nodes_;
    std::unordered_map<std::string_view, NodeIndex> by_id_;
    std::unordered_map<std::string, std::vector<NameEntry>> by_name_;
    std::unordered_map<std::string, std::vector<PersonEntry>> by_person_;
    std::unordered_map<NodeIndex, std::vector<PersonName>> names_of_;
};

} // namespace entente::identity
