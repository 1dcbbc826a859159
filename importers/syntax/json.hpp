// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/language/diagnostics.hpp"

namespace entente {

enum class JsonType : std::uint8_t { null, boolean, integer, decimal, string, array, object };

/// `a string`, `a list`: as messages say it.
std::string_view name(JsonType);

/// One value of a record. The values of a list or object follow it, up to index `end`.
struct JsonToken {
    const char* key_data = nullptr;
    const char* text_data = nullptr;
    std::uint32_t key_size = 0, text_size = 0;
    std::uint32_t key_offset = 0; ///< of the key in the record's text; of the value if it has none
    std::uint32_t offset = 0;     ///< of the value's first byte in the record's text
    std::uint32_t end = 0;        ///< index behind the value's last token
    JsonType type = JsonType::null;

    [[nodiscard]] std::string_view key() const { return {key_data, key_size}; }
    /// The decoded string, the number's digits, `true`, `false`, `null`; empty for the others.
    [[nodiscard]] std::string_view text() const { return {text_data, text_size}; }
    [[nodiscard]] bool compound() const { return type >= JsonType::array; }
    [[nodiscard]] bool number() const {
        return type == JsonType::integer || type == JsonType::decimal;
    }
};

/// A record as a flat list of tokens, the root first. Its vector is reused from record to record.
struct JsonTree {
    std::vector<JsonToken> tokens;
    /// Where the record's text has anything but ASCII, or an escape: one bit for each part of
    /// 2^part_shift characters. Texts elsewhere need no closer look.
    std::uint64_t odd_parts = ~std::uint64_t{0};
    unsigned part_shift = 63;

    /// Whether the text that stands at `offset` and has `size` characters once decoded may be odd.
    /// Escapes make a text shorter, but the first of them cannot lie behind that size.
    [[nodiscard]] bool odd(std::uint32_t offset, std::uint32_t size) const {
        const std::size_t first = std::size_t{offset} >> part_shift;
        const std::size_t last = (std::size_t{offset} + size) >> part_shift;
        const std::uint64_t up_to_last =
            last >= 63 ? ~std::uint64_t{0} : (std::uint64_t{2} << last) - 1;
        return (odd_parts & up_to_last) >> first != 0;
    }

    [[nodiscard]] const JsonToken& root() const { return tokens.front(); }
};

/// Appends `tree`'s value at `index` as compact JSON.
void write_json(const JsonTree& tree, std::size_t index, std::string& out);

struct JsonError {
    Code code = Code::syntax;
    std::size_t offset = 0; ///< into the text that was parsed
    std::string message;
};

/// Reads one JSON value at a time, with RapidJSON: its one home among the importers.
///
/// Nothing recurses, whatever the depth; numbers keep their digits; strings without escapes are not
/// copied a second time. The tree's texts live until the next call.
class JsonParser {
  public:
    static constexpr std::size_t max_depth = 64;
    static constexpr std::size_t max_size = std::size_t{1} << 30;

    JsonParser();
    JsonParser(const JsonParser&) = delete;
    JsonParser& operator=(const JsonParser&) = delete;
    ~JsonParser();

    /// `text` must hold one value and nothing else but white space, in valid UTF-8.
    bool parse(std::string_view text);
    [[nodiscard]] JsonTree& tree();
    [[nodiscard]] const JsonTree& tree() const;
    /// Why the last parse() failed.
    [[nodiscard]] const JsonError& error() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace entente
