// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/memory/strings.hpp"
#include "graph/memory/text_ref.hpp"

namespace entente::saved {

/// What stands before a text that is too long for its TextRef to have the length; else empty.
inline std::string size_before(std::string_view text) {
    if (text.size() < TextRef::long_size) return {};
    const std::uint64_t size = text.size();
    return {reinterpret_cast<const char*>(&size), sizeof size};
}

/// Where texts will stand that are written one after the other.
class TextPlaces {
  public:
    TextPlaces() = default;
    explicit TextPlaces(std::uint64_t begin) : next_(begin) {}
    TextRef next(std::string_view text) {
        const bool is_long = text.size() >= TextRef::long_size;
        const TextRef ref(next_, is_long ? TextRef::long_size : text.size());
        next_ += text.size() + (is_long ? sizeof(std::uint64_t) : 0);
        return ref;
    }

  private:
    std::uint64_t next_ = 0;
};

/// Texts that many rows have, each once, in the order in which they are asked for.
class TextWriter {
  public:
    TextRef operator()(std::string_view text) {
        const std::uint32_t id = pool_.intern(text);
        if (id < refs_.size()) return refs_[id];
        all_ += size_before(text);
        all_ += text;
        refs_.push_back(places_.next(text));
        return refs_.back();
    }
    [[nodiscard]] const std::string& all() const { return all_; }

  private:
    StringPool pool_;
    std::vector<TextRef> refs_{TextRef()}; ///< by number in the pool; 0 is the empty text
    TextPlaces places_;
    std::string all_;
};

} // namespace entente::saved
