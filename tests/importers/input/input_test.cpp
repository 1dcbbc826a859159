// SPDX-License-Identifier: BSL-1.0
#include "importers/input/input.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include "tests/importers/recording.hpp"
#include "tests/support/folder.hpp"

using namespace entente;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace {

using AddFilter = int (*)(archive*);

std::string packed(const std::string& text, AddFilter filter) {
    std::string out(text.size() + (std::size_t{1} << 20), '\0');
    std::size_t used = 0;
    archive* writer = archive_write_new();
    filter(writer);
    archive_write_set_format_raw(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    REQUIRE(archive_write_open_memory(writer, out.data(), out.size(), &used) == ARCHIVE_OK);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, text.data(), text.size());
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    out.resize(used);
    return out;
}

struct Read {
    std::string text, told;
    bool usable = false;
};

Read read(const std::string& path, unsigned threads = 1) {
    Diagnostics diagnostics;
    const Input input(path, diagnostics, threads);
    Read result{std::string(input.text().text), {}, input.usable()};
    for (const Diagnostic& diagnostic : diagnostics.all())
        result.told += std::to_string(diagnostic.at.line) + ":" +
                       std::to_string(diagnostic.at.column) + " " + diagnostic.message + "\n";
    return result;
}

std::string reason(const std::string& path) {
    try {
        read(path);
    } catch (const std::exception& error) {
        return error.what();
    }
    return "none";
}

const std::string facts = "{\"subject\": \"日本\", \"relation\": \"r\", \"object\": \"B\"}\n";

} // namespace

TEST_CASE("a plain file, with and without a byte order mark") {
    const test::Folder folder;
    CHECK(read(folder.write("plain", facts)).text == facts);
    CHECK(read(folder.write("bom", "\xEF\xBB\xBF" + facts)).text == facts);
    CHECK(read(folder.write("empty", "")).text.empty());
    CHECK(read(folder.write("empty", "")).usable);
}

TEST_CASE("compressed files are told by their content") {
    const test::Folder folder;
    for (const AddFilter filter : {archive_write_add_filter_gzip, archive_write_add_filter_bzip2,
                                   archive_write_add_filter_xz, archive_write_add_filter_zstd}) {
        const std::string data = packed(facts, filter);
        CHECK(read(folder.write("data", data)).text == facts);
        const std::string cut = folder.write("cut", data.substr(0, data.size() * 2 / 3));
        CHECK(reason(cut).find(cut + ": cannot unpack the ") == 0);
    }
    CHECK(read(folder.write("none", packed("", archive_write_add_filter_gzip))).text.empty());
    CHECK(read(folder.write("bom", packed("\xEF\xBB\xBF" + facts, archive_write_add_filter_gzip)))
              .text == facts);
}

TEST_CASE("a decompression bomb is refused") {
    const test::Folder folder;
    const std::string bomb =
        packed(std::string(std::size_t{80} << 20, ' '), archive_write_add_filter_gzip);
    CHECK(bomb.size() < 200000);
    CHECK(reason(folder.write("bomb", bomb)).find("decompression bomb") != std::string::npos);
}

TEST_CASE("what is not UTF-8 is told with its place and how to convert it") {
    const test::Folder folder;
    const Read wide = read(folder.write("wide", "\xFF\xFE{\0\"\0"s));
    CHECK_FALSE(wide.usable);
    CHECK(wide.told == "1:1 this is UTF-16LE, not UTF-8; convert it: iconv -f UTF-16 -t UTF-8 '" +
                           folder.path().string() + "/wide'\n");
    const Read latin = read(folder.write("latin", "{}\n{\"name\": \"Z\xFCrich\"}\n"));
    CHECK_FALSE(latin.usable);
    CHECK(latin.told ==
          "2:12 byte 0xFC is not UTF-8: this is probably Latin-1 (ISO 8859-1); "
          "convert it: iconv -f ISO-8859-1 -t UTF-8 '" +
              folder.path().string() + "/latin'\n");
}

TEST_CASE("damage in the middle costs only the records that have it") {
    const test::Folder folder;
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += facts;
    const std::string path =
        folder.write("damaged", text + "{\"subject\": \"\xFF\", \"relation\": \"r\"}\n" + text);
    CHECK(read(path).usable);
    CHECK(read(path).told.starts_with("101:14 byte 0xFF is not UTF-8; "));
    const test::Outcome outcome = test::read_file(path);
    CHECK(outcome.counts.accepted == 200);
    CHECK(outcome.counts.rejected == 1);
}

TEST_CASE("a good record between random bytes is found") {
    const test::Folder folder;
    std::string noise;
    for (unsigned i = 0, x = 7; i < 4000; ++i) {
        x = x * 1664525U + 1013904223U;
        noise += static_cast<char>(x >> 24U);
    }
    const test::Outcome outcome =
        test::read_file(folder.write("noise", noise + "\n" + facts + noise));
    CHECK(outcome.counts.accepted == 1);
    CHECK(outcome.counts.rejected > 1);
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
}

TEST_CASE("a file longer than a window is looked through to its end") {
    const test::Folder folder;
    std::string text;
    while (text.size() < (std::size_t{9} << 20))
        text += facts;
    CHECK(read(folder.write("long", text)).text == text);
    const std::string tail = "日本 \xFF 日本";
    const std::string path = folder.write("tail", text + tail);
    CHECK(read(path).usable);
    CHECK(read(path).text.ends_with("日本 \x1A 日本"));
}

TEST_CASE("threads that look through a file meet in the midst of characters") {
    const test::Folder folder;
    // Every place where two of them can meet is within this character, for one of the shifts.
    const std::string dove = "\xF0\x9F\x95\x8A";
    constexpr std::size_t size = std::size_t{17} << 20;
    for (std::size_t shift = 0; shift < 4; ++shift) {
        std::string text(shift, ' ');
        while (text.size() < size)
            text += dove;
        text += "\n";
        const std::string path = folder.write("doves", text);
        for (const unsigned threads : {2U, 3U}) {
            const Read whole = read(path, threads);
            CHECK((whole.text == text));
            CHECK(whole.told.empty());
        }
        // Half a character just before and just behind the middle; the first one is told.
        for (const std::size_t at : {size / 2 - 4, size / 2, size / 2 + 4}) {
            std::string damaged = text;
            damaged[at / 4 * 4 + shift] = ' ';
            const std::string broken = folder.write("damaged", damaged);
            const Read one = read(broken), several = read(broken, 3);
            CHECK(one.told.find("1:") == 0);
            CHECK(several.told == one.told);
            CHECK((several.text == one.text));
        }
    }
}

TEST_CASE("a file that cannot be read is a failure of the world") {
    const test::Folder folder;
    CHECK(reason(folder.path().string() + "/none").find("No such file") != std::string::npos);
    CHECK(reason(folder.path().string() + "/none").find(folder.path().string() + "/none") !=
          std::string::npos);
    CHECK(reason(folder.path().string()).find("Is a directory") != std::string::npos);
    CHECK_THROWS_AS(read(folder.path().string() + "/none"), std::system_error);
}
