// SPDX-License-Identifier: BSL-1.0
#include "exporters/writing/files/output.hpp"
#include "tests/support/folder.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <limits>
#include <system_error>

using namespace entente;
namespace fs = std::filesystem;

namespace {

void put(const std::string& path, std::string_view text) {
    std::ofstream(path) << text;
}

std::string message_of(const std::string& path, std::string_view text) {
    try {
        OutputFile file(path);
        file.stream() << text;
        file.commit();
    } catch (const std::system_error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("numbers are written the same in every locale, to the last digit") {
    std::string text;
    Output out([&](std::string_view bytes) { text += bytes; });
    out << 0.1 << ' ' << std::uint64_t{18446744073709551615U} << ' '
        << std::numeric_limits<std::int64_t>::min() << ' ' << std::int32_t{-7} << ' '
        << std::uint32_t{7};
    out.flush();
    CHECK(text == "0.1 18446744073709551615 -9223372036854775808 -7 7");
}

TEST_CASE("long output is drained in pieces") {
    std::size_t pieces = 0, bytes = 0;
    Output out([&](std::string_view piece) {
        ++pieces;
        bytes += piece.size();
    });
    for (int n = 0; n < 1000; ++n)
        out << std::string(1000, 'x');
    out.flush();
    CHECK(bytes == 1000000);
    CHECK(pieces == 4);
}

TEST_CASE("a file is there when it is complete, and not before") {
    const test::Folder folder;
    const std::string path = folder.at("out");
    {
        OutputFile file(path);
        file.stream() << "text";
        file.stream().flush();
        CHECK_FALSE(fs::exists(path));
        file.commit();
        CHECK(test::content(path) == "text");
    }
    CHECK(folder.entries() == 1);
}

TEST_CASE("a file that is not committed leaves the old one and nothing else") {
    const test::Folder folder;
    const std::string path = folder.at("out");
    put(path, "old");
    {
        OutputFile file(path);
        file.stream() << "new";
        file.stream().flush();
        CHECK(folder.entries() == 2);
    }
    CHECK(test::content(path) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("the permissions of the old file stay") {
    const test::Folder folder;
    const std::string path = folder.at("out");
    put(path, "old");
    fs::permissions(path, fs::perms(0640));
    OutputFile file(path);
    file.commit();
    CHECK((fs::status(path).permissions() & fs::perms::mask) == fs::perms(0640));
}

TEST_CASE("a new file has the permissions that the umask leaves") {
    const test::Folder folder;
    const mode_t old = ::umask(027);
    OutputFile file(folder.at("out"));
    file.commit();
    ::umask(old);
    CHECK((fs::status(folder.at("out")).permissions() & fs::perms::mask) == fs::perms(0640));
}

TEST_CASE("a symbolic link stays a link; its target is replaced") {
    const test::Folder folder;
    fs::create_directory(folder.path() / "real");
    fs::create_symlink("real/target", folder.path() / "link");
    for (const std::string_view text : {"first", "second"}) { // the target is not there at first
        OutputFile file(folder.at("link"));
        file.stream() << text;
        file.commit();
        CHECK(fs::is_symlink(folder.path() / "link"));
        CHECK(test::content(folder.at("real/target")) == text);
    }
    CHECK(folder.entries() == 2);
}

TEST_CASE("unfinished files can be removed at any moment") {
    const test::Folder folder;
    OutputFile first(folder.at("a")), second(folder.at("b"));
    CHECK(folder.entries() == 2);
    remove_unfinished_files();
    CHECK(folder.entries() == 0);
}

TEST_CASE("failures name the file and say what to do") {
    const test::Folder folder;
    const std::string missing = message_of(folder.at("no/such/folder"), "x");
    CHECK(has(missing, "no/such/folder"));
    CHECK(has(missing, "folder does not exist"));
    CHECK(has(message_of(folder.path().string(), "x"), "it is a folder"));
    CHECK(has(message_of("/dev/full", "x"), "/dev/full"));
    CHECK(has(message_of("/dev/full", "x"), "No space left on device"));
    fs::create_symlink("circle", folder.path() / "circle");
    CHECK(has(message_of(folder.at("circle"), "x"), "circle"));
    CHECK(folder.entries() == 1);
}

TEST_CASE("a disk that is full leaves the old file and nothing else") {
    const test::Folder folder;
    const std::string path = folder.at("out");
    put(path, "old");
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    rlimit small = limit;
    small.rlim_cur = 1024;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const std::string message = message_of(path, std::string(100000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, previous);
    CHECK(has(message, "out"));
    CHECK(has(message, "File too large"));
    CHECK(test::content(path) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a pipe is written to, not replaced") {
    const test::Folder folder;
    const std::string path = folder.at("pipe");
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    OutputFile file(path);
    file.stream() << "through";
    file.commit();
    char text[16] = {};
    CHECK(::read(reader, text, sizeof text) == 7);
    CHECK(std::string_view(text) == "through");
    ::close(reader);
    CHECK(fs::is_fifo(path));
}
