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
    explicit Blocks(std::size_t count)
        : count_(count), ready_(std::make_unique<std::atomic<bool>[]>(count)) {}

    /// Calls `look_over(block)` for each block from `first` up to `last`, unless that was done. If
    /// it throws, the next one tries again.
    template <class F>
    void need(std::size_t first, std::size_t last, F look_over) const {
        if (all_.load(std::memory_order_acquire)) return;
        for (std::size_t block = first; block <= last; ++block)
            if (!ready_[block].load(std::memory_order_acquire)) need_one(block, look_over);
        if (first == 0 && last + 1 == count_) all_.store(true, std::memory_order_release);
    }

  private:
    template <class F>
    void need_one(std::size_t block, F look_over) const {
        const std::lock_guard lock(mutex_);
        if (ready_[block].load(std::memory_order_relaxed)) return;
        look_over(block);
        ready_[block].store(true, std::memory_order_release);
    }

    std::size_t count_;
    std::unique_ptr<std::atomic<bool>[]> ready_;
    mutable std::atomic<bool> all_ = false;
    mutable std::mutex mutex_;
};

} // namespace entente::saved
