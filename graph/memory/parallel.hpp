// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <future>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

/// How many of `threads` so many rows, relations or claims are worth: for a few, starting a thread
/// takes longer than what it would do.
constexpr unsigned threads_worth(std::size_t items, unsigned threads) {
    return items < 10'000 ? 1 : std::max(threads, 1U);
}

/// Calls `f(part)` for each part, 0 to `parts` - 1, in a thread each; with one part, in this one.
/// What a part throws is thrown on, the first part's first.
template <class F>
void in_parallel(std::size_t parts, F f) {
    if (parts == 1) return f(std::size_t{0});
    std::vector<std::exception_ptr> failed(parts);
    std::vector<std::thread> threads;
    for (std::size_t part = 0; part < parts; ++part)
        threads.emplace_back([&, part] {
            try {
                f(part);
            } catch (...) {
                failed[part] = std::current_exception();
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const std::exception_ptr& error : failed)
        if (error) std::rethrow_exception(error);
}

/// Runs `f()` in a thread beside this one, if there may be another; otherwise when its result is
/// asked for.
template <class F>
auto beside(unsigned threads, F f) {
    return std::async(threads > 1 ? std::launch::async : std::launch::deferred, std::move(f));
}

/// Cuts [0, size) into a range for each part, and calls `f(part, begin, end)` for each in a thread.
template <class F>
void over_ranges(std::size_t parts, std::size_t size, F f) {
    in_parallel(parts,
                [&](std::size_t part) { f(part, size * part / parts, size * (part + 1) / parts); });
}

} // namespace entente
