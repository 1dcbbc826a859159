# SPDX-License-Identifier: BSL-1.0
"""DOT in pydot, networkx, dotparser and ts-graphviz: the counts printed, every value; and what they
write is read back as the same facts."""
import json
import subprocess
import sys
import warnings
from pathlib import Path

from dot_values import prefixed
from entente import Facts, check, check_flat_edge, check_flat_node, export, finish

program, folder, *inputs = sys.argv[1:]
here = Path(__file__).parent
facts = Facts(program, inputs, folder)
path = f"{folder}/out.dot"
counts = export(program, inputs, path)
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")
canonical = Path(folder, "facts.jsonl").read_bytes()


def compare(reader, nodes, edges):
    """`nodes`: attributes by the file's id; `edges`: (source, target, attributes)."""
    check((len(nodes), len(edges)) == (counts["entities"], counts["relations"]), f"{reader}: counts")
    idents, carried, seen = {}, {}, set()
    for name, values in nodes.items():
        get = prefixed(values)
        idents[name] = get("kg_id")
        check(get("kg_name") == facts.entities[get("kg_id")]["name"], f"{reader}: kg_name")
        check_flat_node(facts, get("kg_id"), get)
    for source, target, values in edges:
        get = prefixed(values)
        key = (idents[source], get("kg_relation"), idents[target])
        seen.add(key)
        check_flat_edge(facts, key, get, carried)
    check(set(idents.values()) == set(facts.entities), f"{reader}: other nodes")
    check(seen == set(facts.claims), f"{reader}: other edges")


def read_back(reader, written):
    back = f"{folder}/{reader}.jsonl"
    export(program, [written], f"facts:{back}")
    check(Path(back).read_bytes() == canonical, f"{reader}: what it wrote is read back otherwise")


def bare(text):
    """A value as pydot keeps it: with its quotes, and DOT's escapes in it."""
    return text[1:-1].replace('\\"', '"') if text.startswith('"') else text


warnings.simplefilter("ignore")  # networkx 2.8 announces the end of nx_pydot
import networkx  # noqa: E402
import pydot  # noqa: E402

[graph] = pydot.graph_from_dot_file(path, encoding="utf-8")
compare("pydot",
        {bare(n.get_name()): {bare(k): bare(v) for k, v in n.get_attributes().items()}
         for n in graph.get_nodes()},
        [(bare(e.get_source()), bare(e.get_destination()),
          {bare(k): bare(v) for k, v in e.get_attributes().items()}) for e in graph.get_edges()])
Path(folder, "pydot.dot").write_text(graph.to_string(), encoding="utf-8")
read_back("pydot", f"{folder}/pydot.dot")

loaded = networkx.nx_pydot.from_pydot(graph)
check((loaded.number_of_nodes(), loaded.number_of_edges()) == (counts["entities"], counts["relations"]),
      "networkx: counts")
Path(folder, "networkx.dot").write_text(networkx.nx_pydot.to_pydot(loaded).to_string(), encoding="utf-8")
read_back("networkx", f"{folder}/networkx.dot")

for reader in ("dotparser", "ts-graphviz"):
    done = subprocess.run(["node", here / "dot_readers.mjs", reader, path, f"{folder}/{reader}.dot"],
                          capture_output=True, text=True, encoding="utf-8")
    check(done.returncode == 0 and not done.stderr, f"{reader}: {done.stderr}")
    if done.returncode == 0:
        result = json.loads(done.stdout)
        compare(reader, result["nodes"], [tuple(edge) for edge in result["edges"]])
# ts-graphviz writes a quote as it is where a backslash stands before it, whatever that one escapes.
if '\\\\\\"' not in Path(path).read_text(encoding="utf-8"):
    read_back("ts-graphviz", f"{folder}/ts-graphviz.dot")
finish()
