"""Flat tables in; out, what rich draws of their list, and their rows as JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from diplomatic_readouts.writing.jsonl import plain_json


def draw_tables(tables: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Return the list of tables, each with ``table``, ``rows`` and the names of its ``columns``."""
    drawn = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    drawn.add_column("table")
    drawn.add_column("rows", justify="right")
    drawn.add_column("columns")
    for line in tables:
        drawn.add_row(line["table"], str(line["rows"]), ", ".join(line["columns"]))
    return drawn


def rows_as_json(rows: Iterable[dict[str, Any]]) -> str:
    """Return rows as a JSON array, one row a line, days in ISO 8601."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in rows)
    return f"[{lines}]" if not lines else f"[\n{lines}\n]"


_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With what a text begins that a spreadsheet runs, by the list of OWASP."""


def rows_as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]], *, raw: bool = False) -> str:
    """Return rows as CSV: null is empty, days are ISO 8601, lists and truth values are JSON.

    A text that a spreadsheet would run as a formula has an apostrophe before it, unless it is to be ``raw``.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[column], raw) for column in columns])
    return text.getvalue()


def _cell(value: object, raw: bool) -> object:
    if isinstance(value, list | bool):
        return plain_json(value)
    return f"'{value}" if not raw and isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
