# SPDX-License-Identifier: BSL-1.0
"""The queries of docs/databases/cypher.md in LadybugDB and Grafeo: the answers that the page shows.

ENTENTE_ACCEPT=1 writes LadybugDB's answers into the page.
"""
import os
import re
import shlex
import subprocess
import sys
from glob import glob
from pathlib import Path

from entente import check, finish, parse

program, folder, root = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
page = root / "docs/databases/cypher.md"
text = page.read_text(encoding="utf-8")
here = Path(__file__).parent


def answers(engine, *arguments):
    run = subprocess.run(["node", here / "cypher.mjs", engine, *arguments], capture_output=True, text=True)
    check(run.returncode == 0, f"{engine}: {run.stderr[:2000]}")
    return [parse(line) for line in run.stdout.split("\n") if line]


def table(rows):
    lines = ["| " + " | ".join(rows[0]) + " |", "|" + "---|" * len(rows[0])] if rows else ["Nothing."]
    for row in rows:
        lines.append("| " + " | ".join("" if v is None else str(v) for v in row.values()) + " |")
    return "\n".join(lines) + "\n"


def make(command, name, *profile):
    """Runs a command of the page with another output."""
    words = [w for word in shlex.split(command) for w in (sorted(glob(word, root_dir=root)) if "*" in word else [word])]
    words[0] = program
    at = words.index("-o")
    words = words[:at] + ["-o", str(folder / name), *profile]
    subprocess.run(words, cwd=root, check=True, capture_output=True)
    return folder / name


command, groups = None, {}
for language, block in re.findall(r"```(sh|cypher)\n(.*?)```\n", text, re.DOTALL):
    if language == "sh":
        command = block.strip()
        check(command.endswith("--profile kuzu"), f"not a command for LadybugDB: {command}")
    else:
        groups.setdefault(command, []).append(block)
check(len(groups) >= 2 and sum(map(len, groups.values())) >= 4, "the page has lost its queries")

found = {}
for command, queries in groups.items():
    results = answers("ladybug", make(command, "kuzu.cypher", "--profile", "kuzu"), *queries)
    check(results == answers("grafeo", make(command, "line.cypher"), *queries), f"LadybugDB and Grafeo differ: {command}")
    check(not answers("check", *queries)[0]["errors"], f"Neo4j refuses a query of {command}")
    found.update(zip(queries, map(table, results)))


def with_answer(match):
    return f"```cypher\n{match[1]}```\n\n{found.get(match[1], '')}"


renewed = re.sub(r"```cypher\n(.*?)```\n(?:\n(?:\|[^\n]*\n)+|\nNothing\.\n)?", with_answer, text, flags=re.DOTALL)
if os.environ.get("ENTENTE_ACCEPT") == "1":
    page.write_text(renewed, encoding="utf-8")
else:
    for old, new in zip(text.split("\n"), renewed.split("\n")):
        check(old == new, f"the page says {old!r}, the databases {new!r}")
    check(text == renewed, "the page has other answers than the databases")
finish()
