// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <limits>
#include <string>

#include "exporters/output.hpp"
#include "graph/parallel.hpp"

namespace entente {

/// Whose turn it is among threads that may do something only one after another.
class Turns {
  public:
    /// Waits until all turns before this one have ended. False if one of them failed.
    bool wait_for(std::size_t turn) {
        for (std::size_t now = turn_.load(); now != turn; now = turn_.load()) {
            if (now == failed) return false;
            turn_.wait(now);
        }
        return true;
    }
    void end(std::size_t turn) {
        turn_.compare_exchange_strong(turn, turn + 1); // unless somebody failed meanwhile
        turn_.notify_all();
    }
    /// Nobody gets a turn any more.
    void fail() {
        turn_.store(failed);
        turn_.notify_all();
    }

  private:
    static constexpr std::size_t failed = std::numeric_limits<std::size_t>::max();
    std::atomic<std::size_t> turn_ = 0;
};

/// Writes items 0 to `size` - 1 in their order, however many workers a sequence has, each in a
/// thread of its own: `worker.write(begin, end, text)` appends what is to be written of some of
/// them, and once that is out, in the order of the items, `written(worker)` may collect what the
/// worker noticed.
template <class Workers, class Written>
void write_in_order(Output& out, std::size_t size, Workers& workers, Written written) {
    constexpr std::size_t at_once = 1024;
    if (workers.size() == 1) {
        for (std::size_t begin = 0; begin < size; begin += at_once) {
            workers[0].write(begin, std::min(size, begin + at_once), out.buffer());
            out.flush_if_full();
        }
        return written(workers[0]);
    }
    Turns turns;
    const auto work = [&](std::size_t part) {
        std::string text;
        for (std::size_t turn = part; turn * at_once < size; turn += workers.size()) {
            text.clear();
            workers[part].write(turn * at_once, std::min(size, (turn + 1) * at_once), text);
            if (!turns.wait_for(turn)) return;
            out.put(text);
            written(workers[part]);
            turns.end(turn);
        }
    };
    in_parallel(workers.size(), [&](std::size_t part) {
        try {
            work(part);
        } catch (...) {
            turns.fail();
            throw;
        }
    });
}

} // namespace entente
