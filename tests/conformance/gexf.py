# SPDX-License-Identifier: BSL-1.0
"""GEXF in networkx, graphology and libxml2: no warning, the counts printed, every value, the timeline."""
import sys
import warnings
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from entente import (Facts, check, check_flat_edge, check_flat_node, collect_sources, export,
                     finish, parse, to_json)
from readers import HERE, ReadBack, compare, graphology, javascript, jgrapht_schemas, validate

warnings.simplefilter("error")
import networkx  # noqa: E402

program, folder, *inputs = sys.argv[1:]
facts = Facts(program, inputs, folder)
jgrapht_schemas(folder)


def days(text, end):
    """The first or last day of a date, as texts compare; None if the timeline has none for it."""
    if not text or text == "..":
        return None
    plain = text.strip("?~%")
    if plain.startswith("-") or plain[:4] == "0000":
        return None
    plain = plain.replace("X", "9" if end else "0")
    if plain[:4] == "0000":
        return None
    return plain[:10]


class Document:
    """What stands in the file, by a parser that others wrote."""

    def __init__(self, path, namespace):
        self.root = ElementTree.parse(path).getroot()
        self.ns = ns = f"{{{namespace}}}"
        self.viz = f"{{{namespace}/viz}}"
        self.graph = self.root.find(ns + "graph")
        self.types = {}
        for columns in self.graph.findall(ns + "attributes"):
            for column in columns:
                check(column.get("id") == column.get("title"), f"{column.get('id')}: id and title differ")
                kind = column.get("type")
                check(kind in ("string", "long", "double", "boolean"), f"type {kind}")
                name = column.get("title")
                check(self.types.setdefault(name, kind) == kind, f"{name} has two types")
        self.nodes, self.edges, self.idents, self.elements = {}, {}, {}, {}
        for node in self.graph.iter(ns + "node"):
            values = self.values(node)
            self.idents[node.get("id")] = values["kg_id"]
            self.nodes[values["kg_id"]] = values
            self.elements[values["kg_id"]] = node
        for edge in self.graph.iter(ns + "edge"):
            key = (self.idents[edge.get("source")], edge.get("label"), self.idents[edge.get("target")])
            self.edges[key] = self.values(edge)
            self.elements[key] = edge

    def values(self, element):
        return {v.get("for"): v.get("value") for v in element.iter(self.ns + "attvalue")}

    def check_facts(self):
        carried, about = {}, {}
        for ident, values in self.nodes.items():
            check(self.elements[ident].get("label") == facts.entities[ident]["name"], f"{ident}: label")
            check_flat_node(facts, ident, values.get)
            provisional = "true" if facts.entities[ident].get("provisional") else None
            check(values.get("kg_provisional") == provisional, f"{ident}: kg_provisional")
            about = parse(values["kg_graph"]) if "kg_graph" in values else about
        for key, values in self.edges.items():
            check_flat_edge(facts, key, values.get, carried)
        for item in about.get("sources", []):
            collect_sources(f"[{to_json(item)}]", carried)
        check(set(self.nodes) == set(facts.entities) and set(self.edges) == set(facts.claims), "other items")
        check(carried == facts.sources, "the sources are not those of the facts")
        check(about.get("judgements", []) == facts.judgements, "judgements")
        check(about.get("graph", {}) == facts.graph, f"the graph is {about.get('graph')}")

    def check_timeline(self):
        spans = 0
        for key, element in self.elements.items():
            values = self.nodes.get(key) or self.edges[key]
            start, end = element.get("start"), element.get("end")
            spans += bool(start or end)
            wanted_start, wanted_end = days(values.get("kg_from"), False), days(values.get("kg_to"), True)
            if wanted_start and wanted_end and wanted_start[:len(wanted_end)] > wanted_end:
                check(start is None and end is None, f"{key}: a reversed period is on the timeline")
                continue
            for got, wanted in ((start, wanted_start), (end, wanted_end)):
                check((got or "")[:len(wanted or "")] == (wanted or "") and bool(got) == bool(wanted),
                      f"{key}: {got} on the timeline, {wanted} in the facts")
        check((self.graph.get("mode") == "dynamic") == (spans > 0), "mode")




def check_networkx(path, document):
    loaded = networkx.read_gexf(path)
    check(loaded.number_of_nodes() == len(document.nodes), "networkx: nodes")
    check(loaded.number_of_edges() == len(document.edges), "networkx: edges")
    drawn = {"viz", "start", "end", "label", "id"}
    for ident, values in loaded.nodes(data=True):
        ident = document.idents[ident]
        check(values["label"] == facts.entities[ident]["name"], f"networkx: label of {ident}")
        check(values["viz"]["size"] >= 10 and len(values["viz"]["color"]) == 4, f"networkx: viz of {ident}")
        rest = {k: v for k, v in values.items() if k not in drawn}
        compare("networkx", ident, document.nodes[ident], rest, document.types)
    for source, target, values in loaded.edges(data=True):
        key = (document.idents[source], values["label"], document.idents[target])
        rest = {k: v for k, v in values.items() if k not in drawn}
        compare("networkx", key, document.edges[key], rest, document.types)
    return loaded


def check_graphology(path, document, *rewritten):
    loaded = graphology("gexf", path, folder, *rewritten)
    if not loaded:
        return
    drawn = {"label", "color", "size", "thickness", "shape", "kind"}
    check(len(loaded["nodes"]) == len(document.nodes), "graphology: nodes")
    check(len(loaded["edges"]) == len(document.edges), "graphology: edges")
    for node in loaded["nodes"]:
        ident = document.idents[node["id"]]
        check(node["attributes"]["color"].startswith("rgb("), f"graphology: color of {ident}")
        rest = {k: v for k, v in node["attributes"].items() if k not in drawn}
        compare("graphology", ident, javascript(document.nodes[ident], " "), rest, document.types, doubles=True)
    for edge in loaded["edges"]:
        key = (document.idents[edge["source"]], edge["attributes"]["label"], document.idents[edge["target"]])
        rest = {k: v for k, v in edge["attributes"].items() if k not in drawn}
        compare("graphology", key, javascript(document.edges[key], " "), rest, document.types, doubles=True)
    check(loaded["graph"].get("creator") == "entente", "graphology: meta")


# Version 1.2draft.
path = f"{folder}/out.gexf"
counts = export(program, inputs, path)
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")
document = Document(path, "http://www.gexf.net/1.2draft")
document.check_facts()
document.check_timeline()
validate(path, HERE / "gexf-1.2.rng", "relaxng")
loaded = check_networkx(path, document)
check_graphology(path, document, f"{folder}/graphology.gexf")

# JGraphT's schema has the drawing in the wrong namespace: the rest of the file must be valid by it.
for element in document.root.iter():
    for child in [child for child in element if child.tag.startswith(document.viz)]:
        element.remove(child)
ElementTree.register_namespace("", "http://www.gexf.net/1.2draft")
ElementTree.ElementTree(document.root).write(f"{folder}/plain.gexf", encoding="UTF-8", xml_declaration=True)
validate(f"{folder}/plain.gexf", f"{folder}/gexf.xsd")

# Version 1.3, which networkx 2.8 does not read.
check(export(program, inputs, f"{folder}/latest.gexf", "--profile", "1.3") == counts, "1.3: counts")
latest = Document(f"{folder}/latest.gexf", "http://gexf.net/1.3")
latest.check_facts()
latest.check_timeline()
check(latest.nodes == document.nodes and latest.edges == document.edges, "1.3 has other data")
for key in latest.edges:
    check(latest.elements[key].get("kind") == key[1], f"1.3: kind of {key}")
validate(f"{folder}/latest.gexf", HERE / "gexf-1.3.rng", "relaxng")
check_graphology(f"{folder}/latest.gexf", latest)

# What others write after they have read ours.
networkx.write_gexf(loaded, f"{folder}/networkx.gexf")
back = ReadBack(program, f"{folder}/networkx.gexf", folder, "networkx")
back.same_graph(facts)
back.same_attributes(facts, doubles=True)
if Path(folder, "graphology.gexf").exists() and "hostile" not in inputs[0]:
    back = ReadBack(program, f"{folder}/graphology.gexf", folder, "graphology")
    back.same_graph(facts)
    back.same_attributes(facts, doubles=True)

lean = export(program, inputs, f"{folder}/lean.gexf", "--lean")
check(lean == {**counts, "claims": 0}, f"lean: {lean}")
check("kg_claims" not in Path(folder, "lean.gexf").read_text(encoding="utf-8"), "lean has claims")
finish()
