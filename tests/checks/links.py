# SPDX-License-Identifier: BSL-1.0
"""Every relative link in a Markdown page leads to a file that is there, and to a heading of it.

Usage: links.py ROOT
"""

import pathlib
import re
import sys

LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")


def anchors(path):
    """The names that GitHub gives to the headings of a page."""
    found = set()
    for heading in re.findall(r"^#+\s+(.*?)\s*$", path.read_text(encoding="utf-8"), re.MULTILINE):
        kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
        found.add(kept.replace(" ", "-"))
    return found


def problems(root):
    for path in sorted(root.rglob("*.md")):
        name = path.relative_to(root)
        if name.parts[0] in ("build", ".git") or "node_modules" in name.parts:
            continue
        if name.parts[:2] == ("tests", "command"):
            continue
        text = CODE.sub("", FENCE.sub("", path.read_text(encoding="utf-8")))
        for link in LINK.findall(text):
            if re.match(r"[a-z]+:", link):
                continue
            file, _, anchor = link.partition("#")
            target = (path.parent / file) if file else path
            if not target.exists():
                yield f"{name}: {link} leads nowhere"
            elif anchor and target.suffix == ".md" and anchor not in anchors(target):
                yield f"{name}: {link}: there is no such heading"


def main():
    found = list(problems(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "Every link leads somewhere.")
    return 1 if found else 0


sys.exit(main())
