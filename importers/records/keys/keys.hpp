// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/language/words.hpp"

namespace entente {

/// The keys that records have a meaning for: ours, and those that others write for them.
using Key = Word;

/// Of the set of a record's keys.
constexpr std::uint64_t bit(Key key) {
    return std::uint64_t{1} << static_cast<unsigned>(key);
}

/// Whether `name` is the name of `key`; quick for what most records are made of.
bool is_key(std::string_view name, Key key);
/// Key::none if it is none of them.
Key find_key(std::string_view name);

/// Most objects have the keys of the one before, in its order: for the nth key, the nth of last
/// time is tried before it is looked up.
class UsualKeys {
  public:
    void begin() { next_ = 0; }
    /// What the next key was last time, to be set to what it is now.
    Key& next() {
        if (next_ == keys_.size()) keys_.push_back(Key::none);
        return keys_[next_++];
    }

  private:
    std::size_t next_ = 0;
    std::vector<Key> keys_;
};

} // namespace entente
