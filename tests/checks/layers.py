# SPDX-License-Identifier: BSL-1.0
"""Includes point one way, from room to room, in no circle, and each library has its home.

Usage: layers.py ROOT
"""

import pathlib
import re
import sys

# The rooms of the house and those that each may include from, besides itself; a folder belongs to
# the room with the longest name that it begins with. docs/architecture.md has the same table.
ROOMS = {
    "graph/text": "",
    "graph/language": "graph/text",
    "graph/memory": "",
    "graph/model": "graph/text graph/language graph/memory",
    "graph/saved": "graph/text graph/language graph/memory graph/model",
    "graph/intake": "graph/text graph/language graph/memory graph/model",
    "graph/identity": "graph/text graph/language graph/memory graph/model graph/intake",
    "graph/build": "graph/text graph/language graph/memory graph/model graph/intake graph/identity",
    "graph/explore": "graph/text graph/language graph/memory graph/model graph/identity",
    "importers/syntax": "graph/text graph/language",
    "importers/input": "graph/text graph/language graph/memory graph/saved importers/syntax",
    "importers": "graph/text graph/language graph/build graph/saved importers/input",
    "importers/records": "graph/text graph/language graph/memory importers/syntax importers",
    "importers/flat": "graph/text graph/language importers/syntax importers importers/records",
    "importers/json": "graph/text graph/language graph/memory importers/syntax importers/input importers "
    "importers/records importers/flat",
    "importers/csv": "graph/text graph/language importers/syntax importers importers/records",
    "importers/xml": "graph/text graph/language importers/syntax importers importers/flat",
    "importers/dot": "graph/text graph/language importers/syntax importers importers/flat",
    "importers/rdf": "graph/text graph/language graph/memory importers/syntax importers importers/records",
    "importers/bundle": "graph/text graph/language importers/syntax importers importers/records importers/flat",
    "exporters/writing": "graph/text graph/language graph/memory graph/model",
    "exporters/items": "graph/text graph/language graph/model exporters/writing",
    "exporters/drawing": "graph/text graph/language graph/model exporters/writing",
    "exporters": "graph/text graph/language graph/saved exporters/writing exporters/items",
    "exporters/graphs": "graph/text graph/language graph/model exporters/writing exporters/items exporters",
    "exporters/rdf": "graph/text graph/language graph/model exporters/writing exporters/items exporters",
    "exporters/cypher": "graph/text graph/language graph/model exporters/writing exporters/items exporters",
    "exporters/bundle": "graph/text graph/language graph/memory graph/model exporters/writing exporters/items "
    "exporters",
    "exporters/stix": "graph/text graph/language graph/model exporters/writing exporters/items exporters",
    "exporters/vocabulary": "graph/text graph/language exporters/writing exporters/items exporters/rdf",
    "exporters/html": "graph/text graph/language graph/model exporters/writing exporters/items exporters/drawing "
    "exporters",
    "exporters/diagram": "graph/text graph/language graph/model exporters/writing exporters/drawing exporters",
    "exporters/timeline": "graph/text graph/language graph/model graph/explore exporters/writing exporters/drawing "
    "exporters/diagram",
    "session": "graph importers exporters",
    "cli": "graph importers exporters session",
}
# In front ends a wing stands for all of its rooms.
WINGS = ("graph", "importers", "exporters", "session", "cli")

# What an #include begins with, and the only places that may say it.
HOMES = {
    "<boost/uuid/": ["exporters/stix/"],
    "<boost/graph/": ["graph/", "docs/examples/", "tests/", "bench/"],
    '"graph/model/graph.hpp"': ["graph/", "docs/examples/", "tests/", "bench/"],
    "<rapidjson/": ["graph/identity/generator/iso_codes", "importers/syntax/json", "tests/", "bench/"],
    "<simdjson": ["importers/input/", "importers/syntax/utf8", "importers/json/plain", "tests/", "bench/"],
    "<graphviz/": ["exporters/diagram/", "importers/dot", "tests/"],
    "<unicode/": ["graph/", "importers/", "exporters/drawing/", "tests/"],
    "<expat": ["importers/syntax/xml", "exporters/drawing/flags/svg_elements", "tests/"],
    "<serd/": ["exporters/rdf/", "importers/rdf/", "tests/"],
    "<archive": ["importers/input/", "exporters/bundle/zip_archive", "tests/"],
    "<fmt/": ["session/", "cli/"],
    "<CLI/": ["cli/arguments.cpp"],
    "<doctest": ["tests/"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"][^>"]+[>"])', re.MULTILINE)



def room_of(name):
    """The room of a file or an include; None for what is no part of the house."""
    folder = name.rsplit("/", 1)[0]
    while folder:
        if folder in ROOMS:
            return folder
        folder = folder.rpartition("/")[0]
    return None


def may_include(room, other):
    allowed = ROOMS[room].split()
    if room in ("session", "cli"):
        return other.split("/")[0] in allowed
    return other in allowed


def sources(root):
    for path in sorted(root.rglob("*.?pp")):
        name = path.relative_to(root).as_posix()
        if name.split("/")[0] in ("build", ".git") or "node_modules" in name:
            continue
        yield name, INCLUDE.findall(path.read_text(encoding="utf-8"))


def problems(root):
    arrows = {}
    for name, includes in sources(root):
        room = room_of(name)
        if room is None and name.split("/")[0] in WINGS:
            yield f"{name}: this folder is no room; name it in tests/checks/layers.py"
        for include in includes:
            other = room_of(include[1:-1]) if include[0] == '"' else None
            if room and other:
                if room != other and not may_include(room, other):
                    yield f"{name}: {room}/ must not include {include}"
                arrows.setdefault(name.rsplit("/", 1)[0], {}).setdefault(include[1:-1].rsplit("/", 1)[0], name)
            for begin, homes in HOMES.items():
                if include.startswith(begin) and not any(name.startswith(home) for home in homes):
                    yield f"{name}: {include} may only be included in {', '.join(homes)}"
    yield from circles(arrows)


def circles(arrows):
    """Folders that include each other, if through others."""
    done = set()

    def visit(folder, path):
        if folder in path:
            circle = [*path[path.index(folder) :], folder]
            files = ", ".join(arrows[a][b] for a, b in zip(circle, circle[1:]))
            yield f"{' -> '.join(circle)}: a circle of folders ({files})"
            return
        if folder in done:
            return
        for other in sorted(arrows.get(folder, {})):
            if other != folder:
                yield from visit(other, [*path, folder])
        done.add(folder)

    for folder in sorted(arrows):
        yield from visit(folder, [])


def documented(root):
    """The table of rooms in docs/architecture.md is the one above."""
    page = "docs/architecture.md"
    rows = {}
    for line in (root / page).read_text(encoding="utf-8").split("\n"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == 3 and re.fullmatch(r"`[a-z/]+/`", cells[0]):
            rows[cells[0].strip("`/")] = " ".join(cells[1].replace("`", "").split())
    for room in ROOMS.keys() | rows.keys():
        if room not in rows:
            yield f"{page}: no row for the room {room}/"
        elif room not in ROOMS:
            yield f"{page}: {room}/ is no room of tests/checks/layers.py"
        elif set(rows[room].split()) != set(shortened(room).split()):
            yield f"{page}: {room}/ may include '{shortened(room)}', the page says '{rows[room]}'"


def shortened(room):
    """As the page has it: rooms of the same wing without its name."""
    wing = room.split("/")[0] + "/"
    return " ".join(other.removeprefix(wing) for other in ROOMS[room].split())


def main():
    root = pathlib.Path(sys.argv[1])
    found = sorted({*problems(root), *documented(root)})
    print("\n".join(found) or "Every include points the right way.")
    return 1 if found else 0


sys.exit(main())
