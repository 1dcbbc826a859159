// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/file/file.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "graph/memory/hash.hpp"

namespace entente::saved {

namespace {

constexpr std::string_view advice = "; save it again from its facts";

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

} // namespace

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
    if (!bytes_.starts_with(magic))
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
        throw std::runtime_error("'" + name_ + "' was saved by an entente with another vocabulary" +
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

Texts::Texts(const File& file, Part part)
    : file_(file), part_(part), all_(file.bytes(part)), blocks_(block_count(all_.size())) {}

std::string_view Texts::need(std::uint64_t begin, std::uint64_t size) const {
    file_.require(begin <= all_.size() && size <= all_.size() - begin, "a text");
    if (size == 0) return {};
    blocks_.need(begin / block_size, (begin + size - 1) / block_size,
                 [this](std::size_t block) { file_.check(part_, block); });
    return all_.substr(begin, size);
}

std::string_view Texts::operator()(TextRef ref) const {
    if (ref.empty()) return {};
    std::uint64_t begin = ref.place(), size = ref.size_field();
    if (size == TextRef::long_size) {
        std::memcpy(&size, need(begin, sizeof size).data(), sizeof size);
        begin += sizeof size;
    }
    const std::string_view text = need(begin, size);
    file_.require(is_utf8(text), "a text");
    return text;
}

} // namespace entente::saved
