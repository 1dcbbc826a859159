// SPDX-License-Identifier: BSL-1.0
#include "exporters/bundle/zip_archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <new>
#include <stdexcept>

namespace entente {

namespace {

/// A file up to this size is held until its size is known. A larger one is written as it comes,
/// with its size behind it (ZIP64), which some old programs cannot read.
constexpr std::size_t most_held = std::size_t{64} << 20;

} // namespace

struct ZipArchive::Writer {
    archive* handle = archive_write_new();
    Writer() {
        if (handle == nullptr) throw std::bad_alloc();
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() { archive_write_free(handle); }
};

ZipArchive::ZipArchive(Output& out)
    : out_(out),
      writer_(std::make_unique<Writer>()),
      files_({[this](std::string_view name) { open(name); },
              [this](std::string_view bytes) { write(bytes); }, [this] { close(); }}) {
    archive* const handle = writer_->handle;
    archive_write_set_format_zip(handle);
    archive_write_zip_set_compression_deflate(handle);
    archive_write_set_bytes_in_last_block(handle, 1);
    // No exception may pass through the library: it is kept and thrown on the other side.
    const auto drain = [](archive*, void* self, const void* bytes, std::size_t size) -> la_ssize_t {
        auto& zip = *static_cast<ZipArchive*>(self);
        if (zip.failure_) return -1;
        try {
            zip.out_ << std::string_view(static_cast<const char*>(bytes), size);
        } catch (...) {
            zip.failure_ = std::current_exception();
            return -1;
        }
        return static_cast<la_ssize_t>(size);
    };
    check(archive_write_open(handle, this, nullptr, drain, nullptr) == ARCHIVE_OK);
}

ZipArchive::~ZipArchive() {
    // Freeing the library's writer closes it, which writes: too late, and nobody wants it.
    if (!failure_) failure_ = std::make_exception_ptr(std::runtime_error("not finished"));
}

void ZipArchive::check(bool good) {
    if (failure_) std::rethrow_exception(failure_);
    if (good) return;
    const char* reason = archive_error_string(writer_->handle);
    throw std::runtime_error(std::string("cannot write the archive: ") +
                             (reason ? reason : "no reason given"));
}

void ZipArchive::open(std::string_view name) {
    name_ = name;
    held_.clear();
    streaming_ = false;
}

void ZipArchive::begin_entry(bool size_known) {
    archive_entry* const entry = archive_entry_new();
    if (entry == nullptr) throw std::bad_alloc();
    archive_entry_set_pathname(entry, name_.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (size_known) archive_entry_set_size(entry, static_cast<la_int64_t>(held_.size()));
    const bool good = archive_write_header(writer_->handle, entry) == ARCHIVE_OK;
    archive_entry_free(entry);
    check(good);
}

void ZipArchive::put(std::string_view bytes) {
    while (!bytes.empty()) {
        const la_ssize_t taken = archive_write_data(writer_->handle, bytes.data(), bytes.size());
        check(taken > 0);
        bytes.remove_prefix(static_cast<std::size_t>(taken));
    }
}

void ZipArchive::write(std::string_view bytes) {
    if (!streaming_) {
        held_ += bytes;
        if (held_.size() <= most_held) return;
        streaming_ = true;
        begin_entry(false);
        bytes = held_;
    }
    put(bytes);
}

void ZipArchive::close() {
    if (!streaming_) {
        begin_entry(true);
        put(held_);
    }
    check(archive_write_finish_entry(writer_->handle) == ARCHIVE_OK);
}

void ZipArchive::finish() {
    files_.finish();
    check(archive_write_close(writer_->handle) == ARCHIVE_OK);
}

} // namespace entente
