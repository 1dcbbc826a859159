// SPDX-License-Identifier: BSL-1.0
// Every file in tests/bad is read as a user would read it, and what is told must be what stands in
// the .diag file beside it, letter by letter.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "tests/importers/recording.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path folder = fs::path(ENTENTE_SOURCE_DIR) / "tests" / "bad";

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// What is told, and what the reading came to.
std::string report(const fs::path& path) {
    const entente::test::Outcome outcome =
        entente::test::read_file(path.string(), path.filename().string());
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    return outcome.told() + "read " + std::to_string(outcome.counts.read) + ", accepted " +
           std::to_string(outcome.counts.accepted) + ", rejected " +
           std::to_string(outcome.counts.rejected) + "\n";
}

} // namespace

TEST_CASE("bad inputs are told as they should be") {
    std::set<fs::path> cases;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() != ".diag") cases.insert(entry.path());
    CHECK(cases.size() >= 40);
    for (const fs::path& path : cases) {
        CAPTURE(path.filename().string());
        const std::string told = report(path);
        if (std::getenv("ENTENTE_ACCEPT") != nullptr)
            std::ofstream(path.string() + ".diag", std::ios::binary) << told;
        REQUIRE_MESSAGE(fs::exists(path.string() + ".diag"),
                        "run with ENTENTE_ACCEPT=1 and read it");
        CHECK(told == content(path.string() + ".diag"));
    }
}

TEST_CASE("every .diag has its input") {
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".diag") continue;
        CAPTURE(entry.path().string());
        CHECK(fs::exists(folder / entry.path().stem()));
    }
}
