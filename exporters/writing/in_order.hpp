// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "exporters/writing/files/output.hpp"
#include "graph/memory/parallel.hpp"
#include "graph/model/view.hpp"

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

/// Writes parts in their order, however many workers a sequence has, each in a thread of its own:
/// `write(worker, begin, end, text)` appends what is to be written of items, `ends` says where each
/// part of them ends, and once one is out, in the order of the parts, `written(worker)` may collect
/// what the worker noticed.
template <class Workers, class Write, class Written>
void write_in_order(Output& out, std::span<const std::size_t> ends, Workers& workers, Write write,
                    Written written) {
    const auto write_part = [&](std::size_t part, std::size_t worker, std::string& text) {
        write(workers[worker], part == 0 ? 0 : ends[part - 1], ends[part], text);
    };
    if (workers.size() == 1) {
        for (std::size_t part = 0; part < ends.size(); ++part) {
            write_part(part, 0, out.buffer());
            out.flush_if_full();
        }
        return written(workers[0]);
    }
    Turns turns;
    const auto work = [&](std::size_t worker) {
        std::string text;
        for (std::size_t part = worker; part < ends.size(); part += workers.size()) {
            text.clear();
            write_part(part, worker, text);
            if (!turns.wait_for(part)) return;
            out.put(text);
            written(workers[worker]);
            turns.end(part);
        }
    };
    in_parallel(workers.size(), [&](std::size_t worker) {
        try {
            work(worker);
        } catch (...) {
            turns.fail();
            throw;
        }
    });
}

/// Where parts of a view's entities end.
inline std::vector<std::size_t> entity_parts(const View& view) {
    constexpr std::size_t enough = 1024;
    std::vector<std::size_t> ends;
    for (std::size_t n = enough; n < view.entities().size(); n += enough)
        ends.push_back(n);
    if (!view.entities().empty()) ends.push_back(view.entities().size());
    return ends;
}

/// Where parts of a view's relations end: large enough to be worth a turn, and small enough that
/// the text of one is no burden, however many claims a relation has.
inline std::vector<std::size_t> relation_parts(const View& view) {
    constexpr std::size_t enough = 2048; // relations and claims
    std::vector<std::size_t> ends;
    std::size_t size = 0;
    for (std::size_t n = 0; n < view.relations().size(); ++n) {
        size += 1 + view.relations()[n].claim_count;
        if (size < enough && n + 1 < view.relations().size()) continue;
        ends.push_back(n + 1);
        size = 0;
    }
    return ends;
}

} // namespace entente
