# SPDX-License-Identifier: BSL-1.0
"""Cypher in LadybugDB and Grafeo, and under Neo4j's own checks: every node, edge, claim and value."""
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from entente import (Facts, Number, attributes, check, column_name, export, finish, parse, to_json)
from generated import inputs_of

program, folder, *arguments = sys.argv[1:]
inputs = inputs_of(arguments, folder)
here = Path(__file__).parent
facts = Facts(program, inputs, folder)


def node(*arguments):
    run = subprocess.run(["node", here / "cypher.mjs", *arguments], capture_output=True, text=True)
    check(run.returncode == 0, f"{arguments}: {run.stderr[:2000]}")
    return [parse(line) for line in run.stdout.split("\n") if line]


def file_of(profile):
    path = f"{folder}/{profile}.cypher"
    counts = export(program, inputs, path, "--profile", profile)
    check(counts == facts.counts, f"{profile}: entente wrote {counts}, facts have {facts.counts}")
    return path


def same(value, found):
    """A value of the facts and what the database has; whole numbers may come as text."""
    if isinstance(value, bool) or isinstance(found, bool):
        return value is found
    if isinstance(value, list):
        return isinstance(found, list) and len(value) == len(found) and all(map(same, value, found))
    if isinstance(value, Number):
        if re.fullmatch(r"-?\d+", value):
            return str(found) == value
        return repr(float(value)) == repr(float(found))
    return value == found


def free_values(wanted, properties, rest_key, where):
    """`wanted`: key to list of values. Each is a property or stands in the rest."""
    rest = {}
    for item in parse(properties.get(rest_key, "[]")):
        for key, value in item.items():
            rest.setdefault(key, []).append(value)
    for key, values in wanted.items():
        if key in rest:
            if rest[key] != values:
                return f"{where}: {rest_key} {key!r} is {rest[key]!r}, not {values!r}"
        elif key != "__proto__" and not same(values[0], properties.get(column_name(key))):
            return f"{where}: {key!r} is {properties.get(column_name(key))!r}, not {values[0]!r}"
        elif len(values) != 1:
            return f"{where}: {key!r} lost values"
    return None


def pick(properties, **names):
    return {own: properties[key] for own, key in names.items() if key in properties}


def day(text, month, last):
    """The sortable day of a date, where this script can tell."""
    if text is None or (text == ".."):
        return "9999-12-31" if last else "-9999-01-01"
    if re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", text):
        return text[:10]
    return text + ("-12-31" if last else "-01-01") if re.fullmatch(r"\d{4}", text) else None


def check_days(properties, where, otherwise=None):
    start, end = properties.get("kg_from"), properties.get("kg_to")
    if start is None and end is None:
        start = end = otherwise
    for key, wanted in (("kg_first_day", day(start, "01", False)), ("kg_last_day", day(end, "12", True))):
        check(wanted in (None, properties.get(key)), f"{where}: {key} is {properties.get(key)}")


def check_entity(properties):
    ident = properties["kg_id"]
    entity = facts.entities[ident]
    check(properties["name"] == entity["name"] and properties["kg_kind"] == entity["kind"], f"{ident}: name, kind")
    aliases = [name if language == "" else {"name": name, "language": language} for name, language in
               zip(properties.get("kg_aliases", []), properties.get("kg_alias_languages", []))]
    check(aliases == entity.get("aliases", []), f"{ident}: aliases are {aliases}")
    check(properties.get("kg_same_as") == entity.get("same_as"), f"{ident}: same_as")
    check(pick(properties, **{"from": "kg_from", "to": "kg_to", "provisional": "kg_provisional", "source": "kg_source"})
          == {k: v for k, v in entity.items() if k in ("from", "to", "provisional", "source")}, f"{ident}: own fields")
    if "kg_from" in properties or "kg_to" in properties:
        check_days(properties, ident)
    wrong = free_values(attributes(entity), properties, "kg_attributes", ident)
    check(not wrong, wrong)


def check_source(properties):
    ident = properties["kg_id"]
    record = dict(facts.sources.get(ident, {}))
    check(properties["kg_declared"] is (ident in facts.sources), f"{ident}: kg_declared")
    own = ("publisher", "title", "url", "published", "language")
    check(pick(properties, **{k: "kg_" + k for k in own}) == {k: v for k, v in record.items() if k in own}, f"source {ident}")
    free = {k: [v] for k, v in record.items() if k not in own and k != "+"}
    for key, value in record.get("+", []):
        free[key].append(value)
    wrong = free_values(free, properties, "kg_attributes", ident)
    check(not wrong, wrong)


CLAIM = {"from": "kg_from", "to": "kg_to", "date": "kg_date", "stance": "kg_stance", "quote": "kg_quote",
         "subject_as": "kg_subject_as", "object_as": "kg_object_as", "stated_by_as": "kg_stated_by_as"}


def misfit(record, claim, ends):
    """What makes the claim another than the record; None if nothing does."""
    own = pick(claim, **CLAIM)
    own.update({k: ends[t] for k, t in (("stated_by", "STATED_BY"), ("source", "FROM_SOURCE")) if t in ends})
    if own["stance"] == "asserted":
        del own["stance"]
    if "kg_span_begin" in claim:
        own["span"] = [Number(claim["kg_span_begin"]), Number(claim["kg_span_end"])]
    mine = {k: v for k, v in record.items() if k in (*CLAIM, "stated_by", "source", "span")}
    if own != mine:
        return f"{own} is not {mine}"
    wanted = {k: [v] for k, v in record.items() if k not in mine and k != "confidence"}
    exact = [item["confidence"] for item in parse(claim.get("kg_qualifiers", "[]")) if "confidence" in item]
    found = exact[0] if exact else claim.get("kg_confidence")
    given = record.get("confidence")
    if (given is None) != (found is None) or given is not None and float(given) != float(found):
        return f"confidence {found} is not {given}"
    return free_values(wanted, claim, "kg_qualifiers", "claim")


def type_name(relation):
    return column_name_of(relation).upper()


def column_name_of(text):
    name = column_name(text)
    return name[5:] if name.startswith("kg_a_") else name


def folds():
    """What GraphML says of each relation: the fold, which the facts do not have."""
    export(program, inputs, f"{folder}/fold.graphml")
    ns = "{http://graphml.graphdrawing.org/xmlns}"
    root = ElementTree.parse(f"{folder}/fold.graphml").getroot()
    names = {key.get("id"): key.get("attr.name") for key in root.iter(ns + "key")}
    for edge in root.iter(ns + "edge"):
        values = {names[d.get("key")]: d.text for d in edge.findall(ns + "data")}
        yield values["kg_id"], values


def check_database(engine, items):
    check(items.pop(0)["twice"] if "twice" in items[0] else True, f"{engine}: a second load changes something")
    nodes = {"Claim": {}, "Source": {}, "KnowledgeGraph": {}, "": {}}
    edges, ends = {}, {}
    for item in items:
        properties = dict(item["properties"])
        if "label" in item:
            nodes[item["label"] if item["label"] in nodes else ""][properties["kg_id"]] = properties
        elif item["type"] in ("SUBJECT", "OBJECT", "STATED_BY", "FROM_SOURCE"):
            check(item["type"] not in ends.setdefault(item["source"], {}), f"{item} stands twice")
            ends[item["source"]][item["type"]] = item["target"]
        else:
            check(properties["kg_id"] not in edges, f"{engine}: {properties['kg_id']} stands twice")
            edges[properties["kg_id"]] = (item, properties)
    check(set(nodes[""]) == set(facts.entities), f"{engine}: other entities")
    for properties in nodes[""].values():
        check_entity(properties)
    check(set(facts.sources) <= set(nodes["Source"]), f"{engine}: sources are missing")
    for properties in nodes["Source"].values():
        check_source(properties)
    about = nodes["KnowledgeGraph"]["graph"]
    check(pick(about, title="kg_title", description="kg_description", date="kg_date") == facts.graph, f"{engine}: graph")
    check(parse(about.get("kg_judgements", "[]")) == facts.judgements, f"{engine}: judgements")
    for name, count in facts.counts.items():
        check(str(about["kg_" + name]) == str(count), f"{engine}: kg_{name} is {about['kg_' + name]}")
    claims = {}
    for ident, claim in nodes["Claim"].items():
        check_days(claim, ident, claim.get("kg_date"))
        claims.setdefault(claim["kg_edge"], []).append((claim, ends[ident]))
    check(len(edges) == len(facts.claims), f"{engine}: {len(edges)} edges")
    for (subject, relation, obj), records in facts.claims.items():
        ident = f"relation/{subject}/{relation}/{obj}"
        item, properties = edges[ident]
        check(item["source"] == subject and item["target"] == obj, f"{ident}: ends")
        check(item["type"].rstrip("_") == type_name(relation), f"{ident}: type {item['type']}")
        check(str(properties["kg_claim_count"]) == str(len(records)), f"{ident}: kg_claim_count")
        wanted = sorted({r["source"] for r in records if "source" in r})
        check(properties.get("kg_sources", []) == wanted, f"{ident}: kg_sources")
        check_days(properties, ident)
        fold = pick(properties, kg_status="kg_status", kg_from="kg_from", kg_to="kg_to")
        check(all(fold.get(k) == folded[ident].get(k) for k in ("kg_status", "kg_from", "kg_to")), f"{ident}: fold")
        check(float(properties.get("kg_confidence", -1)) == float(folded[ident].get("kg_confidence", -1)), f"{ident}: confidence")
        left = claims.get(ident, [])
        check(len(left) == len(records), f"{ident}: {len(left)} claims, not {len(records)}")
        for record in records:
            fits = [c for c in left if c[1]["SUBJECT"] == subject and c[1]["OBJECT"] == obj
                    and c[0]["kg_relation"] == relation and not misfit(record, *c)]
            check(fits, f"{engine}: {ident}: no claim {to_json(record)}: {misfit(record, *left[0]) if left else ''}")
            if fits:
                left.remove(fits[0])


folded = dict(folds())
line = file_of("line")
[found] = node("lint", line, file_of("neo4j"))
check(not found["errors"], f"Neo4j: {found['errors'][:3]}")
for count in found["counts"]:
    check(count["lines"] == count["statements"], f"Neo4j sees other statements: {count}")
data = len(facts.entities) + facts.counts["sources"] + facts.counts["relations"] + facts.counts["claims"] + 1
check(len(Path(line).read_text(encoding="utf-8").split("\n")) == data + 1, "not one statement a line")
check_database("Grafeo", node("grafeo", line))
check_database("LadybugDB", node("ladybug", file_of("kuzu")))
text = Path(line).read_text(encoding="utf-8")
for profile in ("neo4j", "memgraph", "falkordb", "neptune"):
    other = Path(file_of(profile)).read_text(encoding="utf-8")
    if profile in ("memgraph", "falkordb"):
        check(other.endswith(text), f"{profile}: the data differ from those of the profile line")
    check(profile == "neptune" or re.match("CREATE (CONSTRAINT|INDEX) ", other), f"{profile}: no constraint first")
    check(profile != "neptune" or not re.search(r" = \[", re.sub(r'"(\\.|[^"\\])*"', '""', other)), "neptune: a list")

# --lean: no claims, but each edge has its sources.
lean = f"{folder}/lean.cypher"
counts = export(program, inputs, lean, "--lean")
check(counts == {**facts.counts, "claims": 0}, f"--lean wrote {counts}")
text = Path(lean).read_text(encoding="utf-8")
check(":Claim" not in text and ("kg_sources" in text or not facts.sources), "--lean")
finish()
