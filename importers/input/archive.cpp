// SPDX-License-Identifier: BSL-1.0
#include "importers/input/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "graph/language/diagnostics.hpp"
#include "importers/input/decompress.hpp"

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view empty_archive = "PK\x05\x06"; // its end, with nothing before it

struct Close {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

[[noreturn]] void fail(std::string_view name, const std::string& reason) {
    throw std::runtime_error(std::string(name) + ": cannot unpack the ZIP archive: " + reason);
}

std::string reason_of(archive* reader) {
    const char* text = archive_error_string(reader);
    return text ? text : "it is damaged";
}

bool is_table(std::string_view name) {
    const auto slash = name.rfind('/');
    const std::string_view file = slash == std::string_view::npos ? name : name.substr(slash + 1);
    if (file.starts_with('.')) return false; // also what macOS puts beside a file
    return file == "bundle.json" || file.ends_with(".csv") || file.ends_with(".CSV");
}

/// Nothing is ever written under such a name, but an archive that has one is up to no good.
bool leads_out(std::string_view name) {
    if (name.starts_with('/') || name.find('\\') != std::string_view::npos) return true;
    while (!name.empty()) {
        const auto slash = std::min(name.find('/'), name.size());
        if (name.substr(0, slash) == "..") return true;
        name.remove_prefix(std::min(slash + 1, name.size()));
    }
    return false;
}

/// Appends what the member at hand holds.
void unpack_member(archive* reader, std::string_view packed, std::string_view name,
                   TextBuffer& text) {
    for (;;) {
        char* room = text.room(std::size_t{1} << 16);
        const auto got = archive_read_data(reader, room, text.room_size());
        if (got < 0) fail(name, reason_of(reader));
        if (got == 0) return;
        text.add(static_cast<std::size_t>(got));
        const std::size_t size = text.view().size();
        if (size > free_unpacked_size && size / most_unpacked_ratio > packed.size())
            fail(name, "it grows to more than " + std::to_string(most_unpacked_ratio) +
                           " times its size, as a decompression bomb does; unpack it yourself if "
                           "you trust it");
    }
}

void read_file(const fs::path& path, TextBuffer& text) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::system_error(errno, std::generic_category(),
                                "cannot open '" + path.string() + "'");
    for (;;) {
        char* room = text.room(std::size_t{1} << 16);
        file.read(room, static_cast<std::streamsize>(text.room_size()));
        text.add(static_cast<std::size_t>(file.gcount()));
        if (file.bad()) throw std::runtime_error("cannot read '" + path.string() + "'");
        if (!file) return;
    }
}

} // namespace

bool is_zip(std::string_view data) {
    return data.starts_with("PK\x03\x04") || data.starts_with(empty_archive);
}

ArchiveMembers unpack_zip(std::string_view data, std::string_view name) {
    if (data.starts_with(empty_archive)) return {};
    const std::unique_ptr<archive, Close> reader(archive_read_new());
    if (!reader) throw std::bad_alloc();
    // By its directory, which stands at the end: an archive that was cut off has none.
    archive_read_support_format_zip_seekable(reader.get());
    if (archive_read_open_memory(reader.get(), data.data(), data.size()) != ARCHIVE_OK)
        fail(name, reason_of(reader.get()));
    ArchiveMembers members;
    for (;;) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(reader.get(), &entry);
        if (status == ARCHIVE_EOF) return members;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) fail(name, reason_of(reader.get()));
        const char* text = archive_entry_pathname_utf8(entry);
        if (text == nullptr) text = archive_entry_pathname(entry);
        const std::string member = text == nullptr ? std::string() : text;
        if (leads_out(member))
            fail(name, "its member '" + printable(member) + "' leads out of the archive");
        if (archive_entry_filetype(entry) != AE_IFREG || !is_table(member)) continue;
        const std::size_t begin = members.text.view().size();
        unpack_member(reader.get(), data, name, members.text);
        members.list.push_back({member, begin, members.text.view().size() - begin});
    }
}

ArchiveMembers read_folder(const std::string& path) {
    const fs::path folder(path);
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).generic_string();
        if (is_table(name) && entry.is_regular_file()) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    ArchiveMembers members;
    for (const std::string& name : names) {
        const std::size_t begin = members.text.view().size();
        read_file(folder / name, members.text);
        members.list.push_back({name, begin, members.text.view().size() - begin});
    }
    return members;
}

} // namespace entente
