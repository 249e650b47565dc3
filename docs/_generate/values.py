"""Types and values of the record in; out, plain words for the one and a short example of the other."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args, get_origin

from diplomatic_readouts.records import Record
from diplomatic_readouts.records.vocabulary import VOCABULARIES
from diplomatic_readouts.tables import is_record, split_optional
from markdown_table import in_code

LONGEST = 40
SCALARS = {str: "text", int: "whole number", bool: "true or false", datetime.date: "day"}
NAMES = {labels: name for name, labels in VOCABULARIES.items()}


def type_in_words(annotation: Any, page: str = "") -> str:
    """Return a type in plain words; models link to their section of the page on the record, labels to theirs."""
    inner, _ = split_optional(annotation)
    if get_origin(inner) is Literal:
        name = NAMES[get_args(inner)]
        return f"label: [{name.replace('_', ' ')}](vocabulary.md#{name})"
    if get_origin(inner) is tuple:
        return f"list of {type_in_words(get_args(inner)[0], page)}".replace("of label:", "of labels:")
    if is_record(inner):
        return f"[{inner.__name__}]({page}#{inner.__name__.lower()})"
    return SCALARS[inner]


def records_in(value: Any) -> Iterator[Record]:
    """Yield a record and every record in it, the outer before the inner."""
    if isinstance(value, Record):
        yield value
        for name in type(value).model_fields:
            yield from records_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from records_in(item)


def emptiness(record: Record) -> int:
    """Return how many of a record's fields are empty."""
    return sum(value is None or value == () for value in vars(record).values())


def example_of(values: Iterable[Any]) -> str:
    """Return the first value that is there, as JSON would print it and short; of a record or none, nothing."""
    for value in values:
        if value is not None and value != () and value != []:
            return "" if _holds_records(value) else in_code(_shortened(_printed(value)))
    return ""


def _holds_records(value: Any) -> bool:
    first = value[0] if isinstance(value, (tuple, list)) else value
    return isinstance(first, (Record, dict))


def _printed(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (tuple, list)):
        return ", ".join(map(_printed, value))
    return " ".join(str(value).split())


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
