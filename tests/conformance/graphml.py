# SPDX-License-Identifier: BSL-1.0
"""GraphML in networkx, python-igraph and libxml2: no warning, the counts printed, every value."""
import re
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from entente import (Facts, check, check_flat_edge, check_flat_node, collect_sources, export,
                     finish, parse)

program, folder, *inputs = sys.argv[1:]
facts = Facts(program, inputs, folder)
path = f"{folder}/out.graphml"
counts = export(program, inputs, path)
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")

# The file itself: well-formed, and every value as it was.
lint = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True)
check(lint.returncode == 0 and not lint.stderr, f"xmllint: {lint.stderr}")
ns = "{http://graphml.graphdrawing.org/xmlns}"
root = ElementTree.parse(path).getroot()
names, types = {}, {}
for key in root.iter(ns + "key"):
    name, kind = key.get("attr.name"), key.get("attr.type")
    names[key.get("id")] = name
    check(types.setdefault(name, kind) == kind, f"attribute {name} has two types")
    check(kind in ("boolean", "long", "double", "string"), f"type {kind}")
    check(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name), f"attribute name {name}")


def data(element):
    return {names[d.get("key")]: d.text or "" for d in element.findall(ns + "data")}


graph = root.find(ns + "graph")
carried, nodes, edges, idents = {}, {}, {}, {}
for node in graph.findall(ns + "node"):
    values = data(node)
    nodes[values["kg_id"]] = values
    idents[node.get("id")] = values["kg_id"]
    check(values["label"] == facts.entities[values["kg_id"]]["name"], f"label {values['label']!r}")
    check(values.get("kg_provisional") == ("true" if facts.entities[values["kg_id"]].get("provisional") else None),
          f"{values['kg_id']}: kg_provisional")
    check_flat_node(facts, values["kg_id"], values.get)
for edge in graph.findall(ns + "edge"):
    values = data(edge)
    check(edge.findall(ns + "data")[0].get("key") == "label", "the label must be the first datum")
    key = (idents[edge.get("source")], values["label"], idents[edge.get("target")])
    edges[key] = values
    check_flat_edge(facts, key, values.get, carried)
about = data(graph)
collect_sources(about.get("kg_sources"), carried)
check(parse(about.get("kg_judgements") or "[]") == facts.judgements, "judgements")
check(carried == facts.sources, "the sources are not those of the facts")
for name in ("title", "description", "date"):
    check(about.get("kg_" + name) == facts.graph.get(name), f"graph {name}")
check(set(nodes) == set(facts.entities) and set(edges) == set(facts.claims), "other items")
ids = [e.get("id") for e in graph]
ids = [i for i in ids if i]
check(len(ids) == len(set(ids)), "an id stands twice")

# The readers.
warnings.simplefilter("error")
import igraph  # noqa: E402
import networkx  # noqa: E402

loaded = networkx.read_graphml(path, force_multigraph=True)
check(loaded.number_of_nodes() == counts["entities"], "networkx: nodes")
check(loaded.number_of_edges() == counts["relations"], "networkx: edges")


def same(value, text, kind):
    if kind == "boolean":
        return value is (text == "true")
    if kind == "long":
        return value == int(text)
    if kind == "double":
        return value == float(text)
    return value == text


def compare(reader, where, wanted, got, missing=lambda value: False, exact=lambda kind: True):
    for name, text in wanted.items():
        value = got.get(name)
        if text == "" and value is None:
            continue  # networkx 2.8 takes an empty text for none
        kind = types[name]
        fits = same(value, text, kind) if exact(kind) else value == float(text)
        check(fits, f"{reader}: {where}: {name} is {value!r}, not {text!r}")
    for name, value in got.items():
        check(name in wanted or missing(value), f"{reader}: {where}: {name} came from nowhere")


for ident, values in loaded.nodes(data=True):
    compare("networkx", ident, nodes[idents[ident]], values)
for source, target, values in loaded.edges(data=True):
    key = (idents[source], values["label"], idents[target])
    compare("networkx", key, edges[key], {k: v for k, v in values.items() if k != "id"})

# igraph keeps whole numbers as doubles and fills in what is absent.
loaded = igraph.Graph.Read_GraphML(path)
check((loaded.vcount(), loaded.ecount()) == (counts["entities"], counts["relations"]), "igraph: counts")


def absent(value):
    return value in ("", False) or value != value


for vertex in loaded.vs:
    values = vertex.attributes()
    ident = idents[values.pop("id")]
    compare("igraph", ident, nodes[ident], values, absent, lambda kind: kind != "long")
for edge in loaded.es:
    values = edge.attributes()
    values.pop("id")
    key = (loaded.vs[edge.source]["kg_id"], values["label"], loaded.vs[edge.target]["kg_id"])
    compare("igraph", key, edges[key], values, absent, lambda kind: kind != "long")

# Boost takes no other booleans than 1 and 0.
export(program, inputs, f"{folder}/boost.graphml", "--profile", "boost")
text = Path(folder, "boost.graphml").read_text(encoding="utf-8")
plain = Path(path).read_text(encoding="utf-8")
booleans = [k.get("id") for k in root.iter(ns + "key") if k.get("attr.type") == "boolean"]
for key in booleans:
    plain = plain.replace(f'<data key="{key}">true</data>', f'<data key="{key}">1</data>')
    plain = plain.replace(f'<data key="{key}">false</data>', f'<data key="{key}">0</data>')
check(text == plain, "the profile boost differs in more than its booleans")

# Without the claims there are the same nodes and edges.
lean = export(program, inputs, f"{folder}/lean.graphml", "--lean")
check(lean == {**counts, "claims": 0}, f"lean: {lean}")
check("kg_claims" not in Path(folder, "lean.graphml").read_text(encoding="utf-8"), "lean has claims")
finish()
