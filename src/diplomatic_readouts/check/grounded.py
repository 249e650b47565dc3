"""The first promise, that everything points at its words: a record in, BrokenPromise for a span that does not."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache
from typing import Any, get_args

from diplomatic_readouts.errors import BrokenPromise
from diplomatic_readouts.records import Given, Readout, Record, Span, Statement
from diplomatic_readouts.tables import is_record, split_optional


def check_grounded(readout: Readout) -> None:
    """Check that every span is half-open, in the text and its very words, and lies in the sentence that has it."""
    _check_inside(readout, readout, None, (0, len(readout.text)))
    for at, statement in enumerate(readout.statements):
        check_order(readout, f"statements[{at}].content", statement.content)


Field = tuple[Any, str, int | None] | None
"""Where a record stands: the field of the record that holds it, the name in there, and its number in a list."""


def _check_inside(readout: Readout, record: Record, field: Field, bounds: tuple[int, int]) -> None:
    """Check the places of all records in a record, which lie within the bounds of the sentence around them."""
    for name, several in _nested(type(record)):
        value = getattr(record, name)
        for at, item in enumerate(value if several else (value,)):
            if item is not None:
                here: Field = (field, name, at if several else None)
                inner = _check_place(readout, here, item, bounds) if isinstance(item, Span | Given) else bounds
                _check_inside(readout, item, here, inner)


def _check_place(readout: Readout, field: Field, place: Span | Given, bounds: tuple[int, int]) -> tuple[int, int]:
    """Check that a place's words stand there, within the bounds; return the bounds of what is in it."""
    _check_words(readout, field, place)
    if isinstance(place, Statement):
        return place.start, place.end
    if isinstance(place, Span) and not (bounds[0] <= place.start and place.end <= bounds[1]):
        raise BrokenPromise(readout.id, _path(field), "lies outside its statement", (place.start, place.end))
    return bounds


@cache
def _nested(model: type[Record]) -> tuple[tuple[str, bool], ...]:
    """Return the fields of a model that hold records, and whether each holds several."""
    found = []
    for name, field in model.model_fields.items():
        inner, _ = split_optional(field.annotation)
        several = any(is_record(item) for item in get_args(inner))
        if several or is_record(inner):
            found.append((name, several))
    return tuple(found)


def _path(field: Field) -> str:
    """Return a field as it is written: "statements[3].cue"."""
    if field is None:
        return ""
    around, name, at = field
    here = f"{_path(around)}.{name}" if around else name
    return here if at is None else f"{here}[{at}]"


def _check_words(readout: Readout, field: Field, place: Span | Given) -> None:
    """Check one place: its words stand there; words given beside the text have neither start nor end."""
    start, end, text = place.start, place.end, readout.text
    if start is None or end is None:
        if start is not end:
            raise BrokenPromise(readout.id, _path(field), "has a start or an end without the other")
    elif not 0 <= start < end <= len(text):
        problem = f"is empty or not within the {len(text)} characters"
        raise BrokenPromise(readout.id, _path(field), problem, (start, end))
    elif text[start:end] != place.text:
        problem = f"says {place.text!r} where the text says {text[start:end]!r}"
        raise BrokenPromise(readout.id, _path(field), problem, (start, end))


def check_order(readout: Readout, field: str, spans: Sequence[Span]) -> None:
    """Check that each of some spans ends before the next begins."""
    for at, (before, after) in enumerate(itertools.pairwise(spans), start=1):
        if after.start < before.end:
            problem = "overlaps the one before it or stands before it"
            raise BrokenPromise(readout.id, f"{field}[{at}]", problem, (after.start, after.end))
