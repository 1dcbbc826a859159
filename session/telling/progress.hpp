// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "graph/language/record.hpp"

namespace entente::session {

/// Where long work tells how far it has come. Whoever does not care leaves it empty.
struct Progress {
    /// A new step; `total` is how much work it is, 0 if nobody knows.
    std::function<void(std::string_view what, std::uint64_t total)> step = {};
    /// So much more of it is done; called by several threads. Work that counts itself costs time,
    /// and is not counted where this is empty.
    std::function<void(std::uint64_t more)> advance = {};

    void begin(std::string_view what, std::uint64_t total = 0) const {
        if (step) step(what, total);
    }
};

/// Passes records on and counts them for the progress.
class ProgressSink final : public RecordSink {
  public:
    ProgressSink(RecordSink& next, const Progress& progress) : next_(next), progress_(progress) {}
    void graph(const GraphRecord& r) override { next_.graph(seen(r)); }
    void kind(const KindRecord& r) override { next_.kind(r); }
    void relation_type(const RelationTypeRecord& r) override { next_.relation_type(r); }
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
    const Progress& progress_; ///< its `advance` is not empty
};

} // namespace entente::session
