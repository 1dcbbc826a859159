// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/items/records.hpp"
#include "graph/model/view.hpp"

namespace entente {

/// What DOT, GraphML and their like share: formats that know nothing but nodes, edges and flat
/// attributes. What has no flat form goes as JSON text into one attribute, in the records of the
/// native facts, so that a reader loses nothing.

/// `n.nation-2FJPN` for each entity of a view: legal in XML, never a keyword of DOT.
class NodeNames {
  public:
    explicit NodeNames(const View& view);
    [[nodiscard]] std::string_view operator[](EntityIndex entity) const {
        return std::string_view(text_).substr(begin_[entity], begin_[entity + 1] - begin_[entity]);
    }
    /// `e.nation-2FJPN_ally-5Fof_nation-2FUSA`: unique over nodes and edges together.
    void append_edge(std::string& out, const View& view, const Relation& relation) const;

  private:
    std::string text_;
    std::vector<std::size_t> begin_;
};

/// The claims and sources of one edge at a time, as JSON text.
class EdgeLists {
  public:
    /// `lean`: of the sources of edges only the ids.
    EdgeLists(const View& view, RecordWriter& records, bool lean = false);

    /// Makes this the edge that the others speak of.
    void take(const Relation& relation);
    [[nodiscard]] std::size_t source_count() const { return sources_.size(); }
    /// `[{"from":"1960","source":"s1","quote":"..."},...]`
    void append_claims(std::string& out);
    /// The sources of those claims, each once, by id: `[{"source":"s1","url":"..."},"s2"]`; just
    /// the id where nobody declared it. Nothing if there are none.
    void append_sources(std::string& out);
    /// The declared sources that no claim of the view names, in the same form.
    void append_unclaimed_sources(std::string& out);
    /// Of how many sources append_sources() left out what is known beside the id.
    [[nodiscard]] std::size_t details_left_out() const;
    /// Adds those of which another one left something out.
    void take_left_out(const EdgeLists& other);

  private:
    struct NamedSource {
        std::string_view id;
        SourceIndex index = no_index;
    };
    void append_source(std::string& out, const Source& source);

    const View& view_;
    RecordWriter& records_;
    bool lean_;
    std::vector<Claim> claims_;
    std::vector<NamedSource> sources_;
    std::vector<bool> left_out_; ///< by source, where lean: no more than its id was written
};

/// `Nation`: the name of a kind as a class or label, made of letters, digits and underscores.
std::string class_name(const Kind& kind);

/// How the line of a relation is drawn: `solid`, `dashed` if it is only planned or possible,
/// `dotted` if it is denied or disputed.
std::string_view line_style(Status status);

} // namespace entente
