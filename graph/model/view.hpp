// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/language/diagnostics.hpp"
#include "graph/model/graph_fwd.hpp"
#include "graph/model/model.hpp"

namespace entente {

/// Which part of a graph to read. Every option narrows; together they all must hold.
struct ViewOptions {
    Date at;                            ///< what holds (or may hold) on that date
    Date since, until;                  ///< what holds at some time in between
    std::vector<std::string> kinds;     ///< names of kinds to keep
    std::vector<std::string> relations; ///< names of relations to keep
    std::vector<std::string> sources;   ///< ids of sources; claims of no other source count
    std::vector<std::string> focus;     ///< ids of entities ...
    unsigned hops = 1;                  ///< ... and how far around them to look
    double min_confidence = 0;          ///< of a relation; one that nobody rated is kept
    std::size_t top = 0;                ///< keep only the best connected entities; 0: all
    bool derived = false;               ///< also relations that were computed, not claimed
    [[nodiscard]] bool everything() const;
};

/// A filtered, deterministically ordered reading of a graph. It keeps the graph alive.
///
/// Relations are folded anew over the claims that passed, so a relation's status, confidence,
/// period and counts speak only of what the view shows. An entity is in the view if it passes the
/// filters of kind and time and, where claims were filtered, still takes part in some relation.
class View {
  public:
    /// The tables behind the view. Indices in entities(), relations() and claims refer to them.
    [[nodiscard]] const GraphTables& graph() const { return *tables_; }
    [[nodiscard]] const TablesPtr& tables_ptr() const { return tables_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return *tables_->vocabulary; }
    [[nodiscard]] const ViewOptions& options() const { return options_; }

    /// Ascending: that is, by id.
    [[nodiscard]] std::span<const EntityIndex> entities() const { return entities_; }
    [[nodiscard]] const Entity& entity(EntityIndex index) const { return tables_->entities[index]; }
    [[nodiscard]] bool contains(EntityIndex index) const;
    /// Nothing was filtered or added: its relations are those of the graph.
    [[nodiscard]] bool whole() const { return options_.everything(); }
    /// By subject, relation, object; relations that were derived stand behind all others.
    [[nodiscard]] std::span<const Relation> relations() const { return relations_.all(); }
    /// One of them: of a saved graph, that is all that is read.
    [[nodiscard]] const Relation& relation(std::size_t at) const { return relations_[at]; }
    /// The sources that some claim of the view has, and with no filter on claims all of them; by
    /// id. Sorting a million ids takes a while, so it is done when somebody asks.
    [[nodiscard]] std::span<const SourceIndex> sources() const;
    [[nodiscard]] std::size_t source_count() const { return sources_->count; }
    [[nodiscard]] Source source(SourceIndex index) const { return tables_->sources[index]; }
    [[nodiscard]] std::string_view source_id(SourceIndex index) const {
        return tables_->sources.id(index);
    }

    [[nodiscard]] std::size_t claim_count() const { return claim_count_; }
    /// The nth claim of a relation of this view, n < relation.claim_count.
    [[nodiscard]] Claim claim(const Relation& relation, std::uint32_t n) const;
    /// The same by its number in the graph's ledger.
    [[nodiscard]] ClaimIndex claim_index(const Relation& relation, std::uint32_t n) const {
        const ClaimIndex at = relation.first_claim + n;
        return claims_.empty() ? at : claims_[at];
    }
    [[nodiscard]] const ClaimLedger::Row& claim_row(const Relation& relation,
                                                    std::uint32_t n) const {
        return tables_->claims.row(claim_index(relation, n));
    }
    /// Calls `f(const Claim&)` for each claim of a relation of this view.
    template <class F>
    void for_each_claim(const Relation& relation, F&& f) const {
        for (std::uint32_t n = 0; n < relation.claim_count; ++n)
            f(claim(relation, n));
    }
    /// What a reduction (`top`) left out: 0 if nothing.
    [[nodiscard]] std::size_t entities_left_out() const { return left_out_; }

  private:
    friend View view_of(TablesPtr, const ViewOptions&);
    friend class ViewBuilder;
    TablesPtr tables_;
    ViewOptions options_;
    std::vector<EntityIndex> entities_;
    std::vector<bool> contains_; ///< empty: all
    Rows<Relation> relations_;
    std::shared_ptr<const std::vector<Relation>> own_relations_; ///< empty: the graph's own
    std::vector<ClaimIndex> claims_;                             ///< empty: the graph's own
    struct Sources {
        std::size_t count = 0;
        bool all = false;
        std::once_flag sorted;
        std::vector<SourceIndex> list;
    };
    std::shared_ptr<Sources> sources_ = std::make_shared<Sources>();
    std::size_t claim_count_ = 0;
    std::size_t left_out_ = 0;
};

View view_of(TablesPtr graph, const ViewOptions& options = {});
View view_of(GraphPtr graph, const ViewOptions& options = {});

} // namespace entente
