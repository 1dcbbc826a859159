// SPDX-License-Identifier: BSL-1.0
#include "graph/identity/generator/table.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace entente::identity::generator {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (true) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

Row::Row(const std::vector<std::string>& header, std::vector<std::string> cells, std::string place)
    : header_(header), cells_(std::move(cells)), place_(std::move(place)) {
    if (cells_.size() != header_.size())
        fail(std::to_string(cells_.size()) + " columns, the header has " +
             std::to_string(header_.size()));
}

const std::string& Row::operator[](std::string_view column) const {
    const auto found = std::find(header_.begin(), header_.end(), column);
    if (found == header_.end()) fail("the table has no column " + std::string{column});
    return cells_[static_cast<std::size_t>(found - header_.begin())];
}

std::vector<std::string> Row::list(std::string_view column) const {
    const auto& cell = (*this)[column];
    if (cell.empty()) return {};
    auto values = split(cell, '|');
    if (std::find(values.begin(), values.end(), "") != values.end())
        fail("an empty value in column " + std::string{column});
    return values;
}

void Row::fail(const std::string& what) const {
    throw std::runtime_error(place_ + ": " + what);
}

void each_row(const std::filesystem::path& file, const std::function<void(const Row&)>& visit) {
    std::ifstream in{file};
    if (!in) throw std::runtime_error(file.string() + ": cannot be opened");
    std::vector<std::string> header;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.starts_with('#')) continue;
        auto cells = split(line, '\t');
        if (header.empty())
            header = std::move(cells);
        else
            visit(Row{header, std::move(cells), file.string() + ":" + std::to_string(number)});
    }
}

void write_file(const std::filesystem::path& file,
                const std::function<void(std::ostream&)>& write) {
    std::ofstream out{file, std::ios::binary};
    write(out);
    out.close();
    if (!out) throw std::runtime_error(file.string() + ": cannot be written");
}

/// Three octal digits never swallow what follows.
std::string literal(std::string_view bytes) {
    std::string out;
    int trigraph = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        trigraph = c == '?' ? trigraph + 1 : 0;
        if (byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\' && trigraph < 2) {
            out += c;
        } else {
            out += '\\';
            out += static_cast<char>('0' + (byte >> 6U));
            out += static_cast<char>('0' + (byte >> 3U & 7U));
            out += static_cast<char>('0' + (byte & 7U));
        }
    }
    return out;
}

} // namespace entente::identity::generator
