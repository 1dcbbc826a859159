#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""JSON Lines to GraphML with json and networkx: FACTS ENTITIES VOCABULARY OUTPUT"""
import sys

import networkx

from load import load

nodes, edges = load(*sys.argv[1:4])
graph = networkx.MultiDiGraph()
for entity, name, kind, _ in nodes:
    graph.add_node(entity, label=name, kg_kind=kind)
for (a, relation, b), (first, last, doubt, sources) in edges.items():
    graph.add_edge(
        nodes[a][0], nodes[b][0], label=relation, kg_from=first, kg_to=last, kg_confidence=round(1 - doubt, 6),
        kg_claim_count=len(sources), kg_sources="|".join(sources),
    )  # fmt: skip
networkx.write_graphml(graph, sys.argv[4])  # with lxml where that is installed, which is faster
