// SPDX-License-Identifier: BSL-1.0
#include "cli/terminal/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace entente::cli {

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 1s;
constexpr auto rhythm = 200ms;

std::string bar(double share) {
    constexpr std::size_t width = 24;
    const auto full = static_cast<std::size_t>(share * width);
    return fmt::format("[{}{}] {:3.0f} %", std::string(full, '#'), std::string(width - full, '.'),
                       share * 100);
}

} // namespace

ProgressLine::ProgressLine(bool visible) : visible_(visible) {
    if (!visible_) return;
    since_ = std::chrono::steady_clock::now();
    painter_ = std::thread([this] {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, rhythm, [this] { return stop_; }))
            paint();
    });
}

ProgressLine::~ProgressLine() {
    if (!visible_) return;
    {
        const std::lock_guard lock(mutex_);
        stop_ = true;
        wipe();
    }
    wake_.notify_one();
    painter_.join();
}

void ProgressLine::step(std::string_view what, std::uint64_t total) {
    if (!visible_) return;
    const std::lock_guard lock(mutex_);
    if (what.empty()) wipe();
    what_ = what;
    total_ = total;
    done_ = 0;
}

session::Progress ProgressLine::listener() {
    if (!visible_) return {};
    return {[this](std::string_view what, std::uint64_t total) { step(what, total); },
            [this](std::uint64_t more) { done_.fetch_add(more, std::memory_order_relaxed); }};
}

void ProgressLine::paint() {
    const auto now = std::chrono::steady_clock::now();
    if (what_.empty() || now - since_ < patience) return;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - since_).count();
    const std::uint64_t done = done_;
    std::string line = what_;
    if (total_ != 0)
        line += ' ' + bar(std::min(1.0, static_cast<double>(done) / static_cast<double>(total_)));
    fmt::print(stderr, "\r\033[K{}  {} s", line, seconds);
    std::fflush(stderr);
    painted_ = true;
}

void ProgressLine::wipe() {
    if (painted_) fmt::print(stderr, "\r\033[K");
    painted_ = false;
}

void ProgressLine::print_line(std::string_view text) {
    const std::lock_guard lock(mutex_);
    wipe();
    // A closed standard error must not end the work.
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fputc('\n', stderr);
}

} // namespace entente::cli
