// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace entente {

/// Where exporters write: a buffer in front of a drain. The drain reports failure by throwing; a
/// writer never has to check.
class Output {
  public:
    using Drain = std::function<void(std::string_view)>;

    explicit Output(Drain drain);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    Output& operator<<(std::string_view text) {
        buffer_.append(text);
        if (buffer_.size() >= flush_at) flush();
        return *this;
    }
    Output& operator<<(const char* text) { return *this << std::string_view(text); }
    Output& operator<<(char c) {
        buffer_.push_back(c);
        return *this;
    }
    /// Shortest text that reads back as the same number; never a locale's comma.
    Output& operator<<(double);
    Output& operator<<(std::uint64_t);
    Output& operator<<(std::int64_t);
    Output& operator<<(std::uint32_t n) { return *this << static_cast<std::uint64_t>(n); }
    Output& operator<<(std::int32_t n) { return *this << static_cast<std::int64_t>(n); }

    /// To append to directly; call flush_if_full() now and then.
    std::string& buffer() { return buffer_; }
    void flush_if_full() {
        if (buffer_.size() >= flush_at) flush();
    }
    void flush();
    /// The same as `<<` for a long text, which need not be copied into the buffer.
    void put(std::string_view text) {
        flush();
        if (!text.empty()) drain_(text);
    }

    static constexpr std::size_t flush_at = 256 * 1024;

  private:
    Drain drain_;
    std::string buffer_;
};

/// A file that is complete or not there: written beside its final place, renamed by commit(). `-`
/// is standard output. Throws std::system_error with the file's name on any failure; the old file
/// stays as it was. Unfinished files are removed on destruction and, where the program was told to
/// (remove_unfinished_files), on a signal.
class OutputFile {
  public:
    explicit OutputFile(std::string path);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    Output& stream() { return output_; }
    /// Flushes, makes sure that the bytes are there, and puts the file in its place.
    void commit();

  private:
    void write(std::string_view bytes);
    void hurry();
    std::string path_, temporary_;
    std::size_t written_ = 0, hurried_ = 0;
    int descriptor_ = -1;
    Output output_;
};

/// Removes the temporary files of all OutputFiles and OutputFolders; safe to call from a signal
/// handler.
void remove_unfinished_files() noexcept;

} // namespace entente
