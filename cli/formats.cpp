// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"
#include "cli/text.hpp"
#include "exporters/exporter.hpp"
#include "importers/importer.hpp"

namespace entente::cli {

namespace {

std::string row(std::string_view name, std::string_view extensions, std::string_view help) {
    return fmt::format("  {:<14}{:<22}{}\n", name, extensions, help);
}

int formats() {
    std::string out = "Formats that entente reads (told by their content; --from overrules):\n";
    for (const Importer& importer : importers())
        out += row(importer.name, importer.extensions, importer.help);
    out += "\nFormats that entente writes (told by the extension; -o FORMAT:FILE overrules):\n";
    for (const Exporter& exporter : exporters()) {
        out += row(exporter.name, exporter.extensions, exporter.help);
        if (!exporter.profiles.empty())
            out += row("", "", fmt::format("--profile: {}", exporter.profiles));
    }
    print(out);
    return 0;
}

} // namespace

const Command formats_command{"formats", "Lists the formats that can be read and written", "",
                              "  entente formats\n",
                              [](CLI::App&) -> std::function<int()> { return formats; }};

} // namespace entente::cli
