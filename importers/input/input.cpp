// SPDX-License-Identifier: BSL-1.0
#include "importers/input/input.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "graph/memory/parallel.hpp"
#include "graph/saved/reader.hpp"
#include "graph/text/utf8.hpp"
#include "importers/input/archive.hpp"
#include "importers/input/decompress.hpp"
#include "importers/input/pages.hpp"
#include "importers/input/text_buffer.hpp"
#include "importers/syntax/utf8.hpp"

namespace entente {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

class File {
  public:
    explicit File(const std::string& name) : name_(name), owned_(name != "-") {
        if (!owned_) return;
        do
            fd_ = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
        while (fd_ < 0 && errno == EINTR);
        if (fd_ < 0) fail("cannot open");
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (owned_) ::close(fd_);
    }

    /// Bytes of a regular file that is read from its beginning; 0 if it must be read as a stream.
    [[nodiscard]] std::size_t mappable_size() const {
        struct stat status {};
        if (::fstat(fd_, &status) != 0) fail("cannot look at");
        if (S_ISDIR(status.st_mode)) fail_folder();
        if (!S_ISREG(status.st_mode) || status.st_size <= 0) return 0;
        if (!owned_ && ::lseek(fd_, 0, SEEK_CUR) != 0) return 0;
        return static_cast<std::size_t>(status.st_size);
    }

    [[nodiscard]] bool is_folder() const {
        struct stat status {};
        return ::fstat(fd_, &status) == 0 && S_ISDIR(status.st_mode);
    }
    [[noreturn]] void fail_folder() const {
        errno = EISDIR;
        fail("cannot read");
    }

    [[nodiscard]] TextBuffer map(std::size_t size) const { return TextBuffer::map(fd_, size); }

    [[nodiscard]] TextBuffer read_all() const {
        TextBuffer text;
        for (;;) {
            char* room = text.room(std::size_t{1} << 16);
            const ssize_t got = ::read(fd_, room, text.room_size());
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail("cannot read");
            if (got == 0) return text;
            text.add(static_cast<std::size_t>(got));
        }
    }

  private:
    [[noreturn]] void fail(const char* what) const {
        throw std::system_error(
            errno, std::generic_category(),
            std::string(what) + " '" + (owned_ ? name_ : "standard input") + "'");
    }

    std::string name_;
    bool owned_;
    int fd_ = STDIN_FILENO;
};

/// `at`, or where the character begins in whose midst that is.
std::size_t character_begin(std::string_view text, std::size_t at) {
    for (int i = 0; i < 3 && at > 0 && at < text.size() && utf8::is_continuation(text[at]); ++i)
        --at;
    return at;
}

/// The first invalid byte of a part of a mapped file, or its end, without keeping all of it in
/// memory.
std::size_t find_invalid(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end) {
        const std::size_t window = std::min(begin + page_window, end);
        bring_pages(text.substr(begin, window - begin));
        const std::size_t stop = window == end ? end : character_begin(text, window);
        const std::string_view part = text.substr(begin, stop - begin);
        if (const std::size_t at = find_invalid_utf8(part); at != part.size()) return begin + at;
        // Our windows begin at a page, but for the last bytes of a character before them.
        if (stop < text.size()) give_back_pages(part);
        begin = stop;
    }
    return end;
}

/// The first invalid byte, or the end, looked for in as many threads as is worth it.
std::size_t find_invalid(const TextBuffer& buffer, unsigned threads) {
    const std::string_view text = buffer.view();
    if (!buffer.mapped()) return find_invalid_utf8(text);
    const std::size_t parts = std::clamp<std::size_t>(text.size() / page_window, 1, threads);
    const std::size_t pages = text.size() / page_window + 1;
    const auto cut = [&](std::size_t part) {
        return part == parts ? text.size()
                             : character_begin(text, pages * part / parts * page_window);
    };
    std::vector<std::size_t> found(parts);
    in_parallel(parts, [&](std::size_t part) {
        found[part] = find_invalid(text, cut(part), cut(part + 1));
    });
    for (std::size_t part = 0; part < parts; ++part)
        if (found[part] != cut(part + 1)) return found[part];
    return text.size();
}

Position position_of(std::string_view text, std::size_t offset, std::uint32_t file) {
    Position position{file, 1, 1};
    for (const char c : text.substr(0, offset)) {
        if (c == '\n') {
            ++position.line;
            position.column = 1;
        } else if (!utf8::is_continuation(c)) {
            ++position.column;
        }
    }
    return position;
}

std::string convert_advice(std::string_view name, const std::string& encoding) {
    const std::string file = name == "-" ? "" : " '" + std::string(name) + "'";
    return "convert it: iconv -f " + encoding + " -t UTF-8" + file;
}

std::string byte_in_hex(char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value >> 4U], digits[value & 0xFU]};
}

} // namespace

struct Input::Storage {
    std::string name;
    TextBuffer text;
    std::vector<InputMember> members;
    std::deque<std::string> member_names;
    [[nodiscard]] std::string_view data() const { return text.view(); }
    std::optional<ArchiveMembers> open();
    void take(ArchiveMembers unpacked, Diagnostics& diagnostics);
    bool settle_encoding(std::uint32_t file, unsigned threads, Diagnostics& diagnostics);
};

/// Maps or reads the file; of a folder, all that is in it.
std::optional<ArchiveMembers> Input::Storage::open() {
    const File file(name);
    if (name != "-" && file.is_folder()) {
        ArchiveMembers unpacked = read_folder(name);
        if (unpacked.list.empty()) file.fail_folder();
        return unpacked;
    }
    if (const std::size_t size = file.mappable_size()) text = file.map(size);
    if (data().empty()) text = file.read_all();
    return std::nullopt;
}

/// Each file is looked at by itself: damaged bytes in one say nothing of the others.
void Input::Storage::take(ArchiveMembers unpacked, Diagnostics& diagnostics) {
    text = std::move(unpacked.text);
    const std::string folder = name.ends_with('/') ? name : name + '/';
    for (ArchiveMembers::Member& member : unpacked.list) {
        const std::uint32_t file = diagnostics.add_file(folder + member.name);
        const std::string_view all = data().substr(member.begin, member.size);
        if (const std::size_t bad = find_invalid_utf8(all); bad != all.size()) {
            diagnostics.report(Code::encoding, position_of(all, bad, file),
                               "byte " + byte_in_hex(all[bad]) +
                                   " is not UTF-8; records with damaged bytes are rejected, the "
                                   "others are read");
            mask_invalid_utf8({text.change() + member.begin, member.size});
        }
        if (all.starts_with(byte_order_mark)) {
            member.begin += byte_order_mark.size();
            member.size -= byte_order_mark.size();
        }
        members.push_back(
            {member_names.emplace_back(std::move(member.name)), member.begin, member.size, file});
    }
}

/// Tells what is no UTF-8. False if the text is in another encoding; of damaged bytes nothing is
/// left that could be taken for a character.
bool Input::Storage::settle_encoding(std::uint32_t file, unsigned threads,
                                     Diagnostics& diagnostics) {
    const auto report = [&](std::size_t offset, std::string message) {
        diagnostics.report(Code::encoding, position_of(data(), offset, file), std::move(message));
    };
    if (const EncodingGuess wide = guess_wide(data()); wide.hopeless) {
        report(0, "this is " + wide.name + ", not UTF-8; " + convert_advice(name, wide.iconv));
        return false;
    }
    const std::size_t bad = find_invalid(text, threads);
    if (bad == data().size()) return true;
    const std::string found = "byte " + byte_in_hex(data()[bad]) + " is not UTF-8";
    const EncodingGuess guess = guess_narrow(data());
    if (guess.hopeless) {
        report(bad, found + ": this is probably " + guess.name + "; " +
                        (guess.iconv.empty() ? "unpack or convert it to text first"
                                             : convert_advice(name, guess.iconv)));
        return false;
    }
    report(bad, found +
                    "; records with damaged bytes are rejected, the others are read. If all of it "
                    "is in another encoding, " +
                    convert_advice(name, "ISO-8859-1"));
    mask_invalid_utf8({text.change(), data().size()});
    return true;
}

Input::Input(std::string_view name, Diagnostics& diagnostics, unsigned threads)
    : storage_(std::make_unique<Storage>()) {
    Storage& storage = *storage_;
    storage.name = name;
    std::optional<ArchiveMembers> folder = storage.open();
    if (!compression_of(storage.data()).empty()) storage.text = decompress(storage.data(), name);
    text_ = {storage.name, {}, diagnostics.add_file(name), false};
    if (folder)
        use_members(std::move(*folder), diagnostics);
    else if (saved::is_saved_graph(storage.data())) // no text, and large
        use_bytes();
    else if (is_zip(storage.data()))
        use_zip(diagnostics);
    else if (storage.settle_encoding(text_.file, threads, diagnostics))
        use_text();
}

void Input::use_bytes() {
    text_.text = storage_->data();
    usable_ = true;
}

void Input::use_text() {
    use_bytes();
    text_.mapped = storage_->text.mapped();
    if (text_.text.starts_with(byte_order_mark)) text_.text.remove_prefix(byte_order_mark.size());
}

void Input::use_zip(Diagnostics& diagnostics) {
    ArchiveMembers members = unpack_zip(storage_->data(), storage_->name);
    if (!members.list.empty())
        use_members(std::move(members), diagnostics);
    else
        diagnostics.report(Code::unknown_format, {text_.file, 1, 1},
                           "this ZIP archive holds no table (*.csv); unpack it first");
}

void Input::use_members(ArchiveMembers members, Diagnostics& diagnostics) {
    storage_->take(std::move(members), diagnostics);
    use_bytes();
    text_.members = storage_->members;
}

Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;
Input::~Input() = default;

} // namespace entente
