# SPDX-License-Identifier: BSL-1.0
"""N-Quads, Turtle and TriG hold the dataset that the JSON-LD holds, for every program that reads
them; and whatever those programs write of it, entente reads as the same facts."""
import subprocess
import sys
import warnings
from decimal import Decimal
from pathlib import Path

from entente import check, export, finish

program, folder, *inputs = sys.argv[1:]
folder = Path(folder)
others, again = folder / "others", folder / "again"
others.mkdir(exist_ok=True)
facts = folder / "facts.jsonl"
counts = export(program, inputs, f"facts:{facts}")
for name in ("jsonld", "nq", "ttl", "trig"):
    check(export(program, inputs, str(folder / f"out.{name}")) == counts, f"{name}: counts")


def convert(name, *command):
    done = subprocess.run(command, capture_output=True, text=True)
    check(done.returncode == 0, f"{command[0]}: {done.stderr[:500]}")
    (others / name).write_text(done.stdout, encoding="utf-8")


convert("rapper-nquads.nq", "rapper", "-q", "-i", "nquads", "-o", "nquads", str(folder / "out.nq"))
convert("rapper-turtle.nt", "rapper", "-q", "-i", "turtle", "-o", "ntriples", str(folder / "out.ttl"))
convert("rapper-trig.nq", "rapper", "-q", "-i", "trig", "-o", "nquads", str(folder / "out.trig"))
convert("serdi-nquads.nq", "serdi", "-i", "nquads", "-o", "nquads", str(folder / "out.nq"))
convert("serdi-turtle.nt", "serdi", "-i", "turtle", "-o", "ntriples", str(folder / "out.ttl"))
convert("serdi-trig.nq", "serdi", "-i", "trig", "-o", "nquads", str(folder / "out.trig"))

warnings.simplefilter("ignore")
import rdflib  # noqa: E402
from rdflib.plugins.serializers.nt import _quoteLiteral  # noqa: E402

rdflib.NORMALIZE_LITERALS = False


def literal(term):
    """rdflib makes 1E-7 of the decimal 0.0000001 where Turtle has it without quotes."""
    if term.datatype == rdflib.XSD.decimal:
        term = rdflib.Literal(format(Decimal(str(term)), "f"), datatype=term.datatype)
    return _quoteLiteral(term)


def line(triple, graph=None):
    quad = [*triple, graph] if graph is not None else triple
    return " ".join(literal(t) if isinstance(t, rdflib.Literal)
                    else t.n3() for t in quad) + " .\n"


turtle = rdflib.Graph()
turtle.parse(folder / "out.ttl", format="turtle")
(others / "rdflib-turtle.nt").write_text("".join(map(line, turtle)), encoding="utf-8")
for name, form in (("nq", "nquads"), ("trig", "trig")):
    data = rdflib.ConjunctiveGraph()
    data.parse(folder / f"out.{name}", format=form)
    text = "".join(line(triple, None if not str(graph.identifier).endswith("/provenance") else
                        graph.identifier) for graph in data.contexts() for triple in graph)
    (others / f"rdflib-{form}.nq").write_text(text, encoding="utf-8")

here = Path(__file__).resolve().parent
done = subprocess.run(["node", here / "quads.mjs", folder], capture_output=True, text=True)
check(done.returncode == 0, done.stderr[:3000])

for path in sorted([*again.iterdir(), *others.iterdir()]):
    read = folder / "read.jsonl"
    export(program, [str(path)], f"facts:{read}")
    check(read.read_bytes() == facts.read_bytes(), f"{path.name} gives other facts")
finish()
