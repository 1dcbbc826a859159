// SPDX-License-Identifier: BSL-1.0
// What every registered format must fulfil. ENTENTE_ACCEPT=1 rewrites the goldens: read the
// difference before you commit it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <system_error>

#include "exporters/registry.hpp"
#include "tests/support/facts.hpp"
#include "tests/support/folder.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

const fs::path root = ENTENTE_SOURCE_DIR;

std::string first_word(std::string_view words) {
    return std::string(words.substr(0, words.find(' ')));
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        out.push_back(first_word(text));
        text.remove_prefix(std::min(out.back().size() + 1, text.size()));
    }
    return out;
}

constexpr std::string_view sample_names[] = {"small", "tokyo-talks", "hostile"};

std::string input_of(std::string_view name) {
    if (name == "small") return test::content(root / "tests/exporters/small.jsonl");
    return test::sample(name);
}

struct Result {
    std::string text;
    ExportReport report;
    Diagnostics diagnostics;
};

void write(const View& view, const Exporter& format, Result& result, ExportOptions options = {}) {
    Output out([&](std::string_view bytes) { result.text += bytes; });
    result.report = format.write(view, out, options, result.diagnostics);
    out.flush();
}

/// A format of several files, as one text that can be read: each file after a line with its name.
void write_listed(const View& view, const Exporter& format, Result& result) {
    FileSet files(
        {[&](std::string_view name) { result.text += "======== " + std::string(name) + "\n"; },
         [&](std::string_view bytes) { result.text += bytes; }, [] {}});
    result.report = format.write_files(view, files, {}, result.diagnostics);
    files.finish();
}

std::string shuffled(std::string_view text, unsigned seed) {
    std::vector<std::string> lines = test::lines_of(text);
    std::mt19937 random(seed);
    for (std::size_t n = lines.size(); n > 1; --n)
        std::swap(lines[n - 1], lines[random() % n]);
    std::string out;
    for (const std::string& line : lines)
        out += line + '\n';
    return out;
}

ItemCounts sum(const ItemCounts& a, const ItemCounts& b) {
    return {a.entities + b.entities, a.relations + b.relations, a.claims + b.claims,
            a.sources + b.sources};
}

/// What a golden has of a file: of a page for the browser the data, neither the program around them
/// nor the drawings of flags.
std::string golden_part(const Exporter& format, const std::string& text) {
    if (format.name != "html") return text;
    const std::size_t begin = text.find("<script type=\"application/json\" id=\"scene\">");
    const std::size_t flags = text.find(",\"flags\":{", begin);
    const std::size_t names = text.find(",\"names\":{", flags);
    const std::size_t end = text.find("<!--", names);
    REQUIRE(end != std::string::npos);
    return text.substr(begin, flags - begin) + text.substr(names, end - names);
}

/// Calls `f(format, name of the sample, its view)`.
template <class F>
void for_each_format_and_sample(F f) {
    for (const std::string_view name : sample_names) {
        const View view = view_of(test::graph_of(input_of(name)));
        for (const Exporter& format : exporters()) {
            CAPTURE(name);
            CAPTURE(format.name);
            f(format, name, view);
        }
    }
}

} // namespace

TEST_CASE("a format has a name and extensions of its own, a media type, a help line and a page") {
    std::set<std::string> names, extensions;
    for (const Exporter& format : exporters()) {
        CAPTURE(format.name);
        CHECK(names.insert(std::string(format.name)).second);
        CHECK(find_exporter(format.name) == &format);
        CHECK_FALSE(words(format.extensions).empty());
        for (const std::string& extension : words(format.extensions)) {
            CHECK(extensions.insert(extension).second);
            CHECK(exporter_for("a/b.c/x." + extension) == &format);
        }
        CHECK(format.media_type.find('/') != std::string_view::npos);
        CHECK_FALSE(format.help.empty());
        CHECK(format.help.find('\n') == std::string_view::npos);
        CHECK(fs::exists(root / "docs/formats" / (std::string(format.name) + ".md")));
    }
    CHECK(find_exporter("no such format") == nullptr);
    CHECK(exporter_for("graphml") == nullptr);
    CHECK(exporter_for("a.graphml/file") == nullptr);
    CHECK(exporter_for("X.GraphML") == find_exporter("graphml"));
}

TEST_CASE("each format says what it loses, and its page names the programs it was tried with") {
    for (const Exporter& format : exporters()) {
        CAPTURE(format.name);
        CHECK_FALSE(format.loses.empty());
        if (format.can.picture) continue;
        const std::string page =
            test::content(root / "docs/formats" / (std::string(format.name) + ".md"));
        std::istringstream programs{std::string(format.tried)};
        CHECK_FALSE(format.tried.empty());
        for (std::string program; std::getline(programs, program, ',');) {
            const std::size_t from = program.find_first_not_of(' ');
            // `networkx 2.8.8 (1.2draft)`: the name is enough, and its first word at that.
            const std::string name = program.substr(from, program.find_first_of(" ;", from) - from);
            CHECK_MESSAGE(page.find(name) != std::string::npos, name << " is not on the page");
        }
    }
}

TEST_CASE("each format writes what its goldens have") {
    const char* const asked = std::getenv("ENTENTE_ACCEPT");
    const bool accept = asked != nullptr && std::string_view(asked) == "1";
    for_each_format_and_sample(
        [&](const Exporter& format, std::string_view name, const View& view) {
            if (format.can.picture) return; // tests/exporters/diagram_test.cpp
            // Nobody can read what differs in a saved graph: tests/graph/saved look at its parts,
            // and the laws read it back.
            if (format.name == "entente") return;
            const bool several = format.write_files != nullptr;
            const fs::path golden =
                root / "tests/golden" /
                (std::string(name) + '.' +
                 (several ? std::string(format.name) : first_word(format.extensions)));
            Result result;
            if (several)
                write_listed(view, format, result);
            else
                write(view, format, result);
            const std::string text = golden_part(format, result.text);
            if (accept) {
                fs::create_directories(golden.parent_path());
                std::ofstream(golden, std::ios::binary) << text;
            }
            REQUIRE(fs::exists(golden));
            // Not CHECK(a == b): nobody wants to see both texts.
            const bool same = test::content(golden) == text;
            CHECK_MESSAGE(same, golden.string() << " differs; ENTENTE_ACCEPT=1 rewrites it");
        });
}

TEST_CASE("the same knowledge is the same bytes: a second run, another order of the input") {
    for (const std::string_view name : sample_names) {
        const std::string input = input_of(name);
        const View view = view_of(test::graph_of(input));
        const View other = view_of(test::graph_of(shuffled(input, 3)));
        for (const Exporter& format : exporters()) {
            CAPTURE(name);
            CAPTURE(format.name);
            Result first, second, third;
            write(view, format, first);
            write(view, format, second);
            write(other, format, third);
            const bool again = first.text == second.text, shuffle = first.text == third.text;
            CHECK(again);
            CHECK(shuffle);
        }
    }
}

TEST_CASE("a view's items are written or told to be left out") {
    for_each_format_and_sample([](const Exporter& format, std::string_view, const View& view) {
        for (const bool lean : {false, true}) {
            CAPTURE(lean);
            Result result;
            ExportOptions options;
            options.lean = lean;
            write(view, format, result, options);
            CHECK(sum(result.report.written, result.report.left_out) == count_items(view));
            const std::size_t told = result.diagnostics.count(Code::not_representable) +
                                     result.diagnostics.count(Code::lean) +
                                     result.diagnostics.count(Code::reduced);
            if (result.report.left_out.total() > 0) CHECK(told > 0);
            if (!lean && format.can.claims) CHECK(result.report.left_out.total() == 0);
        }
    });
}

TEST_CASE("an empty graph is a valid file of every format") {
    const View view = view_of(test::graph_of(""));
    for (const Exporter& format : exporters()) {
        CAPTURE(format.name);
        Result result;
        write(view, format, result);
        CHECK(result.report.written.total() == 0);
        if (format.name != "facts") CHECK_FALSE(result.text.empty());
    }
}

TEST_CASE("a disk that is full is told and leaves nothing") {
    const View view = view_of(test::graph_of(input_of("small")));
    for (const Exporter& format : exporters()) {
        CAPTURE(format.name);
        Diagnostics diagnostics;
        const auto attempt = [&] {
            OutputFile file("/dev/full");
            format.write(view, file.stream(), {}, diagnostics);
            file.commit();
        };
        CHECK_THROWS_AS(attempt(), std::system_error);
    }
}

TEST_CASE("a picture begins as its kind of file does") {
    const View view = view_of(test::graph_of(input_of("small")));
    const auto begins = [&](std::string_view format, std::string_view bytes) {
        Result result;
        write(view, *find_exporter(format), result);
        return result.text.substr(0, bytes.size()) == bytes;
    };
    CHECK(begins("png", "\x89PNG\r\n\x1a\n"));
    CHECK(begins("pdf", "%PDF-"));
    CHECK(begins("svg", "<"));
}
