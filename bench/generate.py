#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Writes made-up facts of a given number, the same ones each time: facts-N.jsonl and entities-N.jsonl.

    generate.py N FOLDER

Few are often in the news and many seldom (Zipf). A quarter of the facts repeat an earlier one in another source, three
in ten mentions are aliases, one line in 25 is escaped ASCII, one quote in eight is not English. Entities grow slower than
facts, as in an archive that grows. Only random.random() is used, which gives the same in every Python.
"""
import json
import random
import sys
from bisect import bisect_left
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import names

# How often, subject, relation, object. Synonyms and three relations that the vocabulary lacks are meant.
RELATIONS = [
    (10, "nation", "ally_of", "nation"), (6, "nation", "threatens", "nation"), (6, "nation", "sanctions", "nation"),
    (8, "nation", "trades_with", "nation"), (6, "nation", "negotiates_with", "nation"), (5, "nation", "supports", "nation"),
    (5, "nation", "member_of", "alliance"), (5, "nation", "poses", "threat"), (9, "nation", "participated_in", "event"),
    (8, "official", "holds_office_in", "nation"), (12, "official", "met_with", "official"), (7, "official", "criticized", "nation"),
    (7, "official", "attended", "event"), (4, "official", "leads", "organization"), (4, "event", "located_in", "nation"),
    (3, "official", "warned_of", "threat"),
]  # fmt: skip
REPEATED, ALIASED, ESCAPED = 0.25, 0.3, 0.04
MEMORY = 50_000  # how many facts ago what is repeated may have been said
FIRST_DAY, DAYS = date(2000, 1, 1), 9_496


class Dice:
    def __init__(self, seed):
        self.roll = random.Random(seed).random

    def below(self, count):
        return int(self.roll() * count)

    def of(self, items):
        return items[int(self.roll() * len(items))]

    def by(self, sums):
        """An index, as likely as its part of the cumulative sums."""
        return bisect_left(sums, self.roll() * sums[-1])


class Cast:
    """Everybody who is mentioned. No two have a name that might be taken for the other's."""

    def __init__(self):
        self.taken = set()
        self.count = 0
        self.of_kind = {}  # kind -> [(id, names)]

    def add(self, kind, entity_names):
        if names.key_of(entity_names[0]) in self.taken:
            return
        kept = []
        for name in entity_names:
            key = names.key_of(name)
            if key not in self.taken or (kind == "official" and kept and key == names.key_of(kept[0])):
                self.taken.add(key)
                kept.append(name)
        self.of_kind.setdefault(kind, []).append((f"{kind}/e{self.count}", kept))
        self.count += 1

    def fill(self, kind, wanted, make):
        dice = Dice(f"entente {kind}")
        made = 0
        while len(self.of_kind.get(kind, ())) < wanted:
            self.add(kind, make(dice, made))
            made += 1


def official(dice, made):
    given, family = dice.of(names.GIVEN), dice.of(names.FAMILY)
    if made >= 1_500:
        given += f" {chr(65 + dice.below(26))}."
    if made >= 20_000:
        given = f"{dice.of(names.GIVEN)} {given}"
    found = [f"{given} {family}", f"{dice.of(names.OFFICES)} {given} {family}"]
    return found + [f"{family}, {given}"] if dice.roll() < 0.4 else found


def event(dice, made):
    what = f"{dice.of(names.CITIES)} {dice.of(names.HAPPENINGS)}"
    when = f"{2000 + dice.below(26)}-{1 + dice.below(12):02d}" + (f" (no. {made})" if made > 3_000 else "")
    return [f"{what} of {when}"] + ([f"{what} in {when}"] if dice.roll() < 0.2 else [])


def organization(dice, made):
    name = f"{dice.of(names.CITIES)} {dice.of(names.BODIES)} for {dice.of(names.MATTERS)}" + (f" {made}" if made > 800 else "")
    return [name, "".join(word[0] for word in name.split()) + str(made)]


def threat(dice, made, nations):
    danger = f"{nations[int(len(nations) * dice.roll() ** 3)]} {dice.of(names.DANGERS)}" + (f" #{made}" if made > 400 else "")
    return [danger] + ([f"threat of {danger}"] if dice.roll() < 0.3 else [])


def cast_of(count):
    cast = Cast()
    for _, name, aliases in names.nations():
        cast.add("nation", [name, *aliases])
    for name, aliases in names.ALLIANCES.items():
        cast.add("alliance", [name, *aliases])
    nations = [entity_names[0] for _, entity_names in cast.of_kind["nation"]]
    cast.fill("official", max(50, int(count**0.7)), official)
    cast.fill("organization", max(40, int(count**0.5)), organization)
    cast.fill("event", max(60, int(count**0.78)), event)
    cast.fill("threat", max(30, int(2 * count**0.45)), lambda dice, made: threat(dice, made, nations))
    return cast.of_kind


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_entities(cast, path):
    with open(path, "w", encoding="utf-8") as out:
        for kind, entities in cast.items():
            for entity, (name, *aliases) in entities:
                out.write(compact({"entity": entity, "kind": kind, "name": name, "aliases": aliases}) + "\n")


def zipf(count, exponent):
    return list(accumulate(1 / rank**exponent for rank in range(1, count + 1)))


def facts(cast, count):
    """The lines, one fact each."""
    dice = Dice(count)
    roll, below = dice.roll, dice.below
    few = ("nation", "alliance")
    subjects = {kind: zipf(len(all_), 0.95 if kind in few else 0.8) for kind, all_ in cast.items()}
    objects = {kind: zipf(len(all_), 0.85 if kind in few else 0.75) for kind, all_ in cast.items()}
    mentions = {
        kind: [[(name, compact({"name": name, "kind": kind})) for name in entity_names] for _, entity_names in entities]
        for kind, entities in cast.items()
    }
    relations = list(accumulate(row[0] for row in RELATIONS))
    quotes = list(accumulate(row[0] for row in names.QUOTES))
    days = [(FIRST_DAY + timedelta(n)).isoformat() for n in range(DAYS)]

    def mention(kind, index):
        all_names = mentions[kind][index]
        if len(all_names) == 1 or roll() >= ALIASED:
            return all_names[0]
        return all_names[1 + below(len(all_names) - 1)]

    said = []
    for number in range(count):
        ago = 1 + below(MEMORY)
        if roll() < REPEATED and ago <= len(said):
            fact = said[-ago]
        else:
            _, subject_kind, relation, object_kind = RELATIONS[dice.by(relations)]
            subject, object_ = dice.by(subjects[subject_kind]), dice.by(objects[object_kind])
            if subject_kind == object_kind and subject == object_:
                object_ = (object_ + 1) % len(cast[object_kind])
            fact = (subject_kind, subject, relation, object_kind, object_, days[below(DAYS)])
            said.append(fact)
            if len(said) > 4 * MEMORY:
                del said[:-MEMORY]
        subject_kind, subject, relation, object_kind, object_, day = fact
        subject_name, subject_json = mention(subject_kind, subject)
        object_name, object_json = mention(object_kind, object_)
        publisher = dice.of(names.PUBLISHERS)
        source = f"{publisher}-{day.replace('-', '')}-{number:05}"  # a document of its own
        quote = names.QUOTES[dice.by(quotes)][1].format(s=subject_name, o=object_name, d=day)
        line = (
            f'{{"subject":{subject_json},"relation":"{relation}","object":{object_json},"date":"{day}","confidence":0.{50 + below(50)},'
            f'"source":{{"id":"{source}","url":"https://www.{publisher}.example/articles/{source}.html"}},"quote":{compact(quote)}}}'
        )
        yield json.dumps(json.loads(line), separators=(",", ":")) if roll() < ESCAPED else line


def is_new(path, *makers):
    """Whether a file is there and was made after the code that makes it."""
    path = Path(path)
    return path.exists() and all(Path(maker).stat().st_mtime <= path.stat().st_mtime for maker in makers)


def generate(count, folder):
    """The paths of the entities and of the facts; writes them unless they are there."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    entities, path = folder / f"entities-{count}.jsonl", folder / f"facts-{count}.jsonl"
    if not is_new(path, __file__, names.__file__):
        cast = cast_of(count)
        write_entities(cast, entities)
        unfinished = path.with_suffix(".part")
        with open(unfinished, "w", encoding="utf-8", buffering=1 << 20) as out:
            for line in facts(cast, count):
                out.write(line + "\n")
        unfinished.rename(path)
    return entities, path


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(*generate(int(sys.argv[1]), sys.argv[2]), sep="\n")
