# SPDX-License-Identifier: BSL-1.0
"""The page on SPARQL stays true: each of its commands is run, each query is asked of Oxigraph, and
the answer is the table that follows it. ENTENTE_ACCEPT=1 writes the tables anew.

Usage: sparql.py PROGRAM PAGE
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from entente import check, finish

program, page = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
here = Path(__file__).resolve().parent
text = page.read_text(encoding="utf-8")
BLOCK = re.compile(r"```sh\n(entente [^\n]* -o (\S+))\n```|```sparql\n(.*?)```\n\n((?:\|[^\n]*\n)*)",
                   re.S)


def table(rows):
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


with tempfile.TemporaryDirectory() as folder:
    Path(folder, "samples").symlink_to(here.parent.parent / "samples")
    made, queries, out, last = None, 0, "", 0
    for block in BLOCK.finditer(text):
        command, file, query, answer = block.groups()
        out += text[last:block.start()]
        last = block.end()
        if command:
            path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
            done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True,
                                  env={**os.environ, "PATH": path})
            check(done.returncode == 0, f"{command}: {done.stderr[-500:]}")
            made = Path(folder, file)
            out += block.group()
            continue
        queries += 1
        done = subprocess.run(["node", here / "sparql.mjs", made, query], capture_output=True, text=True)
        check(done.returncode == 0, done.stderr[-1500:])
        found = table(json.loads(done.stdout)) if done.returncode == 0 else ""
        check(found.count("\n") > 2, f"query {queries} has no answer")
        if os.environ.get("ENTENTE_ACCEPT") != "1":
            check(found == answer, f"query {queries} answers\n{found}\nnot\n{answer}")
        out += f"```sparql\n{query}```\n\n{found}"
    check(queries >= 3, f"the page has {queries} queries")
    if os.environ.get("ENTENTE_ACCEPT") == "1":
        page.write_text(out + text[last:], encoding="utf-8")
finish()
