// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "graph/language/record.hpp"

namespace entente::cli {

/// One line at the bottom of a terminal that says what is being done, once that takes over a
/// second. A thread of its own paints it, so that long steps need not report.
class Progress {
  public:
    /// Paints nothing unless `visible`.
    explicit Progress(bool visible);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// A new step; `total` is how much work it is, 0 if nobody knows. An empty one: the work is
    /// done, and the line goes away.
    void step(std::string_view what, std::uint64_t total = 0);
    void advance(std::uint64_t more) { done_.fetch_add(more, std::memory_order_relaxed); }
    /// Prints a line of text above the progress line.
    void print_line(std::string_view text);
    [[nodiscard]] bool visible() const { return visible_; }

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

/// Passes records on and counts them for the progress line.
class ProgressSink final : public RecordSink {
  public:
    ProgressSink(RecordSink& next, Progress& progress) : next_(next), progress_(progress) {}
    void graph(const GraphRecord& r) override { next_.graph(seen(r)); }
    void source(const SourceRecord& r) override { next_.source(r); }
    void entity(const EntityRecord& r) override { next_.entity(seen(r)); }
    void claim(const ClaimRecord& r) override { next_.claim(seen(r)); }
    void judgement(const JudgementRecord& r) override { next_.judgement(seen(r)); }
    void claims(std::span<const ClaimRecord> r) override {
        progress_.advance(r.size());
        next_.claims(r);
    }
    std::unique_ptr<RecordSink> branch() override {
        auto branch = next_.branch();
        if (branch == nullptr) return nullptr;
        auto made = std::make_unique<ProgressSink>(*branch, progress_);
        made->own_ = std::move(branch);
        return made;
    }
    void join(RecordSink& branch, std::uint32_t lines) override {
        next_.join(static_cast<ProgressSink&>(branch).next_, lines);
    }

  private:
    template <class Record>
    const Record& seen(const Record& record) {
        progress_.advance(1);
        return record;
    }
    std::unique_ptr<RecordSink> own_; ///< of a branch: where it passes them on to
    RecordSink& next_;
    Progress& progress_;
};

} // namespace entente::cli
