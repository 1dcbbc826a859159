#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""The nodes and edges of a lean GraphML file as CSV tables for a database: tables.py VOCABULARY GRAPHML NODES EDGES"""
import csv
import sys
from pathlib import Path

from contents import read


def main(vocabulary, graph, nodes_path, edges_path):
    contents = read(Path(graph), Path(vocabulary))
    with open(nodes_path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["id", "name", "kind"])
        rows.writerows(["/".join(reversed(node)), *node] for node in sorted(contents.nodes))
    with open(edges_path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["from", "to", "name", "since", "until", "confidence", "claims"])
        for (a, relation, b), edge in contents.edges.items():
            rows.writerow(["/".join(reversed(a)), "/".join(reversed(b)), relation, edge.first, edge.last, edge.confidence, edge.claims])


if __name__ == "__main__":
    main(*sys.argv[1:])
