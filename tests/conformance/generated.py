# SPDX-License-Identifier: BSL-1.0
"""Facts made by rule, the same in every run: generated.py COUNT > facts.jsonl"""
import json
import sys

NATIONS = ["nation/JPN", "nation/USA", "nation/KOR", "nation/PRK", "nation/FRA", "nation/x\"y"]
OTHERS = ["alliance/a", "official/o'b", "threat/<t>", "organization/back\\slash", "event/e"]
RELATIONS = ["ally_of", "member_of", "threatens", "met_with", "negotiates with", "part_of", "in"]
DATES = ["1960", "1960-01", "1960-01-19", "2023-06-01T09:30:00Z", "..", "198X", "1914~", None]
STANCES = ["asserted", "denied", "planned", "possible"]
VALUES = ["text", "line\none", "tab\t\\ \"q\"", 1, -7, 2.5, 9007199254740993, True, [1, 2], ["a", "b,c"],
          [0.5, 1], [], [[1], {"k": None}], "=1+1", ""]
KEYS = ["role", "weight", "order", "Label", "label", "founded on", "match", "кл"]


class Dice:
    """A linear congruence, so that no version of a library changes the outcome."""

    def __init__(self, seed):
        self.state = seed

    def of(self, items):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return items[(self.state >> 33) % len(items)]


def facts(count, seed=1):
    dice = Dice(seed)
    for ident in NATIONS + OTHERS:
        record = {"entity": ident, "kind": ident.split("/")[0], "name": "Name of " + ident.split("/")[1]}
        for _ in range(3):
            record[dice.of(KEYS)] = dice.of(VALUES)
        yield record
    yield {"entity": "company/c", "kind": "company", "name": "A kind of its own", "aliases": ["C", {"name": "シー", "language": "ja"}]}
    yield {"entity": "claim/c", "kind": "claim", "name": "A kind that is called like a table"}
    yield {"source": "s0", "publisher": "P", "published": "2023-06-01", "pages": [1, 2]}
    for _ in range(count):
        record = {"subject": dice.of(NATIONS + OTHERS), "relation": dice.of(RELATIONS), "object": dice.of(NATIONS + OTHERS)}
        for key, values in (("from", DATES), ("to", DATES), ("date", DATES), ("stance", STANCES),
                            ("confidence", [0.1, 0.25, 1, None]), ("source", ["s0", "s1", "s 2", None]),
                            ("stated_by", [None, None, "official/o'b"]), ("quote", [None, "said \"so\"\nand \\n"])):
            value = dice.of(values)
            if value is not None:
                record[key] = value
        if dice.of([True, False]):
            record[dice.of(KEYS)] = dice.of(VALUES)
        yield record


def inputs_of(arguments, folder):
    """The input files of a test, which may ask for facts made here by the word `generated`."""
    if arguments != ["generated"]:
        return arguments
    path = f"{folder}/generated.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts(150))
    return [path]


if __name__ == "__main__":
    for fact in facts(int(sys.argv[1])):
        print(json.dumps(fact, ensure_ascii=False))
