// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <numeric>

#include "cli/explore/answer_text.hpp"
#include "cli/terminal/width.hpp"
#include "graph/language/diagnostics.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t gap = 2, least_width = 12;
constexpr std::string_view bold = "\033[1m", faint = "\033[2m", plain = "\033[0m";

std::string shown(const Cell& cell) {
    if (cell.type != Cell::Type::list) return printable(cell.text);
    std::string out;
    for (const std::string& text : cell.list)
        out += (out.empty() ? "" : ", ") + printable(text);
    return out;
}

std::string padded(const std::string& text, std::size_t width, bool right) {
    const std::size_t used = display_width(text);
    const std::string space(width - std::min(width, used), ' ');
    return right ? space + text : text + space;
}

/// Takes the width that is too much from the widest columns. False if they would become too narrow
/// to be read.
bool fit(std::vector<std::size_t>& widths, std::size_t available) {
    const auto total = [&] {
        return std::accumulate(widths.begin(), widths.end(), gap * (widths.size() - 1));
    };
    while (total() > available) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= least_width) return false;
        --*widest;
    }
    return true;
}

class TextWriter {
  public:
    TextWriter(std::size_t width, bool color) : width_(width), color_(color) {}

    void heading(const std::string& text) {
        if (text.empty()) return;
        if (!out_.empty()) out_ += '\n';
        for (const std::string& line : folded(printable(text), width_))
            out_ += styled(line, bold) + '\n';
    }
    void facts(const std::vector<Fact>& facts, std::size_t margin = gap) {
        std::size_t label = 0;
        for (const Fact& fact : facts)
            if (!fact.value.empty()) label = std::max(label, display_width(fact.label));
        for (const Fact& fact : facts) {
            if (fact.label.empty() || fact.value.empty()) continue;
            const std::size_t indent = margin + label + gap;
            const std::size_t room = width_ > indent + least_width ? width_ - indent : 0;
            std::string before = std::string(margin, ' ') + padded(fact.label, label + gap, false);
            for (const std::string& line : folded(shown(fact.value), room)) {
                out_ += styled(before, faint) + line + '\n';
                before.assign(indent, ' ');
            }
        }
    }
    void table(const Table& table);
    void note(const std::string& text) {
        if (text.empty()) return;
        for (const std::string& line : folded(printable(text), width_))
            out_ += line + '\n';
    }
    std::string take() { return std::move(out_); }

  private:
    /// What of a table is for people.
    struct Grid {
        std::vector<std::string> header;
        std::vector<std::vector<std::string>> rows;
        std::vector<std::size_t> widths;
        std::vector<bool> right;
    };
    static Grid grid_of(const Table& table);
    void items(const Grid& grid);
    [[nodiscard]] std::string styled(const std::string& text, std::string_view style) const {
        return color_ ? std::string(style) + text + std::string(plain) : text;
    }
    void row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
             const std::vector<bool>& right, bool header);

    std::size_t width_;
    bool color_;
    std::string out_;
};

/// A row of several lines, if a cell needs them.
void TextWriter::row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                     const std::vector<bool>& right, bool header) {
    if (width_ == 0 && !header) {
        const std::size_t begin = out_.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::size_t used = std::min(widths[i], display_width(cells[i]));
            out_.append(gap + (right[i] ? widths[i] - used : 0), ' ');
            out_ += cells[i];
            if (!right[i]) out_.append(widths[i] - used, ' ');
        }
        out_.erase(std::max(out_.find_last_not_of(' ') + 1, begin));
        out_ += '\n';
        return;
    }
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        lines.push_back(folded(cells[i], width_ == 0 ? 0 : widths[i]));
        height = std::max(height, lines.back().size());
    }
    for (std::size_t n = 0; n < height; ++n) {
        std::string line(gap, ' ');
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string text = n < lines[i].size() ? lines[i][n] : std::string();
            line += padded(text, widths[i], right[i]) + std::string(gap, ' ');
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out_ += (header ? styled(line, faint) : line) + '\n';
    }
}

TextWriter::Grid TextWriter::grid_of(const Table& table) {
    const auto has_values = [&](std::size_t i) {
        return std::any_of(table.rows.begin(), table.rows.end(),
                           [i](const std::vector<Cell>& row) { return !row[i].empty(); });
    };
    Grid grid;
    std::vector<std::size_t> columns; ///< those that are for people and say something
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (!table.columns[i].title.empty() && has_values(i)) columns.push_back(i);
    for (const std::size_t i : columns) {
        grid.header.push_back(table.columns[i].title);
        grid.right.push_back(table.rows.front()[i].type == Cell::Type::number);
    }
    for (const std::vector<Cell>& cells : table.rows) {
        std::vector<std::string>& row = grid.rows.emplace_back();
        for (const std::size_t i : columns)
            row.push_back(shown(cells[i]));
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        grid.widths.push_back(display_width(grid.header[i]));
        for (const auto& row : grid.rows)
            grid.widths.back() = std::max(grid.widths.back(), display_width(row[i]));
    }
    return grid;
}

void TextWriter::table(const Table& table) {
    if (table.rows.empty()) return;
    Grid grid = grid_of(table);
    if (grid.header.empty()) return;
    const bool fits = width_ == 0 || fit(grid.widths, width_ - std::min(width_, gap));
    if (table.items || !fits) {
        items(grid);
        return;
    }
    row(grid.header, grid.widths, grid.right, true);
    for (const auto& cells : grid.rows)
        row(cells, grid.widths, grid.right, false);
}

/// One under the other: for long texts, and for narrow terminals.
void TextWriter::items(const Grid& grid) {
    for (const std::vector<std::string>& cells : grid.rows) {
        std::string before = std::string(gap, ' ') + "- ";
        const std::size_t room = width_ > 4 * gap ? width_ - 2 * gap : 0;
        for (const std::string& line : folded(cells.front(), room)) {
            out_ += before + line + '\n';
            before.assign(2 * gap, ' ');
        }
        std::vector<Fact> rest;
        for (std::size_t i = 1; i < cells.size(); ++i)
            rest.push_back({{}, grid.header[i], cells[i]});
        facts(rest, 2 * gap);
    }
}

} // namespace

std::string as_text(const Answer& answer, std::size_t width, bool color) {
    TextWriter writer(width, color);
    writer.heading(answer.heading);
    writer.facts(answer.facts);
    for (const Section& section : answer.sections) {
        writer.heading(section.heading);
        writer.facts(section.facts);
        writer.table(section.table);
        writer.note(section.note);
    }
    writer.note(answer.note);
    return writer.take();
}

} // namespace entente::cli
