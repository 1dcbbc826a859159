# SPDX-License-Identifier: BSL-1.0
"""A flowchart in Mermaid: it parses, within Mermaid's limits, and every name and relation is there."""
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from entente import Facts, check, export, finish

program, folder, *inputs = sys.argv[1:]
facts = Facts(program, inputs, folder)
path = f"{folder}/out.mmd"
counts = export(program, inputs, path)
done = subprocess.run(["node", Path(__file__).parent / "mermaid.mjs", path], capture_output=True,
                      text=True, encoding="utf-8")
check(done.returncode == 0 and not done.stderr, f"mermaid: {done.stderr}")
if done.returncode != 0:
    finish()
chart = json.loads(done.stdout)
text = Path(path).read_text(encoding="utf-8")
front = text.split("\n", 3)
title = json.loads(front[1].removeprefix("title: ")) if front[0] == "---" else ""
check(chart["diagramType"] == "flowchart-v2", f"it is a {chart['diagramType']}")
check(chart["limits"] == [500, 50_000], f"the limits are {chart['limits']}")
check(len(chart["lines"]) <= 500 and len(text.encode("utf-16-le")) // 2 <= 50_000, "beyond the limits")
check(len(chart["nodes"]) == counts["entities"], f"{len(chart['nodes'])} nodes")
relations = sum(len(line["label"].split("<br>")) for line in chart["lines"])
check(relations == counts["relations"], f"{relations} relations")


def folded(name):
    return " ".join(name.replace("\t", " ").replace("\n", " ").replace("\r", " ").split(" ")).strip(" ")


names = Counter(" ".join(filter(None, folded(e["name"]).split(" "))) for e in facts.entities.values())
drawn = Counter(chart["nodes"].values())
check(not drawn - names, f"names came from nowhere: {list(drawn - names)[:5]}")
whole = counts["entities"] == facts.counts["entities"]
if whole:
    check(drawn == names, f"names are missing: {list(names - drawn)[:5]}")
    pairs = {(key[0], key[2]) for key in facts.claims}
    check(len(chart["lines"]) == len(pairs), f"{len(chart['lines'])} lines for {len(pairs)} pairs")
    check(title == facts.graph.get("title", ""), f"title {title!r}")
else:
    check(f"({counts['entities']} of {facts.counts['entities']} entities)" in title,
          f"title {title!r}")
finish()
