// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/model.hpp"
#include "graph/saved/file/blocks.hpp"
#include "graph/saved/file/format.hpp"

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
    [[nodiscard]] Date date(std::uint64_t bits) const {
        const Date date = Date::from_bits(bits);
        require(date.sound(), "a date");
        return date;
    }
    [[nodiscard]] Period period(const PeriodRow& row) const {
        return {date(row.from), date(row.to)};
    }

  private:
    void read_ends();

    std::string_view bytes_;
    std::string name_;
    Trailer trailer_{};
    std::vector<std::size_t> first_check_; ///< by part
};

/// The texts of one part. What is asked for is looked over: it was not changed, and is UTF-8.
class Texts final : public TextSource {
  public:
    Texts(const File& file, Part part);
    [[nodiscard]] std::string_view operator()(TextRef ref) const override;

  private:
    /// The bytes of the part from `begin` on.
    [[nodiscard]] std::string_view need(std::uint64_t begin, std::uint64_t size) const;

    const File& file_;
    Part part_;
    std::string_view all_;
    Blocks blocks_;
};

/// How many blocks so many bytes of a part are.
constexpr std::size_t block_count(std::size_t size) {
    return (size + block_size - 1) / block_size;
}

} // namespace entente::saved
