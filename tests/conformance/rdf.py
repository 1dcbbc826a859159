# SPDX-License-Identifier: BSL-1.0
"""JSON-LD in rdflib and, through jsonld.js, as canonical N-Quads: the counts printed, every value."""
import json
import logging
import re
import subprocess
import sys
import warnings
from pathlib import Path
from urllib.parse import unquote

warnings.simplefilter("error")

from entente import (Facts, Number, attributes, check, compact, export, finish,  # noqa: E402
                     parse, to_json)

program, folder, *inputs = sys.argv[1:]
facts = Facts(program, inputs, folder)
path = f"{folder}/out.jsonld"
counts = export(program, inputs, path)
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")

import rdflib  # noqa: E402
from rdflib import RDF, Namespace  # noqa: E402

KG = Namespace("https://entente.example/vocabulary#")
SCHEMA = Namespace("https://schema.org/")
PROV = Namespace("http://www.w3.org/ns/prov#")
BASE = "https://entente.example/"


class Complaints(logging.Handler):
    def emit(self, record):
        check(False, f"rdflib says: {record.getMessage()[:200]}")


logging.getLogger("rdflib").addHandler(Complaints())
rdflib.NORMALIZE_LITERALS = False
data = rdflib.ConjunctiveGraph()
data.parse(path, format="json-ld")
by_id = {}
for context in data.contexts():
    for subject in context.subjects(KG.kind, None):
        by_id[str(context.value(subject, SCHEMA.identifier))] = subject
check(set(by_id) == set(facts.entities), "the entities are not those of the facts")


def of_type(kind):
    return set(data.subjects(RDF.type, kind))


for kind, name in ((KG.Relation, "relations"), (KG.Claim, "claims"), (KG.Source, "sources")):
    check(len(of_type(kind)) == counts[name], f"rdflib: {len(of_type(kind))} {name}")


def text(subject, predicate):
    found = data.value(subject, predicate)
    return None if found is None else str(found)


def texts(subject, predicate):
    return sorted(str(o) for o in data.objects(subject, predicate))


def exact(subject):
    """What RDF's own literals changed, as JSON."""
    rest = {}
    for item in parse(text(subject, KG.attributes) or "[]"):
        for key, value in item.items():
            rest.setdefault(key, []).append(value)
    return rest


def plain(value):
    """A literal as a value of the facts."""
    if isinstance(value, (rdflib.BNode, rdflib.URIRef)):
        if (value, RDF.first, None) in data or value == RDF.nil:
            return [str(item) for item in data.items(value)]
        return str(value)
    kind = str(value.datatype or "")
    if kind.endswith("#boolean"):
        return str(value) == "true"
    if kind.endswith(("#integer", "#decimal", "#double")):
        return Number(value)
    return parse(str(value)) if kind.endswith("#JSON") else str(value)


CONTEXT = json.loads(Path(path).read_text(encoding="utf-8"))["@context"]
USED = set(data.predicates())


def predicate_of(key):
    """The vocabulary's own term for an attribute, or one made from its name."""
    encoded = "".join(c if re.match(r"[A-Za-z0-9._~-]", c) else
                      "".join(f"%{b:02X}" for b in c.encode()) for c in key)
    made = rdflib.URIRef(BASE + "attribute/" + encoded)
    if made in USED or not isinstance(CONTEXT.get(key), str):
        return made
    prefix, _, local = CONTEXT[key].partition(":")
    return rdflib.URIRef(CONTEXT[prefix] + local)


def check_fields(where, subject, fields):
    rest = exact(subject)
    for key, values in fields.items():
        found = [plain(o) for o in data.objects(subject, predicate_of(key))]
        if key in rest:
            check(len(found) == len({compact(v) for v in values}) and
                  all(v in values for v in rest[key]), f"{where}: {key} is {found}")
            for value in found:
                check(any(value == v or float(value) == float(v) or abs(float(v)) > 1e308 for v in values
                          if isinstance(v, (Number, str))), f"{where}: {key} is {value!r}")
        else:
            check(sorted(map(to_json, found)) == sorted(map(to_json, values)),
                  f"{where}: {key} is {found!r}, not {values!r}")


for ident, entity in facts.entities.items():
    subject = by_id.get(ident)
    if subject is None:
        continue
    check(unquote(str(subject)) == BASE + ident, f"IRI {subject}")
    check(text(subject, SCHEMA.name) == entity["name"], f"{ident}: name")
    check(text(subject, KG.kind) == entity["kind"], f"{ident}: kind")
    for own, predicate in (("from", KG["from"]), ("to", KG.to)):
        check(text(subject, predicate) == entity.get(own), f"{ident}: {own}")
    check(texts(subject, KG.sameAs) == sorted(entity.get("same_as", [])), f"{ident}: same_as")
    exact_aliases = {(a, "") if isinstance(a, str) else (a["name"], a["language"].lower()): a
                     for a in parse(text(subject, KG.exactAliases) or "[]")}
    aliases = []
    for alias in data.objects(subject, SCHEMA.alternateName):
        pair = (str(alias), (alias.language or "").lower())
        one = exact_aliases.get(pair) or next((a for (n, _), a in exact_aliases.items()
                                               if n == pair[0] and not pair[1]), None)
        aliases.append(one or ({"name": pair[0], "language": pair[1]} if pair[1] else pair[0]))
    check(sorted(map(to_json, aliases)) == sorted(map(to_json, entity.get("aliases", []))),
          f"{ident}: aliases {aliases}")
    check_fields(ident, subject, attributes(entity))

DETAILS = {"date": KG.date, "from": KG["from"], "to": KG.to, "stance": KG.stance,
           "quote": KG.quote, "subject_as": KG.subjectAs, "object_as": KG.objectAs,
           "stated_by_as": KG.statedByAs}


def source_iri(ident):
    return unquote(str(ident))[len(BASE + "source/"):]


def claim_of(subject):
    found = {key: text(subject, predicate) for key, predicate in DETAILS.items()}
    found["confidence"] = text(subject, KG.confidence)
    if found["confidence"]:
        found["confidence"] = float(found["confidence"])
    stated_by = data.value(subject, PROV.wasAttributedTo)
    found["stated_by"] = stated_by and unquote(str(stated_by))[len(BASE):]
    source = data.value(subject, PROV.wasDerivedFrom)
    found["source"] = source and source_iri(source)
    begin = text(subject, KG.spanBegin)
    found["span"] = begin and [begin, text(subject, KG.spanEnd)]
    return {key: value for key, value in found.items() if value is not None}


def wanted_claim(record):
    wanted = {"stance": "asserted", **{k: v for k, v in record.items() if k in
                                       {*DETAILS, "confidence", "stated_by", "source", "span"}}}
    if "confidence" in wanted:
        wanted["confidence"] = float(wanted["confidence"])
    return wanted


def in_order(claims):
    return sorted((sorted(claim.items()) for claim in claims), key=repr)


seen = set()
for relation in of_type(KG.Relation):
    ends = [data.value(relation, p) for p in (RDF.subject, RDF.object)]
    names = [text(end, SCHEMA.identifier) for end in ends]
    key = (names[0], text(relation, KG.relationName), names[1])
    seen.add(key)
    claims = list(data.objects(relation, KG.claim))
    ours = in_order(claim_of(c) for c in claims)
    theirs = in_order(wanted_claim(r) for r in facts.claims[key])
    check(ours == theirs, f"{key}: claims {ours} are not {theirs}")
    for record in facts.claims[key]:
        fields = {k: [v] for k, v in record.items() if k not in
                  {*DETAILS, "confidence", "stated_by", "source", "span"}}
        match = [c for c in claims if claim_of(c) == wanted_claim(record)]
        if len(match) == 1:
            check_fields(key, match[0], fields)
    # A plain triple stands for what is supported, and for nothing else.
    triple = (ends[0], data.value(relation, RDF.predicate), ends[1])
    check((triple in data) == (text(relation, KG.status) == "supported"), f"{key}: plain triple")
check(seen == set(facts.claims), "the relations are not those of the facts")

declared = {}
for source in of_type(KG.Source):
    ident = text(source, SCHEMA.identifier)
    check(source_iri(source) == ident, f"source IRI {source}")
    if (source, KG.provisional, None) in data:
        continue
    fields = {"publisher": SCHEMA.publisher, "title": SCHEMA.name, "url": SCHEMA.url,
              "published": SCHEMA.datePublished, "language": SCHEMA.inLanguage}
    found = {key: text(source, p) for key, p in fields.items() if text(source, p) is not None}
    declared[ident] = found
    record = facts.sources.get(ident, {})
    check({k: v for k, v in record.items() if k in fields} == found, f"source {ident}: {found}")
    check_fields(f"source {ident}", source,
                 {k: [v] for k, v in record.items() if k not in fields and k != "+"})
check(set(declared) == set(facts.sources), "the sources are not those of the facts")
bundle = rdflib.URIRef(BASE + "provenance")
check(text(bundle, SCHEMA.name) == facts.graph.get("title"), "title")
check(parse(text(bundle, KG.judgements) or "[]") == facts.judgements, "judgements")
check(text(bundle, SCHEMA.dateModified) == facts.graph.get("date"), "date")

# A second processor, in the mode that lets nothing fall under the table.
here = Path(__file__).resolve().parent
quads = f"{folder}/out.nq"
done = subprocess.run(["node", here / "canonize.mjs", path, quads], capture_output=True, text=True)
check(done.returncode == 0 and not done.stderr, f"jsonld.js: {done.stderr[:2000]}")
if done.returncode == 0:
    pattern = re.compile(r'(<[^>]*>|_:\S+) (<[^>]*>) ("(?:[^"\\]|\\.)*"\S*|<[^>]*>|_:\S+)( <[^>]*>)? \.')
    lines = Path(quads).read_text(encoding="utf-8").split("\n")[:-1]
    check(all(pattern.fullmatch(line) for line in lines), "jsonld.js: no N-Quads")
    check(len(lines) == len(data), f"jsonld.js has {len(lines)} quads, rdflib {len(data)}")
    typed = f"<{RDF.type}> <{{}}>"
    for kind, name in ((KG.Relation, "relations"), (KG.Claim, "claims"), (KG.Source, "sources")):
        found = sum(typed.format(kind) in line for line in lines)
        check(found == counts[name], f"jsonld.js: {found} {name}")
    kinds = sum(f"<{KG.kind}>" in line for line in lines)
    check(kinds == counts["entities"], f"jsonld.js: {kinds} entities")

    def literal(match):
        raw = json.loads('"' + re.sub(r"\\U([0-9A-F]{8})", lambda m: chr(int(m[1], 16)),
                                      match).replace("\n", "\\n") + '"', strict=False)
        return raw

    theirs = set()
    for line in lines:
        s, p, o, _ = pattern.fullmatch(line).groups()
        if s.startswith("_:") or o.startswith("_:"):
            continue
        if o.startswith('"'):
            value, kind = re.fullmatch(r'"((?:[^"\\]|\\.)*)"(.*)', o, re.S).groups()
            kind = "" if kind.endswith("XMLSchema#string>") else kind
            if kind.endswith("#double>"):
                continue  # jsonld.js writes doubles in its own way
            theirs.add((s, p, literal(value), kind.lower()))
        else:
            theirs.add((s, p, o, "iri"))
    ours = set()
    for s, p, o in data:
        if isinstance(s, rdflib.BNode) or isinstance(o, rdflib.BNode):
            continue
        if isinstance(o, rdflib.Literal):
            if o.datatype == rdflib.XSD.double:
                continue
            kind = f"@{o.language}" if o.language else f"^^<{o.datatype}>" if o.datatype else ""
            kind = "" if kind.endswith("XMLSchema#string>") else kind
            ours.add((f"<{s}>", f"<{p}>", str(o), kind.lower()))
        else:
            ours.add((f"<{s}>", f"<{p}>", f"<{o}>", "iri"))
    for quad in sorted(ours ^ theirs)[:10]:
        check(False, f"only in {'rdflib' if quad in ours else 'jsonld.js'}: {quad}")

# The shapes of the vocabulary.
shapes = here.parent.parent / "docs" / "shapes.ttl"
done = subprocess.run(["node", here / "validate.mjs", quads, shapes], capture_output=True, text=True)
check(done.returncode == 0, f"SHACL: {done.stdout[:2000]}{done.stderr[:2000]}")
broken = Path(folder, "broken.nq")
kept = [line for line in lines if f"<{KG.stance}>" not in line] if done.returncode == 0 else []
broken.write_text("\n".join(kept) + "\n", encoding="utf-8")
again = subprocess.run(["node", here / "validate.mjs", broken, shapes], capture_output=True, text=True)
check(again.returncode == 1, "claims without a stance fulfil the shapes")
finish()
