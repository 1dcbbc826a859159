// SPDX-License-Identifier: BSL-1.0
#include "session/telling/text.hpp"

#include <fmt/format.h>

#include <array>

#include "graph/text/word_list.hpp"

namespace entente::session {

std::string grouped(std::uint64_t n) {
    std::string digits = std::to_string(n);
    for (std::size_t at = digits.size(); at > 3;)
        digits.insert(at -= 3, ",");
    return digits;
}

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", grouped(n), n == 1 ? one : many);
}

std::string readable_size(std::uint64_t bytes) {
    if (bytes < 1000) return counted(bytes, "byte", "bytes");
    static constexpr std::array units = {"kB", "MB", "GB", "TB"};
    double size = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (size >= 999.95 && unit + 1 < units.size()) {
        size /= 1000;
        ++unit;
    }
    return fmt::format("{:.1f} {}", size, units[unit]);
}

std::vector<std::string> words(std::string_view list) {
    std::vector<std::string> out;
    for_each_word(list, [&](std::string_view word) { out.emplace_back(word); });
    return out;
}

} // namespace entente::session
