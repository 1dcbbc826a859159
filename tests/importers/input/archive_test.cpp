// SPDX-License-Identifier: BSL-1.0
#include "importers/input/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "importers/input/input.hpp"
#include "tests/importers/recording.hpp"
#include "tests/support/folder.hpp"

using namespace entente;
namespace fs = std::filesystem;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Files& files) {
    std::string bytes;
    archive* const zip = archive_write_new();
    archive_write_set_format_zip(zip);
    archive_write_set_bytes_in_last_block(zip, 1);
    const auto add = [](archive*, void* to, const void* from, std::size_t size) -> la_ssize_t {
        static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
        return static_cast<la_ssize_t>(size);
    };
    archive_write_open(zip, &bytes, nullptr, add, nullptr);
    for (const auto& [name, text] : files) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(text.size()));
        archive_write_header(zip, entry);
        archive_write_data(zip, text.data(), text.size());
        archive_entry_free(entry);
    }
    archive_write_close(zip);
    archive_write_free(zip);
    return bytes;
}

const Files two_tables{{"readme.txt", "not a table"},
                       {"g/nodes.csv", "Id,Label\n1,Japan\n2,France\n"},
                       {"g/edges.csv", "Source,Target,Label\n1,2,ally_of\n2,3,ally_of\n"}};

} // namespace

TEST_CASE("the tables of an archive are found, and nothing else of it") {
    const ArchiveMembers members = unpack_zip(zipped(two_tables), "x.zip");
    REQUIRE(members.list.size() == 2);
    CHECK(members.list[0].name == "g/nodes.csv");
    CHECK(members.text.view().substr(members.list[1].begin, members.list[1].size) ==
          two_tables[2].second);
    CHECK(is_zip(zipped({})));
    CHECK(unpack_zip(zipped({}), "x.zip").list.empty());
}

TEST_CASE("an archive that is damaged, leads out of itself or is a bomb is refused") {
    const std::string good = zipped(two_tables);
    CHECK_THROWS_AS(unpack_zip(good.substr(0, good.size() / 2), "x"), std::runtime_error);
    for (const char* name : {"../x.csv", "a/../../x.csv", "/etc/x.csv", "a/../x.csv"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(unpack_zip(zipped({{name, "x"}}), "x"), std::runtime_error);
    }
    const std::string bomb = zipped({{"x.csv", std::string(std::size_t{80} << 20, ' ')}});
    CHECK(bomb.size() < 200000);
    CHECK_THROWS_AS(unpack_zip(bomb, "x"), std::runtime_error);
}

TEST_CASE("what is wrong in a member is told where it stands in it") {
    const test::Folder folder;
    const std::string zip = folder.write("x.zip", zipped(two_tables));
    const test::Outcome outcome = test::read_file(zip, "x.zip");
    CHECK(outcome.counts.read == 4);
    CHECK(outcome.counts.rejected == 1);
    CHECK(outcome.told().find("x.zip/g/edges.csv:3:1: ") != std::string::npos);
}

TEST_CASE("a folder of tables reads like an archive of them") {
    const test::Folder folder;
    for (const auto& [name, text] : two_tables)
        folder.write("in/" + name, text);
    folder.write("in/.hidden.csv", "not this one");
    const test::Outcome from_folder = test::read_file(folder.at("in"));
    const test::Outcome from_zip = test::read_file(folder.write("x.zip", zipped(two_tables)));
    CHECK(from_folder.text() != "");
    CHECK(from_folder.counts.read == from_zip.counts.read);
    CHECK(from_folder.counts.accepted == 3);
}

TEST_CASE("damaged bytes in one file leave the others as they are") {
    const test::Folder folder;
    folder.write("in/nodes.csv", "Id,Label\n1,Japan\n2,\xFF\n");
    folder.write("in/more-nodes.csv", "\xEF\xBB\xBFId,Label\n3,France\n");
    const test::Outcome outcome = test::read_file(folder.at("in"), "in");
    CHECK(outcome.counts.accepted == 2);
    CHECK(outcome.counts.rejected == 1);
    CHECK(outcome.told().find("in/nodes.csv:3:3: error: byte 0xFF") != std::string::npos);
}

TEST_CASE("a folder without a table is no input") {
    const test::Folder folder;
    folder.write("in/x.txt", "x");
    Diagnostics diagnostics;
    CHECK_THROWS_AS(Input(folder.at("in"), diagnostics), std::system_error);
    const Input empty(folder.write("x.zip", zipped({{"x.txt", "x"}})), diagnostics);
    CHECK_FALSE(empty.usable());
    CHECK(diagnostics.count(Code::unknown_format) == 1);
}
