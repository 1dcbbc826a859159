// SPDX-License-Identifier: BSL-1.0
// Writes a table of words as a C++ source file with an array in order, so that the program finds a
// word without reading or folding anything. Runs at build time:
//   generate_words lists TABLE.tsv HEADER LIST NAME OUTPUT
//     rows of (list, word); HEADER has `enum class LIST` and declares `const WordTable<LIST> NAME`
//   generate_words forms TABLE.tsv HEADER NAME OUTPUT
//     rows of (name, form); HEADER declares `const std::span<const WordForm> NAME`
// A list that the enumeration does not name is an error of the compiler.
#include <exception>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "graph/identity/folding/fold.hpp"
#include "graph/identity/generator/table.hpp"

namespace entente::identity::generator {
namespace {

/// Two rows of a table that say the same are a mistake.
class Rows {
  public:
    explicit Rows(const std::filesystem::path& file) {
        each_row(file, [this](const Row& row) {
            std::pair cells{row.cell(0), row.cell(1)};
            if (fold_name(cells.second).empty()) row.fail("no word");
            if (!all_.insert(cells).second) row.fail("this row stands further up already");
        });
    }
    [[nodiscard]] auto begin() const { return all_.begin(); }
    [[nodiscard]] auto end() const { return all_.end(); }

  private:
    std::set<std::pair<std::string, std::string>> all_;
};

struct Job {
    std::filesystem::path table;
    std::string header; ///< as it is included
    std::string list;   ///< name of the enumeration, if there is one
    std::string name;   ///< of what is defined
    std::filesystem::path output;
};

void write(const Job& job, const std::string& row_type, const std::string& type,
           const std::string& rows) {
    write_file(job.output, [&](std::ostream& out) {
        out << "// Written by generate_words at build time.\n"
               "#include \""
            << job.header
            << "\"\n\nnamespace entente::identity {\nnamespace {\n\n"
               "constexpr "
            << row_type << " " << job.name << "_rows[] = {\n"
            << rows << "};\n\n} // namespace\n\nconstinit const " << type << " " << job.name << "{"
            << job.name << "_rows};\n\n} // namespace entente::identity\n";
    });
}

void write_lists(const Job& job) {
    std::map<std::string, std::set<std::string>> lists_of; // by word
    for (const auto& [list, word] : Rows(job.table))
        lists_of[fold_name(word)].insert(list);
    std::string rows;
    for (const auto& [word, lists] : lists_of) {
        std::string bits;
        for (const std::string& list : lists)
            bits += (bits.empty() ? "list_bit(" : " | list_bit(") + job.list + "::" + list + ")";
        rows += "    {\"" + literal(word) + "\", " + bits + "},\n";
    }
    write(job, "ListedWord", "WordTable<" + job.list + ">", rows);
}

void write_forms(const Job& job) {
    std::set<std::pair<std::string, std::string>> names_of; // by form
    for (const auto& [name, form] : Rows(job.table)) {
        names_of.emplace(fold_name(form), name);
        names_of.emplace(fold_name(name), name);
    }
    std::string rows;
    for (const auto& [form, name] : names_of)
        rows += "    {\"" + literal(form) + "\", \"" + literal(name) + "\"},\n";
    write(job, "WordForm", "std::span<const WordForm>", rows);
}

void run(const std::vector<std::string>& a) {
    if (a.size() == 6 && a[0] == "lists")
        write_lists({.table = a[1], .header = a[2], .list = a[3], .name = a[4], .output = a[5]});
    else if (a.size() == 5 && a[0] == "forms")
        write_forms({.table = a[1], .header = a[2], .list = {}, .name = a[3], .output = a[4]});
    else
        throw std::runtime_error(
            "usage: lists TABLE HEADER LIST NAME OUTPUT | forms TABLE HEADER NAME OUTPUT");
}

} // namespace
} // namespace entente::identity::generator

int main(int argc, char** argv) {
    try {
        entente::identity::generator::run({argv + 1, argv + argc});
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "generate_words: " << error.what() << '\n';
        return 1;
    }
}
