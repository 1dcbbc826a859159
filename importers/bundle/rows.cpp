// SPDX-License-Identifier: BSL-1.0
#include "importers/bundle/tables.hpp"

namespace entente::bundle {

Rows::Rows(Reading& reading, std::string_view text, char delimiter)
    : reading_(reading),
      text_(text),
      begin_(static_cast<std::size_t>(text.data() - reading.text().data())),
      table_(text, delimiter) {}

bool Rows::quoted(std::size_t at) const {
    const std::size_t begin = table_.cells()[at].offset;
    return begin < text_.size() && text_[begin] == '"';
}

std::string_view Rows::text() const {
    return text_.substr(table_.begin(), table_.end() - table_.begin());
}

bool Rows::next(std::size_t width) {
    while (table_.next()) {
        reading_.move_to(offset());
        if (table_.damaged()) {
            reject(begin_ + table_.damage(), Code::syntax,
                   "this quote is never closed, or closed inside the cell; double the quotes "
                   "inside a quoted cell");
            continue;
        }
        bool fits = width == 0 || size() >= width;
        for (std::size_t i = width; width != 0 && i < size(); ++i)
            fits = fits && cell(i).empty();
        if (fits) return true;
        reject(offset(), Code::ragged_row,
               "a row of " + std::to_string(size()) + " cells in a table of " +
                   std::to_string(width) +
                   " columns; quote cells that hold the delimiter or a line break");
    }
    return false;
}

void Rows::reject(std::size_t at, Code code, std::string message) {
    reading_.report(code, at, std::move(message));
    reading_.reject(offset(), text());
}

} // namespace entente::bundle
