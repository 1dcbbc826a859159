# SPDX-License-Identifier: BSL-1.0
"""The tutorial is true: its files are written, its commands run, and what they print is compared.

Usage: tutorial.py ENTENTE PAGE.md     (the program's file must be called entente)

ENTENTE_ACCEPT=1 writes what they print into the page instead.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

entente, page = sys.argv[1:]
text = pathlib.Path(page).read_text(encoding="utf-8")
root = next(p for p in pathlib.Path(page).resolve().parents if (p / "samples").is_dir())
accept = os.environ.get("ENTENTE_ACCEPT") == "1"
environment = {**os.environ, "PATH": f"{pathlib.Path(entente).resolve().parent}:/usr/bin:/bin"}
compared = problems = 0
accepted = text
with tempfile.TemporaryDirectory() as folder:
    os.symlink(root / "samples", pathlib.Path(folder, "samples"))
    for block in re.finditer(r"^```(\w+)\n(.*?)^```", text, re.M | re.S):
        language, body = block[1], block[2]
        paragraph = text[: block.start()].rstrip().split("\n\n")[-1]
        names = re.findall(r"`([\w.]+\.(?:txt|jsonl|py))`", paragraph)
        if language in ("text", "jsonl", "python") and names:
            pathlib.Path(folder, names[-1]).write_text(body, encoding="utf-8")
        if language != "console":
            continue
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", body, re.M):
            ran = subprocess.run(
                ["bash", "-c", command], cwd=folder, env=environment, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            compared += 1
            # The two streams are shown as a terminal mixes them, which differs from run to run.
            if sorted(ran.stdout.splitlines()) == sorted(expected.splitlines()):
                continue
            if accept:
                accepted = accepted.replace(f"$ {command}\n{expected}", f"$ {command}\n{ran.stdout}", 1)
            else:
                problems += 1
                print(f"{page}: this is not what it prints:\n$ {command}\n{ran.stdout}")
if accepted != text:
    pathlib.Path(page).write_text(accepted, encoding="utf-8")
print(f"{compared} commands, {problems} differ")
sys.exit(1 if problems or not compared else 0)
