// SPDX-License-Identifier: BSL-1.0
// A saved graph among other inputs: everything that it was built from, once more
// (docs/formats/entente.md). By itself it is opened, not read (session/loading/load.cpp).
#include <stdexcept>

#include "graph/build/builder.hpp"
#include "graph/saved/reader.hpp"
#include "importers/formats.hpp"

namespace entente {

namespace {

int recognises_saved(std::string_view head) {
    return saved::is_saved_graph(head) ? 100 : 0;
}

/// Pushes records on and counts them.
class CountingSink final : public RecordSink {
  public:
    explicit CountingSink(RecordSink& to) : to_(to) {}
    void graph(const GraphRecord& record) override { push(record, &RecordSink::graph); }
    void kind(const KindRecord& record) override { push(record, &RecordSink::kind); }
    void relation_type(const RelationTypeRecord& record) override {
        push(record, &RecordSink::relation_type);
    }
    void source(const SourceRecord& record) override { push(record, &RecordSink::source); }
    void entity(const EntityRecord& record) override { push(record, &RecordSink::entity); }
    void claim(const ClaimRecord& record) override { push(record, &RecordSink::claim); }
    void judgement(const JudgementRecord& record) override { push(record, &RecordSink::judgement); }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    template <class Record>
    void push(const Record& record, void (RecordSink::*to)(const Record&)) {
        ++count_;
        (to_.*to)(record);
    }
    RecordSink& to_;
    std::size_t count_ = 0;
};

ReadCounts read_saved(const InputText& input, const ImportContext& context) {
    CountingSink sink(context.sink);
    try {
        // The sink copies what it keeps, so the graph need not outlive this.
        const TablesPtr graph = saved::open_graph(input.text, nullptr, std::string(input.name));
        saved::check_all(*graph);
        replay(*graph, sink);
    } catch (const std::runtime_error& error) {
        context.diagnostics.report(Code::syntax, {input.file, 1, 1}, error.what());
        if (context.reject) context.reject(input, {input.file, 1, 1}, input.text);
        return {1, 0, 1};
    }
    return {sink.count(), sink.count(), 0};
}

} // namespace

const Importer entente_importer{
    .name = "entente",
    .extensions = "entente",
    .media_type = "application/vnd.entente.graph",
    .help = "a graph that entente saved",
    .recognises = recognises_saved,
    .read = read_saved,
};

} // namespace entente
