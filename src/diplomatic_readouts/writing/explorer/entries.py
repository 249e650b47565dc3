"""A record as JSON in; out, what it is listed and chosen by, and the record as the page holds it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json

from diplomatic_readouts.charts.counts import UNKNOWN
from diplomatic_readouts.errors import DamagedOutput
from diplomatic_readouts.writing.explorer.page import escaped
from diplomatic_readouts.writing.jsonl import plain_json

Line = dict[str, Any]


def read_record(line: str | bytes) -> Line:
    """Return the record of a line of canonical JSON; DamagedOutput where it is none."""
    try:
        record: Line = json.loads(line)
    except ValueError as error:
        raise DamagedOutput(f"a line of the records is no JSON: {error}", "Build the dataset again.") from error
    return record


class Index:
    """What the list and the choices need of every readout; a value that many have stands in it once."""

    def __init__(self) -> None:
        self.entries: list[str] = []
        self._numbers: dict[str, dict[str, int]] = {}

    def add(self, record: Line) -> None:
        """Add what there is of a record, with numbers for its values."""
        entry = entry_of(record)
        for sort, values in entry.items():
            if isinstance(values, list):
                numbers = self._numbers.setdefault(sort, {})
                entry[sort] = [numbers.setdefault(value, len(numbers)) for value in values]
        self.entries.append(escaped(plain_json(entry)))

    def values(self) -> str:
        """Return as JSON the values of each sort, in the order of their numbers."""
        return escaped(plain_json({sort: list(numbers) for sort, numbers in self._numbers.items()}))


def entry_of(record: Line) -> Line:
    """Return what is listed of a record: id, title, day, and the values of each sort that it can be chosen by."""
    day = record["event"]["start"] or (record["published"] or {}).get("date")
    publisher, said = record["publisher"]["country"], record["statements"]
    countries = [person["country"] for person in record["participants"]]
    formulas = [formula for statement in said for formula in statement["formulas"]]
    held = [formula for formula in formulas if formula["holder"]]
    return {
        "id": record["id"],
        "title": record["title"] and record["title"]["text"],
        "day": day,
        "country": _values([publisher, *countries]),
        "counterpart": _values(country for country in countries if country != publisher),
        "publisher": [publisher or UNKNOWN],
        "kind": [record["kind"]],
        "speaker": _values(statement["speaker_name"] for statement in said),
        "topic": _values(topic for statement in said for topic in statement["topics"]),
        "formula": _values(formula["id"] for formula in formulas),
        "held": _values(each for f in held for each in (f["id"], f"{f['id']} ({f['holder']})")),
        "year": _values([day and day[:4]]),
    }


def _values(values: Iterable[str | None]) -> list[str]:
    return sorted({value for value in values if value})


def shortened(record: Line | str | bytes) -> str:
    r"""Return a record as JSON that may stand in a page, 0 for the text of a span that its offsets tell.

    >>> shortened('{"text":"a <b>","title":{"start":2,"end":5,"text":"<b>"}}')
    '{"text":"a \\u003cb\\u003e","title":{"start":2,"end":5,"text":0}}'
    """
    if not isinstance(record, dict):
        record = read_record(record)
    _drop_texts(record, record["text"])
    return escaped(to_json(record).decode())


def _drop_texts(value: Any, text: str) -> None:
    """Set the text of every span in a value to 0 where its offsets tell it; isinstance would take longer."""
    if type(value) is dict:
        start, end = value.get("start"), value.get("end")
        if type(start) is int and type(end) is int and value.get("text") == text[start:end]:
            value["text"] = 0
        value = value.values()
    for each in value:
        if each and (type(each) is dict or type(each) is list):
            _drop_texts(each, text)
