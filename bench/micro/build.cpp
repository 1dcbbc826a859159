// SPDX-License-Identifier: BSL-1.0
// What is done for each name and each claim on the way to a graph.
#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
#include <vector>

#include "graph/identity/folding/fold.hpp"
#include "graph/memory/strings.hpp"
#include "graph/model/fold.hpp"

namespace {

using namespace std::literals;

std::vector<std::string> names(std::size_t count) {
    std::vector<std::string> made;
    made.reserve(count);
    for (std::size_t n = 0; n < count; ++n)
        made.push_back("observer-20171210-" + std::to_string(n * 2654435761U % 100'000'007U));
    return made;
}

/// Nothing is known yet, as with sources.
void intern_new(benchmark::State& state) {
    const std::vector<std::string> texts = names(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        entente::StringPool pool;
        for (const std::string& text : texts)
            benchmark::DoNotOptimize(pool.intern(text));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(intern_new)->Arg(1'000)->Arg(100'000);

/// Everything is known, as with names.
void intern_known(benchmark::State& state) {
    const std::vector<std::string> texts = names(static_cast<std::size_t>(state.range(0)));
    entente::StringPool pool;
    for (const std::string& text : texts)
        pool.intern(text);
    for (auto _ : state)
        for (const std::string& text : texts)
            benchmark::DoNotOptimize(pool.intern(text));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(intern_known)->Arg(1'000)->Arg(100'000);

void fold_name(benchmark::State& state, std::string_view name) {
    for (auto _ : state)
        benchmark::DoNotOptimize(entente::identity::fold_name(name));
}
BENCHMARK_CAPTURE(fold_name, ascii, "The United States of America"sv);
BENCHMARK_CAPTURE(fold_name, diacritics, "S\u00E3o Tom\u00E9 and Pr\u00EDncipe"sv);
BENCHMARK_CAPTURE(fold_name, japanese, "\u65E5\u672C\u56FD"sv);

void claim_fold(benchmark::State& state) {
    std::vector<entente::ClaimLedger::Row> claims(static_cast<std::size_t>(state.range(0)));
    for (std::uint32_t n = 0; n < claims.size(); ++n) {
        claims[n].date = entente::Date::of(2000 + static_cast<int>(n % 20), 6, 1);
        claims[n].confidence = 0.5 + n % 50 / 100.0;
        claims[n].source = n;
    }
    entente::Relation relation;
    for (auto _ : state) {
        entente::ClaimFold fold;
        for (const entente::ClaimLedger::Row& claim : claims)
            fold.add(claim, {});
        fold.finish(relation);
        benchmark::DoNotOptimize(relation);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(claim_fold)->Arg(1)->Arg(2)->Arg(100);

} // namespace
