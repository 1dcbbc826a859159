// SPDX-License-Identifier: BSL-1.0
#include "graph/memory/parallel.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

using namespace entente;

TEST_CASE("each part is called once, the only one in this thread") {
    for (const std::size_t parts : {1U, 2U, 3U, 7U, 40U}) {
        CAPTURE(parts);
        std::vector<std::atomic<int>> calls(parts);
        std::atomic<int> here = 0;
        const auto self = std::this_thread::get_id();
        in_parallel(parts, [&](std::size_t part) {
            ++calls[part];
            if (std::this_thread::get_id() == self) ++here;
        });
        for (const auto& count : calls)
            CHECK(count == 1);
        CHECK(here == (parts == 1 ? 1 : 0));
    }
}

TEST_CASE("ranges cover everything once, and leave nothing out") {
    for (const std::size_t parts : {1U, 2U, 3U, 7U})
        for (const std::size_t size : {0U, 1U, 2U, 6U, 7U, 8U, 1000U}) {
            CAPTURE(parts);
            CAPTURE(size);
            std::vector<std::atomic<int>> seen(size);
            std::vector<std::size_t> ends(parts);
            over_ranges(parts, size, [&](std::size_t part, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                    ++seen[i];
                ends[part] = end;
            });
            CHECK(std::is_sorted(ends.begin(), ends.end()));
            std::size_t wrong = 0;
            for (const auto& count : seen)
                wrong += count != 1;
            CHECK(wrong == 0);
        }
}

TEST_CASE("what a part throws arrives, when all are done; the first part's first") {
    std::atomic<int> done = 0;
    std::string what;
    try {
        in_parallel(5, [&](std::size_t part) {
            ++done;
            if (part == 1 || part == 3) throw std::runtime_error("part " + std::to_string(part));
        });
    } catch (const std::runtime_error& error) {
        what = error.what();
    }
    CHECK(what == "part 1");
    CHECK(done == 5);
    CHECK_THROWS_AS(in_parallel(1, [](std::size_t) { throw std::logic_error("x"); }),
                    std::logic_error);
}
