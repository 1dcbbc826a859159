// SPDX-License-Identifier: BSL-1.0
// Writes the names of nations and alliances as a C++ source file, so that the program starts with
// the finished hash table. Runs at build time:
//   generate_gazetteer TABLES-FOLDER ISO-CODES-JSON-FOLDER LOCALE-FOLDER OUTPUT
#include "graph/identity/gazetteer/layout.hpp"
#include "graph/identity/generator/sources.hpp"
#include "graph/identity/generator/table.hpp"

#include <algorithm>
#include <bit>
#include <exception>
#include <filesystem>
#include <functional>
#include <iostream>
#include <set>
#include <stdexcept>

namespace entente::identity::generator {
namespace {

/// The meanings of the best rank, best rule first, once per entity.
std::vector<Meaning> chosen(std::vector<Meaning> meanings) {
    Rank best = Rank::inferred;
    for (const auto& meaning : meanings)
        best = std::min(best, meaning.rank);
    std::erase_if(meanings, [&](const Meaning& meaning) { return meaning.rank != best; });
    std::sort(meanings.begin(), meanings.end(), [](const Meaning& a, const Meaning& b) {
        return a.rule != b.rule ? a.rule < b.rule : a.entity < b.entity;
    });
    return meanings;
}

/// Alpha-2 codes come last, because many are also other abbreviations: all need care, and those in
/// `never` are no names. This marks the code only: our own table can give the same letters as a
/// name ("US").
void add_codes(const std::filesystem::path& file, Gazetteer& gazetteer) {
    std::set<std::string, std::less<>> never;
    std::vector<std::string> careful;
    each_row(file, [&](const Row& row) {
        if (row["use"] == "never")
            never.insert(row["code"]);
        else if (row["use"] == "careful")
            careful.push_back(row["code"]);
        else
            row.fail("\"" + row["use"] + "\" is no use of a code");
    });
    for (const auto& [code, entity] : gazetteer.by_iso2)
        if (!never.contains(code))
            add_name(gazetteer, code, {entity, NameRule::code, Rank::english, true, false});
    for (const auto& code : careful)
        for (auto& meaning : gazetteer.names.at(layout::exact_mark + code))
            if (meaning.rule == NameRule::code) meaning.careful = true;
}

struct Packed {
    std::vector<std::string> chunks{1};
    std::vector<std::uint32_t> slots;
    std::size_t ambiguous = 0;
};

std::string record_of(const std::string& key, const std::vector<Meaning>& meanings) {
    if (meanings.size() > NameMatches::capacity) {
        throw std::runtime_error("\"" + key + "\" means more than " +
                                 std::to_string(NameMatches::capacity) + " entities");
    }
    std::string record(1, static_cast<char>(key.size()));
    record += key;
    record += static_cast<char>(meanings.size());
    for (const auto& meaning : meanings) {
        unsigned rule = static_cast<unsigned>(meaning.rule);
        if (meaning.careful) rule |= layout::careful_flag;
        if (meaning.capital) rule |= layout::capital_flag;
        record += static_cast<char>(meaning.entity & 0xFFU);
        record += static_cast<char>(meaning.entity >> 8U);
        record += static_cast<char>(rule);
    }
    return record;
}

Packed pack(const Names& names) {
    Packed packed;
    packed.slots.resize(std::bit_ceil(2 * names.size()));
    for (const auto& [key, all] : names) {
        const auto meanings = chosen(all);
        const auto record = record_of(key, meanings);
        if (packed.chunks.back().size() + record.size() > layout::chunk_size) {
            packed.chunks.emplace_back();
        }
        auto slot = static_cast<std::size_t>(layout::hash(key)) & (packed.slots.size() - 1);
        while (packed.slots[slot] != 0)
            slot = (slot + 1) & (packed.slots.size() - 1);
        packed.slots[slot] =
            static_cast<std::uint32_t>(packed.chunks.size() << 16U | packed.chunks.back().size());
        packed.chunks.back() += record;
        if (meanings.size() > 1) ++packed.ambiguous;
    }
    return packed;
}

void write(const Gazetteer& gazetteer, const Packed& packed, std::ostream& out) {
    out << "// Written by generate_gazetteer at build time.\n"
           "#include \"graph/identity/gazetteer/layout.hpp\"\n\n"
           "namespace entente::identity::layout {\nnamespace {\n\n"
           "constexpr KnownEntity entities[] = {\n";
    for (const auto& e : gazetteer.entities) {
        out << "{\"" << literal(e.id) << "\",\"" << e.kind << "\",\"" << literal(e.name) << "\",\""
            << e.iso2 << "\",\"" << e.from << "\",\"" << e.to << "\",\"" << literal(e.successors)
            << "\"},\n";
    }
    out << "};\n\nconstexpr const char* chunks[] = {\n";
    for (const auto& chunk : packed.chunks)
        out << '"' << literal(chunk) << "\",\n";
    out << "};\n\nconstexpr std::uint32_t slots[] = {\n";
    for (std::size_t i = 0; i < packed.slots.size(); ++i) {
        out << packed.slots[i] << (i % 16 == 15 ? ",\n" : ",");
    }
    out << "};\n\n}  // namespace\n\nconstinit const Data data{entities, chunks, slots};\n\n"
           "}  // namespace entente::identity::layout\n";
}

void run(const std::vector<std::string>& arguments) {
    if (arguments.size() != 4)
        throw std::runtime_error("usage: TABLES-FOLDER ISO-CODES-FOLDER LOCALE-FOLDER OUTPUT");
    const std::filesystem::path tables = arguments[0];
    Gazetteer gazetteer;
    read_languages(tables / "languages.tsv", gazetteer);
    read_own_tables(tables / "nations.tsv", tables / "alliances.tsv", gazetteer);
    read_iso_codes(arguments[1], arguments[2], gazetteer);
    read_cldr(gazetteer);
    add_codes(tables / "codes.tsv", gazetteer);
    const auto packed = pack(gazetteer.names);
    write_file(arguments[3], [&](std::ostream& out) { write(gazetteer, packed, out); });

    std::size_t bytes = 0;
    for (const auto& chunk : packed.chunks)
        bytes += chunk.size();
    std::cout << gazetteer.entities.size() << " entities, " << gazetteer.names.size() << " names ("
              << packed.ambiguous << " ambiguous), " << bytes << " bytes of names, "
              << packed.slots.size() * 4 << " bytes of hash table\n";
}

} // namespace
} // namespace entente::identity::generator

int main(int argc, char** argv) {
    try {
        entente::identity::generator::run({argv + 1, argv + argc});
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "generate_gazetteer: " << error.what() << '\n';
        return 1;
    }
}
