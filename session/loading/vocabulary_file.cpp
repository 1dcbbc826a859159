// SPDX-License-Identifier: BSL-1.0
#include "session/loading/vocabulary_file.hpp"

#include <fmt/format.h>

#include "importers/input/input.hpp"
#include "importers/reading.hpp"
#include "importers/records/reader.hpp"
#include "importers/syntax/json.hpp"
#include "session/telling/errors.hpp"

namespace entente::session {

namespace {

[[noreturn]] void fail(const std::string& path, Position at, std::string_view message) {
    throw UsageError(fmt::format("{}:{}:{}: {}", path, at.line, at.column, message));
}

/// Adds rows to a vocabulary. What a user names is meant, so that a row which could not count is an
/// error.
class RowSink final : public RecordSink {
  public:
    RowSink(const std::string& path, Vocabulary& vocabulary)
        : path_(path), vocabulary_(vocabulary) {}

    void kind(const KindRecord& record) override {
        if (vocabulary_.find_kind(record.row.name) != Vocabulary::none)
            fail(path_, record.position,
                 fmt::format("the kind '{}' is there already", record.row.name));
        vocabulary_.add_kind(record.row);
    }
    void relation_type(const RelationTypeRecord& record) override {
        if (const auto known = vocabulary_.find_relation(record.row.name);
            known.id != Vocabulary::none)
            fail(path_, record.position,
                 fmt::format("'{}' already means {}", record.row.name,
                             vocabulary_.relation(known.id).name));
        vocabulary_.add_relation(record.row);
    }
    // A vocabulary has nothing else.
    void graph(const GraphRecord&) override {}
    void source(const SourceRecord&) override {}
    void entity(const EntityRecord&) override {}
    void claim(const ClaimRecord&) override {}
    void judgement(const JudgementRecord&) override {}

  private:
    const std::string& path_;
    Vocabulary& vocabulary_;
};

} // namespace

std::shared_ptr<const Vocabulary> vocabulary_with(const std::string& path) {
    auto vocabulary = std::make_shared<Vocabulary>();
    if (path.empty()) return vocabulary;
    Diagnostics problems;
    const Input input(path, problems);
    if (!input.usable())
        throw UsageError(fmt::format("{}: {}", path, problems.all().front().message));
    RowSink sink(path, *vocabulary);
    const ImportContext context{problems, sink, {}, 1};
    Reading reading(input.text(), context);
    JsonParser parser;
    if (!parser.parse(reading.text()))
        fail(path, reading.at(parser.error().offset), parser.error().message);
    RecordReader reader(reading);
    if (!reader.read_member(Key::vocabulary, parser.tree(), 0))
        fail(path, problems.all().back().at, problems.all().back().message);
    return vocabulary;
}

} // namespace entente::session
