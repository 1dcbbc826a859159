// SPDX-License-Identifier: BSL-1.0
// What is done for each text and number that is written.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>

#include "exporters/writing/text/text.hpp"

namespace {

using namespace std::literals;

constexpr std::string_view plain =
    "Zeynep Kaya and Sven Weber have settled the matter, a spokesperson said.";
constexpr std::string_view marked =
    "Observers in \"Malm\u00F6 & Qu\u00E9bec\" do not expect <Zeynep Kaya> to give in.";

template <class Append>
void append_text(benchmark::State& state, Append append, std::string_view text) {
    std::string out;
    for (auto _ : state) {
        out.clear();
        append(out, text);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(append_text, xml_plain, entente::append_xml_text, plain);
BENCHMARK_CAPTURE(append_text, xml_marked, entente::append_xml_text, marked);
BENCHMARK_CAPTURE(append_text, xml_attribute, entente::append_xml_attribute, plain);
BENCHMARK_CAPTURE(append_text, json_plain, entente::append_json_string, plain);
BENCHMARK_CAPTURE(append_text, json_marked, entente::append_json_string, marked);
BENCHMARK_CAPTURE(append_text, slug, entente::append_slug, "official/e845"sv);
BENCHMARK_CAPTURE(append_text, iri_path, entente::append_iri_path, "official/e845"sv);

void append_confidence(benchmark::State& state) {
    std::string out;
    for (auto _ : state) {
        out.clear();
        entente::append_number(out, 0.982431);
        benchmark::DoNotOptimize(out.data());
    }
}
BENCHMARK(append_confidence);

} // namespace
