"""Records in the order of their ids in; one part of a dataset out: its files, and what the whole has to know of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, Self

from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.arrow import both_tables, hub_schema, table_schema
from diplomatic_readouts.writing.files import hub_name, records_name, table_name
from diplomatic_readouts.writing.parquet import TableWriter, rows_in_group

Cells = dict[str, list[Any]]
_RECORDS_AT_A_TIME = 64
SOURCES_SHOWN = 12
"""Sources shown in the card."""


@dataclass(slots=True)
class Facts:
    """What the card and the manifest tell of records: numbers, days and the first sources by name."""

    counts: Counter[str] = field(default_factory=Counter)
    """Rows of each table."""
    nbytes: Counter[str] = field(default_factory=Counter)
    """Bytes in memory of each table for the Hub."""
    kinds: Counter[str] = field(default_factory=Counter)
    publishers: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    formats: set[str] = field(default_factory=set)
    people: set[tuple[str, str]] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    """The first and the last."""
    examples: dict[str, dict[str, str]] = field(default_factory=dict)
    """The first value of each column that has one, by table, as JSON."""
    shown: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    """Source, id, title, publisher and day of the first sources by name."""

    def add(self, readout: Readout) -> None:
        """Count a record in."""
        day = readout.day()
        publisher = readout.publisher.country or "unknown"
        self.kinds[readout.kind] += 1
        self.publishers[publisher] += 1
        self.languages.add(readout.source.language)
        self.formats.add(readout.source.format)
        self.people.update((p.name, p.country or "") for p in readout.participants)
        title = readout.title.text if readout.title else "(no title)"
        when = str(readout.event.start or "none stated")
        self._narrow({str(day)} if day else set(), [(readout.source.name, readout.id, title, publisher, when)])

    def join(self, other: Self) -> None:
        """Count in what another part has counted."""
        for name in ("counts", "nbytes", "kinds", "publishers"):
            getattr(self, name).update(getattr(other, name))
        self.languages |= other.languages
        self.formats |= other.formats
        self.people |= other.people
        for table, examples in other.examples.items():
            self.examples[table] = examples | self.examples.get(table, {})
        self._narrow(other.days, other.shown)

    def show(self, table: str, cells: Cells) -> None:
        """Keep the first value of each column as its example."""
        kept = self.examples.setdefault(table, {})
        for name in cells.keys() - kept.keys():
            value = next((value for value in cells[name] if value not in (None, [])), None)
            if value is not None:
                kept[name] = json.dumps(value, ensure_ascii=False, default=str)

    def _narrow(self, days: set[str], shown: list[tuple[str, str, str, str, str]]) -> None:
        both = self.days | days
        self.days = {min(both), max(both)} if both else both
        if shown and (len(self.shown) < SOURCES_SHOWN or shown[0] < self.shown[-1]):
            self.shown = sorted([*self.shown, *shown])[:SOURCES_SHOWN]


def write_part(folder: Path, records: Iterable[tuple[Readout, str]], part: int = 0, parts: int = 1) -> Facts:
    """Write the files of a part, from records in the order of their ids and their lines; return its facts.

    Of all the records, only the values of a row group are held in memory.
    """
    facts, held = Facts(), iter(records)
    lines = folder / records_name(part, parts)
    lines.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        file = stack.enter_context(lines.open("wb"))
        tables = {name: stack.enter_context(_TablePart(folder, name, part, parts)) for name in TABLES}
        while some := list(islice(held, _RECORDS_AT_A_TIME)):
            file.write("".join(f"{line}\n" for _, line in some).encode())
            readouts = [readout for readout, _ in some]
            for readout in readouts:
                facts.add(readout)
            for name, table in TABLES.items():
                cells = table.cells(readouts)
                facts.show(name, cells)
                tables[name].add(cells)
    for name, written in tables.items():
        facts.counts[name] += written.count
        facts.nbytes[name] += written.nbytes
    return facts


class _TablePart:
    """A part of a table being written twice: with closed vocabularies as dictionaries, and for the Hub with strings."""

    def __init__(self, folder: Path, name: str, part: int, parts: int) -> None:
        self.count = self.nbytes = self._held = 0
        self._name, self._most = name, rows_in_group(name)
        self._cells: Cells = {}
        self._plain = TableWriter(folder / table_name(name, part, parts), table_schema(name))
        self._hub = TableWriter(folder / hub_name(name, part, parts), hub_schema(name))

    def add(self, cells: Cells) -> None:
        """Add rows, by column; whole row groups are written."""
        for name, values in cells.items():
            self._cells.setdefault(name, []).extend(values)
        self._held += len(next(iter(cells.values())))
        while self._held >= self._most:
            self._write(self._most)

    def _write(self, rows: int) -> None:
        """Write the first rows that are held, as a row group."""
        plain, hub = both_tables(self._name, {name: values[:rows] for name, values in self._cells.items()})
        self._cells = {name: values[rows:] for name, values in self._cells.items()}
        self._held -= rows
        self.count += rows
        self.nbytes += hub.nbytes
        self._plain.write(plain)
        self._hub.write(hub)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: Any, *_: object) -> None:
        if self._held and kind is None:
            self._write(self._held)
        self._plain.close()
        self._hub.close()
