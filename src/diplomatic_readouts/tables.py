"""Readouts as rows of six flat tables: records in, plain rows (dicts of str, int, bool, date, list) out.

The columns are read off the models, so that no type and no description is written a second time. The scheme:

- a field of a nested record is named by its path: ``source.sha256`` is ``source_sha256``;
- a place in the text gives three columns, the words under its own name: ``title``, ``title_start``, ``title_end``;
  a stamp likewise gives its date under its own name: ``published``, ``published_time``, ``published_span``, …;
- what a row itself is (a sentence, a formula, …) keeps ``start``, ``end``, ``text``;
- lists stay lists (``acts``, ``content``); lists that are tables of their own are left out of their parent;
- every row has ``readout_id``; formulas, mentions and pledges have ``statement_id`` and ``statement_index``.

Together the six tables hold all that the records hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.records import Formula, Mention, Participant, Pledge, Readout, Record, Statement
from diplomatic_readouts.records.span import CountryCode

Row = dict[str, Any]
Path = tuple[str, ...]

_ROOTS: dict[str, type[Record]] = {
    "readout": Readout,
    "participant": Participant,
    "statement": Statement,
    "formula": Formula,
    "mention": Mention,
    "pledge": Pledge,
}
_OWN_TABLE = tuple(model for root, model in _ROOTS.items() if root != "readout")


def split_optional(annotation: Any) -> tuple[Any, bool]:
    """Return a type without Annotated and without None, and whether None was allowed.

    >>> split_optional(int | None)
    (<class 'int'>, True)
    """
    if get_origin(annotation) is Annotated:
        return split_optional(get_args(annotation)[0])
    if get_origin(annotation) not in (Union, UnionType):
        return annotation, False
    kept = [a for a in get_args(annotation) if a is not NoneType]
    if len(kept) != 1:
        raise TypeError(f"{annotation} is more than one type or null: no column can hold it")
    return split_optional(kept[0])[0], True


def is_record(annotation: Any) -> bool:
    """Return whether a type is one of the record's models."""
    return isinstance(annotation, type) and issubclass(annotation, Record)


@dataclass(frozen=True)
class Column:
    """One column: its name, where its value stands under the row's roots, its type and meaning."""

    name: str
    path: Path
    annotation: Any
    description: str

    @cached_property
    def read(self) -> Callable[[Any], Any]:
        """Return what reads the value in a record of the column's root; None where a record on the way is None."""
        steps = [attrgetter(part) for part in self.path[1:]]
        if len(steps) == 1 and get_origin(split_optional(self.annotation)[0]) is not tuple:
            return steps[0]

        def read(found: Any) -> Any:
            for step in steps:
                found = None if found is None else step(found)
            return _plain(found() if callable(found) else found)

        return read

    def values(self, records: Iterable[Record]) -> list[Any]:
        """Return the values in records of the column's root; of one that stands in several rows it is read once."""
        if isinstance(self.read, attrgetter):
            return [*map(self.read, records)]
        found: list[Any] = []
        last = value = None
        for record in records:
            if record is not last:
                last, value = record, self.read(record)
            found.append(value)
        return found


def _plain(value: Any) -> Any:
    """Return a value with tuples as lists and records as dicts."""
    if isinstance(value, tuple):
        return [_plain(v) for v in value] if value and isinstance(value[0], Record) else [*value]
    return {name: _plain(v) for name, v in vars(value).items()} if isinstance(value, Record) else value


def _name(path: Path) -> str:
    """Return the column's name: the path below the root, with no "text" of a nested span, no "date" of a stamp."""
    parts = path[1:]
    if len(parts) > 1 and parts[-1] in ("text", "date"):
        parts = parts[:-1]
    return "_".join(parts)


def _reading_order(model: type[Record]) -> list[tuple[str, FieldInfo]]:
    """Return a model's fields; those of a place in the text with its words before its numbers."""
    first = ("id", "index", "text") if {"start", "text"} <= model.model_fields.keys() else ()
    return sorted(model.model_fields.items(), key=lambda f: first.index(f[0]) if f[0] in first else len(first))


def _columns(model: type[Record], path: Path, nullable: bool, said: tuple[str, ...]) -> Iterator[Column]:
    """Yield the columns of a model and of the records in it, except for those that are tables of their own."""
    for name, field in _reading_order(model):
        here, meaning = (*path, name), (*said, field.description or "")
        inner, optional = split_optional(field.annotation)
        if is_record(inner):
            yield from _columns(inner, here, nullable or optional, meaning)
        elif not any(item in _OWN_TABLE for item in get_args(inner)):
            typed: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
            told = meaning[:-1] if name in ("text", "date") and said else meaning
            yield Column(_name(here), here, typed | None if nullable else typed, " ".join(told))


def _own(root: str) -> tuple[Column, ...]:
    return tuple(_columns(_ROOTS[root], (root,), nullable=False, said=()))


def _from(root: str, *names: str, **renamed: str) -> tuple[Column, ...]:
    """Return columns of a root by name; ``new=old`` gives one another name."""
    known = {c.name: c for c in _own(root)}
    return (*(known[name] for name in names), *(replace(known[old], name=new) for new, old in renamed.items()))


_READOUT_ID = _from("readout", readout_id="id")
_STATEMENT_ID = _from("statement", statement_id="id", statement_index="index")
_ACCOUNT = _from("readout", "event_start", "published", "publisher_country")
_KIND = _from("readout", "kind")
_ATTRIBUTION = _from(
    "statement", "speaker_name", "speaker_country", "speaker_organization", "basis", "as_reported_by_other_side"
)
_OTHERS = "The states of the participants other than the publisher's, alpha-3, in order of appearance."
_COUNTRIES = ("readout", "counterpart_countries")
_COUNTERPARTS = (Column(_COUNTRIES[1], _COUNTRIES, tuple[CountryCode, ...], _OTHERS),)


@dataclass(frozen=True)
class Table:
    """A flat table: what a row is, under which roots it stands, and its columns."""

    name: str
    meaning: str
    roots: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def row(self) -> type[Record]:
        """Return the model of one row."""
        fields: dict[str, Any] = {c.name: (c.annotation, Field(description=c.description)) for c in self.columns}
        return create_model(f"{self.name.capitalize()}Row", __base__=Record, __doc__=self.meaning, **fields)

    def cells(self, readouts: Iterable[Readout]) -> dict[str, list[Any]]:
        """Return the values of each column, by its name, in the order of the readouts and of their text."""
        found = self._records(readouts)
        return {column.name: column.values(found[column.path[0]]) for column in self.columns}

    def rows(self, readouts: Iterable[Readout]) -> list[Row]:
        """Return the rows of readouts, in their order."""
        cells = self.cells(readouts)
        return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]

    def count(self, readouts: Iterable[Readout]) -> int:
        """Return how many rows readouts have."""
        return len(self._records(readouts)["readout"])

    def _records(self, readouts: Iterable[Readout]) -> dict[str, list[Any]]:
        """Return for each row, by root, what it stands under: the readout, and what is inside it."""
        found: dict[str, list[Any]] = {"readout": list(readouts)}
        for root in self.roots:
            inside = [getattr(parent, f"{root}s") for parent in [*found.values()][-1]]
            for name, parents in found.items():
                found[name] = [p for p, items in zip(parents, inside, strict=True) for _ in items]
            found[root] = [item for items in inside for item in items]
        return found


def _inside(root: str) -> tuple[Column, ...]:
    """Return the columns of what stands in a sentence, with whose sentence it is and in whose account."""
    return (*_READOUT_ID, *_STATEMENT_ID, *_own(root), *_ATTRIBUTION, *_ACCOUNT)


_ALL = (
    Table(
        "readouts",
        "One page: whose account of which act, when and where, with its text.",
        (),
        (*_READOUT_ID, *(c for c in _own("readout") if c.name != "id"), *_COUNTERPARTS),
    ),
    Table(
        "participants",
        "One person who took part in the act that a readout reports.",
        ("participant",),
        (*_READOUT_ID, *_own("participant"), *_ACCOUNT, *_KIND),
    ),
    Table(
        "statements",
        "One sentence: who says what, for which state, when, and in whose account.",
        ("statement",),
        (*_READOUT_ID, *_own("statement"), *_ACCOUNT, *_KIND, *_COUNTERPARTS),
    ),
    Table(
        "formulas",
        "One fixed expression in a sentence, with who is said to hold it.",
        ("statement", "formula"),
        _inside("formula"),
    ),
    Table("mentions", "One thing that a sentence names.", ("statement", "mention"), _inside("mention")),
    Table(
        "pledges",
        "One thing that a side says in a sentence that it will do or give.",
        ("statement", "pledge"),
        _inside("pledge"),
    ),
)
TABLES: dict[str, Table] = {table.name: table for table in _ALL}
"""Every flat table by name, in the order in which they are written."""


def find_table(name: str) -> Table:
    """Return the table of that name; UsageError lists the names there are."""
    if name not in TABLES:
        raise UsageError(f"there is no table {name!r}", f"The tables are {', '.join(TABLES)}.")
    return TABLES[name]


def read_rows(name: str, readouts: Iterable[Readout]) -> list[Row]:
    """Return the rows of a table, in the order of the readouts and of their text."""
    return find_table(name).rows(readouts)
