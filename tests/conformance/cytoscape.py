# SPDX-License-Identifier: BSL-1.0
"""Cytoscape JSON in networkx and Cytoscape.js: the counts printed, every value; and what they write
is read back as the same facts."""
import json
import re
import subprocess
import sys
from pathlib import Path

import networkx
from entente import (Facts, check, check_flat_edge, check_flat_node, collect_sources, compact,
                     export, finish, parse)

program, folder, *inputs = sys.argv[1:]
here = Path(__file__).parent
facts = Facts(program, inputs, folder)
path = f"{folder}/out.cyjs"
counts = export(program, inputs, path)
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")
canonical = Path(folder, "facts.jsonl").read_text(encoding="utf-8")


def getter(values):
    def get(name):
        name = "kg_a_" + name if name in ("value", "parent", "shared_name", "classes", "group") else name
        return compact(values[name]) if name in values else None
    return get


# The file itself: every value as it was, ids disjoint, no number that JavaScript would round.
document = parse(Path(path).read_text(encoding="utf-8"))
nodes = [element["data"] for element in document["elements"]["nodes"]]
edges = [element["data"] for element in document["elements"]["edges"]]
ids = [values["id"] for values in nodes + edges]
check(len(ids) == len(set(ids)), "an id stands twice")
idents, carried = {}, {}
for values in nodes:
    ident = idents[values["id"]] = values["kg_id"]
    check(values["name"] == facts.entities[ident]["name"], f"{ident}: name {values['name']!r}")
    check(values.get("kg_provisional") == facts.entities[ident].get("provisional"), f"{ident}: kg_provisional")
    check_flat_node(facts, ident, getter(values))
seen = set()
for values in edges:
    key = (idents[values["source"]], values["interaction"], idents[values["target"]])
    seen.add(key)
    check_flat_edge(facts, key, getter(values), carried)
for values in nodes + edges:
    for name, value in values.items():
        check(not isinstance(value, (list, dict)), f"{name} is no text, number or boolean")
        if isinstance(value, str) and type(value) is not str and "." not in value:
            check(abs(float(value)) <= 2**53, f"{name} is {value}")
collect_sources(document["data"].get("kg_sources"), carried)
check(parse(document["data"].get("kg_judgements") or "[]") == facts.judgements, "judgements")
check(carried == facts.sources, "the sources are not those of the facts")
check(set(idents.values()) == set(facts.entities) and seen == set(facts.claims), "other items")


def numbers(text):
    """Bare numbers as doubles have them: JavaScript and Python keep no digits."""
    number = re.compile(r'("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)')
    return number.sub(lambda m: m[1] or repr(float(m[2]) + 0), text)


def read_back(reader, written):
    back = f"{folder}/{reader}.jsonl"
    export(program, [written], f"facts:{back}")
    same = numbers(Path(back).read_text(encoding="utf-8")) == numbers(canonical)
    check(same, f"{reader}: what it wrote is read back otherwise")


# networkx, both of its forms of JSON
plain = json.loads(Path(path).read_text(encoding="utf-8"))
graph = networkx.cytoscape_graph(plain)
check((graph.number_of_nodes(), graph.number_of_edges()) == (counts["entities"], counts["relations"]),
      "networkx: counts")
check(graph.is_directed() and graph.is_multigraph(), "networkx: kind of graph")
wanted = {element["data"]["id"]: element["data"] for element in plain["elements"]["nodes"]}
for name, values in graph.nodes(data=True):
    check(values == wanted[name], f"networkx: {name} has {values}")
wanted = {element["data"]["key"]: element["data"] for element in plain["elements"]["edges"]}
for source, target, key, values in graph.edges(keys=True, data=True):
    check(values == wanted[key] and (source, target) == (values["source"], values["target"]),
          f"networkx: {key} has {values}")
for reader, data in (("networkx-cytoscape", networkx.cytoscape_data(graph)),
                     ("networkx-node-link", networkx.node_link_data(graph))):
    Path(folder, f"{reader}.json").write_text(json.dumps(data), encoding="utf-8")
    read_back(reader, f"{folder}/{reader}.json")

# Cytoscape.js
written = f"{folder}/cytoscape-js.json"
done = subprocess.run(["node", here / "cytoscape.mjs", path, written], capture_output=True, text=True,
                      encoding="utf-8")
check(done.returncode == 0 and not done.stderr, f"cytoscape: {done.stderr}")
check(done.stdout.split() == [str(counts["entities"]), str(counts["relations"])], f"cytoscape: {done.stdout}")
read_back("cytoscape-js", written)
finish()
