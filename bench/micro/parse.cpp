// SPDX-License-Identifier: BSL-1.0
// What is done for each record that is read.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "graph/language/dates/date.hpp"
#include "importers/json/plain.hpp"
#include "importers/syntax/json.hpp"
#include "importers/syntax/json_scan.hpp"

namespace {

constexpr std::string_view plain =
    R"({"subject":{"name":"Zeynep Kaya","kind":"official"},"relation":"met_with",)"
    R"("object":{"name":"Sven Weber","kind":"official"},"date":"2017-12-10","confidence":0.9,)"
    R"("source":{"id":"observer-20171210-00042",)"
    R"("url":"https://www.observer.example/articles/observer-20171210-00042.html"},)"
    R"("quote":"Zeynep Kaya and Sven Weber have settled the matter."})";
constexpr std::string_view escaped =
    R"({"subject":"Zeynep Kaya","relation":"criticized","object":"\u65e5\u672c",)"
    R"("quote":"\"We know what we have to do,\" Zeynep Kaya answered.\n"})";

void bytes_of(benchmark::State& state, std::string_view text) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void json_parse(benchmark::State& state, std::string_view line) {
    entente::JsonParser parser;
    for (auto _ : state)
        benchmark::DoNotOptimize(parser.parse(line));
    bytes_of(state, line);
}
BENCHMARK_CAPTURE(json_parse, plain, plain);
BENCHMARK_CAPTURE(json_parse, escaped, escaped);

class Nobody final : public entente::RecordSink {
  public:
    void graph(const entente::GraphRecord&) override {}
    void source(const entente::SourceRecord&) override {}
    void entity(const entente::EntityRecord&) override {}
    void claim(const entente::ClaimRecord&) override {}
    void judgement(const entente::JudgementRecord&) override {}
};

/// The short way for lines that are as they should be.
void plain_record(benchmark::State& state, std::string_view line) {
    const std::string text = std::string(line) + '\n' + std::string(256, ' ');
    entente::PlainRecords records(text, 0);
    Nobody nobody;
    if (!records.read(0, line.size(), 1, nobody)) state.SkipWithError("this is no plain line");
    for (auto _ : state)
        benchmark::DoNotOptimize(records.read_alike(0, 1, nobody));
    bytes_of(state, line);
}
BENCHMARK_CAPTURE(plain_record, plain, plain);
BENCHMARK_CAPTURE(plain_record, escaped, escaped);

void json_extent(benchmark::State& state) {
    entente::JsonScanner scanner(plain);
    for (auto _ : state)
        benchmark::DoNotOptimize(scanner.value(0).end);
    bytes_of(state, plain);
}
BENCHMARK(json_extent);

void date_parse(benchmark::State& state, std::string_view text) {
    for (auto _ : state)
        benchmark::DoNotOptimize(entente::Date::parse(text));
}
BENCHMARK_CAPTURE(date_parse, day, "2017-12-10");
BENCHMARK_CAPTURE(date_parse, instant, "2017-12-10T09:30:00Z");

} // namespace
