# SPDX-License-Identifier: BSL-1.0
"""The pictures in a strict XML parser and by their first bytes; nothing in them may run."""
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from entente import check, export, finish

program, folder, *inputs = sys.argv[1:]
counts = {}
for kind, magic in (("svg", b"<"), ("png", b"\x89PNG\r\n\x1a\n"), ("pdf", b"%PDF-")):
    path = f"{folder}/out.{kind}"
    counts[kind] = export(program, inputs, path)
    check(Path(path).read_bytes().startswith(magic), f"{kind} begins with something else")
check(counts["png"] == counts["pdf"], f"the pictures differ: {counts}")
check(counts["svg"]["relations"] == counts["png"]["relations"], f"the pictures differ: {counts}")

path = f"{folder}/out.svg"
lint = subprocess.run(["xmllint", "--noout", "--nonet", path], capture_output=True, text=True)
check(lint.returncode == 0 and not lint.stderr, f"xmllint: {lint.stderr}")
for element in ElementTree.parse(path).iter():
    name = element.tag.rsplit("}", 1)[-1]
    check(name not in ("script", "foreignObject", "iframe", "handler"), f"an element {name}")
    for attribute, value in element.attrib.items():
        attribute = attribute.rsplit("}", 1)[-1]
        check(not attribute.lower().startswith("on"), f"an attribute {attribute}")
        if attribute == "href":
            check(value.startswith(("#", "data:image/", "http://", "https://")), f"a link to {value[:60]}")
finish()
