# SPDX-License-Identifier: BSL-1.0
"""Each source file says its licence, none has grown too long, and none is missing from the build.

Usage: sources.py ROOT
"""

import pathlib
import re
import sys

LONG, TOO_LONG = 400, 700
# Data, not code: a table may be as long as what it lists.
TABLES = re.compile(r"_table\.cpp$|^tests/")
SOURCES = {".cpp", ".hpp", ".py", ".sh", ".js", ".cmake", ".yml"}
FOLDERS = ["graph", "importers", "exporters", "session", "cli", "tests", "docs", "bench", "scripts", "cmake", ".ci"]


def source_files(root):
    yield root / "CMakeLists.txt"
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if "node_modules" in path.parts or "__pycache__" in path.parts or not path.is_file():
                continue
            script = folder in ("scripts", ".ci") and path.suffix == ""
            if path.suffix in SOURCES or path.name == "CMakeLists.txt" or script:
                yield path


def problems(root):
    for path in source_files(root):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        lines = text.split("\n")
        if "SPDX-License-Identifier: BSL-1.0" not in "\n".join(lines[:3]):
            yield f"{name}:1: no line 'SPDX-License-Identifier: BSL-1.0' at the top"
        if path.suffix in (".cpp", ".hpp") and not TABLES.search(name) and len(lines) > LONG:
            print(f"{name}: {len(lines)} lines: has it two jobs?")
            if len(lines) > TOO_LONG:
                yield f"{name}: more than {TOO_LONG} lines; split it"
        if path.suffix == ".hpp" and "#pragma once" not in lines[:3]:
            yield f"{name}:2: no '#pragma once'"


def unlisted(root):
    """Source files that no CMakeLists.txt of a folder above them names."""
    for folder in ["graph", "importers", "exporters", "session", "cli", "tests"]:
        lists = {p.parent: p.read_text(encoding="utf-8") for p in (root / folder).rglob("CMakeLists.txt")}
        for path in sorted((root / folder).rglob("*.cpp")):
            if not any(
                path.is_relative_to(place)
                and re.search(rf"(^|[\s\"]){re.escape(path.relative_to(place).as_posix())}\b", text)
                for place, text in lists.items()
            ):
                yield f"{path.relative_to(root).as_posix()}: no CMakeLists.txt builds it"


def namespaced_types(text):
    """Types that a file defines at the top of a named namespace, as linkers know them."""
    open_namespaces = []
    for line in text.split("\n"):
        if match := re.match(r"namespace(?: ([\w:]+))? \{", line):
            open_namespaces.append(match[1] or "")
        elif line.startswith("} // namespace") and open_namespaces:
            open_namespaces.pop()
        elif match := re.match(r"(?:class|struct) (\w+)(?: final)?(?: : [^;]*)? \{", line):
            if all(open_namespaces):
                yield "::".join([*open_namespaces, match[1]])


def defined_twice(root):
    """Two types of one name in one namespace crash at random: no compiler sees both."""
    places = {}
    for folder in ["graph", "importers", "exporters", "session", "cli"]:
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            for name in namespaced_types(path.read_text(encoding="utf-8")):
                places.setdefault(name, []).append(path.relative_to(root).as_posix())
    for name, files in places.items():
        if len(files) > 1:
            yield f"{files[1]}: {name} is also defined in {files[0]}"


def main():
    root = pathlib.Path(sys.argv[1])
    found = [*problems(root), *unlisted(root), *defined_twice(root)]
    print("\n".join(found) or "Every source file is in order.")
    return 1 if found else 0


sys.exit(main())
