# SPDX-License-Identifier: BSL-1.0
"""The values of our DOT, by the names of the facts."""
import json


def decode(text):
    """Undoes DOT's doubled backslash, which Graphviz leaves as it is, and then the C escapes."""
    text = text.replace("\\\\", "\\")
    out, i = [], 0
    while i < len(text):
        if text[i] == "\\":
            i += 1
            out.append({"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}[text[i]])
        else:
            out.append(text[i])
        i += 1
    return "".join(out)


def prefixed(values):
    """Looks values up by the names of the facts; Graphviz gives every node every attribute."""
    empty = set(json.loads(decode(values.get("kg_empty", "")) or "[]"))

    def get(name):
        key = name if name.startswith("kg_") else "kg_a_" + name
        text = decode(values.get(key, ""))
        return text if text or key in empty else None

    return get
