// SPDX-License-Identifier: BSL-1.0
// How long the writing alone takes: reads facts, builds the graph, writes it, and prints the CPU
// seconds of the last step. write FORMAT OUTPUT INPUT...
#include <sys/resource.h>

#include <cstdio>
#include <exception>

#include "exporters/registry.hpp"
#include "graph/build/builder.hpp"
#include "graph/model/view.hpp"
#include "importers/input/input.hpp"

namespace {

double cpu_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

int run(int count, char** words) {
    using namespace entente;
    const Exporter* exporter = count > 3 ? find_exporter(words[1]) : nullptr;
    if (exporter == nullptr) {
        std::fputs("usage: write FORMAT OUTPUT INPUT...\n", stderr);
        return 2;
    }
    Diagnostics diagnostics;
    Builder builder(diagnostics);
    for (int i = 3; i < count; ++i) {
        const Input input(words[i], diagnostics);
        const Importer* importer = recognise(input.text());
        if (importer == nullptr) return 2;
        importer->read(input.text(), {diagnostics, builder});
    }
    const View view = view_of(builder.finish());

    const double begin = cpu_seconds();
    OutputFile file(words[2]);
    ExportOptions options;
    options.lean = true;
    const ExportReport report = exporter->write(view, file.stream(), options, diagnostics);
    file.commit();
    std::printf("nodes=%zu edges=%zu write=%.6f\n", report.written.entities,
                report.written.relations, cpu_seconds() - begin);
    return 0;
}

} // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "%s\n", problem.what());
        return 2;
    }
}
