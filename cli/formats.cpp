// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <memory>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/terminal/text.hpp"
#include "exporters/registry.hpp"
#include "graph/text/did_you_mean.hpp"
#include "importers/importer.hpp"

namespace entente::cli {

namespace {

std::string row(std::string_view name, std::string_view extensions, std::string_view help) {
    return fmt::format("  {:<14}{:<22}{}\n", name, extensions, help);
}

std::string list_of_formats() {
    std::string out = "Formats that entente reads (told by their content; --from overrules):\n";
    for (const Importer& importer : importers())
        out += row(importer.name, importer.extensions, importer.help);
    out += "\nFormats that entente writes (told by the extension; -o FORMAT:FILE overrules):\n";
    for (const Exporter& exporter : exporters()) {
        out += row(exporter.name, exporter.extensions, exporter.help);
        if (!exporter.profiles.empty())
            out += row("", "", fmt::format("--profile: {}", exporter.profiles));
    }
    return out + "\nentente formats NAME tells what one of them holds and loses.\n";
}

/// `parallel relations, attributes, claims, dates`
std::string what_it_holds(const Capabilities& can) {
    if (can.picture) return "a picture: a choice of what matters most";
    std::vector<std::string_view> all;
    if (can.parallel_edges) all.emplace_back("parallel relations");
    if (can.edge_attributes) all.emplace_back("attributes");
    if (can.claims) all.emplace_back("claims with their sources and quotes");
    all.emplace_back(can.time ? "dates as dates" : "dates as text");
    return fmt::format("{}", fmt::join(all, ", "));
}

/// One paragraph, folded to the width of a terminal, behind a word that says what it is about.
std::string paragraph(std::string_view about, std::string_view text) {
    constexpr std::size_t indent = 11, width = 79;
    std::string out = fmt::format("  {:<9}", about);
    std::size_t column = indent;
    for (const std::string& word : words(text)) {
        if (column > indent && column + 1 + word.size() > width) {
            out += fmt::format("\n{:{}}", "", indent);
            column = indent;
        }
        if (column > indent) out += ' ';
        out += word;
        column += word.size() + 1;
    }
    return out + '\n';
}

std::string one_format(const std::string& name) {
    const Exporter* exporter = find_exporter(name);
    if (exporter == nullptr) exporter = exporter_for("x." + name);
    const Importer* importer = find_importer(exporter ? std::string(exporter->name) : name);
    if (importer == nullptr) importer = find_importer(name);
    if (exporter == nullptr && importer == nullptr) {
        std::vector<std::string> names;
        for (const Exporter& one : exporters())
            names.emplace_back(one.name);
        for (const Importer& one : importers())
            names.emplace_back(one.name);
        throw UsageError(fmt::format("there is no format '{}'{}", name, did_you_mean(name, names)));
    }
    std::string out = fmt::format("{}: {}\n", exporter ? exporter->name : importer->name,
                                  exporter ? exporter->help : importer->help);
    if (importer)
        out += paragraph("read",
                         fmt::format("*.{} ({})", fmt::join(words(importer->extensions), ", *."),
                                     importer->media_type));
    if (exporter == nullptr) return out;
    out += paragraph("written",
                     fmt::format("*.{} ({})", fmt::join(words(exporter->extensions), ", *."),
                                 exporter->media_type));
    if (!exporter->profiles.empty()) out += paragraph("profiles", exporter->profiles);
    out += paragraph("holds", what_it_holds(exporter->can));
    if (!exporter->loses.empty()) out += paragraph("loses", exporter->loses);
    if (exporter->can.read_back) out += paragraph("back", "what was written is read back exactly");
    if (!exporter->tried.empty()) out += paragraph("tried", exporter->tried);
    return out + paragraph("page", fmt::format("docs/formats/{}.md", exporter->name));
}

std::function<int()> declare_formats(Arguments& arguments) {
    const auto name = std::make_shared<std::string>();
    arguments.option("FORMAT", *name, "What this one holds, loses, and was tried with").value("");
    return [name] {
        print(name->empty() ? list_of_formats() : one_format(*name));
        return 0;
    };
}

} // namespace

const Command formats_command{"formats", "Lists the formats that can be read and written",
                              "[FORMAT]",
                              "  entente formats\n"
                              "  entente formats graphml      what it holds and loses\n",
                              declare_formats};

} // namespace entente::cli
