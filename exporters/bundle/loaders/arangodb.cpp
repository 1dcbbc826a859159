// SPDX-License-Identifier: BSL-1.0
// ArangoDB: its keys may not have a slash, and arangoimport cannot change one on the way. A small
// program makes JSON Lines of the tables.
#include "exporters/bundle/loaders.hpp"

namespace entente::bundle {

namespace {

constexpr std::string_view program =
    R"("""Prints a table of the bundle as JSON Lines for arangoimport.

Usage: python3 documents.py LABEL [FROM TO]    the last two for edges
"""
import csv
import hashlib
import json
import pathlib
import sys
from urllib.parse import quote

bundle = pathlib.Path(__file__).resolve().parent.parent


def key(ident):
    """An id as a key: at most 254 bytes of what ArangoDB allows."""
    text = quote(ident, safe="!'()*").replace("~", "%7E")
    return text if len(text) <= 254 else hashlib.sha256(ident.encode()).hexdigest()


def cells(path):
    """Rows of cells; None where there is nothing, "" where there is an empty text."""
    text = path.read_text(encoding="utf-8")
    row, at = [], 0
    while at < len(text):
        if text[at] == '"':
            end = at + 1
            while text[end] != '"' or text[end:end + 2] == '""':
                end += 2 if text[end] == '"' else 1
            row.append(text[at + 1:end].replace('""', '"'))
            at = end + 1
        else:
            end = at
            while text[end] not in ",\n":
                end += 1
            row.append(text[at:end] or None)
            at = end
        if text[at] == "\n":
            yield row
            row = []
        at += 1


def typed(text, kind):
    if text is None or kind == "string":
        return text
    return json.loads(text)


def documents(table, ends):
    for name in table["files"]:
        for row in cells(bundle / name):
            document = {
                column["name"]: typed(text, column["type"])
                for column, text in zip(table["columns"], row)
                if text is not None
            }
            document["_key"] = key(document["id"])
            if ends:
                document["_from"] = ends[0] + "/" + key(document.pop("src"))
                document["_to"] = ends[1] + "/" + key(document.pop("dst"))
            yield document


label, ends = sys.argv[1], sys.argv[2:]
for entry in json.loads((bundle / "bundle.json").read_text(encoding="utf-8"))["tables"]:
    if entry["label"] == label and [entry.get("from"), entry.get("to")] == (ends or [None, None]):
        for document in documents(entry, ends):
            print(json.dumps(document, ensure_ascii=False))
)";

} // namespace

void write_arangodb(const Plan& plan, FileSet& files) {
    files.file("arangodb/documents.py") << program;
    Output& out = files.file("arangodb/import.sh");
    out << "#!/bin/sh\n"
           "# One collection a kind, one edge collection a relation.\n"
           "# Usage: arangodb/import.sh [OPTIONS OF ARANGOIMPORT], such as --server.database NAME\n"
           "set -e\n"
           "cd \"$(dirname \"$0\")\"\n";
    for (const Table& table : plan.tables) {
        out << "PYTHONIOENCODING=utf-8 python3 documents.py " << table.label;
        if (table.role == Role::edges) out << ' ' << table.from << ' ' << table.to;
        out << " |\n    arangoimport --file - --type jsonl --collection " << table.label
            << " --create-collection true";
        if (table.role == Role::edges) out << " --create-collection-type edge";
        out << " --on-duplicate replace \"$@\"\n";
    }
}

} // namespace entente::bundle
