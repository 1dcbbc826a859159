// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "graph/language/diagnostics.hpp"
#include "graph/language/record.hpp"

namespace entente {

/// One file of an input that is a folder or an archive.
struct InputMember {
    std::string_view name;           ///< within the input: `nodes/nation.csv`
    std::size_t begin = 0, size = 0; ///< its part of the input's text
    std::uint32_t file = 0;          ///< its own number in Diagnostics
};

/// The whole text of one input, decompressed, without a byte order mark, known to be valid UTF-8
/// unless Input said otherwise.
struct InputText {
    std::string_view name; ///< as the user gave it; "-" is standard input
    std::string_view text;
    std::uint32_t file = 0; ///< its number in Diagnostics
    bool mapped = false;    ///< the text is a mapped file: pages that were read may be given back
    /// Not empty if the input is a folder or an archive: the text is theirs, one behind the other.
    std::span<const InputMember> members = {};
};

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
