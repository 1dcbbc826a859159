// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/in_order.hpp"
#include "exporters/registry.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "exporters/writing/losses.hpp"
#include "tests/support/facts.hpp"

using namespace entente;

namespace {

/// Writes numbers, and notices each that ends with 7.
struct Counting {
    void write(std::size_t begin, std::size_t end, std::string& text) {
        for (std::size_t n = begin; n < end; ++n) {
            if (n == fails_at) throw std::runtime_error("no more");
            text += std::to_string(n) + '\n';
            if (n % 10 == 7) noticed.add(std::to_string(n));
        }
    }
    std::size_t fails_at = static_cast<std::size_t>(-1);
    Tally noticed;
};

void write_numbers(Counting& worker, std::size_t begin, std::size_t end, std::string& text) {
    worker.write(begin, end, text);
}

struct Written {
    std::string text;
    Tally noticed;
};

/// Parts of 1, 2, 3, ... items, and a rest.
std::vector<std::size_t> parts_of(std::size_t size) {
    std::vector<std::size_t> ends;
    for (std::size_t end = 1, step = 2; end < size; end += step++)
        ends.push_back(end);
    if (size > 0) ends.push_back(size);
    return ends;
}

Written write(std::size_t size, std::size_t threads) {
    Written written;
    Output out([&](std::string_view bytes) { written.text += bytes; });
    out << "begin\n";
    std::deque<Counting> workers(threads);
    write_in_order(out, parts_of(size), workers, write_numbers,
                   [&](Counting& worker) { written.noticed.take(worker.noticed); });
    out << "end\n";
    out.flush();
    return written;
}

/// Enough facts to be worth several threads, some of which the format cannot hold as they are.
std::string many_facts() {
    std::string text;
    for (int i = 0; i < 12'000; ++i) {
        const std::string number = std::to_string(i), source = "s" + std::to_string(i % 700);
        text += R"({"subject": "nation/A)" + std::to_string(i % 500) +
                R"(", "relation": "ally_of", "object": "nation/B)" + number + R"(", "source": ")" +
                source + R"(", "confidence": )" + (i % 9 == 0 ? "1e-310" : "0.5") +
                R"(, "quote": "about )" + number + "\"}\n";
        if (i < 700)
            text += R"({"source": ")" + source +
                    R"(", "title": "T"})"
                    "\n";
    }
    return text;
}

} // namespace

TEST_CASE("several threads write the same as one, and notice the same") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1024},
                                   std::size_t{1025}, std::size_t{10'000}}) {
        const Written one = write(size, 1);
        for (const std::size_t threads : {2U, 3U, 8U}) {
            CAPTURE(size);
            CAPTURE(threads);
            const Written several = write(size, threads);
            CHECK((several.text == one.text));
            CHECK(several.noticed.count == one.noticed.count);
            CHECK((several.noticed.where == one.noticed.where));
        }
    }
}

TEST_CASE("what fails in one thread ends all of them") {
    std::string text;
    Output out([&](std::string_view bytes) { text += bytes; });
    std::deque<Counting> workers(3);
    for (Counting& worker : workers)
        worker.fails_at = 5000;
    CHECK_THROWS_WITH(
        write_in_order(out, parts_of(100'000), workers, write_numbers, [](Counting&) {}),
        "no more");
    CHECK(text.find("5000\n") == std::string::npos);

    std::size_t calls = 0;
    Output full([&](std::string_view) {
        if (++calls > 2) throw std::runtime_error("disk full");
    });
    std::deque<Counting> others(4);
    CHECK_THROWS_WITH(
        write_in_order(full, parts_of(100'000), others, write_numbers, [](Counting&) {}),
        "disk full");
}

TEST_CASE("parts of relations end at every relation of many claims, and at the last one") {
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += R"({"subject": "nation/A", "relation": "ally_of", "object": "nation/)" +
                std::string(i % 2 == 0 ? "B" : "C" + std::to_string(i)) + R"(", "quote": ")" +
                std::to_string(i) + "\"}\n";
    const GraphPtr graph = test::graph_of(text);
    const View view = view_of(graph, {});
    const std::vector<std::size_t> ends = relation_parts(view);
    REQUIRE(ends.size() > 2);
    CHECK(ends.back() == view.relations().size());
    CHECK(std::is_sorted(ends.begin(), ends.end(), std::less_equal<>{}));
    CHECK(relation_parts(view_of(test::graph_of(""), {})).empty());
}

TEST_CASE("GraphML is the same from several threads, and so is what it says of losses") {
    const GraphPtr graph = test::graph_of(many_facts());
    const View view = view_of(graph, {});
    const auto write = [&](bool lean, unsigned threads) {
        std::string text;
        Diagnostics told;
        Output out([&](std::string_view bytes) { text += bytes; });
        ExportOptions options;
        options.lean = lean;
        options.threads = threads;
        const ExportReport report = find_exporter("graphml")->write(view, out, options, told);
        out.flush();
        CHECK(report.losses.size() == (lean ? 2 : 1));
        for (const Loss& loss : report.losses) {
            text += std::to_string(loss.count) + ' ' + loss.what + '\n';
            for (const std::string& place : loss.where)
                text += place + '\n';
        }
        return text;
    };
    for (const bool lean : {false, true}) {
        const std::string one = write(lean, 1);
        for (const unsigned threads : {2U, 5U}) {
            CAPTURE(lean);
            CAPTURE(threads);
            CHECK((write(lean, threads) == one));
        }
    }
}
