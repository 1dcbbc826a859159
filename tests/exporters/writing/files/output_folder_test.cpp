// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/files/output_folder.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

using namespace entente;
namespace fs = std::filesystem;

namespace {

void fill(OutputFolder& folder, std::string_view text) {
    folder.files().file("a/b/c.csv") << text;
    folder.files().file("top.txt") << "top";
}

void write(const std::string& path, std::string_view text) {
    OutputFolder folder(path);
    fill(folder, text);
    folder.commit();
}

} // namespace

TEST_CASE("a folder is there when it is complete, and not before") {
    const test::Folder in;
    {
        OutputFolder folder(in.at("out/"));
        fill(folder, "one");
        CHECK_FALSE(fs::exists(in.at("out")));
        folder.commit();
        CHECK(folder.files().bytes() > 6);
    }
    CHECK(in.entries() == 1);
    CHECK(test::content(in.at("out/a/b/c.csv")) == "one");
    CHECK(test::content(in.at("out/manifest.txt")) ==
          "Files of an entente bundle:\na/b/c.csv\ntop.txt\nmanifest.txt\n");
}

TEST_CASE("an older bundle and an empty folder are replaced, whole") {
    const test::Folder in;
    write(in.at("out"), "one");
    fs::permissions(in.at("out"), fs::perms::owner_all);
    {
        OutputFolder unfinished(in.at("out"));
        fill(unfinished, "two");
    }
    CHECK(test::content(in.at("out/a/b/c.csv")) == "one");
    {
        OutputFolder other(in.at("out"));
        other.files().file("x.csv") << "three";
        other.commit();
    }
    CHECK(in.entries() == 1);
    CHECK(test::content(in.at("out/x.csv")) == "three");
    CHECK_FALSE(fs::exists(in.at("out/a")));
    CHECK(fs::status(in.at("out")).permissions() == fs::perms::owner_all);
    fs::create_directory(in.at("empty"));
    write(in.at("empty/"), "four");
    CHECK(test::content(in.at("empty/a/b/c.csv")) == "four");
}

TEST_CASE("a folder that holds anything else is left alone") {
    const test::Folder in;
    fs::create_directory(in.at("mine"));
    std::ofstream(in.at("mine/thesis.txt")) << "years of work";
    CHECK_THROWS_AS(write(in.at("mine"), "x"), std::runtime_error);
    write(in.at("out"), "one");
    std::ofstream(in.at("out/a/notes.txt")) << "added by somebody";
    CHECK_THROWS_AS(write(in.at("out"), "two"), std::runtime_error);
    CHECK(test::content(in.at("out/a/b/c.csv")) == "one");
    CHECK(test::content(in.at("mine/thesis.txt")) == "years of work");
    CHECK(in.entries() == 2);
    CHECK_THROWS_AS(write(in.at("out/top.txt"), "x"), std::system_error);
    CHECK_THROWS_AS(write(in.at("missing/out"), "x"), std::system_error);
}

TEST_CASE("a folder behind a symbolic link is replaced, the link stays") {
    const test::Folder in;
    write(in.at("real"), "one");
    fs::create_directory_symlink("real", in.at("link"));
    write(in.at("link/"), "two");
    CHECK(fs::is_symlink(in.at("link")));
    CHECK(test::content(in.at("real/a/b/c.csv")) == "two");
}

TEST_CASE("a file that grows too large leaves the old folder and nothing else") {
    const test::Folder in;
    write(in.at("out"), "one");
    rlimit old = {};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &old) == 0);
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small = {1000, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    CHECK_THROWS_AS(write(in.at("out"), std::string(5000, 'x')), std::system_error);
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, before);
    CHECK(test::content(in.at("out/a/b/c.csv")) == "one");
    CHECK(in.entries() == 1);
}

TEST_CASE("a signal's handler removes what is unfinished, folders with all that is in them") {
    const test::Folder in;
    OutputFolder folder(in.at("out"));
    for (int n = 0; n < 300; ++n)
        folder.files().file("a/b/" + std::to_string(n) + std::string(100, 'x')) << "x";
    CHECK(in.entries() == 1);
    remove_unfinished_files();
    CHECK(in.entries() == 0);
}
