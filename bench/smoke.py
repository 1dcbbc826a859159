#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""The benchmarks still work: a few facts through networkx and entente give the same graph, and a false one is found out.

    smoke.py ENTENTE FOLDER
"""
import subprocess
import sys
from pathlib import Path

import compare
import goals
import report
from contents import read
from workshop import Workshop

FACTS = 300


def require(condition, message):
    if not condition:
        sys.exit(f"bench/smoke: {message}")


def main(program, folder):
    shop = Workshop(Path(program), Path(folder), Path(folder), runs=1)
    entities, facts = shop.facts(FACTS)
    ours, theirs = Path(shop.output("ours.graphml")), Path(shop.output("networkx.graphml"))
    subprocess.run([program, "-q", entities, facts, "--lean", "-o", ours], check=True)
    subprocess.run(shop.peer("networkx_graphml.py", facts, entities, shop.vocabulary, theirs), check=True)

    contents = read(ours, shop.vocabulary)
    require(len(contents.edges) > FACTS // 2, f"only {len(contents.edges)} edges")
    require(not shop.difference(ours, theirs), "entente and networkx differ")
    for ending in ("nq", "jsonld"):
        other = Path(shop.output(f"ours.{ending}"))
        subprocess.run([program, "-q", entities, facts, "--lean", "-o", other], check=True)
        require(not shop.difference(other, theirs), f"{ending} and networkx differ")
    full = Path(shop.output("full.graphml"))
    subprocess.run([program, "-q", entities, facts, "-o", full], check=True)
    require(not shop.difference(full, "--quotes", facts), "quotes are missing")

    false = read(theirs, shop.vocabulary)
    edge = next(iter(false.edges))
    false.edges[edge] = false.edges[edge]._replace(confidence=0.123)
    require(len(list(compare.differences(contents, false))) == 1, "a wrong confidence was not found")
    del false.edges[edge]
    require(len(list(compare.differences(contents, false))) == 1, "a missing edge was not found")

    rows = list(goals.rows(shop, [FACTS], {1, 2, 3}))
    require(any(row.figure and row.theirs for row in rows), "no figure was measured")
    print(report.as_text(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
