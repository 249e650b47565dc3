"""Sentences found by their words, speaker, holder, topic and time: flat tables in, a table out."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, replace
from typing import get_args

import pyarrow as pa

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.questions.rows import Row, as_table, day_of, order, read_rows
from diplomatic_readouts.records.vocabulary import Act, Kind, Topic

_COLUMNS = (
    "id", "readout_id", "index", "text", "speaker_name", "speaker_country", "speaker_organization", "basis",
    "as_reported_by_other_side", "acts", "topics", "event_start", "published", "publisher_country", "kind",
    "counterpart_countries",
)  # fmt: skip
_FIELDS = (
    ("day", pa.date32()),
    ("publisher_country", pa.string()),
    ("kind", pa.string()),
    ("speaker_name", pa.string()),
    ("speaker_side", pa.string()),
    ("basis", pa.string()),
    ("as_reported_by_other_side", pa.bool_()),
    ("text", pa.string()),
    ("statement_id", pa.string()),
)
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "-": " ", "‑": " ", "–": " ", "_": " "})
_CODE = re.compile(r"[A-Za-z]{3}")
_WHEN = re.compile(r"(?P<year>[12][0-9]{3})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a sentence must have to be found; what is None does not matter. States are alpha-3, labels as in the record.

    ``words`` are looked for in the sentence; with a ``holder`` in the formulas that this one is said to hold, in their
    words or names. Case, hyphens and the form of quotation marks do not matter. ``since`` and ``until`` include their
    days.
    """

    words: str | None = None
    holder: str | None = None
    speaker: str | None = None
    """Words of the speaker's name."""
    side: str | None = None
    topic: str | None = None
    act: str | None = None
    kind: str | None = None
    publisher: str | None = None
    counterpart: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None


def find_statements(wanted: Wanted, statements: pa.Table, formulas: pa.Table) -> pa.Table:
    """Return the sentences that are wanted, each with its day, in whose account it stands and who speaks; by day.

    Raises UsageError where a topic, act or kind is none of the record's, a side is no code and none that there is, or
    the last day lies before the first.
    """
    if wanted.since and wanted.until and wanted.since > wanted.until:
        raise UsageError(f"{wanted.until} lies before {wanted.since}", "Give the first day with --from.")
    for what, value, labels in (("topic", wanted.topic, Topic), ("act", wanted.act, Act), ("kind", wanted.kind, Kind)):
        if value is not None and value not in get_args(labels):
            raise UsageError(f"there is no {what} {value!r}", f"There are {', '.join(get_args(labels))}.")
    wanted = replace(wanted, words=fold(wanted.words or ""), speaker=fold(wanted.speaker or ""))
    held = _held(wanted, formulas) if wanted.holder else None
    said = read_rows(statements, *_COLUMNS)
    _check_sides(wanted, said, formulas)
    rows = [row for row in said if _is_wanted(row, wanted, held)]
    rows.sort(key=lambda row: order(day_of(row), row["readout_id"], row["index"]))
    return as_table((_told(row) for row in rows), _FIELDS)


def _check_sides(wanted: Wanted, said: list[Row], formulas: pa.Table) -> None:
    """Check that who is asked for is there or has a state's code; UsageError tells who there is."""
    there = {
        "holder": {row["holder"] for row in read_rows(formulas, "holder")},
        "side": {row[name] for row in said for name in ("speaker_country", "speaker_organization")},
        "publisher": {row["publisher_country"] for row in said},
        "counterpart": {country for row in said for country in row["counterpart_countries"]},
    }
    for what, found in there.items():
        asked, known = getattr(wanted, what), sorted(each for each in found if each)
        if asked and not _CODE.fullmatch(asked) and not _is_one(asked, *known):
            raise UsageError(
                f"there is no {what} {asked!r}", f"States are alpha-3, as PER; here are {', '.join(known)}."
            )


def _held(wanted: Wanted, formulas: pa.Table) -> set[str]:
    """Return the sentences in which the holder is said to hold a formula with the words."""
    words = wanted.words or ""
    return {
        row["statement_id"]
        for row in read_rows(formulas, "statement_id", "id", "text", "holder")
        if _is_one(wanted.holder, row["holder"]) and (words in fold(row["text"]) or words in fold(row["id"]))
    }


def _is_wanted(row: Row, wanted: Wanted, held: set[str] | None) -> bool:
    found = (wanted.words or "") in fold(row["text"]) if held is None else row["id"] in held
    return found and _has_labels(row, wanted) and _has_sides(row, wanted) and _is_of_time(row, wanted)


def _has_labels(row: Row, wanted: Wanted) -> bool:
    """Return whether a sentence has the topic, act and kind that are wanted."""
    topic = wanted.topic is None or wanted.topic in row["topics"]
    act = wanted.act is None or wanted.act in row["acts"]
    return topic and act and wanted.kind in (None, row["kind"])


def _has_sides(row: Row, wanted: Wanted) -> bool:
    """Return whether a sentence is said by, in the account of and among those who are wanted."""
    return (
        (wanted.speaker or "") in fold(row["speaker_name"] or "")
        and _is_one(wanted.side, row["speaker_country"], row["speaker_organization"])
        and _is_one(wanted.publisher, row["publisher_country"])
        and _is_one(wanted.counterpart, *row["counterpart_countries"])
    )


def _is_one(wanted: str | None, *found: str | None) -> bool:
    """Return whether a state, bloc or organization is among those found, in any case; None is always."""
    return wanted is None or wanted.casefold() in {each.casefold() for each in found if each}


def _is_of_time(row: Row, wanted: Wanted) -> bool:
    day = day_of(row)
    if day is None:
        return wanted.since is None and wanted.until is None
    return (wanted.since is None or day >= wanted.since) and (wanted.until is None or day <= wanted.until)


def _told(row: Row) -> Row:
    told = {name: row.get(name) for name, _ in _FIELDS}
    side = row["speaker_country"] or row["speaker_organization"]
    return told | {"day": day_of(row), "speaker_side": side, "statement_id": row["id"]}


def fold(text: str) -> str:
    """Return a text for comparison: case, hyphens, white space and the form of quotation marks do not count.

    >>> fold("The One-China  Principle") == fold("the one China principle")
    True
    """
    return " ".join(text.casefold().translate(_ALIKE).split())


def read_day(words: str, *, last: bool = False) -> datetime.date:
    """Return the first day of a year, a month or a day in ISO 8601, or the last; UsageError for other words.

    >>> read_day("2018-02", last=True)
    datetime.date(2018, 2, 28)
    """
    match = _WHEN.fullmatch(words)
    try:
        if match is None:
            raise ValueError
        year, month = int(match["year"]), int(match["month"] or (12 if last else 1))
        day = int(match["day"] or (calendar.monthrange(year, month)[1] if last else 1))
        return datetime.date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        raise UsageError(f"{words!r} is no day", "Give a year, a month or a day: 2018, 2018-09, 2018-09-26.") from None
