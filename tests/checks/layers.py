# SPDX-License-Identifier: BSL-1.0
"""Includes point one way, cli -> {importers, exporters} -> graph, and each library has its home.

Usage: layers.py ROOT
"""

import pathlib
import re
import sys

# A folder may include from itself and from these.
LAYERS = {
    "graph": [],
    "importers": ["graph"],
    "exporters": ["graph"],
    "cli": ["graph", "importers", "exporters"],
}

# What an #include begins with, and the only places that may say it.
HOMES = {
    "<boost/graph/": ["graph/", "docs/examples/", "tests/", "bench/"],
    '"graph/model/graph.hpp"': ["graph/", "docs/examples/", "tests/", "bench/"],
    "<rapidjson/": ["graph/identity/gazetteer/iso_codes", "importers/syntax/json", "tests/", "bench/"],
    "<simdjson": ["importers/input/", "importers/syntax/utf8", "importers/json/plain", "tests/", "bench/"],
    "<graphviz/": ["exporters/diagram/", "importers/dot", "tests/"],
    "<unicode/": ["graph/", "importers/", "exporters/drawing/", "tests/"],
    "<expat": ["importers/syntax/xml", "tests/"],
    "<serd/": ["exporters/rdf/", "importers/rdf/", "tests/"],
    "<archive": ["importers/input/", "exporters/bundle/zip_archive", "tests/"],
    "<fmt/": ["session/", "cli/"],
    "<CLI/": ["cli/arguments.cpp"],
    "<doctest": ["tests/"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])', re.MULTILINE)


def problems(root):
    for path in sorted(root.rglob("*.?pp")):
        name = path.relative_to(root).as_posix()
        folder = name.split("/")[0]
        if folder in ("build", ".git") or "node_modules" in name:
            continue
        for include in INCLUDE.findall(path.read_text(encoding="utf-8")):
            target = include[1:].split("/")[0]
            if folder in LAYERS and target in LAYERS:
                if target != folder and target not in LAYERS[folder]:
                    yield f"{name}: {folder}/ must not include {include}"
            for begin, homes in HOMES.items():
                if include.startswith(begin) and not any(name.startswith(home) for home in homes):
                    yield f"{name}: {include} may only be included in {', '.join(homes)}"


def main():
    root = pathlib.Path(sys.argv[1])
    found = list(problems(root))
    print("\n".join(found) or "Every include points the right way.")
    return 1 if found else 0


sys.exit(main())
