// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <string>

#include "importers/syntax/csv.hpp"
#include "tests/importers/recording.hpp"

using entente::test::Outcome;
using entente::test::read_text;

namespace {

Outcome read(const std::string& text, const char* format = "csv") {
    Outcome outcome = read_text(text, format);
    CHECK(outcome.counts.read == outcome.counts.accepted + outcome.counts.rejected);
    return outcome;
}

} // namespace

TEST_CASE("CSV: rows are records with the fields of the header") {
    const Outcome outcome = read(
        "subject,subject_kind,relation,object,object_kind,from,to,confidence,source,source_url,"
        "quote,"
        "span,stated_by,role\r\n"
        "US,nation,ally_of,\"Japan\",,1960-01-19,..,0.98,s1,https://x.example,\"a, "
        "\"\"b\"\"\nc\",3-9,"
        "Austin,host\r\n"
        "A,,r,B,,,,,,,,,,\r\n");
    CHECK(outcome.text() ==
          "2:1 source id=s1 url=https://x.example\n"
          "2:1 claim subject=US<nation> relation=ally_of object=Japan from=1960-01-19 to=.. "
          "confidence=0.98 stated_by=Austin source=s1 quote=a, \"b\"\nc span=3-9 +role:s=host\n"
          "4:1 claim subject=A relation=r object=B\n");
    CHECK(outcome.diagnostics.empty());
}

TEST_CASE("CSV: entities, their lists and typed attributes") {
    const Outcome outcome = read(
        "entity;kind;name;aliases;aliases@ja;same_as;population:integer;area:decimal;eu:boolean;"
        "note\n"
        "nation/"
        "JPN;nation;Japan;Nippon|Nihon;日本;wikidata:Q17|iso3166:JPN;125000000;377.9;false;007\n");
    CHECK(outcome.text() ==
          "2:1 entity id=nation/JPN kind=nation name=Japan alias=Nippon alias=Nihon alias=日本@ja "
          "same_as=wikidata:Q17 same_as=iso3166:JPN +population:i=125000000 +area:d=377.9 "
          "+eu:b=false +note:s=007\n");
    CHECK(read("same\na|b\n").text() == "2:1 same a=a b=b\n");
    CHECK(read("different\n\"a|b, c\"\n").text() == "2:1 different a=a b=b, c\n");
}

TEST_CASE("CSV: spans in one column or two") {
    const auto span = [](const std::string& header, const std::string& cells) {
        return read("subject,relation,object," + header + "\nA,r,B," + cells + "\n").text();
    };
    const std::string claim = "2:1 claim subject=A relation=r object=B span=3-9\n";
    CHECK(span("span", "3-9") == claim);
    CHECK(span("span_begin,span_end", "3,9") == claim);
    CHECK(span("span_end,span_begin", "9,3") == claim);
}

TEST_CASE("CSV: header names are understood in other forms") {
    CHECK(read("Subject, Relation ,OBJECT,Stated By\nA,r,B,C\n").text() ==
          "2:1 claim subject=A relation=r object=B stated_by=C\n");
    CHECK(read("head,relation,tail\nA,r,B\n").text() ==
          "2:1 claim subject=A relation=r object=B\n");
    CHECK(read("source,target,type\nA,B,r\n").text() ==
          "2:1 claim subject=A relation=r object=B\n");
}

TEST_CASE("TSV: tabs part the cells") {
    CHECK(read("subject\trelation\tobject\nA, B\tr\tC\n", "tsv").text() ==
          "2:1 claim subject=A, B relation=r object=C\n");
}

TEST_CASE("CSV: bad rows are rejected, told, and kept under their header") {
    const Outcome outcome = read(
        "subject,relation,object,n:integer\nA,r\nA,r,B,\n\"A,r,B,\nA,r,C,x\nA,,D,1\nA,r,E,1,,\nA,r,"
        "F,1,x\n");
    CHECK(outcome.text() ==
          "3:1 claim subject=A relation=r object=B\n"
          "7:1 claim subject=A relation=r object=E +n:i=1\n");
    CHECK(outcome.counts.rejected == 5);
    REQUIRE(outcome.rejects.size() == 6);
    CHECK(outcome.rejects[0] == "1:1 subject,relation,object,n:integer");
    CHECK(outcome.rejects[1] == "2:1 A,r");
    CHECK(outcome.rejects[2] == "4:1 \"A,r,B,");
    CHECK(outcome.rejects[5] == "8:1 A,r,F,1,x");
}

TEST_CASE("CSV: ten thousand columns and a hundred thousand open quotes") {
    std::string header = "subject,relation,object", row = "A,r,B";
    for (int i = 0; i < 10000; ++i) {
        header += ",c" + std::to_string(i);
        row += ",1";
    }
    CHECK(read(header + "\n" + row + "\n").counts.accepted == 1);
    std::string open = "subject,relation,object\n";
    for (int i = 0; i < 100000; ++i)
        open += i % 2 == 0 ? "\"A,r,B\n" : "\"A\"\"x,r,B\n";
    CHECK(read(open).counts.rejected == 100000);
}

TEST_CASE("CSV tables after RFC 4180") {
    const auto cells = [](std::string_view text) {
        entente::CsvTable table(text, ',');
        std::string out;
        while (table.next()) {
            for (const auto& cell : table.cells())
                out += "<" + std::string(cell.text) + ">";
            out += table.damaged() ? "!\n" : "\n";
        }
        return out;
    };
    CHECK(cells("a,b\nc,d") == "<a><b>\n<c><d>\n");
    CHECK(cells("a,\r\n\r\n,b\r\n") == "<a><>\n<><b>\n");
    CHECK(cells("\"a\r\nb\",\"\"\"\",\"\"\n") == "<a\r\nb><\"><>\n");
    CHECK(cells("a\"b,c\n") == "<a\"b><c>\n");
    CHECK(cells("\"a\"b,c\nd,e\n") == "!\n<d><e>\n");
    CHECK(cells("\"a,b\nc\n") == "!\n<c>\n");
    CHECK(cells("").empty());
}
