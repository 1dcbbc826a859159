#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""JSON Lines to GraphML with json and python-igraph: FACTS ENTITIES VOCABULARY OUTPUT

igraph 0.10.2 writes text of 512 bytes and more from memory that it has freed already. Lists of sources are cut below
that, at a whole id; its file is the shorter for it.
"""
import sys

import igraph

from load import load

LONGEST = 450


def listed(sources):
    text = "|".join(sources)
    return text if len(text) <= LONGEST else text[: text.rindex("|", 0, LONGEST)]


nodes, edges = load(*sys.argv[1:4])
graph = igraph.Graph(n=len(nodes), edges=[(a, b) for a, _, b in edges], directed=True)
graph.vs["kg_id"] = [node[0] for node in nodes]
graph.vs["label"] = [node[1] for node in nodes]
graph.vs["kg_kind"] = [node[2] for node in nodes]
values = edges.values()
graph.es["label"] = [relation for _, relation, _ in edges]
graph.es["kg_from"] = [first for first, _, _, _ in values]
graph.es["kg_to"] = [last for _, last, _, _ in values]
graph.es["kg_confidence"] = [round(1 - doubt, 6) for _, _, doubt, _ in values]
graph.es["kg_claim_count"] = [len(sources) for _, _, _, sources in values]
graph.es["kg_sources"] = [listed(sources) for _, _, _, sources in values]
graph.write_graphml(sys.argv[4])
