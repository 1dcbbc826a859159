# SPDX-License-Identifier: BSL-1.0
"""The bundle of CSV tables: loaded into LadybugDB with its own scripts and read back, every value;
its Cypher in Neo4j's own linter; and what cannot run here by the rules of those who read it.

Usage: bundle.py ENTENTE FOLDER INPUT...    no input: a graph made up of hostile texts
"""
import csv
import filecmp
import json
import random
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from entente import (Facts, check, check_flat_node, column_name, export, finish, parse)

here = Path(__file__).resolve().parent
program, folder, *inputs = sys.argv[1:]
folder = Path(folder).resolve()
inputs = [str(Path(name).resolve()) for name in inputs]
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)


def made_up(path, seed=7, entities=30, claims=80):
    """Facts with texts that CSV and Cypher have a use of their own for."""
    dice = random.Random(seed)
    pieces = ["a", "B", '"', '""', "'", "\\", "\\n", ",", ";", "|", "\n", "\t", "`", "${x}", "é", "日本", "=1+1",
              "\\N", "NULL", "null", "true", "1", " ", "[", "{", "//", "--", "\U0001f30d", "\u202e", "%"]

    def text(least=1):
        made = "".join(dice.choice(pieces) for _ in range(dice.randint(least, 6)))
        return made if least == 0 or made.strip() else "x" + made

    kinds = ["nation", "Claim", "ALLY OF"]
    keys = ["from_", "Order", "order", "a b", "match", "size", "\u5927", "9", "x", "id"]
    lines, relations = [], ["ally_of", "nation", "r" + text() + "r"]
    names = [f"{dice.choice('abc')}/{n}{text()}".strip() for n in range(entities)]
    for name in names:
        lines.append({"entity": name, "kind": dice.choice(kinds), "name": text(), **{
            key: dice.choice([text(0), dice.randint(-2**63, 2**63 - 1), dice.random() * 10**dice.randint(-300, 300),
                              dice.random() < 0.5, [text(0), 1], "", 1e-5])
            for key in dice.sample(keys, 4)}})
        # One type throughout, so that there are columns of every type.
        lines[-1] |= {"whole": dice.randint(-9, 2**62), "broken": dice.uniform(-1, 1), "yes": dice.random() < 0.5}
    for _ in range(claims):
        claim = {"subject": dice.choice(names), "relation": dice.choice(relations),
                 "object": dice.choice(names), "source": "s" + text(), "quote": text(), "note": text(0)}
        lines.append({k: v for k, v in claim.items() if dice.random() < 0.7 or k in ("subject", "relation", "object")})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


inputs = inputs or [made_up(folder / "made-up.jsonl")]
facts = Facts(program, inputs, folder)


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          encoding="utf-8", **options)
    if done.returncode != 0:
        sys.exit(f"{command} failed with {done.returncode}:\n{done.stdout[-2000:]}{done.stderr}")
    return done.stdout


def rows_of(path):
    """Rows of cells by RFC 4180; None where there is nothing, "" for an empty text in quotes."""
    text = path.read_text(encoding="utf-8")
    cell = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])')
    rows, row, at = [], [], 0
    while at < len(text):
        found = cell.match(text, at)
        if not found:
            sys.exit(f"{path}: no cell at character {at}")
        quoted, bare, end = found.groups()
        row.append(quoted.replace('""', '"') if quoted is not None else bare or None)
        at = found.end()
        if end == "\n":
            rows.append(row)
            row = []
    check(not row, f"{path}: the last row has no end")
    return rows


class Bundle:
    def __init__(self, path):
        self.path = path
        self.tables = json.loads((path / "bundle.json").read_text(encoding="utf-8"))["tables"]
        for table in self.tables:
            table["data"] = [row for name in table["files"] for row in rows_of(path / name)]
            table["names"] = [column["name"] for column in table["columns"]]
            check(len(table["data"]) == table["rows"], f"{table['files']}: rows")
            for row in table["data"]:
                check(len(row) == len(table["columns"]), f"{table['files']}: {row}")

    def of(self, *roles):
        return [table for table in self.tables if table["role"] in roles]

    def header(self, place, table):
        """The header that an engine has for a table."""
        stem = re.sub(r"(-\d+)?\.csv$", "", table["files"][0])
        text = (self.path / place / f"{stem}.csv").read_text(encoding="utf-8")
        check(text.endswith("\n") and text.count("\n") == 1, f"{place} {stem}: one line")
        return text.rstrip("\n").split(",")


# -- the data themselves ---------------------------------------------------------------------------

counts = export(program, inputs, f"{folder}/whole/")
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")
export(program, inputs, f"{folder}/whole.zip")
export(program, inputs, f"{folder}/sharded/", "--shard", "3")
with zipfile.ZipFile(folder / "whole.zip") as archive:
    check(archive.testzip() is None, "the archive is damaged")
    archive.extractall(folder / "unzipped")
whole, sharded = Bundle(folder / "whole"), Bundle(folder / "sharded")
names = sorted(str(p.relative_to(whole.path)) for p in whole.path.rglob("*") if p.is_file())
same, differ, missing = filecmp.cmpfiles(whole.path, folder / "unzipped", names, shallow=False)
check(not differ and not missing and len(names) == len(archive.namelist()), "folder and archive")
for one, other in zip(whole.tables, sharded.tables):
    check(sorted(map(str, one["data"])) == sorted(map(str, other["data"])),
          f"{one['files']}: other rows in shards")
for name in ("whole", "whole.zip", "sharded"):
    back = Facts(program, [str(folder / name)], folder)
    check((back.entities, back.sources, back.claims, back.graph, back.judgements) ==
          (facts.entities, facts.sources, facts.claims, facts.graph, facts.judgements),
          f"{name} is not read back to the same facts")

for table in whole.of("nodes"):
    for row in table["data"]:
        values = {column_name(c["attribute"]) if "attribute" in c else c["name"]: text
                  for c, text in zip(table["columns"], row)}
        values["kg_kind"] = table["kind"]
        check(values["name"] == facts.entities[values["id"]].get("name"), f"{values['id']}: name")
        check_flat_node(facts, values["id"], values.get)
edges = {}
for table in whole.of("edges"):
    for row in table["data"]:
        values = dict(zip(table["names"], row))
        edges[values["id"]] = (values["src"], table["relation"], values["dst"])
        claims = facts.claims[edges[values["id"]]]
        check(values["kg_claim_count"] == str(len(claims)), f"{values['id']}: kg_claim_count")
        check(json.loads(values["kg_sources"] or "[]") ==
              sorted({c["source"] for c in claims if "source" in c}), f"{values['id']}: sources")
check(len(edges) == len(facts.claims), "one edge each")
seen = {}
for table in whole.of("claims"):
    for row in table["data"]:
        values = {k: v for k, v in zip(table["names"], row) if v is not None}
        edge = (values.pop("subject"), values.pop("relation"), values.pop("object"))
        check(edges[values.pop("edge")] == edge, f"{values['id']}: edge")
        check(values["id"].rsplit("/")[-1] == f"{int(values['rank']) % 2**64:016x}", "rank")
        qualifiers = parse(values.pop("qualifiers", "{}"))
        if "span_begin" in values:
            values["span"] = [values.pop("span_begin"), values.pop("span_end")]
        if values["stance"] == "asserted":
            del values["stance"]
        claim = {k: v for k, v in values.items() if k not in ("id", "label", "rank")} | qualifiers
        seen.setdefault(edge, []).append(claim)
for edge, claims in facts.claims.items():
    check(seen.get(edge) == claims, f"claims of {edge} are {seen.get(edge)}, not {claims}")

# -- LadybugDB -------------------------------------------------------------------------------------


def typed(column, text):
    if text is None or column["type"] == "string" or column["type"] == "integer":
        return text if column["type"] != "integer" or text is None else str(int(text))
    return text == "true" if column["type"] == "boolean" else float(text)


for bundle in (whole, sharded):
    loaded = folder / f"{bundle.path.name}.json"
    run("node", here / "ladybug.mjs", bundle.path, folder / f"{bundle.path.name}.lbug", loaded)
    found = json.loads(loaded.read_text(encoding="utf-8"))
    nodes = sum(len(t["data"]) for t in bundle.of("nodes", "claims", "sources"))
    check(found["counts"] == [nodes, len(edges)], f"LadybugDB counts {found['counts']}")
    readme = (bundle.path / "README.md").read_text(encoding="utf-8")
    check(f"`MATCH (n) RETURN count(n)` | {nodes} |" in readme, "README: nodes")
    check(f"`MATCH ()-[r]->() RETURN count(r)` | {len(edges)} |" in readme, "README: edges")
    for table in bundle.tables:
        key = " ".join(filter(None, (table["label"], table.get("from"), table.get("to"))))
        ident = table["names"].index("id")
        wanted = {row[ident]: [typed(c, text) for c, text in zip(table["columns"], row)]
                  for row in table["data"]}
        loaded = {row[ident]: [float(v) if c["type"] == "decimal" and v is not None else v
                               for c, v in zip(table["columns"], row)] for row in found[key]}
        check(len(found[key]) == len(table["data"]), f"LadybugDB {key}: {len(found[key])} rows")
        for ident, row in wanted.items():
            check(loaded.get(ident) == row, f"LadybugDB {key}: {row} is {loaded.get(ident)}")

# -- Neo4j -----------------------------------------------------------------------------------------

statements, *problems = run("node", here / "lint.mjs", whole.path / "neo4j/load.cypher").splitlines()
check(int(statements) == 3 + len(whole.tables), f"Neo4j sees {statements} statements")
check(not problems, f"Neo4j's linter: {problems[:3]}")

INTEGER, DECIMAL = re.compile(r"-?\d+"), re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def check_values(place, types, row):
    """Cells by the engine's types; whole numbers have 64 bits."""
    for kind, text in zip(types, row):
        if text is None:
            continue
        if kind == "boolean":
            check(text in ("true", "false"), f"{place}: {text} as a boolean")
        elif kind == "integer":
            check(INTEGER.fullmatch(text) and -2**63 <= int(text) < 2**63, f"{place}: {text}")
        elif kind == "decimal":
            check(DECIMAL.fullmatch(text) and abs(float(text)) < float("inf"), f"{place}: {text}")


def check_headers(place, bundle, parse_header, one_space):
    """Unique ids, edges that end somewhere, legal names and values of their types."""
    ids, edge_ids, ends = {}, set(), []
    for table in bundle.tables:
        header = [parse_header(cell) for cell in bundle.header(place, table)]
        check(len(header) == len(table["columns"]), f"{place} {table['label']}: width")
        properties = [name for name, use, _, _ in header if name]
        check(len({name.lower() for name in properties}) == len(properties),
              f"{place} {table['label']}: a name twice")
        for name in properties:
            check(re.fullmatch(r"[A-Za-z_]\w*", name), f"{place}: column {name!r}")
        uses = [use for _, use, _, _ in header]
        spaces = [None if one_space else space for _, _, _, space in header]
        for row in table["data"]:
            check_values(place, uses, row)
            if table["role"] == "edges":
                a, b = uses.index("start"), uses.index("end")
                ends += [(spaces[a], row[a]), (spaces[b], row[b])]
                if "id" in uses:
                    ident = row[uses.index("id")]
                    check(ident not in edge_ids, f"{place}: edge {ident} twice")
                    edge_ids.add(ident)
            else:
                at = uses.index("id")
                ident = (spaces[at], row[at])
                check(ident not in ids, f"{place}: node {ident} twice")
                ids[ident] = row[uses.index("label")]
            check(row[uses.index("label")] == table["label"], f"{place}: label of {row}")
    for end in ends:
        check(end in ids, f"{place}: an edge ends at {end}, which is no node")


NEO4J = {"string": "string", "long": "integer", "double": "decimal", "boolean": "boolean"}


def neo4j_header(cell):
    name, kind, space = re.fullmatch(r"(\w*):(\w+)(?:\((\w+)\))?", cell).groups()
    use = {"ID": "id", "LABEL": "label", "TYPE": "label", "START_ID": "start", "END_ID": "end"}
    return name, use.get(kind) or NEO4J[kind], kind, space


GREMLIN = {"~id": "id", "~label": "label", "~from": "start", "~to": "end"}
NEPTUNE = {"String": "string", "Long": "integer", "Double": "decimal", "Bool": "boolean"}


def gremlin_header(cell):
    if cell in GREMLIN:
        return "", GREMLIN[cell], cell, None
    name, kind = re.fullmatch(r"(\w+):(\w+)(?:\(single\))?", cell).groups()
    return name, NEPTUNE[kind], kind, None


def opencypher_header(cell):
    use = {":ID": "id", ":LABEL": "label", ":TYPE": "label", ":START_ID": "start", ":END_ID": "end"}
    if cell in use:
        return "", use[cell], cell, None
    name, kind = cell.split(":")
    return name, NEPTUNE[kind], kind, None


for bundle in (whole, sharded):
    check_headers("neo4j", bundle, neo4j_header, False)
    check_headers("neptune/gremlin", bundle, gremlin_header, True)
    check_headers("neptune/opencypher", bundle, opencypher_header, True)
    command = (bundle.path / "neo4j/import.sh").read_text(encoding="utf-8")
    for table in bundle.tables:
        group = ",".join(table["files"])
        option = "--relationships=" if table["role"] == "edges" else "--nodes="
        lines = [l for l in command.splitlines() if f",{group}" in l and option in l]
        check(len(lines) == 1, f"neo4j/import.sh: {group}")
        header = re.search(r"=(neo4j/[^,=]+),", lines[0]).group(1)
        check((bundle.path / header).is_file(), f"neo4j/import.sh: {header}")
    # What Neptune is given in the end: header and data in one, as Python's csv reads it, too.
    for form in ("gremlin", "opencypher"):
        target = folder / f"{bundle.path.name}-{form}"
        run("sh", bundle.path / "neptune/prepare.sh", form, target)
        files = sorted(target.iterdir())
        check(len(files) == sum(len(t["files"]) for t in bundle.tables), f"Neptune {form}: files")
        total = 0
        for file in files:
            with file.open(encoding="utf-8", newline="") as stream:
                header, *rows = csv.reader(stream, strict=True)
            total += len(rows)
            check(all(len(row) == len(header) for row in rows), f"{file}: ragged")
            for name, cell in ((n, c) for row in rows for n, c in zip(header, row)):
                check(not name.startswith(("~", ":")) or cell != "", f"{file}: {name} is empty")
        check(total == sum(t["rows"] for t in bundle.tables), f"Neptune {form}: {total} rows")

# -- NebulaGraph -----------------------------------------------------------------------------------

schema = (whole.path / "nebula/schema.ngql").read_text(encoding="utf-8")
size = int(re.search(r"FIXED_STRING\((\d+)\)", schema).group(1))
declared = {name: dict(re.findall(r"`(\w+)` (\w+) NULL", columns)) for name, columns in
            re.findall(r"CREATE (?:TAG|EDGE) IF NOT EXISTS `(\w+)`\((.*)\);", schema)}
vertices = {row[0] for t in whole.of("nodes", "sources") for row in t["data"]}
for ident in vertices:
    check(len(ident.encode()) <= size, f"Nebula: {ident} is longer than {size} bytes")
try:
    import yaml
except ImportError:
    yaml = None
if yaml:
    sources = yaml.safe_load((whole.path / "nebula/importer.yaml").read_text())["sources"]
    check(len(sources) == sum(len(t["files"]) for t in whole.tables), "Nebula: sources")
    ranks = set()
    for source in sources:
        file = (whole.path / "nebula" / source["path"]).resolve()
        rows = rows_of(file)
        target = (source.get("tags") or source["edges"])[0]
        for prop in target["props"]:
            check(declared[target["name"]].get(prop["name"]) == prop["type"],
                  f"Nebula: {target['name']}.{prop['name']} is not in the schema")
            check(all(prop["index"] < len(row) for row in rows), f"Nebula: {file}")
            use = {"INT": "integer", "DOUBLE": "decimal", "BOOL": "boolean"}.get(prop["type"])
            for row in rows:
                check_values("Nebula", [use], [row[prop["index"]]])
        for row in rows if "edges" in source else []:
            a, b = (row[target[end]["id"]["index"]] for end in ("src", "dst"))
            check(a in vertices and b in vertices, f"Nebula: {a} or {b} is no vertex")
            rank = row[target["rank"]["index"]] if "rank" in target else "0"
            check_values("Nebula", ["integer"], [rank])
            check((target["name"], a, b, rank) not in ranks, f"Nebula: {a} {b} twice")
            ranks.add((target["name"], a, b, rank))

# -- ArangoDB, GraphFrames ---------------------------------------------------------------------------

KEY = re.compile(r"[A-Za-z0-9_\-:.@()+,=;$!*'%]{1,254}")
keys = set()
documents = {}
for table in whole.tables:
    ends = [table["from"], table["to"]] if table["role"] == "edges" else []
    lines = run("python3", whole.path / "arangodb/documents.py", table["label"], *ends,
                env={"PYTHONIOENCODING": "utf-8", "PATH": "/usr/bin:/bin"})
    documents[" ".join([table["label"], *ends])] = found = [json.loads(l) for l in
                                                           lines.split("\n")[:-1]]
    check(len(found) == table["rows"], f"ArangoDB {table['label']}: {len(found)} documents")
    for document, row in zip(found, table["data"]):
        key = f"{table['label']}/{document['_key']}"
        check(KEY.fullmatch(document["_key"]) and key not in keys, f"ArangoDB: key {key}")
        keys.add(key)
        for column, text in zip(table["columns"], row):
            if column["name"] in ("src", "dst"):
                continue
            value = document.get(column["name"])
            wanted = int(text) if column["type"] == "integer" and text else typed(column, text)
            check(value == wanted, f"ArangoDB {key}: {column['name']} is {value!r}")
for found in documents.values():
    for document in found:
        check("_from" not in document or {document["_from"], document["_to"]} <= keys,
              f"ArangoDB: {document['_key']} ends nowhere")
space = {}
exec(compile((whole.path / "graphframes/load.py").read_text(encoding="utf-8"), "load.py", "exec"),
     space)
frames = space["NODES"] + space["EDGES"] + space["CLAIMS"] + space["SOURCES"]
check(len(frames) == len(whole.tables), "GraphFrames: tables")
for (files, columns), table in zip(frames, whole.of("nodes") + whole.of("edges") +
                                   whole.of("claims") + whole.of("sources")):
    check(files == table["files"], f"GraphFrames: {files}")
    check(re.findall(r"`(\w+)`", columns) == table["names"], f"GraphFrames: {columns}")
finish()
