// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/language/diagnostics.hpp"
#include "graph/language/record.hpp"
#include "importers/importer.hpp"

namespace entente::test {

/// Writes every record down as one line of text, with all that it holds.
class RecordingSink final : public RecordSink {
  public:
    std::vector<std::string> lines;

    void graph(const GraphRecord& record) override;
    void kind(const KindRecord& record) override;
    void relation_type(const RelationTypeRecord& record) override;
    void source(const SourceRecord& record) override;
    void entity(const EntityRecord& record) override;
    void claim(const ClaimRecord& record) override;
    void judgement(const JudgementRecord& record) override;
};

/// What came of reading a text: records, diagnostics and rejects, as lines.
struct Outcome {
    std::vector<std::string> records, diagnostics, rejects;
    ReadCounts counts;
    /// All records, one a line.
    [[nodiscard]] std::string text() const;
    /// The same in the order of their places: importers may push records in any order.
    [[nodiscard]] std::string in_order() const;
    /// All diagnostics, one a line.
    [[nodiscard]] std::string told() const;
};

/// Reads `text` as the file `name`, in the format `format` or, if that is empty, the one
/// recognised.
Outcome read_text(std::string_view text, std::string_view format = {},
                  std::string_view name = "facts");

/// The same for a file on disk, through Input.
Outcome read_file(const std::string& path, std::string_view shown_name = {});

} // namespace entente::test
