# SPDX-License-Identifier: BSL-1.0
"""What a graph file says, whoever wrote it: GraphML, N-Quads and JSON-LD of entente and of the peers, in one form.

Nodes are (name, kind). Edges are {(node, relation, node): Edge}, with the relations' own names and the ends of symmetric
relations in one order. Written for the files that are measured here, not for any.
"""
import json
import re
from typing import NamedTuple
from urllib.parse import unquote
from xml.parsers import expat

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Edge(NamedTuple):
    first: str
    last: str
    claims: int
    confidence: float
    sources: frozenset


class Contents:
    def __init__(self, vocabulary):
        relations = json.loads(vocabulary.read_text(encoding="utf-8"))["relations"]
        self.names = {synonym: row["name"] for row in relations for synonym in row.get("synonyms", "").split()}
        self.symmetric = {row["name"] for row in relations if row["symmetric"]}
        self.nodes = set()
        self.edges = {}
        self.quotes = []  # of the claims, where the file has any
        self.problems = []

    def add_node(self, name, kind):
        if (name, kind) in self.nodes:
            self.problems.append(f"two nodes {name} of the kind {kind}")
        self.nodes.add((name, kind))
        return name, kind

    def add_edge(self, a, relation, b, edge):
        relation = self.names.get(relation, relation)
        if relation in self.symmetric and b < a:
            a, b = b, a
        if (a, relation, b) in self.edges:
            self.problems.append(f"two edges {a[0]} {relation} {b[0]}")
        self.edges[a, relation, b] = edge


def source_ids(text):
    """Joined by bars, or a JSON list of ids or of objects."""
    if not text.startswith("["):
        return frozenset(text.split("|")) if text else frozenset()
    return frozenset(row["source"] if isinstance(row, dict) else row for row in json.loads(text))


class GraphmlReader:
    def __init__(self, contents):
        self.contents = contents
        self.keys = {}
        self.nodes = {}
        self.item, self.key, self.text = None, None, []

    def start(self, element, attributes):
        if element == "data":
            self.key, self.text = self.keys[attributes["key"]], []
        elif element in ("node", "edge"):
            self.item = dict(attributes)
        elif element == "key":
            self.keys[attributes["id"]] = attributes["attr.name"]

    def characters(self, text):
        if self.key is not None:
            self.text.append(text)

    def end(self, element):
        if element == "data":
            if self.item is not None:
                self.item["data " + self.key] = "".join(self.text)
            self.key = None
        elif element == "node":
            item, self.item = self.item, None
            self.nodes[item["id"]] = self.contents.add_node(item["data label"], item["data kg_kind"])
        elif element == "edge":
            item, self.item = self.item, None
            self.contents.quotes += (claim["quote"] for claim in json.loads(item.get("data kg_claims", "[]")))
            self.contents.add_edge(
                self.nodes[item["source"]], item["data label"], self.nodes[item["target"]],
                Edge(item["data kg_from"], item["data kg_to"], int(float(item["data kg_claim_count"])),
                     float(item["data kg_confidence"]), source_ids(item["data kg_sources"])),
            )  # fmt: skip


def read_graphml(path, contents):
    reader = GraphmlReader(contents)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.characters
    with open(path, "rb") as file:
        parser.ParseFile(file)


class Statements:
    """RDF as entente and the peer use it.

    A node is a resource with a kind. An edge is a statement about whose graph a confidence is known, or a resource with
    subject, predicate and object; then the statement must be there, too.
    """

    PREDICATES = {
        "kind": "kind", "name": "name", "subject": "subject", "predicate": "predicate", "relation": "predicate", "object": "object",
        "from": "from", "to": "to", "date": "date", "confidence": "confidence", "claimCount": "claims", "wasDerivedFrom": "source",
        "source": "source", "claim": "claim", "quote": "quote",
    }  # fmt: skip

    def __init__(self):
        self.resources = {}
        self.plain = {}  # statements of a predicate that is none of those, with their graphs

    def add(self, subject, predicate, value, graph=None):
        """`value` is a text, or an IRI in angle brackets."""
        name = self.PREDICATES.get(local_name(predicate))
        if name is not None:
            self.resources.setdefault(subject, {}).setdefault(name, []).append(value)
        elif value.startswith("<") and "/entity" not in predicate and predicate != RDF_TYPE:
            self.plain[subject, relation_name(predicate), value[1:-1]] = graph

    def give(self, contents):
        nodes = {
            iri: contents.add_node(row["name"][0], row["kind"][0])
            for iri, row in self.resources.items()
            if "kind" in row and "name" in row
        }
        plain = {
            (nodes[a], relation, nodes[b]): self.resources.get(graph, {})
            for (a, relation, b), graph in self.plain.items()
            if a in nodes and b in nodes
        }
        for statement, graph in list(plain.items()):
            if "confidence" in graph:
                contents.add_edge(*statement, self.edge(graph))
                del plain[statement]
        for row in self.resources.values():
            contents.quotes += row.get("quote", ())
            if "subject" not in row:
                continue
            a, b = nodes[row["subject"][0].strip("<>")], nodes[row["object"][0].strip("<>")]
            relation = relation_name(row["predicate"][0].strip("<>"))
            if (a, relation, b) not in plain:
                contents.problems.append(f"no plain statement {a[0]} {relation} {b[0]}")
            contents.add_edge(a, relation, b, self.edge(row))
            plain.pop((a, relation, b), None)
        contents.problems += (f"no relation for the statement {a[0]} {name} {b[0]}" for a, name, b in plain)

    def edge(self, row):
        claims = [self.resources[claim.strip("<>")] for claim in row.get("claim", ())]
        iris = row.get("source", []) + [iri for claim in claims for iri in claim.get("source", ())]
        sources = frozenset(unquote(iri.strip("<>").rpartition("/source/")[2]) for iri in iris)
        count = int(row["claims"][0]) if "claims" in row else len(sources)  # said only where it is another
        day = row.get("date", [None])[0]  # where both are the same
        return Edge(row.get("from", [day])[0], row.get("to", [day])[0], count, float(row["confidence"][0]), sources)


def local_name(iri):
    return re.split(r"[/#:]", iri)[-1]


def relation_name(iri):
    """metWith and met_with are met_with."""
    return re.sub(r"[A-Z]", lambda letter: "_" + letter[0].lower(), local_name(iri))


QUAD = re.compile(r'<([^>]*)> <([^>]*)> (?:(<[^>]*>)|"((?:[^"\\]|\\.)*)"\S*)(?: <([^>]*)>)?')
ESCAPE = re.compile(r"\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))")
SHORT = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def unescape(text):
    return ESCAPE.sub(lambda e: chr(int(e[1] or e[2], 16)) if e[1] or e[2] else SHORT.get(e[3], e[3]), text) if "\\" in text else text


def read_nquads(path, contents):
    statements = Statements()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if match := QUAD.match(line):
                subject, predicate, iri, text, graph = match.groups()
                statements.add(subject, predicate, iri if iri is not None else unescape(text), graph)
    statements.give(contents)


def read_jsonld(path, contents):
    """With a context as ours, or expanded; terms are told apart by the ends of their names."""
    statements = Statements()
    document = json.loads(path.read_text(encoding="utf-8"))
    own_context = isinstance(document, dict) and isinstance(document.get("@context"), dict)
    base = document["@context"].get("@base", "") if own_context else ""
    terms = document["@context"].items() if own_context else ()
    prefixes = {term: iri.get("@id") if isinstance(iri, dict) else iri for term, iri in terms}
    prefixes = {term: iri for term, iri in prefixes.items() if isinstance(iri, str)}
    of_resources = ("subject", "object", "relation", "source", "claim")

    def iri_of(text):
        prefix, colon, rest = text.partition(":")
        if colon and prefix in prefixes and not rest.startswith("//"):
            return prefixes[prefix] + rest
        return text if colon else base + text

    def values(key, value, graph):
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and "@id" in item:
                yield f"<{iri_of(item['@id'])}>"
                read(item, graph)
            elif isinstance(item, dict):
                yield str(item.get("@value"))
            elif key in of_resources or key not in Statements.PREDICATES and key not in ("aliases", "identifier"):
                yield f"<{iri_of(str(item))}>"
            else:
                yield str(item)

    def read(item, graph=None):
        for part in item.get("@graph", ()):
            read(part, iri_of(item["@id"]) if "@id" in item else graph)
        for key, value in item.items():
            if not key.startswith("@") and "@id" in item:
                for one in values(key, value, graph):
                    statements.add(iri_of(item["@id"]), key, one, graph)

    for part in document if isinstance(document, list) else [document]:
        read(part)
    statements.give(contents)


READERS = {"graphml": read_graphml, "nq": read_nquads, "jsonld": read_jsonld}


def read(path, vocabulary):
    contents = Contents(vocabulary)
    READERS[path.suffix[1:]](path, contents)
    return contents
