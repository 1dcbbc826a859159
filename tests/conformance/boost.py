# SPDX-License-Identifier: BSL-1.0
"""GraphML (profile boost) and DOT in Boost.Graph's own readers: the counts printed, every text."""
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

from entente import check, export, finish

program, reader, folder, *inputs = sys.argv[1:]


def read(kind, path, counts):
    run = subprocess.run([reader, kind, path], capture_output=True)
    check(run.returncode == 0 and not run.stderr, f"Boost on {kind}: {run.stderr[:500]}")
    first, *rest = run.stdout.decode("utf-8").split("\0")[:-1]
    check(first == f"{counts['entities']} {counts['relations']}", f"Boost on {kind}: {first}")
    return Counter(zip(rest[::2], rest[1::2]))


def compare(kind, ours, theirs):
    for name, text in list((ours - theirs).keys())[:5]:
        check(False, f"Boost on {kind}: {name} lost {text[:200]!r}")
    for name, text in list((theirs - ours).keys())[:5]:
        check(False, f"Boost on {kind}: {name} came as {text[:200]!r}")


path = f"{folder}/out.graphml"
counts = export(program, inputs, path, "--profile", "boost")
ns = "{http://graphml.graphdrawing.org/xmlns}"
root = ElementTree.parse(path).getroot()
names = {k.get("id"): k.get("attr.name") for k in root.iter(ns + "key") if k.get("attr.type") == "string"}
ours = Counter((names[d.get("key")], d.text) for kind in ("node", "edge")
               for element in root.iter(ns + kind) for d in element.findall(ns + "data")
               if d.get("key") in names and d.text)
compare("graphml", ours, read("graphml", path, counts))

path = f"{folder}/out.dot"
counts = export(program, inputs, path)
ours = Counter()
for line in Path(path).read_text(encoding="utf-8").split("\n"):
    for name, text in re.findall(r'"((?:[^"\\]|\\.)*)"="((?:[^"\\]|\\.)*)"', line):
        if text:
            ours[name, text.replace('\\"', '"')] += 1
theirs = read("dot", path, counts)
compare("dot", ours, Counter({k: n for k, n in theirs.items() if k[0] != "node_id"}))
finish()
