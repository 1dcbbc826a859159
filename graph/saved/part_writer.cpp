// SPDX-License-Identifier: BSL-1.0
#include "graph/saved/part_writer.hpp"

#include <algorithm>
#include <utility>

#include "graph/memory/hash.hpp"

namespace entente::saved {

namespace {

template <class T>
std::string_view bytes_of(const T& value) {
    static_assert(std::has_unique_object_representations_v<T>);
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

} // namespace

PartWriter::PartWriter(Sink sink) : sink_(std::move(sink)) {
    std::copy(magic.begin(), magic.end(), header_.magic.begin());
    header_.byte_order = byte_order;
    header_.version = version;
    put(bytes_of(header_));
}

void PartWriter::put(std::string_view bytes) {
    if (!bytes.empty()) sink_(bytes);
    position_ += bytes.size();
}

void PartWriter::end_block() {
    if (block_.empty()) return;
    checks_[static_cast<std::size_t>(part_)].push_back(stable_hash(block_));
    put(block_);
    block_.clear();
}

void PartWriter::end_part() {
    if (part_ == Part::count_) return;
    end_block();
    Extent& extent = trailer_.parts[static_cast<std::size_t>(part_)];
    extent.size = position_ - extent.begin;
}

void PartWriter::begin(Part part) {
    end_part();
    put(std::string((alignment - position_ % alignment) % alignment, '\0'));
    part_ = part;
    trailer_.parts[static_cast<std::size_t>(part)].begin = position_;
}

void PartWriter::add(std::string_view bytes) {
    while (!bytes.empty()) {
        const std::size_t some = std::min(bytes.size(), block_size - block_.size());
        block_.append(bytes.substr(0, some));
        bytes.remove_prefix(some);
        if (block_.size() == block_size) end_block();
    }
}

void PartWriter::finish() {
    begin(Part::checks);
    std::string checks;
    for (const std::vector<std::uint64_t>& part : checks_)
        for (const std::uint64_t check : part)
            checks += bytes_of(check);
    put(checks);
    end_part();
    put(std::string((alignment - position_ % alignment) % alignment, '\0'));
    trailer_.file_size = position_ + sizeof trailer_;
    trailer_.vocabulary = vocabulary_hash();
    trailer_.checks = stable_hash(checks);
    std::string ends(bytes_of(header_));
    ends += bytes_of(trailer_).substr(0, offsetof(Trailer, checksum));
    trailer_.checksum = stable_hash(ends);
    put(bytes_of(trailer_));
}

} // namespace entente::saved
