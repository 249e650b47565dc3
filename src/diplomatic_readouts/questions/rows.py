"""Columns of flat tables in, as rows; and rows out, as a table. What the questions share."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from diplomatic_readouts.errors import UsageError

Row = dict[str, Any]
Day = datetime.date | None


def read_rows(table: pa.Table, *columns: str) -> list[Row]:
    """Return the rows of a table with some of its columns; UsageError names a column that it has not."""
    missing = [name for name in columns if name not in table.column_names]
    if missing:
        raise UsageError(f"the table has no column {missing[0]!r}", "Give a table as load_table returns it.")
    rows: list[Row] = table.select(list(columns)).to_pylist()
    return rows


def as_table(rows: Iterable[Mapping[str, Any]], fields: Iterable[tuple[str, pa.DataType]]) -> pa.Table:
    """Return rows as a table of these columns."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=pa.schema(list(fields)))


def day_of(row: Mapping[str, Any]) -> Day:
    """Return the day of a row's event, else of its publication, or None."""
    day: Day = row["event_start"] or row["published"]
    return day


def by_frequency(values: Iterable[str]) -> list[str]:
    """Return values without repetition, the most frequent first, those of one frequency in the order of letters."""
    counts = Counter(values)
    return sorted(counts, key=lambda value: (-counts[value], value))


def order(*values: Any) -> tuple[tuple[bool, Any], ...]:
    """Return what sorts rows by values that may be None: those come last."""
    return tuple((value is None, value if value is not None else 0) for value in values)
