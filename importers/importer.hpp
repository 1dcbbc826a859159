// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "graph/language/diagnostics.hpp"
#include "graph/language/record.hpp"
#include "importers/input/input_text.hpp"

namespace entente {

/// What reading an input came to. The law: read = accepted + rejected.
struct ReadCounts {
    std::size_t read = 0, accepted = 0, rejected = 0;
    ReadCounts& operator+=(const ReadCounts& other);
};

/// What an importer needs besides its text.
struct ImportContext {
    Diagnostics& diagnostics;
    RecordSink& sink;
    /// Called with the text of each record that was rejected, exactly as it stands in the input;
    /// may be empty.
    std::function<void(const InputText&, Position, std::string_view)> reject = {};
    unsigned threads = 1; ///< how many an importer may use, if the sink takes branches
};

/// A format is a record of data and functions, not a class.
struct Importer {
    std::string_view name;       ///< `jsonl`
    std::string_view extensions; ///< separated by spaces: `jsonl ndjson`
    std::string_view media_type;
    std::string_view help; ///< one line
    /// 0: certainly not; the surest format of all wins. Looks at the beginning of the text only
    /// (up to 64 KiB).
    int (*recognises)(std::string_view head);
    /// Reads everything; a bad record is rejected whole, reported, and the next one is read. Never
    /// throws for bad data.
    ReadCounts (*read)(const InputText&, const ImportContext&);
    bool reads_members = false; ///< also reads inputs of several files
};

/// Every importer, in the order in which help lists them (importers/registry.cpp).
std::span<const Importer> importers();

/// By name; nullptr if there is none.
const Importer* find_importer(std::string_view name);

/// By content first, by extension second; nullptr if nothing fits.
const Importer* recognise(const InputText& input);

} // namespace entente
