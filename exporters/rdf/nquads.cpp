// SPDX-License-Identifier: BSL-1.0
// N-Quads in the form of RDF Dataset Canonicalization, but for the backslash, which rdflib 6 reads
// right only as \u005C (docs/formats/nquads.md).
#include "exporters/formats.hpp"
#include "exporters/rdf/walk.hpp"
#include "exporters/writing/text/escape_scan.hpp"

namespace entente {

namespace {

/// Inside of quotes.
void append_literal(std::string& out, std::string_view text) {
    append_escaped(out, text, [&out](char c) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\u005C";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                out += c;
        }
    });
}

std::string iri_of(std::string_view text) {
    return '<' + std::string(text) + '>';
}

/// Lines straight into the output's buffer. What is around a line's own text is made once: the
/// subject's IRI, for each predicate what stands before an object, for each graph what stands
/// behind.
class Lines {
  public:
    Lines(Output& out, const RdfIris& iris) : out_(out), text_(out.buffer()), iris_(iris) {
        for (std::size_t i = 0; i < rdf_words.size(); ++i)
            predicates_[i] = " " + iri_of(iris.full(static_cast<RdfWord>(i))) + " \"";
        graph({});
    }

    void graph(std::string_view iri) {
        end_ = iri.empty() ? " .\n" : " " + iri_of(iri) + " .\n";
        end_of_iri_ = ">" + end_;
        end_of_text_ = "\"" + end_;
        for (std::size_t i = 0; i < ends_of_typed_.size(); ++i)
            ends_of_typed_[i] = "\"^^" + iri_of(iris_.full(static_cast<RdfWord>(i))) + end_;
    }
    void begin(std::string_view iri) { ((subject_ = '<') += iri) += '>'; }

    void iri(RdfWord predicate, std::string_view object) {
        open(predicate).back() = '<';
        (text_ += object) += end_of_iri_;
    }
    void iri(std::string_view predicate, std::string_view object) {
        put(predicate);
        ((text_ += '<') += object) += end_of_iri_;
    }
    void literal(RdfWord predicate, const RdfObject& object) {
        open(predicate);
        rest_of_literal(object);
    }
    void literal(std::string_view predicate, const RdfObject& object) {
        if (object.type == RdfObject::Type::list) {
            list(predicate, object.text);
            return;
        }
        put(predicate);
        text_ += '"';
        rest_of_literal(object);
    }
    std::string& open(RdfWord predicate) {
        out_.flush_if_full();
        text_ += subject_;
        return text_ += predicates_[number_of(predicate)];
    }
    void close(RdfWord datatype) { text_ += ends_of_typed_[number_of(datatype)]; }
    void alone(std::string_view graph, std::string_view subject, std::string_view predicate,
               std::string_view object) {
        ((text_ += '<') += subject) += "> <";
        ((text_ += predicate) += "> <") += object;
        ((text_ += "> <") += graph) += "> .\n";
    }

  private:
    void put(std::string_view predicate) {
        out_.flush_if_full();
        (((text_ += subject_) += " <") += predicate) += "> ";
    }

    void rest_of_literal(const RdfObject& object) {
        append_literal(text_, object.text);
        if (object.datatype.empty() && object.language.empty()) {
            text_ += end_of_text_;
            return;
        }
        text_ += '"';
        if (!object.language.empty()) (text_ += '@') += object.language;
        if (!object.datatype.empty()) ((text_ += "^^<") += object.datatype) += '>';
        text_ += end_;
    }

    void list(std::string_view predicate, std::string_view json) {
        const std::string subject = subject_;
        std::string over(predicate);
        for_each_item(json, [&](std::string_view item) {
            const std::string cell = "_:l" + std::to_string(++cells_);
            put(over);
            (text_ += cell) += end_;
            subject_ = cell;
            literal(first_, {RdfObject::Type::literal, item});
            over = rest_;
        });
        put(over);
        (text_ += nil_) += end_;
        subject_ = subject;
    }

    Output& out_;
    std::string& text_;
    const RdfIris& iris_;
    std::string subject_; ///< `<https://entente.example/nation/JPN>`
    std::string end_, end_of_iri_, end_of_text_;
    std::array<std::string, rdf_words.size()> predicates_; ///< ` <http...name> "`
    std::array<std::string, number_of(RdfWord::fields)>
        ends_of_typed_; ///< `"^^<http...date> <graph> .`
    std::size_t cells_ = 0;
    const std::string first_ = full_iri("rdf:first"), rest_ = full_iri("rdf:rest"),
                      nil_ = iri_of(full_iri("rdf:nil"));
};

ExportReport write_nquads(const View& view, Output& out, const ExportOptions& options,
                          Diagnostics& diagnostics) {
    require_base_iri(options.base_iri);
    RdfIris iris(view.vocabulary(), options.base_iri);
    Lines lines(out, iris);
    Losses losses(diagnostics, "nquads");
    ExportReport report = RdfWalk(view, options, true, iris, lines).write(losses);
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
    .write = write_nquads,
    .loses =
        "Nothing in the file. jsonld.js and Oxigraph write doubles in their own way, which only "
        "numbers of more than 18 digits are.",
    .tried =
        "rapper 2.0.15, serdi 0.30.16, rdflib 6.1.1, N3.js 2.13.12, Oxigraph 0.5.11, jsonld.js "
        "9.0.0",
};

} // namespace entente
