// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "importers/records/reader.hpp"

namespace entente {

/// The lists of a document, ours and those that others write for them.
struct JsonList {
    std::string_view key;
    RecordReader::Place place;
    std::string_view ours; ///< empty if it is ours
};

constexpr std::array json_lists{
    JsonList{"sources", RecordReader::Place::sources, {}},
    JsonList{"entities", RecordReader::Place::entities, {}},
    JsonList{"facts", RecordReader::Place::facts, {}},
    JsonList{"nodes", RecordReader::Place::entities, "'nodes' was read as 'entities'"},
    JsonList{"vertices", RecordReader::Place::entities, "'vertices' was read as 'entities'"},
    JsonList{"edges", RecordReader::Place::facts, "'edges' was read as 'facts'"},
    JsonList{"links", RecordReader::Place::facts, "'links' was read as 'facts'"},
    JsonList{"relations", RecordReader::Place::facts, "'relations' was read as 'facts'"},
    JsonList{"relationships", RecordReader::Place::facts, "'relationships' was read as 'facts'"},
    JsonList{"claims", RecordReader::Place::facts, "'claims' was read as 'facts'"},
    JsonList{"triples", RecordReader::Place::facts, "'triples' was read as 'facts'"},
    JsonList{"triplets", RecordReader::Place::facts, "'triplets' was read as 'facts'"},
};

/// nullptr if it is none.
constexpr const JsonList* find_list(std::string_view key) {
    for (const JsonList& list : json_lists)
        if (list.key == key) return &list;
    return nullptr;
}

/// Keys that only a record has: an object with one of them is no document.
constexpr bool makes_record(std::string_view key) {
    constexpr std::array<std::string_view, 6> keys{"subject", "relation", "object",
                                                   "entity",  "same",     "different"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

} // namespace entente
