# SPDX-License-Identifier: BSL-1.0
"""Every record of every sample fits the JSON Schema that entente prints.

Usage: schema.py ENTENTE ROOT
"""
import json
import pathlib
import subprocess
import sys

import jsonschema

entente, root = sys.argv[1:]
schema = json.loads(subprocess.check_output([entente, "schema"]))
validator = jsonschema.Draft202012Validator(schema)
records = 0
problems = []
for path in sorted(pathlib.Path(root, "samples").rglob("*.jsonl")):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        records += 1
        for error in validator.iter_errors(json.loads(line)):
            problems.append(f"{path.relative_to(root)}:{number}: {error.message}")
print("\n".join(problems) or f"{records} records fit the schema.")
sys.exit(1 if problems or not records else 0)
