// SPDX-License-Identifier: BSL-1.0
// The parse floor: simdjson's on-demand parser reads every field of every line of the files, and
// nothing is made of it.
#include <simdjson.h>

#include <cstddef>
#include <cstdio>
#include <string_view>

namespace {

using simdjson::ondemand::json_type;

std::size_t read_value(simdjson::ondemand::value value);

std::size_t read_object(simdjson::ondemand::object object) {
    std::size_t bytes = 0;
    for (auto field : object) {
        const std::string_view key = field.unescaped_key();
        bytes += key.size() + read_value(field.value());
    }
    return bytes;
}

/// Looks at all of the value, so that nothing can be skipped: texts are unescaped, numbers parsed.
std::size_t read_value(simdjson::ondemand::value value) {
    switch (value.type()) {
        case json_type::object:
            return read_object(value.get_object());
        case json_type::array: {
            std::size_t bytes = 0;
            for (auto element : value.get_array())
                bytes += read_value(element.value());
            return bytes;
        }
        case json_type::string:
            return std::string_view(value.get_string()).size();
        case json_type::number:
            return double(value.get_double()) > 0 ? 1 : 0;
        case json_type::boolean:
            return bool(value.get_bool()) ? 1 : 0;
        default:
            return 0;
    }
}

} // namespace

int main(int count, char** files) {
    std::size_t records = 0, bytes = 0;
    simdjson::ondemand::parser parser;
    for (int i = 1; i < count; ++i) {
        simdjson::padded_string text;
        simdjson::ondemand::document_stream lines;
        if (simdjson::padded_string::load(files[i]).get(text) != simdjson::SUCCESS ||
            parser.iterate_many(text, 1 << 20).get(lines) != simdjson::SUCCESS) {
            std::fprintf(stderr, "%s cannot be read\n", files[i]);
            return 1;
        }
        for (auto line : lines) {
            bytes += read_object(line.get_object());
            ++records;
        }
    }
    std::printf("%zu records, %zu bytes\n", records, bytes);
}
