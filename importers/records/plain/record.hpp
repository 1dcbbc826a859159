// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/language/record.hpp"
#include "importers/records/keys/keys.hpp"
#include "importers/syntax/json.hpp"

namespace entente {

constexpr std::uint64_t set_of_keys(std::initializer_list<Key> keys) {
    std::uint64_t set = 0;
    for (const Key key : keys)
        set |= bit(key);
    return set;
}

/// The texts that stand under one object's keys.
struct PlainMembers {
    std::uint64_t present = 0;
    std::array<std::string_view, key_count> texts; ///< valid where present

    [[nodiscard]] bool has(Key key) const { return (present & bit(key)) != 0; }
    [[nodiscard]] std::string_view operator[](Key key) const {
        return has(key) ? texts[static_cast<std::size_t>(key)] : std::string_view();
    }
    std::string_view& at(Key key) { return texts[static_cast<std::size_t>(key)]; }
};

/// The values of one plain record as they stand in the input, and the records that they make. What
/// it does not make, because something is missing, wrong, or not certainly meant, is for the
/// general reader.
struct PlainRecord {
    /// Which of the record's keys are there, and their texts. A number's are its digits.
    PlainMembers members;
    /// Those who stand under `subject`, `object` and `stated_by`.
    struct Who {
        std::string_view name, kind;
    };
    std::array<Who, 3> who;
    /// What stands under `source`: if it is but a text, that is its `id`.
    PlainMembers source;
    bool source_is_object = false;
    TextSpan span;
    std::vector<std::string_view> aliases, same_as;
    std::vector<Field> rest; ///< what the keys have no meaning for

    void clear();
    /// Takes the members of an object of JSON. False if one of them is not just as it should be.
    bool read(const JsonTree& tree, std::size_t object);
    static std::size_t role(Key key) {
        return key == Key::subject ? 0 : key == Key::object ? 1 : 2;
    }

    [[nodiscard]] bool is_claim() const { return members.has(Key::subject); }
    /// `described` is the source's record, if the claim brings one along.
    bool make_claim(Position at, ClaimRecord& claim, std::optional<SourceRecord>& described) const;
    [[nodiscard]] bool is_entity() const { return !is_claim() && members.has(Key::entity); }
    /// The record's aliases are views of `aliases`.
    bool make_entity(Position at, EntityRecord& entity, std::vector<Alias>& alias_rows) const;
    bool make_source(Position at, SourceRecord& record) const;

  private:
    bool add(const JsonTree& tree, std::size_t index, Key key);
    bool add_rest(const JsonToken& token);
    bool make_reference(Key key, Reference& out) const;

    UsualKeys usual_;
};

} // namespace entente
