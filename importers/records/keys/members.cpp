// SPDX-License-Identifier: BSL-1.0
#include "importers/records/keys/members.hpp"

#include <algorithm>

namespace entente {

void Members::read(const JsonTree& tree, std::size_t object) {
    clear();
    usual_.begin();
    const std::size_t end = tree.tokens[object].end;
    for (std::size_t i = object + 1; i < end; i = tree.tokens[i].end) {
        const JsonToken& token = tree.tokens[i];
        if (token.type == JsonType::null) continue;
        Key& usual = usual_.next();
        if (!is_key(token.key(), usual)) usual = find_key(token.key());
        const Key key = usual;
        members_.push_back({key, &token});
        if (key == Key::none) continue;
        present_ |= bit(key);
        at_[static_cast<std::size_t>(key)] = &token;
    }
}

void Members::clear() {
    present_ = taken_ = 0;
    members_.clear();
}

void Members::stand_in(Key ours, Key theirs) {
    at_[static_cast<std::size_t>(ours)] = at_[static_cast<std::size_t>(theirs)];
    present_ = (present_ | bit(ours)) & ~bit(theirs);
    taken_ |= bit(theirs);
}

void Members::set(Key ours, const JsonToken& token) {
    at_[static_cast<std::size_t>(ours)] = &token;
    present_ |= bit(ours);
}

bool Members::any_left() const {
    return std::any_of(members_.begin(), members_.end(),
                       [&](const Member& member) { return left(member); });
}

} // namespace entente
