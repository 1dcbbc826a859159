# SPDX-License-Identifier: BSL-1.0
"""DOT in Graphviz: no warning, the counts printed, every value."""
import json
import re
import subprocess
import sys
from pathlib import Path

from dot_values import prefixed
from entente import (Facts, check, check_flat_edge, check_flat_node, collect_sources, export,
                     finish, parse)

program, folder, *inputs = sys.argv[1:]
facts = Facts(program, inputs, folder)
path = f"{folder}/out.dot"
counts = export(program, inputs, path)
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")


def run(*command):
    done = subprocess.run(command, capture_output=True)
    check(done.returncode == 0 and not done.stderr, f"{command[0]}: {done.stderr.decode()}")
    return done.stdout.decode("utf-8")


counted = run("gvpr", 'BEG_G{print(nNodes($G)," ",nEdges($G))}', path).split()
check([int(n) for n in counted] == [counts["entities"], counts["relations"]], f"gvpr: {counted}")
run("dot", "-Tsvg", "-o", f"{folder}/dot.svg", path)
run("xmllint", "--noout", "--nonet", f"{folder}/dot.svg")


# cgraph's own view of the file, as JSON and without a layout.
drawn = json.loads(run("dot", "-Tdot_json", path), strict=False)
carried, about, ends = {}, {}, {}
seen_nodes, seen_edges = set(), set()
for node in drawn["objects"]:
    get = prefixed(node)
    ident = get("kg_id")
    ends[node["_gvid"]] = ident
    seen_nodes.add(ident)
    entity = facts.entities[ident]
    check(get("kg_name") == entity["name"], f"kg_name {get('kg_name')!r}")
    check(get("kg_provisional") == ("true" if entity.get("provisional") else None), f"{ident}: kg_provisional")
    check_flat_node(facts, ident, get)
    if get("kg_graph"):
        about = parse(get("kg_graph"))
for edge in drawn.get("edges", []):
    get = prefixed(edge)
    key = (ends[edge["tail"]], get("kg_relation"), ends[edge["head"]])
    seen_edges.add(key)
    check_flat_edge(facts, key, get, carried)
for item in about.get("sources", []):
    collect_sources(json.dumps([item]), carried)
check(about.get("judgements", []) == facts.judgements, "judgements")
check(about.get("graph", {}) == facts.graph, f"the graph is {about}")
check(carried == facts.sources, "the sources are not those of the facts")
check(seen_nodes == set(facts.entities) and seen_edges == set(facts.claims), "other items")

# What other readers choke on.
text = Path(path).read_text(encoding="utf-8")
lines = text.split("\n")
check(lines[0] == 'digraph "entente" {' and lines[-2:] == ["}", ""], "first and last line")
check(len(lines) == 3 + counts["entities"] + counts["relations"], "one statement a line")
check(all(line.startswith('  "') and line.endswith("]") for line in lines[1:-2]), "bare statements")
# Parallel edges stay apart by their key, which Graphviz keeps to itself.
pattern = re.compile(r'"key"=("(?:[^"\\]|\\.)*"), "kg_id"=("(?:[^"\\]|\\.)*")')
keys = [pattern.search(line).groups() for line in lines[1 + counts["entities"]:-2]]
check(all(key == ident for key, ident in keys), "key and kg_id differ")
check(len({key for key, _ in keys}) == len(keys), "a key stands twice")
finish()
