# SPDX-License-Identifier: BSL-1.0
"""The rows as text for a terminal, as Markdown and as JSON."""
import json

import machine

COLUMNS = {
    "goal": "", "what": "what", "size": "size", "ours": "entente", "theirs": "the other", "figure": "figure", "limit": "goal",
    "verdict": "",
}  # fmt: skip


def cells(row):
    values = [str(getattr(row, name)) for name in COLUMNS]
    values[-1] += f": {row.note}" if row.note and row.verdict else row.note
    return values


def as_text(rows):
    table = [list(COLUMNS.values()), *map(cells, rows)]
    widths = [max(len(line[n]) for line in table) for n in range(len(COLUMNS) - 1)] + [0]
    return "".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() + "\n" for line in table)


def as_markdown(rows, about):
    def line(values):
        return "| " + " | ".join(value.replace("|", "\\|") for value in values) + " |\n"

    table = line(COLUMNS.values()) + "|" + "---|" * len(COLUMNS) + "\n" + "".join(line(cells(row)) for row in rows)
    return f"{about['date']}, medians of {about['runs']} runs. {machine.sentence(about['machine'])}\n\n{table}"


def as_json(rows, about):
    return json.dumps({**about, "rows": [row.as_json() for row in rows]}, ensure_ascii=False, indent=1) + "\n"


def into_page(page, markdown):
    """Puts the table between the page's two marks."""
    text = page.read_text(encoding="utf-8")
    before, begin, rest = text.partition("<!-- begin of the newest table -->\n")
    _, end, after = rest.partition("<!-- end of the newest table -->\n")
    if not begin or not end:
        raise SystemExit(f"{page} has lost the marks around its table")
    page.write_text(f"{before}{begin}\n{markdown}\n{end}{after}", encoding="utf-8")
