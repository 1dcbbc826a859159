# SPDX-License-Identifier: BSL-1.0
"""What a user writes by hand to get from JSON Lines to entities and edges: a table of aliases, a dictionary of edges.

The same work as entente's with the same result: relations of one meaning have one name, a symmetric relation is one
edge whichever end was named first. No check of anything, no position of an error, no name that is spelt otherwise.
"""
import json


def vocabulary(path):
    """Synonym -> name of each relation, and the symmetric relations; from `entente vocabulary --format json`."""
    with open(path, encoding="utf-8") as text:
        relations = json.load(text)["relations"]
    synonyms = {synonym: row["name"] for row in relations for synonym in row.get("synonyms", "").split()}
    return synonyms, {row["name"] for row in relations if row["symmetric"]}


def load(facts, entities, vocabulary_path):
    """Nodes as (id, name, kind, aliases); edges as {(from, relation, to): [first, last, doubt, [source]]}, by numbers of nodes."""
    synonyms, symmetric = vocabulary(vocabulary_path)
    nodes, known = [], {}
    with open(entities, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for name in (row["name"], *row["aliases"]):
                known[name] = len(nodes)
            nodes.append((row["entity"], row["name"], row["kind"], row["aliases"]))
    edges = {}
    with open(facts, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            relation = row["relation"]
            relation = synonyms.get(relation, relation)
            a, b = known[row["subject"]["name"]], known[row["object"]["name"]]
            if b < a and relation in symmetric:
                a, b = b, a
            day, source = row["date"], row["source"]["id"]
            edge = edges.get((a, relation, b))
            if edge is None:
                edges[a, relation, b] = [day, day, 1 - row["confidence"], [source]]
                continue
            if day < edge[0]:
                edge[0] = day
            if day > edge[1]:
                edge[1] = day
            edge[2] *= 1 - row["confidence"]  # each fact has a source of its own
            edge[3].append(source)
    return nodes, edges
