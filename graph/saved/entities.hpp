// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>
#include <vector>

#include "graph/saved/file/made_rows.hpp"

namespace entente::saved {

class Entities final : public MadeRows<Entity> {
  public:
    Entities(const File& file, const Texts& texts, const GraphTables& graph);

  private:
    void make(std::size_t first, std::size_t count, Entity* out) const override;
    [[nodiscard]] Entity entity(const EntityRow& row) const;

    const Texts& texts_;
    CheckedRows<EntityRow> rows_;
    CheckedRows<AliasRow> aliases_;
    CheckedRows<TextRef> same_as_;
    Fields fields_;
};

class Resolutions final : public MadeRows<Resolution> {
  public:
    Resolutions(const File& file, const Texts& texts, const GraphTables& graph);

  private:
    void make(std::size_t first, std::size_t count, Resolution* out) const override;

    const Texts& texts_;
    CheckedRows<ResolutionRow> rows_;
};

class Names final : public NameIndex {
  public:
    Names(const File& file, const Texts& texts, const GraphTables& graph);
    [[nodiscard]] std::vector<EntityIndex> called(std::string_view name) const override;

  private:
    const Texts& texts_;
    CheckedRows<NameRow> rows_;
};

} // namespace entente::saved
