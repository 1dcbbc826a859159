#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Measures entente against its peers; bench/run prepares everything and starts this."""
import argparse
import datetime
import os
import sys
from pathlib import Path

import goals
import machine
import report
from workshop import HERE, Workshop

ROOT = HERE.parent
SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000, "10M": 10_000_000}
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "entente-bench"


def sizes(text):
    return [SIZES[part] if part in SIZES else int(part) for part in text.split(",")]


def numbers(text):
    return {int(part) for part in text.split(",")}


def arguments():
    words = argparse.ArgumentParser(
        prog="bench/run",
        description="Measures entente against its peers and prints which goals are met.",
        epilog="Also --micro [OPTION...]: only the micro-benchmarks, with the options of Google Benchmark.",
    )

    def option(name, metavar, help_text, **rest):
        words.add_argument(name, metavar=metavar, help=help_text, **rest)

    option("--sizes", "N,...", "numbers of facts: 10k,100k,1M (the default), 10M on request", type=sizes, default=sizes("10k,100k,1M"))
    option("--runs", "N", "runs of each command, of which the medians count (5)", type=int, default=5)
    option("--only", "GOAL,...", "only these goals, by their number", type=numbers, default=set(range(1, 10)))
    option("--data", "FOLDER", f"where data and outputs are kept ({CACHE})", type=Path, default=CACHE)
    option("--program", "FILE", "the entente to be measured (built from this tree)", type=Path, default=ROOT / "build/bench/entente")
    option("--tools", "FOLDER", "where the peers in C and C++ were built", type=Path, default=ROOT / "build/bench/bench")
    words.add_argument("--keep", action="store_true", help="also put the table into bench/README.md and bench/results.json")
    return words.parse_args()


def main():
    options = arguments()
    if ROOT in (options.data.resolve(), *options.data.resolve().parents):
        sys.exit("bench/run: the data must stay outside of the repository")
    if options.keep and options.runs < 5:
        sys.exit("bench/run: what is kept must be the median of at least five runs")
    shop = Workshop(options.program.resolve(), options.tools.resolve(), options.data.resolve(), options.runs)
    about = {
        "date": datetime.date.today().isoformat(),
        "runs": options.runs,
        "machine": machine.describe(shop.program, ROOT),
        "smallest_peak": shop.measure({"true": ["true"]})["true"].peak,  # what measuring itself adds
    }
    program = shop.identity()
    rows = list(goals.rows(shop, options.sizes, options.only))
    markdown, data = report.as_markdown(rows, about), report.as_json(rows, about)
    (shop.data / "report.md").write_text(markdown, encoding="utf-8")
    (shop.data / "report.json").write_text(data, encoding="utf-8")
    if shop.identity() != program:
        sys.exit("bench/run: the program was built anew while it was measured; the figures are of neither")
    if options.keep:
        report.into_page(HERE / "README.md", markdown)
        (HERE / "results.json").write_text(data, encoding="utf-8")
    print(report.as_text(rows))
    print(f"Also as {shop.data}/report.md and report.json.")


if __name__ == "__main__":
    main()
