# SPDX-License-Identifier: BSL-1.0
"""Runs entente on a sample and reads its canonical facts: what every other format must give back."""
import json
import re
import subprocess
import sys
from pathlib import Path

failures = []


def check(condition, message):
    """Notes a failure; the test goes on to find the others."""
    if not condition:
        failures.append(message)


def finish():
    for message in failures[:40]:
        print("FAILED:", message, file=sys.stderr)
    if len(failures) > 40:
        print(f"... and {len(failures) - 40} more", file=sys.stderr)
    sys.exit(1 if failures else 0)


class Number(str):
    """A number of the JSON text, with its digits."""


def parse(text):
    return json.loads(text, parse_int=Number, parse_float=Number)


def export(program, inputs, output, *options):
    """Writes one file and returns the counts that entente printed of it."""
    run = subprocess.run([program, *inputs, "-o", output, *options], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{program} failed with {run.returncode}:\n{run.stderr}")
    line = next(l for l in run.stderr.splitlines() if l.startswith("wrote "))
    counts = {"entities": 0, "relations": 0, "claims": 0, "sources": 0}
    one = {"entity": "entities", "relation": "relations", "claim": "claims", "source": "sources"}
    for number, word in re.findall(r"([\d,]+) ([a-z]+)", line.split("): ", 1)[1].split(";")[0]):
        counts[one.get(word, word)] = int(number.replace(",", ""))
    return counts


class Facts:
    """The canonical facts of a sample, by id."""

    def __init__(self, program, inputs, folder):
        path = Path(folder) / "facts.jsonl"
        self.counts = export(program, inputs, f"facts:{path}")
        self.graph, self.sources, self.entities, self.claims = {}, {}, {}, {}
        self.judgements = []
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            record = parse(line)
            if "graph" in record:
                self.graph = record["graph"]
            elif "same" in record or "different" in record:
                self.judgements.append(record)
            elif "subject" in record:
                key = (record.pop("subject"), record.pop("relation"), record.pop("object"))
                self.claims.setdefault(key, []).append(record)
            elif "entity" in record:
                self._add(self.entities, record.pop("entity"), record)
            else:
                self._add(self.sources, record.pop("source"), record)

    @staticmethod
    def _add(table, key, record):
        """The second and third value of an attribute stand in records of their own."""
        values = table.setdefault(key, {})
        for name, value in record.items():
            if name in values and name not in ("kind", "name", "provisional", "source"):
                values.setdefault("+", []).append((name, value))
            else:
                values[name] = value


OWN = {"kind", "name", "aliases", "same_as", "from", "to", "provisional", "source", "+"}


def attributes(entity):
    """The free attributes of an entity: key to list of values."""
    found = {key: [value] for key, value in entity.items() if key not in OWN}
    for key, value in entity.get("+", []):
        found[key].append(value)
    return found


def column_name(key):
    """The name that an attribute has in GraphML and, with kg_a_ before it, in DOT."""
    def escape(match):
        return "".join(f"_x{byte:02X}" for byte in match.group().encode())

    name = re.sub(r"[^A-Za-z0-9_]", escape, re.sub(r"_(?=x)", "\0", key)).replace("_x00", "_x5F")
    name = re.sub(r"^[0-9]", escape, name) or "_x"
    reserved = ("id label labels labelv labele name type x y z r g b size color weight pos key "
                "source target suid selected interaction shape style dir fillcolor fontcolor "
                "start end pid parents spells viz thickness").split()
    taken = name.lower() in reserved or name.lower().startswith("kg_")
    return "kg_a_" + name if taken else name


def compact(value):
    """A value as the text that a flat format has for it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str) else to_json(value)


def to_json(value):
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(map(to_json, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(json.dumps(k, ensure_ascii=False) + ":" + to_json(v)
                              for k, v in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def check_flat_node(facts, ident, get):
    """`get(name)` gives the text of a node's attribute in the file, or None."""
    entity = facts.entities[ident]
    for own, key in (("kind", "kg_kind"), ("from", "kg_from"), ("to", "kg_to"),
                     ("source", "kg_source")):
        check(get(key) == entity.get(own), f"{ident}: {key} is {get(key)!r}")
    for own, key in (("aliases", "kg_aliases"), ("same_as", "kg_same_as")):
        text = get(key)
        check((parse(text) if text else None) == entity.get(own), f"{ident}: {key} is {text!r}")
    rest = {}
    for item in parse(get("kg_attributes") or "[]"):
        for key, value in item.items():
            rest.setdefault(key, []).append(value)
    for key, values in attributes(entity).items():
        text = get(column_name(key))
        check(text == compact(values[0]), f"{ident}: attribute {key!r} is {text!r}")
        if key in rest:
            check(rest[key] == values, f"{ident}: kg_attributes {key!r} is {rest[key]!r}")
        else:
            check(len(values) == 1, f"{ident}: {key!r} lost values")


def check_flat_edge(facts, key, get, carried):
    """`carried` collects the sources that the edges bring along."""
    claims = facts.claims[key]
    check(parse(get("kg_claims") or "[]") == claims, f"{key}: kg_claims is {get('kg_claims')!r}")
    check(get("kg_claim_count") == str(len(claims)), f"{key}: kg_claim_count")
    wanted = sorted({claim["source"] for claim in claims if "source" in claim})
    check(0 <= int(get("kg_source_count")) <= len(wanted), f"{key}: kg_source_count")
    check(collect_sources(get("kg_sources"), carried) == wanted, f"{key}: kg_sources")


def collect_sources(text, carried):
    seen = {}
    for item in parse(text or "[]"):
        if isinstance(item, str):
            seen.setdefault(item, None)
        else:
            Facts._add(seen, item.pop("source"), item)
    for ident, record in seen.items():
        if record is not None:
            check(carried.setdefault(ident, record) == record, f"source {ident} differs")
    return sorted(seen)
