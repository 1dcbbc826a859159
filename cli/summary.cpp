// SPDX-License-Identifier: BSL-1.0
#include "cli/summary.hpp"

#include <fmt/format.h>

#include "cli/terminal/text.hpp"
#include "graph/text/ascii.hpp"

namespace entente::cli {

namespace {

/// `3 relations, 1 claim`: the kinds of items of which there are any.
std::string list_of(const ItemCounts& items) {
    std::string out;
    const auto add = [&out](std::size_t n, std::string_view one, std::string_view many) {
        if (n == 0) return;
        if (!out.empty()) out += ", ";
        out += counted(n, one, many);
    };
    add(items.entities, "entity", "entities");
    add(items.relations, "relation", "relations");
    add(items.claims, "claim", "claims");
    add(items.sources, "source", "sources");
    return out.empty() ? "nothing" : out;
}

std::string kinds_of(const GraphTables& graph) {
    std::vector<std::size_t> per_kind(graph.vocabulary->kinds().size());
    for (const Entity& entity : graph.entities)
        ++per_kind[entity.kind];
    std::string out;
    for (std::size_t i = 0; i < per_kind.size(); ++i) {
        if (per_kind[i] == 0) continue;
        const Kind& kind = graph.vocabulary->kind(static_cast<KindId>(i));
        const std::string one(kind.name);
        const std::string many = ascii::lower(kind.plural.empty() ? kind.name : kind.plural);
        out += fmt::format("{}{}", out.empty() ? "" : ", ", counted(per_kind[i], one, many));
    }
    return out;
}

/// The notes that were not printed one by one.
std::string silent_notes(const Diagnostics& diagnostics) {
    std::string out;
    for (const CodeRow& code : codes()) {
        if (code.severity != Severity::note || code.code == Code::unresolved) continue;
        if (code.code == Code::lean || code.code == Code::approximated) continue;
        if (const std::size_t n = diagnostics.count(code.code); n != 0)
            out += fmt::format("{}{} {}", out.empty() ? "" : ", ", grouped(n), code.name);
    }
    return out;
}

} // namespace

void summarise(const session::Loaded& loaded, Reporter& reporter) {
    const GraphTables& graph = *loaded.graph;
    const Diagnostics& diagnostics = reporter.diagnostics();
    if (loaded.saved)
        reporter.say(fmt::format("opened a saved graph ({})", readable_size(loaded.bytes)));
    else
        reporter.say(fmt::format("read   {} from {} ({}): {} accepted, {} rejected, {}",
                                 counted(loaded.records.read, "record", "records"),
                                 counted(loaded.inputs, "input", "inputs"),
                                 readable_size(loaded.bytes), grouped(loaded.records.accepted),
                                 grouped(loaded.records.rejected),
                                 counted(loaded.built.duplicates, "duplicate", "duplicates")));
    std::size_t derived = 0;
    for (const Relation& relation : graph.relations)
        derived += relation.derived ? 1 : 0;
    const ItemCounts items{graph.entities.size(), graph.relations.size() - derived,
                           graph.claims.size(), graph.sources.size()};
    reporter.say(fmt::format("graph  {}", list_of(items)));
    if (items.entities != 0) reporter.say(fmt::format("       {}", kinds_of(graph)));
    const std::size_t open =
        diagnostics.count(Code::unresolved) + diagnostics.count(Code::ambiguous);
    const std::size_t names = graph.resolutions.size();
    reporter.say(fmt::format(
        "names  {} resolved, {} unresolved, {} ambiguous", grouped(names - std::min(names, open)),
        grouped(diagnostics.count(Code::unresolved)), grouped(diagnostics.count(Code::ambiguous))));
    if (const std::string notes = silent_notes(diagnostics); !notes.empty())
        reporter.say(fmt::format("notes  {} (--log FILE tells which)", notes));
}

void summarise(const std::vector<session::Written>& written, Reporter& reporter) {
    for (const session::Written& one : written) {
        std::string line =
            fmt::format("wrote  {} ({}",
                        one.target.path == "-" ? "standard output" : printable(one.target.path),
                        one.target.exporter->name);
        if (one.bytes != 0) line += fmt::format(", {}", readable_size(one.bytes));
        line += fmt::format("): {}", list_of(one.report.written));
        if (one.report.left_out.total() != 0)
            line += fmt::format("; left out: {}", list_of(one.report.left_out));
        reporter.say(line);
    }
}

void summarise_problems(bool wrote, Reporter& reporter) {
    const std::size_t errors = reporter.diagnostics().count(Severity::error);
    const std::size_t warnings = reporter.diagnostics().count(Severity::warning);
    if (errors + warnings == 0) return;
    std::string line = fmt::format("found  {}, {}", counted(errors, "error", "errors"),
                                   counted(warnings, "warning", "warnings"));
    if (errors != 0 && wrote) line += "; what was written holds the good part";
    reporter.say(line);
}

} // namespace entente::cli
