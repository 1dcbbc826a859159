// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/writing/files/file_set.hpp"
#include "exporters/writing/files/output.hpp"
#include "exporters/writing/losses.hpp"
#include "graph/language/diagnostics.hpp"
#include "graph/model/view.hpp"

namespace entente {

struct ExportOptions {
    bool lean = false;                                 ///< leave out the claims (and say so)
    std::string base_iri = "https://entente.example/"; ///< of entities, claims and sources
    std::string profile;                               ///< of the format, where it has any: `boost`
    std::string language; ///< BCP 47, for the names of nations in a picture; empty: as they are
    std::string title;    ///< of a picture; empty: the graph's own
    unsigned shards = 1;  ///< files a table of a bundle
    unsigned threads = 1; ///< at most; what is written is the same
};

/// How many of each there are.
struct ItemCounts {
    std::size_t entities = 0, relations = 0, claims = 0, sources = 0;
    [[nodiscard]] std::size_t total() const { return entities + relations + claims + sources; }
    friend bool operator==(const ItemCounts&, const ItemCounts&) = default;
};

ItemCounts count_items(const View& view);

/// What became of a view's items. The law: items of the view = written + left out, and everything
/// left out or changed has been reported with its number (not_representable, lean, reduced,
/// approximated).
struct ExportReport {
    ItemCounts written, left_out;
    std::vector<Loss> losses; ///< each has been reported as a diagnostic, too
};

/// The report of an export that wrote the whole view, or with `lean` all but its claims.
ExportReport report_of(const View& view, bool lean);

/// What a format can hold.
struct Capabilities {
    bool parallel_edges = false;
    bool edge_attributes = false;
    bool claims = false;
    bool time = false; ///< as dates, not just as text
    bool picture = false;
    bool read_back = false;
};

/// A format is a record of data and functions, not a class.
struct Exporter {
    std::string_view name;       ///< `graphml`
    std::string_view extensions; ///< separated by spaces: `graphml xml`
    std::string_view media_type;
    std::string_view help;     ///< one line
    std::string_view profiles; ///< separated by spaces; empty: none
    Capabilities can;
    /// Writes the view. Data problems go to the diagnostics; the world's are exceptions.
    ExportReport (*write)(const View&, Output&, const ExportOptions&, Diagnostics&);
    /// What is not in the file, or what some readers drop, in one or two sentences.
    std::string_view loses = {};
    /// Programs that load our files in the tests, with their versions, separated by commas.
    std::string_view tried = {};
    /// For a format of several files: the same as a folder of files, of which write() makes one
    /// archive. Does not finish the files.
    ExportReport (*write_files)(const View&, FileSet&, const ExportOptions&,
                                Diagnostics&) = nullptr;
};

} // namespace entente
