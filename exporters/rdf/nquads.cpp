// SPDX-License-Identifier: BSL-1.0
// N-Quads in the form of RDF Dataset Canonicalization, but for the backslash, which rdflib 6 reads
// right only as \u005C (docs/formats/nquads.md).
#include "exporters/formats.hpp"
#include "exporters/rdf/statements.hpp"
#include "exporters/rdf/terms.hpp"

namespace entente {

namespace {

/// What IRIs and texts need no escape for goes in one piece.
void append_literal(std::string& out, std::string_view text) {
    constexpr std::string_view special = "\"\\\n\r";
    out += '"';
    for (;;) {
        const std::size_t end = text.find_first_of(special);
        out += text.substr(0, end);
        if (end == std::string_view::npos) break;
        switch (text[end]) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\u005C";
                break;
            case '\n':
                out += "\\n";
                break;
            default:
                out += "\\r";
        }
        text.remove_prefix(end + 1);
    }
    out += '"';
}

class Writer {
  public:
    explicit Writer(Output& out) : out_(out), text_(out.buffer()) {}

    void write(const RdfStatement& statement) {
        if (statement.object.type == RdfObject::Type::list)
            list(statement);
        else
            line(iri(statement.subject), statement.predicate, object(statement.object),
                 statement.graph);
        out_.flush_if_full();
    }

  private:
    static std::string iri(std::string_view text) { return '<' + std::string(text) + '>'; }

    static std::string object(const RdfObject& object) {
        if (object.type == RdfObject::Type::iri) return iri(object.text);
        std::string made;
        append_literal(made, object.text);
        if (!object.language.empty()) (made += '@') += object.language;
        if (!object.datatype.empty()) (made += "^^") += iri(object.datatype);
        return made;
    }

    void line(const std::string& subject, std::string_view predicate, const std::string& object,
              std::string_view graph) {
        text_ += subject;
        (text_ += " <") += predicate;
        (text_ += "> ") += object;
        if (!graph.empty()) ((text_ += " <") += graph) += '>';
        text_ += " .\n";
    }

    std::string new_cell() { return "_:l" + std::to_string(++cells_); }

    void list(const RdfStatement& statement) {
        std::string before = iri(statement.subject);
        std::string predicate(statement.predicate);
        for_each_item(statement.object.text, [&](std::string_view item) {
            const std::string cell = new_cell();
            line(before, predicate, cell, statement.graph);
            line(cell, first_, object({RdfObject::Type::literal, item}), statement.graph);
            before = cell;
            predicate = rest_;
        });
        line(before, predicate, nil_, statement.graph);
    }

    Output& out_;
    std::string& text_;
    std::size_t cells_ = 0;
    const std::string first_ = full_iri("rdf:first"), rest_ = full_iri("rdf:rest"),
                      nil_ = iri(full_iri("rdf:nil"));
};

ExportReport write(const View& view, Output& out, const ExportOptions& options,
                   Diagnostics& diagnostics) {
    Writer writer(out);
    Losses losses(diagnostics, "nquads");
    ExportReport report = write_statements(
        view, options, [&](const RdfStatement& s) { writer.write(s); }, losses);
    report.losses = losses.take();
    return report;
}

} // namespace

const Exporter nquads_exporter{
    .name = "nquads",
    .extensions = "nq",
    .media_type = "application/n-quads",
    .help = "N-Quads: any RDF store, one statement a line; claims and sources in a named graph",
    .profiles = "",
    .can = {.parallel_edges = true,
            .edge_attributes = true,
            .claims = true,
            .time = true,
            .picture = false,
            .read_back = true},
    .write = write,
    .loses =
        "Nothing in the file. jsonld.js and Oxigraph write doubles in their own way, which only "
        "numbers of more than 18 digits are.",
    .tried =
        "rapper 2.0.15, serdi 0.30.16, rdflib 6.1.1, N3.js 2.13.12, Oxigraph 0.5.11, jsonld.js "
        "9.0.0",
};

} // namespace entente
