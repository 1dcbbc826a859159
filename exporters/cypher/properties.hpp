// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/cypher/values.hpp"
#include "exporters/writing/losses.hpp"

namespace entente::cypher {

/// The attributes of entities or sources, or the qualifiers of claims, as properties: each has one
/// name that all engines take and one type.
class Properties {
  public:
    struct Property {
        std::string name; ///< in backticks
        PropertyType type;
        bool shown = true; ///< false: only in the rest, because its name is taken
        std::set<std::uint16_t> tables;
    };

    /// To be called for every item before anything is written. `table` is its kind.
    void add(std::span<const Field> fields, std::string_view id, std::uint16_t table = 0);
    /// For engines to which `Label` and `label` are the same: only the first is shown.
    void hide_same_but_for_case();

    [[nodiscard]] const std::map<std::string_view, Property>& all() const { return all_; }

    /// Appends what the literals of an item's properties do not give back, as JSON objects:
    /// `{"k":1},{"k":2}`. For each property of which there is a literal, calls
    /// `set(name, literal)` first.
    template <class Set>
    void write(std::string& rest, std::span<const Field> fields, Literals& literals, Set set);

    /// `what`: `attributes`; `rest`: where the exact values are.
    void report(Losses& losses, std::string_view what, std::string_view rest) const;

  private:
    /// Whether fields[i] is the only one with its key.
    static bool alone(std::span<const Field> fields, std::size_t i);
    static void append_rest(std::string& rest, const Field& field);

    std::map<std::string_view, Property> all_;
    std::vector<std::string> widened_;
    Tally hidden_, further_values_, beyond_double_;
    std::string scratch_;
};

template <class Set>
void Properties::write(std::string& rest, std::span<const Field> fields, Literals& literals,
                       Set set) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Property& property = all_.at(fields[i].key);
        const bool first = i == 0 || fields[i - 1].key != fields[i].key;
        bool exact = property.shown && alone(fields, i);
        if (first && property.shown) {
            scratch_.clear();
            exact = append_value(scratch_, fields[i].value, property.type, literals) && exact;
            set(property.name, scratch_);
        }
        if (exact) continue;
        if (!rest.empty()) rest += ',';
        append_rest(rest, fields[i]);
    }
}

} // namespace entente::cypher
