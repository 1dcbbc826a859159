#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""JSON Lines to N-Quads or JSON-LD with json and rdflib: FACTS ENTITIES VOCABULARY OUTPUT nquads|json-ld

Not more than entente --lean says: entities with kind, name and aliases; each relation as a triple in a graph of its own,
and of that graph the period, confidence, number of claims and sources.
"""
import sys
from urllib.parse import quote

from rdflib import RDF, XSD, ConjunctiveGraph, Literal, Namespace, URIRef

from load import load

BASE = "https://entente.example/"
KG, SCHEMA, PROV = Namespace(BASE + "vocabulary#"), Namespace("https://schema.org/"), Namespace("http://www.w3.org/ns/prov#")

nodes, edges = load(*sys.argv[1:4])
data = ConjunctiveGraph()
facts, provenance = data.default_context, data.get_context(URIRef(BASE + "provenance"))
iris = []
for entity, name, kind, aliases in nodes:
    iri = URIRef(BASE + quote(entity))
    iris.append(iri)
    facts.add((iri, RDF.type, KG[kind.title()]))
    facts.add((iri, KG.kind, Literal(kind)))
    facts.add((iri, SCHEMA.name, Literal(name)))
    for alias in aliases:
        facts.add((iri, SCHEMA.alternateName, Literal(alias)))
for (a, relation, b), (first, last, doubt, sources) in edges.items():
    iri = URIRef(f"{BASE}relation/{quote(nodes[a][0])}/{relation}/{quote(nodes[b][0])}")
    data.get_context(iri).add((iris[a], KG[relation], iris[b]))
    provenance.add((iri, KG["from"], Literal(first, datatype=XSD.date)))
    provenance.add((iri, KG.to, Literal(last, datatype=XSD.date)))
    provenance.add((iri, KG.confidence, Literal(f"{1 - doubt:.6f}", datatype=XSD.decimal)))
    provenance.add((iri, KG.claimCount, Literal(len(sources))))
    for source in sources:
        provenance.add((iri, PROV.wasDerivedFrom, URIRef(f"{BASE}source/{quote(source)}")))
data.serialize(sys.argv[4], format=sys.argv[5], encoding="utf-8")
