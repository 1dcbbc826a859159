// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <array>
#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/terminal/text.hpp"
#include "exporters/rdf/jsonld/jsonld_context.hpp"
#include "exporters/vocabulary/vocabulary.hpp"
#include "exporters/writing/exporter.hpp"
#include "graph/text/did_you_mean.hpp"
#include "session/loading/vocabulary_file.hpp"

namespace entente::cli {

namespace {

struct VocabularyOptions {
    std::string form = "md", file, base = ExportOptions().base_iri;
};

struct Form {
    std::string_view name;
    std::string (*make)(const Vocabulary&, const VocabularyOptions&);
};

constexpr std::array forms{
    Form{"md",
         [](const Vocabulary& v, const VocabularyOptions&) { return vocabulary_markdown(v); }},
    Form{"ttl", [](const Vocabulary& v, const VocabularyOptions&) { return vocabulary_turtle(v); }},
    Form{"shacl", [](const Vocabulary& v, const VocabularyOptions&) { return shacl_shapes(v); }},
    Form{"json", [](const Vocabulary& v, const VocabularyOptions&) { return vocabulary_json(v); }},
    Form{"context",
         [](const Vocabulary& v, const VocabularyOptions& options) {
             return fmt::format("{{\"@context\":{}}}\n", JsonldTerms(v, options.base).context());
         }},
};

int vocabulary(const VocabularyOptions& options) {
    const std::shared_ptr<const Vocabulary> rows = session::vocabulary_with(options.file);
    std::vector<std::string> known;
    for (const Form& form : forms) {
        if (form.name == options.form) {
            print(form.make(*rows, options));
            return Status::fine;
        }
        known.emplace_back(form.name);
    }
    throw UsageError(fmt::format("--format: '{}' is none of {}{}", options.form,
                                 fmt::join(known, ", "), did_you_mean(options.form, known)));
}

std::function<int()> declare_vocabulary(Arguments& arguments) {
    const auto options = std::make_shared<VocabularyOptions>();
    arguments
        .option("--format", options->form,
                "md (Markdown, the default), ttl (RDF Schema), shacl (shapes), json, or context "
                "(JSON-LD)")
        .value("NAME")
        .group("Output");
    arguments.option("--base", options->base, "Begin the IRIs of entities with this")
        .value("IRI")
        .group("Output");
    arguments.option("--vocabulary", options->file, "JSON file with your own kinds and relations")
        .value("FILE")
        .group("Input");
    return [options] { return vocabulary(*options); };
}

} // namespace

const Command vocabulary_command{
    "vocabulary", "Prints the kinds, relations and attributes that entente knows",
    "[--format NAME]",
    "  entente vocabulary                              as a page to read\n"
    "  entente vocabulary --format ttl > entente.ttl   for an RDF store\n",
    declare_vocabulary};

} // namespace entente::cli
