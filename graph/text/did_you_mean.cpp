// SPDX-License-Identifier: BSL-1.0
#include "graph/text/did_you_mean.hpp"

#include <algorithm>
#include <vector>

#include "graph/text/ascii.hpp"

namespace entente {

namespace {

/// How many letters must be changed, added, left out or swapped with their neighbour.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

} // namespace

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest = 64; // nobody mistypes more, and the table is quadratic
    if (word.empty() || word.size() > longest) return {};
    std::size_t best = std::min(word.size(), std::max<std::size_t>(1, word.size() / 3) + 1);
    std::string_view found;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::size_t d = distance(ascii::lower(word), ascii::lower(candidate));
        if (d < best) {
            best = d;
            found = candidate;
        }
    }
    return found.empty() ? std::string() : "; did you mean " + std::string(found) + "?";
}

} // namespace entente
