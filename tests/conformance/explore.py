# SPDX-License-Identifier: BSL-1.0
"""path and rank agree with networkx on random graphs.

Usage: explore.py ENTENTE FOLDER
"""
import json
import random
import subprocess
import sys
from pathlib import Path

import networkx
# Not networkx.pagerank, which wants SciPy: the same in Python.
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank

from entente import check, finish

program, folder = sys.argv[1], Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)


def ask(*words):
    done = subprocess.run([program, *map(str, words), "--json"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{words} failed with {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout)


def random_graph(dice, path):
    """Undirected, with parts of its own and some parallel relations."""
    count = dice.randint(2, 25)
    graph = networkx.Graph()
    graph.add_nodes_from(f"organization/o{n}" for n in range(count))
    lines = [{"entity": node, "kind": "organization", "name": node} for node in graph]
    for _ in range(dice.randint(1, 3 * count)):
        a, b = dice.sample(list(graph), 2)
        graph.add_edge(a, b)
        for relation in dice.sample(["met_with", "cooperates_with", "supports"], dice.randint(1, 2)):
            lines.append({"subject": a, "relation": relation, "object": b})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return graph


def compare_ranks(graph, path, seed):
    others = max(1, len(graph) - 1)
    wanted = {
        "degree": {node: degree / others for node, degree in graph.degree()},
        "pagerank": pagerank(graph, tol=1e-12, max_iter=1000),
        "betweenness": networkx.betweenness_centrality(graph),
        "closeness": networkx.closeness_centrality(graph),
    }
    for measure, scores in wanted.items():
        rows = ask("rank", "--by", measure, "--limit", 1000, "-i", path)["entities"]
        check(len(rows) == len(graph), f"{seed}: {measure} of {len(rows)} entities")
        for row in rows:
            check(abs(row["score"] - scores[row["id"]]) < 2e-6,
                  f"{seed}: {measure} of {row['id']} is {row['score']}, not {scores[row['id']]}")
        check([r["score"] for r in rows] == sorted((r["score"] for r in rows), reverse=True), "order")


def compare_paths(graph, path, seed, dice):
    for _ in range(4):
        a, b = dice.sample(list(graph), 2)
        most = 4
        found = ask("path", a, b, "--k", most, "-i", path)["paths"]
        ways = [[p["steps"][0]["from_id"]] + list(dict.fromkeys(s["to_id"] for s in p["steps"])) for p in found]
        if not networkx.has_path(graph, a, b):
            check(not ways, f"{seed}: a way from {a} to {b} where there is none")
            continue
        wanted = []
        for way in networkx.shortest_simple_paths(graph, a, b):
            wanted.append(len(way))
            if len(wanted) == most:
                break
        check([len(way) for way in ways] == wanted, f"{seed}: ways from {a} to {b}: {ways}, not {wanted}")
        for way in ways:
            check(networkx.is_simple_path(graph, way) and way[0] == a and way[-1] == b, f"{seed}: {way}")
        check(len({tuple(way) for way in ways}) == len(ways), f"{seed}: a way twice")


for seed in range(25):
    dice = random.Random(seed)
    path = folder / "graph.jsonl"
    graph = random_graph(dice, path)
    compare_ranks(graph, path, seed)
    compare_paths(graph, path, seed, dice)
finish()
