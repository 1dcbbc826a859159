// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>

namespace entente::saved {

/// Which blocks of something were looked over: each is when it is needed for the first time, by
/// whichever thread comes first.
class Blocks {
  public:
    explicit Blocks(std::size_t count) : ready_(std::make_unique<std::atomic<bool>[]>(count)) {}

    /// Calls `look_over(block)` unless that was done. If it throws, the next one tries again.
    template <class F>
    void need(std::size_t block, F look_over) const {
        std::atomic<bool>& ready = ready_[block];
        if (ready.load(std::memory_order_acquire)) return;
        const std::lock_guard lock(mutex_);
        if (ready.load(std::memory_order_relaxed)) return;
        look_over(block);
        ready.store(true, std::memory_order_release);
    }

  private:
    std::unique_ptr<std::atomic<bool>[]> ready_;
    mutable std::mutex mutex_;
};

} // namespace entente::saved
