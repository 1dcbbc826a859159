# SPDX-License-Identifier: BSL-1.0
"""The rows of the table, and how a figure gets its verdict."""
import operator
from dataclasses import asdict, dataclass, field

from workshop import Measured


@dataclass
class Row:
    goal: int
    what: str
    size: str
    ours: str = ""
    theirs: str = ""
    figure: str = ""
    limit: str = ""
    verdict: str = ""  # met, missed, skipped, not counted; empty: for information
    note: str = ""
    runs: dict = field(default_factory=dict)

    def as_json(self):
        return asdict(self)


def facts_text(count):
    return f"{count // 1_000_000}M facts" if count >= 1_000_000 else f"{count // 1000}k facts" if count >= 1000 else f"{count} facts"


def seconds(value):
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.1f} ms"


def used(measured):
    return f"{seconds(measured.cpu)}, {measured.peak / 1e6:.0f} MB"


def runs_of(measured):
    return {
        name: [{key: run[key] for key in ("cpu", "wall", "peak")} for run in one.runs]
        for name, one in measured.items()
        if isinstance(one, Measured)
    }


def judge(row, value, limit, unit="", at_least=False, judged=True):
    """Fills in figure, limit and verdict. A figure of another size than the goal is for is only shown."""
    sign, holds = ("≥", operator.ge) if at_least else ("≤", operator.le)
    row.figure = f"{value:.3g}{unit}" if abs(value) < 100 else f"{value:.0f}{unit}"
    row.limit = f"{sign} {limit:g}{unit}"
    if judged:
        row.verdict = "met" if holds(value, limit) else "missed"
    return row


def refuse(row, reason, verdict="not counted"):
    row.verdict, row.note = verdict, reason
    return row


def ratio(row, reason, measured, ours, theirs, limit, at_least=True, judged=True, of="cpu", show=used):
    """How many times more theirs needs, or ours if the goal is an upper limit; not counted if anything is amiss."""
    for name in (ours, theirs):
        reason = reason or (measured.get(name, f"{name} did not run") if not isinstance(measured.get(name), Measured) else "")
    if reason:
        return refuse(row, reason)
    a, b = measured[ours], measured[theirs]
    row.ours, row.theirs = show(a), show(b)
    row.runs = runs_of({ours: a, theirs: b})
    parts = (getattr(b, of), getattr(a, of)) if at_least else (getattr(a, of), getattr(b, of))
    return judge(row, parts[0] / parts[1], limit, "×", at_least, judged)


def ours_failed(measured, name="entente"):
    return measured[name] if isinstance(measured[name], str) else ""
