// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "graph/memory/text_ref.hpp"

namespace entente {

/// Sees to it that rows of a saved graph are what they should be before they are read for the first
/// time. Several threads may ask.
class RowSource {
  public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;
    /// Throws std::runtime_error if the file is damaged there, or has no such rows.
    virtual void need(std::size_t first, std::size_t count) const = 0;
};

/// Where the texts of a saved graph come from.
class TextSource {
  public:
    TextSource() = default;
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;
    virtual ~TextSource() = default;
    /// Throws std::runtime_error if the file is damaged there.
    virtual std::string_view operator()(TextRef ref) const = 0;
};

/// A finished table, which somebody else owns: all of it is in memory, or lies in a saved graph and
/// is looked over where it is read.
template <class T>
class Rows {
  public:
    Rows() = default;
    Rows(std::span<const T> rows) : rows_(rows) {}    // NOLINT(google-explicit-constructor)
    Rows(std::span<T> rows) : rows_(rows) {}          // NOLINT(google-explicit-constructor)
    Rows(const std::vector<T>& rows) : rows_(rows) {} // NOLINT(google-explicit-constructor)
    Rows(std::span<const T> rows, const RowSource& source) : rows_(rows), source_(&source) {}

    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    [[nodiscard]] bool saved() const { return source_ != nullptr; }
    const T& operator[](std::size_t at) const {
        if (source_ != nullptr) source_->need(at, 1);
        return rows_[at];
    }
    [[nodiscard]] std::span<const T> part(std::size_t first, std::size_t count) const {
        if (source_ != nullptr) source_->need(first, count);
        return rows_.subspan(first, count);
    }
    [[nodiscard]] std::span<const T> all() const { return part(0, size()); }
    [[nodiscard]] const T* begin() const { return all().data(); }
    [[nodiscard]] const T* end() const { return rows_.data() + rows_.size(); }
    [[nodiscard]] const T& front() const { return (*this)[0]; }
    [[nodiscard]] const T& back() const { return (*this)[size() - 1]; }

  private:
    std::span<const T> rows_;
    const RowSource* source_ = nullptr;
};

} // namespace entente
