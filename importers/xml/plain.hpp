// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "importers/syntax/text_rules.hpp"

namespace entente {

/// A `<node>` or `<edge>` of GraphML with nothing inside but `<data key="...">text</data>`.
struct PlainItem {
    struct Datum {
        std::string_view key, text; ///< references and CDATA are resolved
        std::size_t offset = 0;
    };

    bool edge = false;
    std::string_view id, source, target; ///< empty if the tag has none
    std::vector<Datum> data;
    std::size_t offset = 0; ///< of its `<`
    std::size_t end = 0;    ///< where its end tag stands, or behind `<node/>`
    std::size_t behind = 0; ///< behind its end
    TextArena arena;        ///< of texts that do not stand in the file as they are
};

/// Reads nodes and edges in the form that programs write and nobody writes by hand
/// (docs/decisions/0008-plain-graphml.md). Most of a large file is such elements, and expat spends
/// ten times as long on them.
///
/// Whatever is not certainly well-formed and simple is not plain: other attributes and elements,
/// comments, other references, CR, characters that XML forbids, bytes that are no UTF-8.
class PlainItems {
  public:
    explicit PlainItems(std::string_view text) : text_(text) {}

    /// True if a plain item begins right at `offset`; `item` holds whole items only.
    bool read(std::size_t offset, PlainItem& item);

  private:
    bool take(std::string_view expected);
    void skip_space();
    bool tag();
    bool attribute(std::string_view& value);
    bool value(std::string_view& out);
    bool datum();
    bool text(std::string_view& out);
    bool piece(std::string_view& out);
    bool reference(std::string& out);
    bool cdata(std::string& out);

    std::string_view text_;
    std::size_t at_ = 0;
    PlainItem* item_ = nullptr;
};

} // namespace entente
