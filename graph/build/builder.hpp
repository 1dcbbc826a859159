// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <memory>

#include "graph/language/diagnostics.hpp"
#include "graph/language/record.hpp"
#include "graph/language/vocabulary.hpp"
#include "graph/model/graph_fwd.hpp"

namespace entente {

/// What a Builder was given and what became of it.
struct BuildCounts {
    std::size_t entities = 0, sources = 0, claims = 0, judgements = 0, graphs = 0; ///< accepted
    std::size_t terms = 0;      ///< accepted rows of vocabularies
    std::size_t duplicates = 0; ///< accepted claims that say just what another one says
    [[nodiscard]] std::size_t accepted() const {
        return entities + sources + claims + judgements + graphs + terms;
    }
};

/// The sink that resolves who is meant, folds claims into edges, and finishes an immutable Graph.
///
/// The order of the records does not matter: nothing is decided before finish().
class Builder final : public RecordSink {
  public:
    /// `vocabulary` may carry the user's own rows, which win over those of the same name that the
    /// input brings along. `diagnostics` must outlive the Builder.
    explicit Builder(Diagnostics& diagnostics,
                     std::shared_ptr<const Vocabulary> vocabulary = nullptr);
    ~Builder() override;

    void graph(const GraphRecord&) override;
    void kind(const KindRecord&) override;
    void relation_type(const RelationTypeRecord&) override;
    void source(const SourceRecord&) override;
    void entity(const EntityRecord&) override;
    void claim(const ClaimRecord&) override;
    void judgement(const JudgementRecord&) override;
    void claims(std::span<const ClaimRecord>) override;
    std::unique_ptr<RecordSink> branch() override;
    void join(RecordSink& branch, std::uint32_t lines) override;

    /// Promises that `text`, which the records to come point into, stays as long as `owner`: the
    /// graph then refers to it and keeps the owner, instead of copying names, quotes and ids.
    void adopt(std::string_view text, std::shared_ptr<const void> owner);

    /// How many threads finish() may use; what it makes is the same.
    void use_threads(unsigned threads);

    [[nodiscard]] const BuildCounts& counts() const;

    /// Resolves, folds and freezes. The Builder is empty afterwards.
    GraphPtr finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Pushes everything that `graph` was built from into `sink`, as it was mentioned: the union of two
/// graphs is a Builder that both were replayed into.
void replay(const GraphTables& graph, RecordSink& sink);

/// The graph of all records of `a` and `b`, in any order.
GraphPtr merge(const Graph& a, const Graph& b, Diagnostics& diagnostics);

} // namespace entente
