// SPDX-License-Identifier: BSL-1.0
#include "graph/memory/large_memory.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

using namespace entente;

namespace {

/// 2^17 of them are 2 MiB.
using Row = std::array<std::uint64_t, 2>;
constexpr std::size_t block = Column<Row>::block_rows;

Column<Row> column_of(std::size_t count) {
    Column<Row> column;
    for (std::size_t i = 0; i < count; ++i)
        column.push_back({i, ~i});
    return column;
}

} // namespace

TEST_CASE("a column counts on over the borders of its blocks") {
    static_assert(block == std::size_t{1} << 17);
    static_assert(Column<std::array<char, 24>>::block_rows == std::size_t{1} << 16);
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{1}, block - 1, block, block + 1, 2 * block, 2 * block + 5}) {
        CAPTURE(count);
        Column<Row> column = column_of(count);
        CHECK(column.size() == count);
        CHECK(column.empty() == (count == 0));
        if (count > 0) CHECK(column.back() == Row{count - 1, ~(count - 1)});
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < count; ++i)
            wrong += column[i] != Row{i, ~i};
        CHECK(wrong == 0);
        std::size_t next = 0;
        column.for_each([&](Row& row) { wrong += row[0] != next++; });
        CHECK(wrong == 0);
        CHECK(next == count);
    }
}

TEST_CASE("the rows of a column never move") {
    Column<Row> column = column_of(1);
    const Row* const first = &column[0];
    for (std::size_t i = 1; i < 2 * block + 1; ++i)
        column.push_back({i, ~i});
    CHECK(&column[0] == first);
    const Column<Row> moved = std::move(column);
    CHECK(&moved[0] == first);
    CHECK(moved.size() == 2 * block + 1);
}

TEST_CASE("a column takes over the rows of another one") {
    for (const std::size_t ours : {std::size_t{0}, std::size_t{3}, block, block + 3})
        for (const std::size_t theirs :
             {std::size_t{0}, std::size_t{1}, block, 2 * block - 1, 2 * block + 5}) {
            CAPTURE(ours);
            CAPTURE(theirs);
            Column<Row> column = column_of(ours);
            Column<Row> other;
            for (std::size_t i = ours; i < ours + theirs; ++i)
                other.push_back({i, ~i});
            const auto taken = column.take(std::move(other));
            column.push_back({ours + theirs, 0});
            for (std::size_t i = 0; i < theirs; ++i)
                REQUIRE(column[taken(i)][0] == ours + i);
            for (std::size_t i = 0; i < ours; ++i)
                REQUIRE(column[i][0] == i);
            CHECK(other.empty()); // NOLINT(bugprone-use-after-move)
            REQUIRE(column.size() == ours + theirs + 1);
            std::vector<std::size_t> met(column.size());
            std::size_t next = 0, wrong = 0;
            column.for_each([&](const Row& row) {
                ++met[row[0]];
                wrong += column[next++] != row;
            });
            CHECK(wrong == 0);
            CHECK(std::count(met.begin(), met.end(), 1U) ==
                  static_cast<std::ptrdiff_t>(met.size()));
        }
}

TEST_CASE("a column that was moved from is empty, and can be filled again") {
    Column<Row> a = column_of(block + 3);
    Column<Row> b = column_of(7);
    b = std::move(a);
    CHECK(b.size() == block + 3);
    CHECK(b.back()[0] == block + 2);
    a = Column<Row>();
    CHECK(a.empty());
    a.push_back({1, 2});
    CHECK(a.size() == 1);
    CHECK(a[0] == Row{1, 2});
    Column<Row>& same = b;
    b = std::move(same);
    CHECK(b.size() == block + 3);
}

TEST_CASE("memory for tables can be written, whatever its size") {
    for (const std::size_t size : {std::size_t{1}, std::size_t{4096}, (std::size_t{2} << 20) - 1,
                                   std::size_t{2} << 20, (std::size_t{4} << 20) + 1})
        for (const bool huge : {false, true}) {
            auto* const bytes = static_cast<unsigned char*>(allocate_large(size, huge));
            bytes[0] = 1;
            bytes[size - 1] = 2;
            CHECK(bytes[size - 1] == 2);
            free_large(bytes, size);
        }
    LargeVector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < 2'000'000; ++i)
        numbers.push_back(i);
    CHECK(numbers[1'999'999] == 1'999'999);
}
