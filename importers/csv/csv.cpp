// SPDX-License-Identifier: BSL-1.0
#include <string>

#include "importers/csv/columns.hpp"
#include "importers/formats.hpp"
#include "importers/reading.hpp"
#include "importers/records/reader.hpp"
#include "importers/syntax/csv.hpp"

namespace entente {

namespace {

constexpr char tab = '\t';

class CsvFacts {
  public:
    CsvFacts(const InputText& input, const ImportContext& context, char delimiter)
        : reading_(input, context),
          table_(input.text, delimiter),
          records_(reading_),
          delimiter_(delimiter) {}

    ReadCounts read() {
        if (!table_.next()) return reading_.finish();
        header_ = reading_.text().substr(table_.begin(), table_.end() - table_.begin());
        header_begin_ = table_.begin();
        if (table_.damaged()) {
            reading_.report(Code::syntax, table_.damage(),
                            "a quote in the header is never closed; without a header nothing of "
                            "the table can be read");
            reading_.reject(table_.begin(), header_);
            return reading_.counts();
        }
        look_for_header();
        CsvColumns columns(table_.cells(), reading_);
        while (table_.next())
            read_row(columns);
        return reading_.finish();
    }

  private:
    /// A first line without a single name of ours is no header but a record that nothing explains.
    void look_for_header() {
        const HeaderLook look = look_at_header(header_, delimiter_);
        if (look.records) return;
        reading_.report(Code::missing_field, look.known == 0 ? Severity::error : Severity::warning,
                        header_begin_,
                        "this first line does not look like a header; it should name the columns: "
                        "subject,relation,object or entity,kind,name");
        kept_ = look.known == 0;
        if (kept_) reading_.reject(header_begin_, header_);
    }

    void read_row(CsvColumns& columns) {
        reading_.move_to(table_.begin());
        if (table_.damaged()) {
            reject(table_.damage(), Code::syntax,
                   "this quote is never closed, or closed inside the cell; double the quotes "
                   "inside a quoted cell");
        } else if (!fits(columns.size())) {
            reject(table_.begin(), Code::ragged_row,
                   "a row of " + std::to_string(table_.cells().size()) +
                       " cells under a header of " + std::to_string(columns.size()) +
                       "; quote cells that hold the delimiter or a line break");
        } else if (!columns.make_record(table_.cells(), table_.begin(), tree_, error_)) {
            reject(table_.begin() + error_.offset, error_.code, error_.message);
        } else if (records_.read(tree_, table_.begin())) {
            reading_.accept();
        } else {
            keep();
        }
    }

    /// Empty cells behind the last column are what spreadsheets leave there.
    [[nodiscard]] bool fits(std::size_t columns) const {
        const auto& cells = table_.cells();
        if (cells.size() < columns) return false;
        for (std::size_t i = columns; i < cells.size(); ++i)
            if (!trimmed(cells[i].text).empty()) return false;
        return true;
    }

    void reject(std::size_t at, Code code, std::string message) {
        reading_.report(code, at, std::move(message));
        keep();
    }

    /// What is kept of a table is a table: its header comes first.
    void keep() {
        if (!kept_) reading_.keep(header_begin_, header_);
        kept_ = true;
        reading_.reject(table_.begin(),
                        reading_.text().substr(table_.begin(), table_.end() - table_.begin()));
    }

    Reading reading_;
    CsvTable table_;
    RecordReader records_;
    JsonTree tree_;
    JsonError error_;
    std::string_view header_;
    std::size_t header_begin_ = 0;
    char delimiter_;
    bool kept_ = false; ///< the header, with the first reject
};

ReadCounts read_csv(const InputText& input, const ImportContext& context) {
    return CsvFacts(input, context, guess_delimiter(input.text)).read();
}

ReadCounts read_tsv(const InputText& input, const ImportContext& context) {
    return CsvFacts(input, context, tab).read();
}

int recognises_table(std::string_view head, bool tabs) {
    const char delimiter = guess_delimiter(head);
    if ((delimiter == tab) != tabs) return 0;
    const std::string_view start = trimmed(head.substr(0, head.find('\n')));
    if (start.empty() || std::string_view("{[<@").find(start.front()) != std::string_view::npos)
        return 0;
    const HeaderLook look = look_at_header(head, delimiter);
    return look.records && look.known >= 2 ? 75 : 0;
}

} // namespace

extern const Importer csv_importer{
    "csv",
    "csv",
    "text/csv",
    "native facts as a table with a header; comma or semicolon",
    [](std::string_view head) { return recognises_table(head, false); },
    read_csv};

extern const Importer tsv_importer{
    "tsv",
    "tsv tab",
    "text/tab-separated-values",
    "native facts as a table with a header; TAB",
    [](std::string_view head) { return recognises_table(head, true); },
    read_tsv};

} // namespace entente
