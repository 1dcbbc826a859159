// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

namespace entente {

/// What edges call a node that was read.
struct FlatNode {
    std::string_view key;        ///< the node's id in the file
    std::string_view id;         ///< of the entity; empty: it goes by its name
    std::string_view name, kind; ///< of a node that others wrote
    bool plain = false;          ///< the id is a plain text
};

/// The nodes that an edge joins; nullptr: the file has no such node.
struct FlatEnds {
    const FlatNode *subject = nullptr, *object = nullptr;
};

/// The nodes of a file by their ids. A large file asks for them in no order, and most of the time
/// goes into waiting for memory: so a node's texts lie together, and a slot tells most of those
/// that are not meant from the one that is.
class FlatNodes {
  public:
    /// nullptr if there is none.
    [[nodiscard]] FlatNode* find(std::string_view key);
    static std::uint32_t hash_of(std::string_view key);
    /// Fetches from memory what find() looks at first (step 0), then (1) and last (2). Each step
    /// looks at what the one before has fetched, which takes a while.
    void fetch(std::uint32_t hash, unsigned step) const;
    /// Adds one that is not there yet; it stays where it is.
    FlatNode& add(std::string_view key, std::string_view id = {});
    /// A copy that lives as long as the nodes.
    std::string_view keep(std::string_view text);

  private:
    struct Slot {
        std::uint32_t hash = 0, number = 0; ///< of the node, from 1; 0: free
    };
    [[nodiscard]] std::size_t slot_of(std::string_view key, std::uint32_t hash) const;
    void grow();
    char* room(std::size_t size);

    std::vector<Slot> slots_; ///< a power of two, at most half of them taken
    std::deque<FlatNode> nodes_;
    std::vector<std::unique_ptr<char[]>> chunks_;
    std::size_t left_ = 0; ///< bytes at the end of the last chunk
    std::size_t last_size_ = 0;
};

} // namespace entente
