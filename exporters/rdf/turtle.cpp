// SPDX-License-Identifier: BSL-1.0
// Turtle and TriG, written by serd (docs/formats/turtle.md, docs/formats/trig.md).
#include <serd/serd.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "exporters/formats.hpp"
#include "exporters/rdf/statements.hpp"
#include "exporters/rdf/terms.hpp"

namespace entente {

namespace {

const std::uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

SerdNode node(SerdType type, std::string_view text) {
    // serd wants a pointer even for nothing.
    return serd_node_from_substring(type, bytes_of(text.data() ? text : ""), text.size());
}

/// serd calls it from C, so nothing may be thrown here: the text goes to the disk elsewhere.
std::size_t append(const void* bytes, std::size_t size, void* text) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), size);
    return size;
}

SerdStatus keep_quiet(void*, const SerdError* error) {
    return error->status;
}

class TurtleWriter {
  public:
    TurtleWriter(SerdSyntax syntax, Output& out)
        : out_(out),
          named_graphs_(syntax == SERD_TRIG),
          env_(serd_env_new(nullptr), serd_env_free),
          serd_(serd_writer_new(syntax, style, env_.get(), nullptr, append, &out.buffer()),
                serd_writer_free) {
        serd_writer_set_error_sink(serd_.get(), keep_quiet, nullptr);
        for (const Prefix& prefix : prefixes) {
            const SerdNode name = node(SERD_LITERAL, prefix.name);
            const SerdNode iri = node(SERD_URI, prefix.iri);
            serd_writer_set_prefix(serd_.get(), &name, &iri);
        }
    }

    void write(const RdfStatement& statement) {
        graph_ = node(SERD_URI, statement.graph);
        const SerdNode subject = node(SERD_URI, statement.subject);
        const SerdNode predicate = node(SERD_URI, statement.predicate);
        if (statement.object.type == RdfObject::Type::list)
            list(subject, predicate, statement.object.text);
        else
            plain(subject, predicate, statement.object);
        out_.flush_if_full();
    }

    void finish() { serd_writer_finish(serd_.get()); }

  private:
    static constexpr auto style =
        static_cast<SerdStyle>(SERD_STYLE_ABBREVIATED | SERD_STYLE_CURIED);

    void put(SerdStatementFlags flags, const SerdNode& subject, const SerdNode& predicate,
             const SerdNode& object, const SerdNode* datatype = nullptr,
             const SerdNode* language = nullptr) {
        const bool named = named_graphs_ && graph_.n_bytes > 0;
        const SerdStatus status =
            serd_writer_write_statement(serd_.get(), flags, named ? &graph_ : nullptr, &subject,
                                        &predicate, &object, datatype, language);
        if (status != SERD_SUCCESS)
            throw std::logic_error(
                "serd refuses a statement: " +
                std::string(reinterpret_cast<const char*>(serd_strerror(status))));
    }

    void plain(const SerdNode& subject, const SerdNode& predicate, const RdfObject& object) {
        const SerdNode value =
            node(object.type == RdfObject::Type::iri ? SERD_URI : SERD_LITERAL, object.text);
        const SerdNode datatype = node(SERD_URI, object.datatype);
        const SerdNode language = node(SERD_LITERAL, object.language);
        put(0, subject, predicate, value, object.datatype.empty() ? nullptr : &datatype,
            object.language.empty() ? nullptr : &language);
    }

    /// `("I" "II")`
    void list(const SerdNode& subject, const SerdNode& predicate, std::string_view json) {
        std::vector<std::string_view> items;
        for_each_item(json, [&](std::string_view item) { items.push_back(item); });
        const SerdNode first = node(SERD_URI, first_), rest = node(SERD_URI, rest_),
                       nil = node(SERD_URI, nil_);
        if (items.empty()) {
            put(0, subject, predicate, nil);
            return;
        }
        std::string here = new_cell();
        put(SERD_LIST_O_BEGIN, subject, predicate, node(SERD_BLANK, here));
        for (std::size_t i = 0; i < items.size(); ++i) {
            put(SERD_LIST_CONT, node(SERD_BLANK, here), first, node(SERD_LITERAL, items[i]));
            const std::string next = i + 1 < items.size() ? new_cell() : std::string();
            put(SERD_LIST_CONT, node(SERD_BLANK, here), rest,
                next.empty() ? nil : node(SERD_BLANK, next));
            here = next;
        }
    }

    std::string new_cell() { return "l" + std::to_string(++cells_); }

    Output& out_;
    bool named_graphs_;
    std::unique_ptr<SerdEnv, decltype(&serd_env_free)> env_;
    std::unique_ptr<SerdWriter, decltype(&serd_writer_free)> serd_;
    SerdNode graph_ = SERD_NODE_NULL;
    std::size_t cells_ = 0;
    const std::string first_ = full_iri("rdf:first"), rest_ = full_iri("rdf:rest"),
                      nil_ = full_iri("rdf:nil");
};

ExportReport write_statements(SerdSyntax syntax, std::string_view format, const View& view,
                              Output& out, const ExportOptions& options, Diagnostics& diagnostics) {
    Losses losses(diagnostics, format);
    TurtleWriter writer(syntax, out);
    ExportReport report = write_statements(
        view, options, syntax == SERD_TRIG, [&](const RdfStatement& s) { writer.write(s); },
        losses);
    writer.finish();
    if (syntax == SERD_TURTLE && !view.relations().empty())
        losses.add(Code::approximated, Severity::note, 1,
                   "named graph is joined with the plain triples, for Turtle has none: what is "
                   "said of a relation is told by its rdf:Statement");
    report.losses = losses.take();
    return report;
}

ExportReport write_turtle(const View& view, Output& out, const ExportOptions& options,
                          Diagnostics& diagnostics) {
    return write_statements(SERD_TURTLE, "turtle", view, out, options, diagnostics);
}

ExportReport write_trig(const View& view, Output& out, const ExportOptions& options,
                        Diagnostics& diagnostics) {
    return write_statements(SERD_TRIG, "trig", view, out, options, diagnostics);
}

constexpr Capabilities capabilities{.parallel_edges = true,
                                    .edge_attributes = true,
                                    .claims = true,
                                    .time = true,
                                    .picture = false,
                                    .read_back = true};

} // namespace

const Exporter turtle_exporter{
    .name = "turtle",
    .extensions = "ttl",
    .media_type = "text/turtle",
    .help = "Turtle: RDF to read and to edit; everything in one graph",
    .profiles = "",
    .can = capabilities,
    .write = write_turtle,
    .loses =
        "Named graphs: plain triples and provenance stand in one. rdflib rewrites small decimals.",
    .tried = "rapper 2.0.15, serdi 0.30.16, rdflib 6.1.1, N3.js 2.13.12, Oxigraph 0.5.11",
};

const Exporter trig_exporter{
    .name = "trig",
    .extensions = "trig",
    .media_type = "application/trig",
    .help = "TriG: RDF to read and to edit; claims and sources in a named graph",
    .profiles = "",
    .can = capabilities,
    .write = write_trig,
    .loses = "Nothing in the file. Oxigraph writes doubles in its own way.",
    .tried = "rapper 2.0.15, serdi 0.30.16, rdflib 6.1.1, N3.js 2.13.12, Oxigraph 0.5.11",
};

} // namespace entente
