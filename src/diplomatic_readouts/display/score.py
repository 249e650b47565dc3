"""A score in; out, what rich draws of it, or its JSON values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from diplomatic_readouts.display.words import printable, shortened
from diplomatic_readouts.score import Difference, Row, Score

_PART_OF_A_ROW = "speaker where "
_MOST_CHARACTERS = 70


def draw_score(score: Score, *, with_differences: bool = False) -> Iterator[RenderableType]:
    """Yield the table of a score; with differences, below it, row by row, where records and gold differ."""
    yield Text(f"{score.documents} documents, {score.sentences} sentences")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("row")
    for column in ("F1 or share", "95% interval", "right", "built", "gold"):
        table.add_column(column, justify="right")
    for row in score.rows:
        indent = "  " if row.name.startswith(_PART_OF_A_ROW) else ""
        counts = (str(count) for count in (row.counts.right, row.counts.built, row.counts.gold))
        table.add_row(indent + row.name, _figure(row.counts.figure), _interval(row), *counts)
    yield table
    yield from _differences(score.rows) if with_differences else ()


def _figure(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.3f}"


def _interval(row: Row) -> str:
    return f"{row.interval[0]:.3f} to {row.interval[1]:.3f}" if row.interval else "–"


def _differences(rows: Iterable[Row]) -> Iterator[Text]:
    """Yield the differences of each row below its name, a line each."""
    for row in rows:
        if row.differences:
            yield Text(f"\n{row.name}", style="bold")
        for difference in row.differences:
            yield Text(f"  {_place(difference)}: built {_values(difference.built)}; gold {_values(difference.gold)}")


def _place(difference: Difference) -> str:
    """Return where a difference is: the document, and of a sentence its number and first words."""
    document = printable(difference.document)
    if difference.sentence is None:
        return document
    words = f" “{shortened(difference.words, _MOST_CHARACTERS)}”" if difference.words else ""
    return f"{document} {difference.sentence}{words}"


def _values(values: Iterable[str]) -> str:
    return " | ".join(printable(value) for value in values) or "nothing"


def score_values(score: Score, *, with_differences: bool = False) -> dict[str, Any]:
    """Return a score as JSON values: a list of rows, each with its figure and interval, from 0 to 1, and counts."""
    rows = []
    for row in score.rows:
        values = {"row": row.name, "figure": row.counts.figure, "interval": row.interval, **asdict(row.counts)}
        if with_differences:
            values["differences"] = [asdict(difference) for difference in row.differences]
        rows.append(values)
    return {"documents": score.documents, "sentences": score.sentences, "rows": rows}
