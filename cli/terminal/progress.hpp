// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "session/telling/progress.hpp"

namespace entente::cli {

/// One line at the bottom of a terminal that says what is being done, once that takes over a
/// second. A thread of its own paints it, so that long steps need not report.
class ProgressLine {
  public:
    /// Paints nothing unless `visible`.
    explicit ProgressLine(bool visible);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    /// A new step; `total` is how much work it is, 0 if nobody knows. An empty one: the work is
    /// done, and the line goes away.
    void step(std::string_view what, std::uint64_t total = 0);
    /// What the work tells its progress to; must not outlive the line.
    [[nodiscard]] session::Progress listener();
    /// Prints a line of text above the progress line.
    void print_line(std::string_view text);

  private:
    void paint();
    void wipe();

    const bool visible_;
    std::atomic<std::uint64_t> done_ = 0;
    std::mutex mutex_; ///< guards what follows, and standard error
    std::condition_variable wake_;
    std::string what_;
    std::uint64_t total_ = 0;
    std::chrono::steady_clock::time_point since_;
    bool painted_ = false, stop_ = false;
    std::thread painter_;
};

} // namespace entente::cli
