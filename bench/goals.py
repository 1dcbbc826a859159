# SPDX-License-Identifier: BSL-1.0
"""The goals, each a function that measures and yields the rows of the table."""
import os
from pathlib import Path

import diagrams
from judging import Row, facts_text, judge, ours_failed, ratio, refuse, runs_of, seconds, used
from workshop import HERE, Measured, NotCounted

MILLION = 1_000_000
TEN_MILLION = 10 * MILLION
CPU_A_FACT = "CPU a fact, against 1M facts"


def build_graphml(shop, size):
    """Goal 1: the same GraphML as the peers, and how far that is from parsing alone."""
    if size > MILLION:
        return
    entities, facts = shop.facts(size)
    lean = shop.output(f"lean-{size}.graphml")
    missing = {
        "networkx": shop.missing_module("networkx", "python3-networkx"),
        "python-igraph": shop.missing_module("igraph", "python3-igraph"),
        "simdjson": shop.missing_tool("bench_floor", "libsimdjson-dev"),
    }
    theirs = {name: shop.output(f"{name}-{size}.graphml") for name in ("networkx", "python-igraph")}
    commands = {
        "entente": [shop.program, "-q", entities, facts, "--lean", "-o", lean],
        "networkx": shop.peer("networkx_graphml.py", facts, entities, shop.vocabulary, theirs["networkx"]),
        "python-igraph": shop.peer("igraph_graphml.py", facts, entities, shop.vocabulary, theirs["python-igraph"]),
        "simdjson": shop.tool("bench_floor", entities, facts),
    }
    possible = {name: command for name, command in commands.items() if not missing.get(name)}
    measured = shop.measure(possible, outputs=[lean, *theirs.values()])
    for name, limit in (("networkx", 25), ("python-igraph", 11)):
        row = Row(1, f"JSON Lines to lean GraphML: {name} needs", facts_text(size))
        reason = missing[name] or ours_failed(measured)
        if not reason and isinstance(measured[name], Measured):
            cut = ["--cut-lists"] if name == "python-igraph" else []
            reason = shop.difference(lean, theirs[name], *cut)
        yield ratio(row, reason, measured, "entente", name, limit, judged=size == MILLION)
        shop.remove(theirs[name])
    row = Row(1, "the same, against simdjson reading every field", facts_text(size))
    yield ratio(row, missing["simdjson"], measured, "entente", "simdjson", 2.5, at_least=False, judged=size == MILLION)


def keep_everything(shop, size):
    """Goals 2 and 3: what claims, quotes and positions cost, in time and memory."""
    if size > MILLION:
        return
    inputs = shop.facts(size)
    files = {
        "lean": shop.output(f"lean-{size}.graphml"),
        "GraphML": shop.output(f"full-{size}.graphml"),
        "JSON-LD": shop.output(f"full-{size}.jsonld"),
        "N-Quads": shop.output(f"full-{size}.nq"),
    }
    commands = {
        name: [shop.program, "-q", *reversed(inputs), "-o", path] + (["--lean"] if name == "lean" else [])
        for name, path in files.items()
    }
    measured = shop.measure(commands, outputs=files.values())
    judged = size == MILLION
    wrong = {"lean": ours_failed(measured, "lean")}
    for name in ("GraphML", "JSON-LD", "N-Quads"):
        row = Row(2, f"{name} with all claims, against lean GraphML", facts_text(size))
        reason = wrong["lean"] or ours_failed(measured, name)
        if not reason:
            reason = shop.difference(files[name], "--quotes", inputs[1])
            if name == "GraphML":
                reason = reason or shop.difference(files[name], files["lean"])
        wrong[name] = reason
        yield ratio(row, reason, measured, name, "lean", 1.6, at_least=False, judged=judged)
        if name != "GraphML":
            shop.remove(files[name])
    given = sum(map(os.path.getsize, inputs))
    for name, what, limit in (("lean", "peak memory beyond the input, lean", 100), ("GraphML", "the same with all claims kept", 160)):
        row = Row(3, what, facts_text(size))
        if wrong[name]:
            yield refuse(row, wrong[name])
            continue
        peak = measured[name].peak
        row.ours, row.runs = f"{peak / size:.0f} B a fact in all", runs_of({name: measured[name]})
        yield judge(row, (peak - given) / size, limit, " B", judged=judged)
    shop.remove(files["GraphML"])


def scale(shop, size):
    """Goal 3: whether ten times the facts take ten times as long."""
    if size <= MILLION:
        return
    row = Row(3, CPU_A_FACT, facts_text(size))
    files = {count: shop.output(f"lean-{count}.graphml") for count in (MILLION, size)}
    commands = {facts_text(count): [shop.program, "-q", *shop.facts(count), "--lean", "-o", path] for count, path in files.items()}
    measured = shop.measure(commands, outputs=files.values())
    few, many = measured[facts_text(MILLION)], measured[facts_text(size)]
    for one in (few, many):
        if isinstance(one, str):
            yield refuse(row, one)
            return
    row.ours, row.theirs = (f"{one.cpu / count * 1e6:.2f} µs, {one.peak / count:.0f} B" for one, count in ((many, size), (few, MILLION)))
    row.runs = runs_of(measured)
    shop.remove(*files.values())
    yield judge(row, many.cpu / size / (few.cpu / MILLION), 1.25, "×", judged=size == TEN_MILLION)


def read_and_write(shop, size):
    """Goal 4: GraphML alone, against C igraph."""
    if size > MILLION:
        return
    entities, facts = shop.facts(size)
    lean, ours, theirs = (shop.output(f"{name}-{size}.graphml") for name in ("lean", "written", "igraph"))
    shop.ask("-q", entities, facts, "--lean", "-o", lean)
    missing = shop.missing_tool("bench_igraph", "libigraph-dev")
    judged = size == MILLION

    row = Row(4, "GraphML read: C igraph needs", facts_text(size))
    commands = {"entente": [shop.program, "check", "-q", lean]}
    if not missing:
        commands["C igraph"] = shop.tool("bench_igraph", lean)
    measured = shop.measure(commands)
    shop.ask("-q", lean, "--lean", "-o", ours)
    reason = missing or shop.difference(ours, lean)
    yield ratio(row, reason, measured, "entente", "C igraph", 6, judged=judged)

    row = Row(4, "GraphML written: C igraph needs", facts_text(size))
    commands = {"entente": shop.tool("bench_write", "graphml", ours, entities, facts)}
    if not missing:
        commands["C igraph"] = shop.tool("bench_igraph", lean, theirs)
    measured = shop.measure(commands, outputs=[ours, theirs])
    for one in measured.values():
        if isinstance(one, Measured):
            one.cpu = one.printed("write")
    # The tool has the libraries of this tree, the program may be another one: their contents must be equal, not their bytes.
    reason = missing or shop.difference(ours, lean)
    if not reason and isinstance(measured["C igraph"], Measured):
        reason = shop.difference(lean, theirs)
    yield ratio(row, reason, measured, "entente", "C igraph", 4, judged=judged, show=lambda one: seconds(one.cpu))
    shop.remove(ours, theirs)


def write_rdf(shop, size):
    """Goal 5: against rdflib, which at 1M facts would need minutes and gigabytes."""
    if size > 100_000:
        return
    entities, facts = shop.facts(size)
    missing = shop.missing_module("rdflib", "python3-rdflib")
    for name, ending, theirs_is, limit in (("N-Quads", "nq", "nquads", 100), ("JSON-LD", "jsonld", "json-ld", 300)):
        row = Row(5, f"JSON Lines to lean {name}: rdflib needs", facts_text(size))
        ours, theirs = shop.output(f"lean-{size}.{ending}"), shop.output(f"rdflib-{size}.{ending}")
        commands = {"entente": [shop.program, "-q", entities, facts, "--lean", "-o", ours]}
        if not missing:
            commands["rdflib"] = shop.peer("rdflib_rdf.py", facts, entities, shop.vocabulary, theirs, theirs_is)
        measured = shop.measure(commands, outputs=[ours, theirs])
        reason = missing or ours_failed(measured)
        if not reason and isinstance(measured["rdflib"], Measured):
            reason = shop.difference(ours, theirs)
        yield ratio(row, reason, measured, "entente", "rdflib", limit, judged=size == 100_000)
        shop.remove(ours, theirs)


def use_threads(shop, size):
    """Goal 6: two threads, the same bytes."""
    if size > MILLION:
        return
    inputs = shop.facts(size)
    row = Row(6, "wall time with one thread, against two", facts_text(size))
    memory = Row(6, "peak memory with two threads, against one", facts_text(size))
    tiny = shop.facts(10)[1]
    refused = shop.accepts("-q", tiny, "--threads", 2, "-o", shop.output("threads.graphml"))
    if refused:
        yield refuse(row, f"the program has no --threads: {refused}", "skipped")
        return
    if (os.cpu_count() or 1) < 2:
        yield refuse(row, "the machine has only one core", "skipped")
        return
    files = {f"--threads {count}": shop.output(f"threads-{count}.graphml") for count in (1, 2)}
    commands = {name: [shop.program, "-q", *inputs, "--lean", *name.split(), "-o", path] for name, path in files.items()}
    measured = shop.measure(commands, outputs=files.values())
    reason = shop.same_bytes(*files.values())
    judged = size == MILLION
    load = os.getloadavg()[0]
    row.note = f"other work on the machine: load {load:.1f}" if load > 2.5 else ""
    yield ratio(
        row, reason, measured, "--threads 2", "--threads 1", 1.6, judged=judged, of="wall", show=lambda one: f"{seconds(one.wall)} wall"
    )  # fmt: skip
    show = lambda one: f"{one.peak / 1e6:.0f} MB"
    yield ratio(memory, reason, measured, "--threads 2", "--threads 1", 1.3, at_least=False, judged=judged, of="peak", show=show)
    shop.remove(*files.values())


def start(shop):
    """Goal 7: ten facts."""
    entities, facts = shop.facts(10)
    ours, theirs = shop.output("ten.graphml"), shop.output("ten-networkx.graphml")
    missing = shop.missing_module("networkx", "python3-networkx")
    commands = {"entente": [shop.program, "-q", facts, "-o", ours]}
    if not missing:
        commands["networkx"] = shop.peer("networkx_graphml.py", facts, entities, shop.vocabulary, theirs)
    measured = shop.measure(commands, runs=max(25, shop.runs))
    row = Row(7, "ten facts to GraphML, wall time", "10 facts")
    reason = ours_failed(measured)
    if reason:
        yield refuse(row, reason)
        return
    row.ours = f"{seconds(measured['entente'].wall)} wall"
    if isinstance(measured.get("networkx"), Measured):
        row.theirs = f"{seconds(measured['networkx'].wall)} wall (networkx)"
    row.runs = runs_of(measured)
    yield judge(row, measured["entente"].wall * 1000, 10, " ms")


def ask_saved_graph(shop, size):
    """Goal 8: one question to a graph that was saved, against a database that holds the same."""
    if size > MILLION:
        return
    entities, facts = shop.facts(size)
    saved, lean = shop.output(f"saved-{size}.entente"), shop.output(f"lean-{size}.graphml")
    rows = [
        Row(8, "show from a saved graph, wall time", facts_text(size)),
        Row(8, "path in a saved graph, wall time", facts_text(size)),
        Row(8, "the same path: LadybugDB needs", facts_text(size)),
    ]
    refused = shop.accepts("-q", entities, facts, "-o", saved)
    if refused:
        yield refuse(rows[0], f"the program cannot save a graph: {refused}", "skipped")
        return
    shop.ask("-q", entities, facts, "--lean", "-o", lean)
    start_, end = far_apart(shop, lean)
    given = ["-i", saved] if "-i INPUT" in shop.ask("path", "--help") else [saved]
    commands = {
        "show": [shop.program, "show", start_[1], *given],
        "path": [shop.program, "path", start_[1], end[1], "--json", *given],
    }
    missing = database(shop, size, lean)
    if not missing:
        script = str(HERE / "peers/ladybug.mjs")
        commands["LadybugDB"] = ["node", script, "path", shop.output(f"ladybug-{size}"), start_[0], end[0]]
    measured = shop.measure(commands)
    for row, name in zip(rows, ("show", "path")):
        if isinstance(measured[name], str):
            yield refuse(row, measured[name])
            continue
        row.ours, row.runs = f"{seconds(measured[name].wall)} wall", runs_of({name: measured[name]})
        yield judge(row, measured[name].wall * 1000, 20, " ms", judged=size == MILLION)
    reason = missing
    if not reason and isinstance(measured["LadybugDB"], Measured) and isinstance(measured["path"], Measured):
        hops = measured["path"].answered("hops")
        if hops != measured["LadybugDB"].printed("hops"):
            reason = f"answers differ: {hops} steps, LadybugDB {measured['LadybugDB'].out.strip()}"
    yield ratio(
        rows[2], reason, measured, "path", "LadybugDB", 10, judged=size == MILLION, of="wall", show=lambda one: f"{seconds(one.wall)} wall"
    )  # fmt: skip


def far_apart(shop, graph):
    """Two who are seldom in the news, as (key in the database, name)."""
    nodes, edges = shop.output("nodes.csv"), shop.output("edges.csv")
    shop.run_script("tables.py", shop.vocabulary, graph, nodes, edges)
    seen = {}
    with open(edges, encoding="utf-8") as lines:
        for line in lines:
            for key in line.split(",")[:2]:
                seen[key] = seen.get(key, 0) + 1
    people = {key: count for key, count in seen.items() if key.startswith("official/")}
    seldom = sorted(key for key, count in people.items() if count == min(people.values()))
    return tuple((key, key.partition("/")[2]) for key in (seldom[0], seldom[-1]))


def database(shop, size, lean):
    """Builds LadybugDB's, unless it is there, from the tables of far_apart(). Why that cannot be; nothing if it can."""
    if not (HERE / "peers/node_modules/@ladybugdb").exists():
        return "@ladybugdb/core is not installed"
    folder = shop.output(f"ladybug-{size}")
    shop.remove(folder, folder + ".wal")
    script = str(HERE / "peers/ladybug.mjs")
    built = shop.measure({"LadybugDB": ["node", script, "build", folder, shop.output("nodes.csv"), shop.output("edges.csv")]}, runs=1)
    return built["LadybugDB"] if isinstance(built["LadybugDB"], str) else ""


def draw(shop):
    """Goal 9: pictures. No peer draws the same, so these are plain seconds."""
    for count, limit in ((200, 2), (1000, 10)):
        row = Row(9, "nations with alliances and threats to SVG, CPU", f"{count:,} nations")
        facts, picture = diagrams.generate(count, shop.data / f"nations-{count}.jsonl"), shop.output(f"nations-{count}.svg")
        measured = shop.measure({"entente": [shop.program, str(facts), "-o", picture]})
        reason = ours_failed(measured) or ("" if "<svg" in Path(picture).read_text(encoding="utf-8")[:2000] else "this is no SVG")
        if reason:
            yield refuse(row, reason)
            continue
        row.ours, row.runs = used(measured["entente"]), runs_of(measured)
        row.note = next((line for line in measured["entente"].runs[-1]["err"].splitlines() if line.startswith("wrote")), "")
        row.note = "drawn: " + row.note.partition("): ")[2] if row.note else ""
        yield judge(row, measured["entente"].cpu, limit, " s")


# Goal numbers, function, whether it is run for each size.
GOALS = [
    ({1}, build_graphml, True),
    ({2, 3}, keep_everything, True),
    ({3}, scale, True),
    ({4}, read_and_write, True),
    ({5}, write_rdf, True),
    ({6}, use_threads, True),
    ({7}, start, False),
    ({8}, ask_saved_graph, True),
    ({9}, draw, False),
]


def rows(shop, sizes, only):
    for numbers, function, sized in GOALS:
        if not numbers & only:
            continue
        for size in sizes if sized else [None]:
            shop.say(f"goal {' and '.join(map(str, sorted(numbers)))}" + (f", {facts_text(size)}" if sized else ""))
            try:
                found = list(function(shop, size) if sized else function(shop))
            except NotCounted as problem:
                found = [refuse(Row(min(numbers), function.__doc__.splitlines()[0], facts_text(size) if sized else ""), str(problem))]
            for row in found:
                row.note = row.note.replace(f"{shop.outputs}/", "").replace(f"{shop.data}/", "")
                if row.goal in only:
                    shop.say(f"  {row.what} {row.size}: {row.figure} {row.verdict} {row.note}")
                    yield row
    if 3 in only and TEN_MILLION not in sizes:
        yield refuse(Row(3, CPU_A_FACT, facts_text(TEN_MILLION)), "on request: --sizes 1M,10M", "skipped")
