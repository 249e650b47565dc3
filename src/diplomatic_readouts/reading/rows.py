"""A line of JSON Lines in; the page that it holds out: ``name`` and ``text``, and what else it gives of the page."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from diplomatic_readouts.errors import UnreadableSource
from diplomatic_readouts.reading.source import SourceText, text_source
from diplomatic_readouts.records.vocabulary import SourceFormat

_GIVEN = ("url", "title", "published")


def read_row(line: str, place: str, format: SourceFormat = "jsonl") -> SourceText:  # noqa: A002
    """Return the page in a line, or in a row of Parquet made one; `url`, `title`, `published` need not be in its text.

    Raises UnreadableSource, naming the place, where the line is no JSON object with `name` and `text`.
    """
    row = _read_object(line, place)
    for key in ("name", "text", *_GIVEN):
        if not isinstance(row.get(key), str) and (key not in _GIVEN or row.get(key) is not None):
            raise UnreadableSource(f"{place} has no {key} that is a string", _REMEDY)
    source = text_source(row["text"], row["name"])
    given = {key: row[key] for key in _GIVEN if row.get(key)}
    return replace(source, format=format, **given)


_REMEDY = 'Give one object a line: {"name": …, "text": …}, and if you like "url", "title", "published".'


def _read_object(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UnreadableSource(f"{place} is no JSON: {error}", _REMEDY) from error
    if not isinstance(row, dict):
        raise UnreadableSource(f"{place} is no JSON object", _REMEDY)
    return row


def name_of(line: str, place: str) -> str:
    """Return the name that a line gives its page, else the place of the line."""
    try:
        name = json.loads(line).get("name")
    except (ValueError, AttributeError):
        return place
    return name if isinstance(name, str) and name else place
