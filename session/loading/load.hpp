// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/build/builder.hpp"
#include "importers/importer.hpp"
#include "session/telling/progress.hpp"

namespace entente::session {

/// What to read, and how.
struct InputOptions {
    std::vector<std::string> inputs;
    std::string from;       ///< name of a format; empty: told by content and extension
    std::string rejects;    ///< where rejected records are kept; empty: nowhere
    std::string vocabulary; ///< a file with the user's own kinds and relations
    unsigned threads = 0;   ///< 0: as many as there are processors
};

/// How many threads that comes to.
unsigned thread_count(const InputOptions& options);

/// What reading the inputs came to.
struct Loaded {
    TablesPtr graph;
    ReadCounts records;
    BuildCounts built;
    std::size_t inputs = 0;
    std::uint64_t bytes = 0; ///< of text, decompressed
    bool saved = false;      ///< the input was one saved graph, and is used as it is
};

/// Where quotes, addresses and other long texts stay.
enum class LongTexts : std::uint8_t {
    in_the_input, ///< of a mapped file that takes no memory, as long as hardly any is looked at
    copied,       ///< next to one another, for who will write all of them
};

/// Reads all inputs into one graph. Throws UsageError for a wrong option, and what Input throws for
/// a file that cannot be read.
Loaded load(const InputOptions& options, Diagnostics& diagnostics, const Progress& progress = {},
            LongTexts texts = LongTexts::in_the_input);

} // namespace entente::session
