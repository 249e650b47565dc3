"""Answers in: an overview, sentences that were found, a table; out, what rich draws of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from diplomatic_readouts.display.words import printable
from diplomatic_readouts.questions import Overview

_MOST_LISTED = 3
"""Values of a list that a cell shows."""
_MOST_COLUMNS = 9
_SHARE = "share"


def draw_overview(found: Overview) -> Iterator[RenderableType]:
    """Yield a page on a dataset: its rows and days, then the largest counts of each sort."""
    yield Text(", ".join(f"{rows:,} {name}" for name, rows in found.rows.items()), style="bold")
    if found.first_day:
        undated = f"; {found.undated:,} without a day" if found.undated else ""
        yield Text(f"{found.first_day} to {found.last_day}{undated}")
    for title, counts in (
        ("kinds", found.kinds),
        ("in the account of", found.publishers),
        ("with", found.counterparts),
        ("most heard", found.speakers),
        ("how the page tells who speaks", found.bases),
        ("topics", found.topics),
        ("formulas most held, by readouts", found.formulas),
    ):
        if counts:
            total = found.rows["statements"] if title.startswith("how") else None
            yield Text()
            yield _counts(title, counts, total)


def _counts(title: str, counts: Sequence[tuple[str, int]], total: int | None) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(title)
    table.add_column("", justify="right")
    if total:
        table.add_column("", justify="right")
    for value, count in counts:
        share = [f"{count / total:.0%}"] if total else []
        table.add_row(printable(value), f"{count:,}", *share)
    return table


def draw_found(rows: Sequence[Mapping[str, Any]]) -> Iterator[RenderableType]:
    """Yield each sentence under a line that says when, in whose account and who speaks; and how many there are."""
    for row in rows:
        who = row["speaker_name"] or ("both sides" if row["basis"] == "joint" else row["speaker_side"] or "the page")
        side = f" ({row['speaker_side']})" if row["speaker_name"] and row["speaker_side"] else ""
        account = f"in the account of {row['publisher_country'] or 'an unknown publisher'}"
        yield Text(printable(f"{row['day'] or 'no day'}  {who}{side}, {account}, {row['statement_id']}"), style="bold")
        yield Padding(Text(printable(" ".join(row["text"].split()))), (0, 0, 0, 2))
    yield Text(f"{len(rows):,} sentence{'' if len(rows) == 1 else 's'}")


def draw_answer(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Iterator[RenderableType]:
    """Yield a table of the rows, numbers to the right, or that there are none; wide ones without ids of readouts."""
    if not rows:
        yield Text("nothing was found")
        return
    if len(columns) > _MOST_COLUMNS:
        columns = [name for name in columns if not name.endswith("readout")]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for name in columns:
        numbers = all(isinstance(row[name], int | float) or row[name] is None for row in rows)
        table.add_column(name.replace("_", " "), justify="right" if numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_cell(name, row[name]) for name in columns))
    yield table


def _cell(name: str, value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        return printable(_listed(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.0%}" if name == _SHARE else printable(str(value))


def _listed(values: Iterable[str]) -> str:
    found = list(values)
    more = f" and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
    return ", ".join(found[:_MOST_LISTED]) + more
