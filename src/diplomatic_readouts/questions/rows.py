"""Columns of flat tables in, as rows; and rows out, as a table. What the questions share."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import pyarrow as pa

from diplomatic_readouts.errors import UsageError

Row = dict[str, Any]
Day = datetime.date | None


def read_rows(table: pa.Table, *columns: str) -> list[Row]:
    """Return the rows of a table with some of its columns; UsageError names a column that it has not."""
    return [dict(zip(columns, row, strict=True)) for row in read_cells(table, *columns)]


def read_cells(table: pa.Table, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Return the same rows as the values of the columns alone, in their order."""
    missing = [name for name in columns if name not in table.column_names]
    if missing:
        raise UsageError(f"the table has no column {missing[0]!r}", "Give a table as load_table returns it.")
    return zip(*(values_of(table.column(name)) for name in columns), strict=True)


def values_of(column: pa.ChunkedArray) -> list[Any]:
    """Return what ``to_pylist`` does, up to ten times as fast where values are labels, days or lists of such."""
    found: list[Any] = []
    for chunk in column.chunks:
        if not pa.types.is_list(chunk.type):
            found += _plain(chunk)
            continue
        items, ends = _plain(chunk.values), chunk.offsets.to_pylist()
        lists = (items[start:end] for start, end in pairwise(ends))
        found += [each if there else None for each, there in zip(lists, chunk.is_valid().to_pylist(), strict=True)]
    return found


def _plain(values: pa.Array) -> list[Any]:
    """Return the values of an array; of days and labels, each different one is made once."""
    coded = values.dictionary_encode() if pa.types.is_date(values.type) else values
    if not pa.types.is_dictionary(coded.type):
        return list(coded.to_pylist())
    different = coded.dictionary.to_pylist()
    return [None if place is None else different[place] for place in coded.indices.to_pylist()]


def as_table(rows: Iterable[Mapping[str, Any]], fields: Iterable[tuple[str, pa.DataType]]) -> pa.Table:
    """Return rows as a table of these columns."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=pa.schema(list(fields)))


def day_of(row: Mapping[str, Any]) -> Day:
    """Return the day of a row's event, else of its publication, or None."""
    day: Day = row["event_start"] or row["published"]
    return day


def span_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Day, Day]:
    """Return the first and the last day of rows, or None and None."""
    days = sorted(day for row in rows if (day := day_of(row)))
    return (days[0], days[-1]) if days else (None, None)


def ranked(values: Iterable[str]) -> list[tuple[str, int]]:
    """Return values with how often they come, the most frequent first, then in the order of letters."""
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0]))


def carried(statements: pa.Table, formulas: pa.Table) -> Iterator[tuple[str, str, str]]:
    """Yield each topic and formula that a sentence carries, as what it is, its label and the readout's id."""
    for readout, topics in read_cells(statements, "readout_id", "topics"):
        for topic in topics:
            yield "topic", topic, readout
    for readout, formula in read_cells(formulas, "readout_id", "id"):
        yield "formula", formula, readout


def order(*values: Any) -> tuple[tuple[bool, Any], ...]:
    """Return what sorts rows by values that may be None: those come last."""
    return tuple((value is None, value if value is not None else 0) for value in values)
