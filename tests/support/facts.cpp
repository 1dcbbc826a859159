// SPDX-License-Identifier: BSL-1.0
#include "tests/support/facts.hpp"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "exporters/registry.hpp"
#include "importers/importer.hpp"

namespace entente::test {

void read_facts(std::string_view jsonl, RecordSink& sink, Diagnostics& diagnostics) {
    const InputText input{"facts.jsonl", jsonl, diagnostics.add_file("facts.jsonl")};
    find_importer("jsonl")->read(input, {diagnostics, sink, {}});
}

GraphPtr graph_of(std::string_view jsonl, Diagnostics& diagnostics) {
    Builder builder(diagnostics);
    read_facts(jsonl, builder, diagnostics);
    return builder.finish();
}

GraphPtr graph_of(std::string_view jsonl) {
    Diagnostics diagnostics;
    return graph_of(jsonl, diagnostics);
}

std::string written(const View& view, std::string_view format, std::string_view profile) {
    std::string out;
    Diagnostics diagnostics;
    Output output([&](std::string_view bytes) { out += bytes; });
    find_exporter(format)->write(view, output, {.profile = std::string(profile)}, diagnostics);
    output.flush();
    return out;
}

GraphPtr read_back(std::string_view text, Diagnostics& diagnostics) {
    const InputText input{"-", text, diagnostics.add_file("-")};
    const Importer* importer = recognise(input);
    if (importer == nullptr) throw std::runtime_error("no importer recognises the text");
    Builder builder(diagnostics);
    importer->read(input, {diagnostics, builder, {}});
    return builder.finish();
}

GraphPtr read_back(const View& view, const Exporter& exporter, const std::string& profile,
                   Diagnostics& diagnostics) {
    if (exporter.write_files == nullptr)
        return read_back(written(view, exporter.name, profile), diagnostics);
    std::string text;
    std::vector<InputMember> members;
    std::deque<std::string> names;
    const auto open = [&](std::string_view name) {
        members.push_back({names.emplace_back(name), text.size(), 0, diagnostics.add_file(name)});
    };
    FileSet files({open, [&](std::string_view bytes) { text += bytes; },
                   [&] { members.back().size = text.size() - members.back().begin; }});
    Diagnostics unheard;
    exporter.write_files(view, files, {.profile = profile}, unheard);
    files.finish();
    Builder builder(diagnostics);
    const InputText input{"x", text, diagnostics.add_file("x"), false, members};
    find_importer(exporter.name)->read(input, {diagnostics, builder, {}});
    return builder.finish();
}

std::vector<std::string> profiles_of(const Exporter& exporter) {
    std::vector<std::string> profiles{""};
    std::istringstream words{std::string(exporter.profiles)};
    for (std::string word; words >> word;)
        profiles.push_back(word);
    return profiles;
}

std::string facts_of(const GraphPtr& graph) {
    return written(view_of(graph), "facts");
}

std::string facts_of(const TablesPtr& graph) {
    return written(view_of(graph), "facts");
}

const Relation* find_relation(const TablesPtr& graph, std::string_view subject,
                              std::string_view type, std::string_view object) {
    const GraphTables& all = *graph;
    for (const Relation& relation : all.relations)
        if (all.entities[relation.subject].id == subject &&
            all.vocabulary->relation(relation.type).name == type &&
            all.entities[relation.object].id == object)
            return &relation;
    return nullptr;
}

const Relation* find_relation(const GraphPtr& graph, std::string_view subject,
                              std::string_view type, std::string_view object) {
    return find_relation(tables_of(graph), subject, type, object);
}

std::string resolved(const GraphPtr& graph, std::string_view text) {
    const GraphTables& all = tables(*graph);
    std::string id = "?";
    for (const Resolution& resolution : all.resolutions) {
        if (resolution.text != text) continue;
        const std::string_view found = all.entities[resolution.entity].id;
        if (id != "?" && id != found) return "several";
        id = found;
    }
    return id;
}

std::string sample(std::string_view folder) {
    std::vector<std::filesystem::path> files;
    const auto where = std::filesystem::path(ENTENTE_SOURCE_DIR) / "samples" / folder;
    for (const auto& entry : std::filesystem::directory_iterator(where))
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string text;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        if (!in) throw std::runtime_error("cannot read " + file.string());
        text.append(std::istreambuf_iterator<char>(in), {});
        if (!text.empty() && text.back() != '\n') text += '\n';
    }
    return text;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0) lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

} // namespace entente::test
