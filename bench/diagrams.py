#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Facts for a picture: N nations with their alliances, threats and officials. diagrams.py N OUTPUT

Every nation is in one to three alliances, most of them of its region, so that the alliances overlap; one nation in four
poses a threat to two or three others; every second has an official; some are allied or at odds two by two.
"""
import json
import sys
from pathlib import Path

import names
from generate import Dice, is_new

PER_REGION = 12


def nation_names(count):
    known = [name for _, name, _ in names.nations()]
    return known[:count] + [f"Republic of {names.CITIES[n % len(names.CITIES)]} {n}" for n in range(count - len(known))]


def records(count):
    dice = Dice(f"diagram {count}")
    nations = [f"nation/n{n}" for n in range(count)]
    for entity, name in zip(nations, nation_names(count)):
        yield {"entity": entity, "kind": "nation", "name": name}
    regions = max(1, count // PER_REGION)
    alliances = [f"alliance/a{n}" for n in range(regions + regions // 2)]  # behind those of a region, those of all
    for n, entity in enumerate(alliances):
        yield {"entity": entity, "kind": "alliance", "name": f"{names.CITIES[n % len(names.CITIES)]} Pact {n + 1}"}

    def claim(subject, relation, other):
        day = f"{1990 + dice.below(35)}-{1 + dice.below(12):02d}"
        return {"subject": subject, "relation": relation, "object": other, "from": day, "confidence": 0.9, "source": f"s{dice.below(50)}"}

    for n, nation in enumerate(nations):
        region = n % regions
        chosen = {alliances[region]}
        if dice.roll() < 0.3:
            chosen.add(alliances[(region + 1) % regions])
        if dice.roll() < 0.3:
            chosen.add(dice.of(alliances[regions:] or alliances))
        yield from (claim(nation, "member_of", alliance) for alliance in sorted(chosen))
        if dice.roll() < 0.5:
            yield {"entity": f"official/o{n}", "kind": "official", "name": f"{dice.of(names.GIVEN)} {dice.of(names.FAMILY)} {n}"}
            yield claim(f"official/o{n}", "holds_office", nation)
        if dice.roll() < 0.25:
            yield {"entity": f"threat/t{n}", "kind": "threat", "name": f"{dice.of(names.DANGERS)} of {n}"}
            yield claim(nation, "poses", f"threat/t{n}")
            for other in sorted({dice.of(nations) for _ in range(3)} - {nation}):
                yield claim(f"threat/t{n}", "threatens", other)
        other = dice.of(nations)
        if other != nation:
            yield claim(nation, dice.of(["ally_of", "threatens", "rival_of"]), other)


def generate(count, path):
    path = Path(path)
    if not is_new(path, __file__, names.__file__):
        path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(count)), encoding="utf-8")
    return path


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(generate(int(sys.argv[1]), sys.argv[2]))
