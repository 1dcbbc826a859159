// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "graph/saved/blocks.hpp"
#include "graph/saved/format.hpp"

namespace entente::saved {

/// The bytes of a saved graph, whose header and trailer are in order. Nothing else is trusted: each
/// part is looked over before it is used, and every number in it before something is found by it.
class File {
  public:
    /// Throws std::runtime_error, with `name`, if this is no saved graph, is damaged, or was saved
    /// by another kind of machine or a later version. `bytes` begin where a number of 64 bits may.
    File(std::string_view bytes, std::string name);

    [[nodiscard]] std::string_view bytes(Part part) const;
    /// Of the blocks of the part.
    [[nodiscard]] std::span<const std::uint64_t> checks(Part part) const;
    /// The rows of a part, not looked over.
    template <class Row>
    [[nodiscard]] std::span<const Row> rows(Part part) const {
        const std::string_view all = bytes(part);
        if (all.size() % sizeof(Row) != 0) fail("the size of a table");
        return {reinterpret_cast<const Row*>(all.data()), all.size() / sizeof(Row)};
    }
    /// The rows of a part, all of which are compared with their checksums now.
    template <class Row>
    [[nodiscard]] std::span<const Row> checked_rows(Part part) const {
        check(part);
        return rows<Row>(part);
    }
    void check(Part part) const;
    void check(Part part, std::size_t block) const;

    /// `what` is not as it was written.
    [[noreturn]] void fail(std::string_view what) const;
    void require(bool good, std::string_view what) const {
        if (!good) fail(what);
    }
    [[nodiscard]] Date date(std::uint64_t bits) const;
    [[nodiscard]] Period period(const PeriodRow& row) const {
        return {date(row.from), date(row.to)};
    }
    template <class T>
    [[nodiscard]] std::span<const T> range(std::span<const T> all, Range range) const {
        require(range.first <= all.size() && range.count <= all.size() - range.first,
                "a range of rows");
        return all.subspan(range.first, range.count);
    }

  private:
    void read_ends();

    std::string_view bytes_;
    std::string name_;
    Trailer trailer_{};
    std::vector<std::size_t> first_check_; ///< by part
};

/// The texts of Part::texts: all of it was looked over.
class Texts {
  public:
    explicit Texts(const File& file);
    [[nodiscard]] std::string_view operator()(TextRef ref) const;

  private:
    const File& file_;
    std::string_view all_;
    TextSpace space_;
};

/// The texts of Part::long_texts: what is asked for is looked over.
class LongTexts {
  public:
    explicit LongTexts(const File& file);
    [[nodiscard]] std::string_view operator()(TextRef ref) const;

  private:
    const File& file_;
    std::string_view all_;
    Blocks blocks_;
};

} // namespace entente::saved
