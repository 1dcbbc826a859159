// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graph/model/ledger.hpp"

namespace entente {

/// A document that claims come from.
struct Source {
    std::string_view id;
    std::string_view publisher, title, url, language;
    Date published;
    std::span<const Field> attributes;
    bool declared = false; ///< false: only its id is known
};

/// The sources of a graph. A large graph may have as many of them as claims, so they are kept as
/// columns, and in the order of a hash of their ids, which is found in a fraction of the time that
/// sorting the ids takes; a View lists them by id.
class SourceTable {
  public:
    /// What nearly every source has.
    struct Row {
        std::uint64_t hash = 0; ///< of the id
        TextRef id, url;
        std::uint32_t detail = no_index; ///< no_index: the source has none
        bool declared = false;
    };
    struct Detail {
        std::string_view publisher, title, language;
        Date published;
        std::span<const Field> attributes;
    };

    [[nodiscard]] std::size_t size() const {
        return saved_.saved() ? saved_.size() : order_.size();
    }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Source operator[](SourceIndex index) const;
    [[nodiscard]] std::string_view id(SourceIndex index) const { return text(row(index).id); }
    [[nodiscard]] const Row& row(SourceIndex index) const {
        return saved_.saved() ? saved_[index] : rows_[order_[index]];
    }
    /// Three steps that send for what row() and then its texts need, for who will read many.
    void fetch_place(SourceIndex index) const {
        if (!saved_.saved()) __builtin_prefetch(&order_[index]);
    }
    void fetch_row(SourceIndex index) const {
        if (!saved_.saved()) __builtin_prefetch(&row(index));
    }
    void fetch_texts(SourceIndex index) const {
        if (saved_.saved()) return;
        __builtin_prefetch(row(index).id.in(space_).data());
        __builtin_prefetch(row(index).url.in(space_).data());
    }
    /// The source with this id; no_index if there is none.
    [[nodiscard]] SourceIndex find(std::string_view id) const;

  private:
    friend class SourceAssembly;
    friend class saved::GraphReader;
    [[nodiscard]] std::string_view text(TextRef ref) const {
        return saved_texts_ ? (*saved_texts_)(ref) : ref.in(space_);
    }

    Column<Row> rows_; ///< as they were read
    LargeVector<std::uint32_t> order_;
    std::vector<Detail> details_;
    TextSpace space_;
    // Of a saved graph, instead of those above:
    Rows<Row> saved_;
    Rows<Detail> saved_details_;
    const TextSource* saved_texts_ = nullptr;
};

} // namespace entente
