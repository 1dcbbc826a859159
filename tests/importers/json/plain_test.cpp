// SPDX-License-Identifier: BSL-1.0
// The short ways of reading JSON Lines make the very same records, counts, rejects and diagnostics
// as the general reader: on every line of the samples and of the broken inputs, and on many more
// that were generated or damaged.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "importers/syntax/json_scan.hpp"
#include "importers/syntax/utf8.hpp"
#include "tests/importers/json/plain_seeds.hpp"
#include "tests/importers/json/short_ways.hpp"
#include "tests/support/facts.hpp"

using namespace entente;
using namespace entente::test;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    mask_invalid_utf8(text); // as Input does
    return text;
}

/// The lines of all files of facts in a folder.
std::vector<std::string> lines_in(std::string_view folder) {
    std::vector<std::string> lines;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(ENTENTE_SOURCE_DIR) / folder)) {
        if (entry.path().extension() != ".jsonl") continue;
        for (std::string& line : test::lines_of(content(entry.path())))
            lines.push_back(std::move(line));
    }
    return lines;
}

/// Where each member's value stands in a seed: [begin, end).
std::vector<std::pair<std::size_t, std::size_t>> value_places(const std::string& line) {
    std::vector<std::pair<std::size_t, std::size_t>> places;
    JsonScanner scanner(line);
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i - 1] != ':' && line[i - 1] != '[') continue;
        const std::size_t begin = scanner.skip_space(i);
        const JsonExtent extent = scanner.value(begin);
        if (extent.closed && line[begin] != ']') places.emplace_back(begin, extent.end);
    }
    return places;
}

std::string replaced(const std::string& line, std::pair<std::size_t, std::size_t> place,
                     std::string_view by) {
    return line.substr(0, place.first) + std::string(by) + line.substr(place.second);
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t every = 7; // the sanitizers look for faults, not for differences
#else
constexpr std::size_t every = 1;
#endif

/// Every nth of `lines`.
std::vector<std::string> thinned(std::vector<std::string> lines) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < lines.size(); i += every)
        out.push_back(std::move(lines[i]));
    return out;
}

} // namespace

TEST_CASE("short ways: every line of the samples and of the tests' inputs") {
    for (const char* folder :
         {"samples", "tests/bad", "tests/exporters", "tests/golden", "tests/conformance"}) {
        CAPTURE(folder);
        const std::vector<std::string> lines = lines_in(folder);
        CHECK(!lines.empty());
        check_lines(lines, "");
        check_lines(lines, plain_claim);
    }
}

TEST_CASE("short ways: generated facts") {
    const std::vector<std::string> lines = test::generated_facts(5, 3000);
    check_lines(lines, "");
    check_lines(thinned(lines), plain_claim);
}

TEST_CASE("short ways: special lines") {
    const std::vector<std::string> lines = special_lines();
    check_lines(lines, "");
    check_lines(lines, seeds[1]);
    for (const std::string& line : lines) // each as a whole text
        check_lines({line}, "");
}

TEST_CASE("short ways: every text and value in every place") {
    for (const std::string& seed : seeds) {
        CAPTURE(seed);
        std::vector<std::string> lines;
        for (const auto& place : value_places(seed)) {
            for (const std::string_view text : texts)
                lines.push_back(replaced(seed, place, text));
            for (const std::string_view value : values)
                lines.push_back(replaced(seed, place, value));
        }
        check_lines(thinned(lines), seed);
    }
}

TEST_CASE("short ways: every key in every place, and added") {
    for (const std::string& seed : seeds) {
        if (seed.front() != '{') continue;
        CAPTURE(seed);
        std::vector<std::string> lines;
        const std::size_t open = seed.find('{') + 1;
        for (const std::string_view key : keys) {
            const std::string quoted = "\"" + std::string(key) + "\"";
            for (std::size_t at = 0; (at = seed.find("\":", at)) != std::string::npos; ++at) {
                const std::size_t begin = seed.rfind('"', at - 1);
                lines.push_back(replaced(seed, {begin, at + 1}, quoted));
            }
            for (const std::string_view value :
                 {R"("v")", R"("A")", R"(" 2023 ")", R"("denied")", "1", "0.5", "null", "[3,4]",
                  R"(["a","b"])", R"({"name":"A","kind":"nation"})", R"({"id":"s","title":"T"})"}) {
                lines.push_back(
                    replaced(seed, {open, open}, quoted + ":" + std::string(value) + ","));
                const std::size_t last = seed.rfind('}');
                lines.push_back(
                    replaced(seed, {last, last}, "," + quoted + ": " + std::string(value)));
            }
        }
        check_lines(thinned(lines), seed);
    }
}

TEST_CASE("short ways: lines that are cut off at every byte, and damaged at every byte") {
    constexpr std::string_view spice = "{}[]\",:'\\ \r\t;|`-0aTuN\x01\x7f\xC3\xFF/#.";
    for (const std::string& seed : seeds) {
        CAPTURE(seed);
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < seed.size(); ++at) {
            lines.push_back(seed.substr(0, at));
            lines.push_back(seed.substr(at));
            lines.push_back(replaced(seed, {at, at + 1}, ""));
            lines.push_back(replaced(seed, {at, at}, seed.substr(at, 1)));
            for (std::size_t i = at % 3; i < spice.size(); i += 3) {
                lines.push_back(replaced(seed, {at, at + 1}, spice.substr(i, 1)));
                lines.push_back(replaced(seed, {at, at}, spice.substr(i, 1)));
            }
        }
        for (std::string& line : lines)
            mask_invalid_utf8(line);
        lines = thinned(lines);
        // Those that begin in the first column by themselves, where an odd one costs only itself.
        const auto odd = std::stable_partition(
            lines.begin(), lines.end(), [](const auto& line) { return line.starts_with('{'); });
        check_lines({lines.begin(), odd}, seed.starts_with('{') ? seed : plain_claim);
        check_lines({odd, lines.end()}, "");
    }
}

TEST_CASE("short ways: lines that were put together at random") {
    const char* wanted = std::getenv("ENTENTE_MUTATIONS");
    const std::size_t rounds =
        (wanted != nullptr ? std::strtoul(wanted, nullptr, 10) : 30) / every + 1;
    std::mt19937 engine(20230601);
    const auto of = [&](const auto& list) { return list[engine() % std::size(list)]; };
    for (std::size_t round = 0; round < rounds; ++round) {
        CAPTURE(round);
        std::vector<std::string> lines;
        // The shape of the line before, with other values, is what a short way may expect.
        std::string shape = of(seeds);
        for (int n = 0; n < 200; ++n) {
            if (engine() % 6 == 0) shape = of(seeds);
            std::string line = shape;
            for (auto edits = engine() % 3; edits > 0; --edits) {
                const auto places = value_places(line);
                if (places.empty()) break;
                line = replaced(line, places[engine() % places.size()],
                                engine() % 3 == 0 ? of(values) : of(texts));
            }
            if (engine() % 8 == 0) shape = line;
            lines.push_back(std::move(line));
        }
        check_lines(lines, "");
    }
}
