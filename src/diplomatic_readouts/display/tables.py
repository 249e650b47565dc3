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


def rows_as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Return rows as CSV: null is empty, days are ISO 8601, lists and truth values are JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [row[column] for column in columns]
        writer.writerow([plain_json(cell) if isinstance(cell, list | bool) else cell for cell in cells])
    return text.getvalue()
