# SPDX-License-Identifier: BSL-1.0
"""The man page and the shell completions know every command and every option of --help.

Usage: help.py ENTENTE ROOT
"""

import pathlib
import re
import subprocess
import sys


def help_of(program, *arguments):
    return subprocess.run(
        [program, *arguments, "--help"], check=True, capture_output=True, text=True
    ).stdout


def options(text):
    found = set()
    for line in text.splitlines():
        if re.match(r"  -", line):
            found.update(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line[:28]))
    return found


def commands(text):
    block = re.search(r"^Commands.*?:\n((?:  \S.*\n)+)", text, re.MULTILINE).group(1)
    return re.findall(r"^  (\S+)", block, re.MULTILINE)


def mentions(text, word):
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    top = help_of(program)
    wanted = {(name, name) for name in commands(top)}
    for name in commands(top):
        wanted |= {(name, option) for option in options(help_of(program, name))}
    assert len(wanted) > 20, "help was not understood"

    found = []
    pages = [root / "docs/man/entente.1", *sorted((root / "completions").iterdir())]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if page.suffix == ".1":  # mdoc writes `Fl o , -output` for -o, --output
            text = re.sub(r"(?:Fl|,) (-?[a-z])", r"-\1", text)
        for command, word in sorted(wanted):
            # fish writes `-l quiet` for --quiet and `-s q` for -q
            forms = [word]
            if page.suffix == ".fish":
                forms = [f"-l {word[2:]}" if word.startswith("--") else f"-s {word[1:]}"]
                if not word.startswith("-"):
                    forms = [word]
            if not any(mentions(text, form) for form in forms):
                found.append(f"{page.relative_to(root)}: no word of {word} (entente {command} --help)")
    print("\n".join(dict.fromkeys(found)) or f"All {len(wanted)} commands and options are there.")
    return 1 if found else 0


sys.exit(main())
