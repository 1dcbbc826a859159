// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "importers/records/keys/keys.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

/// The members of one JSON object by key. What nobody takes is an attribute or qualifier, whether
/// its key is known or not. A member that is null is as good as absent.
class Members {
  public:
    void read(const JsonTree& tree, std::size_t object);
    void clear();

    [[nodiscard]] bool has(Key key) const { return (present_ & bit(key)) != 0; }
    /// nullptr if there is none.
    [[nodiscard]] const JsonToken* peek(Key key) const {
        return has(key) ? at_[static_cast<std::size_t>(key)] : nullptr;
    }
    const JsonToken* take(Key key) {
        taken_ |= bit(key);
        return peek(key);
    }
    /// From now on, what stands under `theirs` is read as `ours`.
    void stand_in(Key ours, Key theirs);
    /// Gives `ours` a value that is no member of the object.
    void set(Key ours, const JsonToken& token);

    [[nodiscard]] std::size_t size() const { return members_.size(); }
    /// True if anything but the taken keys is there.
    [[nodiscard]] bool any_left() const;
    template <class F>
    void for_each_left(F f) const {
        for (const Member& member : members_)
            if (left(member)) f(*member.token);
    }

  private:
    struct Member {
        Key key;
        const JsonToken* token;
    };
    [[nodiscard]] bool left(const Member& member) const {
        return member.key == Key::none || (taken_ & bit(member.key)) == 0;
    }

    std::uint64_t present_ = 0, taken_ = 0;
    std::array<const JsonToken*, key_count> at_{}; ///< valid where present_ says so
    std::vector<Member> members_;
    UsualKeys usual_;
};

} // namespace entente
