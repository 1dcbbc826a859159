#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Tells whether two graph files say the same, and shows the first differences if they do not.

    compare.py VOCABULARY OURS THEIRS         nodes, edges and attributes
    compare.py VOCABULARY OURS --quotes FACTS every quote of the facts stands in the file, as often as there

The exit code is 0 if they are equal.
"""
import json
import re
import sys
from collections import Counter
from pathlib import Path

from contents import read

SHOWN = 5
ROUNDED = 1.5e-6  # both round to six decimals


def differences(ours, theirs, cut_lists=False):
    """`cut_lists`: their lists of sources may lack some."""
    yield from ("ours: " + problem for problem in ours.problems)
    yield from ("theirs: " + problem for problem in theirs.problems)
    yield from (f"only ours has the node {name} ({kind})" for name, kind in sorted(ours.nodes - theirs.nodes))
    yield from (f"only theirs has the node {name} ({kind})" for name, kind in sorted(theirs.nodes - ours.nodes))
    for (a, relation, b), mine in ours.edges.items():
        edge = f"{a[0]} {relation} {b[0]}"
        other = theirs.edges.get((a, relation, b))
        if other is None:
            yield f"only ours has the edge {edge}"
            continue
        for field in ("first", "last", "claims"):
            if getattr(mine, field) != getattr(other, field):
                yield f"{edge}: {field} is {getattr(mine, field)} in ours, {getattr(other, field)} in theirs"
        if abs(mine.confidence - other.confidence) > ROUNDED:
            yield f"{edge}: confidence is {mine.confidence} in ours, {other.confidence} in theirs"
        if not (other.sources < mine.sources if cut_lists else False) and other.sources != mine.sources:
            yield f"{edge}: other sources, such as {sorted(mine.sources ^ other.sources)[0]}"
    for a, relation, b in theirs.edges.keys() - ours.edges.keys():
        yield f"only theirs has the edge {a[0]} {relation} {b[0]}"


QUOTE = re.compile(rb'(?:"quote":|#quote> )("(?:[^"\\]|\\.)*")')


def quotes_of(path, vocabulary):
    """Each quote with how often it stands there. Line by line where it can be, for the files are large."""
    if path.suffix == ".graphml":
        return Counter(read(path, vocabulary).quotes)
    with open(path, "rb") as lines:
        found = Counter(json.loads(quote) for line in lines if b"quote" in line for quote in QUOTE.findall(line))
    del found["kg:quote"]  # the context of JSON-LD
    return found


def quote_differences(path, facts, vocabulary):
    found, wanted = quotes_of(path, vocabulary), quotes_of(facts, vocabulary)
    yield from (f"missing {count} times: {quote}" for quote, count in (wanted - found).items())
    yield from (f"{count} times too often: {quote}" for quote, count in (found - wanted).items())


def main(words):
    words = list(words)
    cut_lists = "--cut-lists" in words
    if cut_lists:
        words.remove("--cut-lists")
    vocabulary, ours = Path(words[0]), Path(words[1])
    if words[2] == "--quotes":
        found = quote_differences(ours, Path(words[3]), vocabulary)
    else:
        found = differences(read(ours, vocabulary), read(Path(words[2]), vocabulary), cut_lists)
    found = list(found)
    for difference in found[:SHOWN]:
        print(difference)
    if len(found) > SHOWN:
        print(f"and {len(found) - SHOWN} more")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
