// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/diagnostics.hpp"

namespace entente {

/// Where something happened during an export: how often, and the first few places.
struct Tally {
    static constexpr std::size_t most_places = 100;

    std::size_t count = 0;
    /// Ids of entities, relations, claims or sources, or names of attributes.
    std::vector<std::string> where;

    void add(std::string_view place) {
        ++count;
        if (where.size() < most_places && (where.empty() || where.back() != place))
            where.emplace_back(place);
    }
    /// All that another one counted since, which is empty then.
    void take(Tally& other) {
        for (const std::string& place : other.where)
            add(place);
        count += other.count - other.where.size();
        other = {};
    }
};

/// Something that a format, or a program that reads it, does not hold as the graph has it.
struct Loss {
    Code code{};
    std::size_t count = 0;
    std::string what; ///< reads on from the number: `confidences below 2.3e-308 were written as 0`
    std::string readers;            ///< which programs it concerns; empty: whoever reads the file
    std::vector<std::string> where; ///< the first few places
};

/// Collects the losses of one export and reports each as a diagnostic, so that what is printed and
/// what the load report says are the same.
class Losses {
  public:
    Losses(Diagnostics& diagnostics, std::string_view format)
        : diagnostics_(diagnostics), format_(format) {}

    /// Nothing if the count is 0.
    void add(Code code, Severity severity, std::size_t count, std::string what,
             std::vector<std::string> where = {}, std::string readers = {});
    /// With the severity that the code usually has.
    void add(Code code, std::size_t count, std::string what, std::vector<std::string> where = {},
             std::string readers = {});
    void add(Code code, const Tally& tally, std::string what, std::string readers = {}) {
        add(code, tally.count, std::move(what), tally.where, std::move(readers));
    }
    /// Something that the file holds and that only the named programs do not: a note.
    void note(const Tally& tally, std::string what, std::string readers) {
        add(Code::approximated, Severity::note, tally.count, std::move(what), tally.where,
            std::move(readers));
    }

    /// Claims left out on request, and all but the ids of so many sources.
    void lean(std::size_t claims, std::size_t source_details = 0);
    /// Characters that the format forbids.
    void replaced(std::size_t characters);

    [[nodiscard]] std::vector<Loss> take() { return std::move(losses_); }

  private:
    Diagnostics& diagnostics_;
    std::string format_;
    std::vector<Loss> losses_;
};

} // namespace entente
