// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/file.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "graph/hash.hpp"
#include "graph/saved/reader.hpp"

namespace entente::saved {

namespace {

constexpr std::string_view advice = "; save it again from its facts";

std::size_t block_count(std::size_t size) {
    return (size + block_size - 1) / block_size;
}

bool is_utf8(std::string_view text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const std::size_t size = text.size();
    std::size_t at = 0;
    while (at < size) {
        std::uint64_t eight = 0;
        if (at + sizeof eight <= size) {
            std::memcpy(&eight, bytes + at, sizeof eight);
            if ((eight & 0x8080808080808080) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        UChar32 character = 0;
        U8_NEXT(bytes, at, size, character);
        if (character < 0) return false;
    }
    return true;
}

bool within_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

} // namespace

bool is_saved_graph(std::string_view head) {
    return head.starts_with(magic);
}

File::File(std::string_view bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {
    read_ends();
    std::size_t checks = 0;
    for (std::size_t part = 0; part < part_count; ++part) {
        const auto [begin, size] = trailer_.parts[part];
        require(begin % alignment == 0 && begin <= bytes_.size() && size <= bytes_.size() - begin,
                "the table of its parts");
        first_check_.push_back(checks);
        if (static_cast<Part>(part) != Part::checks) checks += block_count(size);
    }
    const std::string_view all = this->bytes(Part::checks);
    require(all.size() == checks * sizeof(std::uint64_t) && stable_hash(all) == trailer_.checks,
            "the table of its checksums");
}

void File::read_ends() {
    if (!is_saved_graph(bytes_))
        throw std::runtime_error("'" + name_ + "' is not a saved graph");
    Header header{};
    require(bytes_.size() >= sizeof header + sizeof trailer_, "it is cut off");
    std::memcpy(&header, bytes_.data(), sizeof header);
    if (header.byte_order != byte_order)
        throw std::runtime_error("'" + name_ +
                                 "' was saved on a machine that writes numbers in another order, "
                                 "or is damaged" +
                                 std::string(advice));
    if (header.version != version)
        throw std::runtime_error("'" + name_ + "' has version " + std::to_string(header.version) +
                                 " of the format, and this entente reads version " +
                                 std::to_string(version) + std::string(advice));
    const std::string_view trailer = bytes_.substr(bytes_.size() - sizeof trailer_);
    std::memcpy(&trailer_, trailer.data(), sizeof trailer_);
    std::string ends(bytes_.substr(0, sizeof header));
    ends += trailer.substr(0, offsetof(Trailer, checksum));
    require(trailer_.checksum == stable_hash(ends), "its beginning or end; it may be cut off");
    require(trailer_.file_size == bytes_.size(), "its size");
    if (trailer_.vocabulary != vocabulary_hash())
        throw std::runtime_error("'" + name_ +
                                 "' was saved by an entente with another vocabulary" +
                                 std::string(advice));
}

std::string_view File::bytes(Part part) const {
    const auto [begin, size] = trailer_.parts[static_cast<std::size_t>(part)];
    return bytes_.substr(begin, size);
}

std::span<const std::uint64_t> File::checks(Part part) const {
    const std::string_view all = bytes(Part::checks);
    return {reinterpret_cast<const std::uint64_t*>(all.data()) +
                first_check_[static_cast<std::size_t>(part)],
            block_count(bytes(part).size())};
}

void File::check(Part part, std::size_t block) const {
    if (stable_hash(bytes(part).substr(block * block_size, block_size)) != checks(part)[block])
        fail("block " + std::to_string(block) + " of part " +
             std::to_string(static_cast<unsigned>(part)));
}

void File::check(Part part) const {
    for (std::size_t block = 0; block < block_count(bytes(part).size()); ++block)
        check(part, block);
}

void File::fail(std::string_view what) const {
    throw std::runtime_error("'" + name_ + "' is damaged (" + std::string(what) + ")" +
                             std::string(advice));
}

Date File::date(std::uint64_t bits) const {
    const std::optional<Date> date = Date::from_bits(bits);
    require(date.has_value(), "a date");
    return *date;
}

Texts::Texts(const File& file) : file_(file), all_(file.bytes(Part::texts)) {
    file.check(Part::texts);
    file.require(is_utf8(all_), "a text");
    space_ = {reinterpret_cast<std::uintptr_t>(all_.data()), all_.size()};
}

/// Everything was UTF-8, so what begins and ends with a character is.
std::string_view Texts::operator()(TextRef ref) const {
    if (ref.empty()) return {};
    const std::string_view text = ref.in(space_);
    file_.require(!text.empty() && !within_character(text.front()), "a text");
    const auto end = static_cast<std::size_t>(text.data() + text.size() - all_.data());
    file_.require(end == all_.size() || !within_character(all_[end]), "a text");
    return text;
}

LongTexts::LongTexts(const File& file)
    : file_(file),
      all_(file.bytes(Part::long_texts)),
      blocks_(block_count(all_.size())) {}

std::string_view LongTexts::operator()(TextRef ref) const {
    if (ref.empty()) return {};
    std::uint64_t begin = ref.place(), size = ref.size_field();
    const auto need = [&] {
        file_.require(begin <= all_.size() && size <= all_.size() - begin, "a long text");
        if (size == 0) return;
        for (std::size_t block = begin / block_size; block <= (begin + size - 1) / block_size;
             ++block)
            blocks_.need(block, [this](std::size_t at) { file_.check(Part::long_texts, at); });
    };
    if (size == TextRef::long_size) {
        size = sizeof size;
        need();
        begin += sizeof size;
        std::memcpy(&size, all_.data() + begin - sizeof size, sizeof size);
    }
    need();
    const std::string_view text = all_.substr(begin, size);
    file_.require(is_utf8(text), "a long text");
    return text;
}

} // namespace entente::saved
