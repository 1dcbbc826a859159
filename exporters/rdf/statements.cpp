// SPDX-License-Identifier: BSL-1.0
#include "exporters/rdf/statements.hpp"

#include "exporters/rdf/walk.hpp"

namespace entente {

namespace {

/// Hands each statement to a sink.
class Statements {
  public:
    Statements(const RdfIris& iris, const RdfSink& sink) : iris_(iris), sink_(sink) {}

    void graph(std::string_view iri) { graph_ = iri; }
    void begin(std::string_view iri) { subject_ = iri; }

    void iri(RdfWord predicate, std::string_view object) { iri(iris_.full(predicate), object); }
    void iri(std::string_view predicate, std::string_view object) {
        sink_({subject_, predicate, {RdfObject::Type::iri, object}, graph_});
    }
    void literal(RdfWord predicate, const RdfObject& object) {
        literal(iris_.full(predicate), object);
    }
    void literal(std::string_view predicate, const RdfObject& object) {
        sink_({subject_, predicate, object, graph_});
    }
    std::string& open(RdfWord predicate) {
        predicate_ = predicate;
        text_.clear();
        return text_;
    }
    void close(RdfWord datatype) {
        literal(predicate_, {RdfObject::Type::literal, text_, iris_.full(datatype)});
    }
    void alone(std::string_view graph, std::string_view subject, std::string_view predicate,
               std::string_view object) {
        sink_({subject, predicate, {RdfObject::Type::iri, object}, graph});
    }

  private:
    const RdfIris& iris_;
    const RdfSink& sink_;
    std::string subject_, graph_, text_;
    RdfWord predicate_{};
};

} // namespace

ExportReport write_statements(const View& view, const ExportOptions& options, bool named_graphs,
                              const RdfSink& sink, Losses& losses) {
    require_base_iri(options.base_iri);
    RdfIris iris(view.vocabulary(), options.base_iri);
    Statements statements(iris, sink);
    return RdfWalk(view, options, named_graphs, iris, statements).write(losses);
}

} // namespace entente
