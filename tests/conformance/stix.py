# SPDX-License-Identifier: BSL-1.0
"""A STIX bundle against the rules of STIX 2.1, and the facts that its extension holds.

stix.py --check FILE tries the rules on a bundle that others wrote.
"""
import json
import re
import sys
import uuid
from pathlib import Path

from entente import Facts, check, export, finish
from generated import inputs_of

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
ID = re.compile(rf"([a-z][a-z0-9-]+[a-z0-9])--{UUID}")
TIME = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?Z")
NAMESPACE = uuid.UUID("7b6c1e52-9d0f-4a37-8f4e-5a1c0de3b9d4")

# Required besides type, id, spec_version, created, modified (sections 4 and 5 of the specification).
REQUIRED = {
    "campaign": ["name"], "course-of-action": ["name"], "identity": ["name"], "incident": ["name"],
    "infrastructure": ["name"], "intrusion-set": ["name"], "location": [], "threat-actor": ["name"],
    "note": ["content", "object_refs"], "report": ["name", "published", "object_refs"],
    "relationship": ["relationship_type", "source_ref", "target_ref"],
    "extension-definition": ["created_by_ref", "name", "schema", "version", "extension_types"],
}
IDENTITY_CLASSES = ["individual", "group", "system", "organization", "class", "unknown"]
# Which of our pairs the specification names (appendix B); common: related-to and two more.
SPECIFIED = {"targets": ("campaign", ("identity", "location")), "located-at": ("identity", ("location",))}
TIMES = ["created", "modified", "published", "first_seen", "last_seen", "start_time", "stop_time"]
TEXTS = ["name", "description", "content", "abstract", "relationship_type", "identity_class", "country", "region"]


def values(item, path=""):
    if isinstance(item, dict):
        for key, value in item.items():
            yield from values(value, f"{path}.{key}")
    elif isinstance(item, list):
        check(item, f"{path} is an empty list")
        for value in item:
            yield from values(value, path + "[]")
    else:
        check(item is not None, f"{path} is null")
        yield path, item


def check_bundle(bundle):
    check(bundle["type"] == "bundle" and ID.fullmatch(bundle["id"]), "the bundle's type and id")
    check(set(bundle) == {"type", "id", "objects"}, f"the bundle has {set(bundle)}")
    known = {item["id"] for item in bundle["objects"]}
    check(len(known) == len(bundle["objects"]), "an id stands twice")
    for item in bundle["objects"]:
        check_object(item, known)


def check_object(item, known):
    kind, ident = item["type"], item["id"]
    check(ID.fullmatch(ident) and ident.startswith(kind + "--"), f"{ident} is no id of a {kind}")
    check(item.get("spec_version") == "2.1", f"{ident}: spec_version")
    for key in ["created", "modified", *REQUIRED.get(kind, [])]:
        check(key in item, f"{ident} lacks {key}")
    for key in TIMES:
        check(key not in item or TIME.fullmatch(item[key]), f"{ident}: {key} is {item.get(key)!r}")
    for key in TEXTS:
        check(key not in item or (isinstance(item[key], str) and item[key]), f"{ident}: {key} is {item.get(key)!r}")
    check(item["created"] <= item["modified"], f"{ident} was modified before it was created")
    for path, value in values(item):
        if path.endswith("_ref") or path.endswith("_refs[]"):
            check(value in known, f"{ident}: {path} is {value}, which is not in the bundle")
    if "confidence" in item:
        check(isinstance(item["confidence"], int) and 0 <= item["confidence"] <= 100, f"{ident}: confidence")
    for start, stop in (("start_time", "stop_time"), ("first_seen", "last_seen")):
        if start in item and stop in item:
            check(item[start] < item[stop], f"{ident}: {stop} is not after {start}")
    if kind == "identity" and "identity_class" in item:
        check(item["identity_class"] in IDENTITY_CLASSES, f"{ident}: {item['identity_class']}")
    if kind == "location":
        check({"region", "country"} & set(item) or {"latitude", "longitude"} <= set(item), f"{ident} is nowhere")
        check(re.fullmatch("[A-Z]{2}", item.get("country", "XX")), f"{ident}: country {item.get('country')}")
    if kind == "relationship":
        check(re.fullmatch("[a-z0-9-]+", item["relationship_type"]), f"{ident}: {item['relationship_type']!r}")
    for reference in item.get("external_references", []):
        check(reference.get("source_name") and {"description", "url", "external_id"} & set(reference), f"{ident}: {reference}")
        check(re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", reference.get("url", "x:y"), re.I), f"{ident}: url {reference.get('url')!r}")
    for extension, content in item.get("extensions", {}).items():
        check(extension in known, f"{ident}: {extension} is not in the bundle")
        check(content.get("extension_type") == "property-extension", f"{ident}: extension_type")


def extension(item):
    return next(iter(item.get("extensions", {}).values()), {})


if sys.argv[1] == "--check":
    check_bundle(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
    finish()

program, folder, *arguments = sys.argv[1:]
inputs = inputs_of(arguments, folder)
facts = Facts(program, inputs, folder)
path = f"{folder}/out.stix"
counts = export(program, inputs, path)
check(counts == facts.counts, f"entente wrote {counts}, facts have {facts.counts}")
bundle = json.loads(Path(path).read_text(encoding="utf-8"))
check_bundle(bundle)

items = {extension(item).get("kg_id"): item for item in bundle["objects"]}
by_type = {}
for item in bundle["objects"]:
    by_type.setdefault(item["type"], []).append(item)
check(len(by_type.get("note", [])) == counts["claims"], "not a note a claim")
check(len(by_type.get("report", [])) == counts["sources"], "not a report a source")
relations = [item for item in by_type["relationship"] if "kg_relation" in extension(item)]
check(len(relations) == counts["relations"], "not a relationship a relation")


def uuid_of(name):
    return str(uuid.uuid5(NAMESPACE, name))


for (subject, relation, obj), claims in facts.claims.items():
    ident = f"relation/{subject}/{relation}/{obj}"
    item = items[ident]
    check(item["id"].endswith(uuid_of(ident)), f"{ident}: {item['id']}")
    for end, entity in (("source_ref", subject), ("target_ref", obj)):
        check(item[end].endswith(uuid_of("entity/" + entity)), f"{ident}: {end}")
    check(extension(item)["kg_relation"] == relation, f"{ident}: kg_relation")
    notes = [n for n in by_type.get("note", []) if item["id"] in n["object_refs"]]
    check(len(notes) == len(claims), f"{ident}: {len(notes)} notes")
    quotes = sorted(n["content"] for n in notes if any(n["content"] == c.get("quote") for c in claims))
    check(quotes == sorted(c["quote"] for c in claims if "quote" in c), f"{ident}: quotes")

# The records of the extension, read again, are the same graph to the byte.
records = [line for item in bundle["objects"] for line in extension(item).get("kg_records", [])]
Path(f"{folder}/records.jsonl").write_text("".join(r + "\n" for r in records), encoding="utf-8")
export(program, [f"{folder}/records.jsonl"], f"facts:{folder}/again.jsonl")
check(Path(f"{folder}/again.jsonl").read_bytes() == Path(f"{folder}/facts.jsonl").read_bytes(), "the records are other facts")

# --profile spec: no relationship that the specification does not know; --lean: no notes.
counts = export(program, inputs, path, "--profile", "spec", "--lean")
check(counts == {**facts.counts, "claims": 0}, f"--lean wrote {counts}")
bundle = json.loads(Path(path).read_text(encoding="utf-8"))
check_bundle(bundle)
for item in bundle["objects"]:
    check(item["type"] != "note", "a note in spite of --lean")
    if item["type"] == "relationship" and item["relationship_type"] != "related-to":
        source, targets = SPECIFIED.get(item["relationship_type"], ("", ()))
        check(item["source_ref"].startswith(source + "--") and item["target_ref"].split("--")[0] in targets,
              f"{item['id']}: {item['relationship_type']} between {item['source_ref']} and {item['target_ref']}")
finish()
