// SPDX-License-Identifier: BSL-1.0
#include "importers/input/decompress.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace entente {

namespace {

struct CloseStream {
    void operator()(archive* reader) const { archive_read_free(reader); }
};

[[noreturn]] void fail(std::string_view name, std::string_view kind, const std::string& reason) {
    throw std::runtime_error(std::string(name) + ": cannot unpack the " + std::string(kind) +
                             " data: " + reason);
}

std::string reason_in(archive* reader) {
    const char* text = archive_error_string(reader);
    return text ? text : "it is damaged";
}

} // namespace

std::string_view compression_of(std::string_view data) {
    using namespace std::string_view_literals;
    if (data.starts_with("\x1F\x8B"sv)) return "gzip";
    if (data.starts_with("\x28\xB5\x2F\xFD"sv)) return "zstd";
    if (data.starts_with("\xFD"
                         "7zXZ\0"sv))
        return "xz";
    if (data.starts_with("BZh"sv) && data.size() > 9 && data.substr(4, 2) == "1A"sv) return "bzip2";
    return {};
}

TextBuffer decompress(std::string_view data, std::string_view name) {
    const std::string_view kind = compression_of(data);
    const std::unique_ptr<archive, CloseStream> reader(archive_read_new());
    if (!reader) throw std::bad_alloc();
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_filter_bzip2(reader.get());
    archive_read_support_filter_xz(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_read_support_format_empty(reader.get()); // the unpacked text may be empty
    if (archive_read_open_memory(reader.get(), data.data(), data.size()) != ARCHIVE_OK)
        fail(name, kind, reason_in(reader.get()));
    archive_entry* entry = nullptr;
    const int opened = archive_read_next_header(reader.get(), &entry);
    if (opened == ARCHIVE_EOF) return {};
    if (opened != ARCHIVE_OK) fail(name, kind, reason_in(reader.get()));

    TextBuffer text;
    for (;;) {
        char* room = text.room(std::size_t{1} << 16);
        const auto got = archive_read_data(reader.get(), room, text.room_size());
        if (got < 0) fail(name, kind, reason_in(reader.get()));
        if (got == 0) return text;
        text.add(static_cast<std::size_t>(got));
        const std::size_t size = text.view().size();
        if (size > free_unpacked_size && size / most_unpacked_ratio > data.size())
            fail(name, kind,
                 "it grows to more than " + std::to_string(most_unpacked_ratio) +
                     " times its size, as a decompression bomb does; unpack it yourself if you "
                     "trust it");
    }
}

} // namespace entente
