// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>

#include "graph/text/file_name.hpp"
#include "graph/text/word_list.hpp"
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

/// `facts.jsonl.gz` is a `jsonl`: what packs it was undone when it was opened.
std::string unpacked_extension_of(std::string_view path) {
    for (;;) {
        std::string extension = extension_of(path);
        if (extension.empty() || !has_word("gz zst bz2 xz zstd", extension)) return extension;
        path = path.substr(0, path.rfind('.'));
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
    const std::string extension = unpacked_extension_of(input.name);
    for (const Importer& importer : all())
        if (!extension.empty() && has_word(importer.extensions, extension)) return &importer;
    // A text of nothing is in every format; somebody has to say that it is empty.
    const bool empty = head.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return empty ? &all().front() : nullptr;
}

} // namespace entente
