// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>

#include "importers/formats.hpp"

namespace entente {

namespace {

constexpr std::size_t head_size = std::size_t{64} << 10;

/// In the order in which help lists them; between two that are equally sure, the first wins.
std::span<const Importer> all() {
    static const std::array list{
        jsonl_importer,  json_importer,   csv_importer,       tsv_importer,      graphml_importer,
        gexf_importer,   dot_importer,    cytoscape_importer, nodelink_importer, jsonld_importer,
        nquads_importer, turtle_importer, trig_importer,      bundle_importer,   entente_importer,
    };
    return list;
}

bool has_word(std::string_view words, std::string_view wanted) {
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == wanted) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

/// `facts.jsonl.gz` is a `jsonl`: what packs it was undone when it was opened.
std::string extension_of(std::string_view path) {
    constexpr std::array<std::string_view, 5> packers{"gz", "zst", "bz2", "xz", "zstd"};
    for (;;) {
        const auto slash = path.find_last_of('/');
        const auto dot = path.find_last_of('.');
        if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash))
            return {};
        std::string extension(path.substr(dot + 1));
        for (char& c : extension)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (std::find(packers.begin(), packers.end(), extension) == packers.end()) return extension;
        path = path.substr(0, dot);
    }
}

} // namespace

std::span<const Importer> importers() {
    return all();
}

const Importer* find_importer(std::string_view name) {
    for (const Importer& importer : all())
        if (importer.name == name) return &importer;
    return nullptr;
}

const Importer* recognise(const InputText& input) {
    if (!input.members.empty()) {
        const auto several = std::find_if(all().begin(), all().end(),
                                          [](const Importer& row) { return row.reads_members; });
        return several == all().end() ? nullptr : &*several;
    }
    const std::string_view head = input.text.substr(0, head_size);
    const Importer* best = nullptr;
    int surest = 0;
    for (const Importer& importer : all()) {
        const int sure = importer.recognises(head);
        if (sure > surest) {
            surest = sure;
            best = &importer;
        }
    }
    if (best) return best;
    const std::string extension = extension_of(input.name);
    for (const Importer& importer : all())
        if (!extension.empty() && has_word(importer.extensions, extension)) return &importer;
    // A text of nothing is in every format; somebody has to say that it is empty.
    const bool empty = head.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return empty ? &all().front() : nullptr;
}

} // namespace entente
