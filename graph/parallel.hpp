// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace entente {

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

/// Cuts [0, size) into a range for each part, and calls `f(begin, end)` for each in a thread.
template <class F>
void over_ranges(std::size_t parts, std::size_t size, F f) {
    in_parallel(parts,
                [&](std::size_t part) { f(size * part / parts, size * (part + 1) / parts); });
}

} // namespace entente
