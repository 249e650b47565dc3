"""Two accounts of one meeting: tables in; the pairs that there are, and what each side leaves out, out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pyarrow as pa

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.questions.rows import Row, as_table, carried, read_rows

_READOUT = (
    "readout_id", "kind", "publisher_country", "counterpart_countries", "event_start", "event_city", "event_country",
)  # fmt: skip
_PERSON = ("readout_id", "name", "country")
_PAIR_FIELDS = (
    ("one", pa.string()),
    ("other", pa.string()),
    ("one_publisher", pa.string()),
    ("other_publisher", pa.string()),
    ("one_day", pa.date32()),
    ("other_day", pa.date32()),
    ("participants", pa.list_(pa.string())),
    ("same_place", pa.bool_()),
)
_SHARED_FIELDS = (
    ("what", pa.string()),
    ("id", pa.string()),
    ("carried_by", pa.string()),
    ("one_times", pa.int64()),
    ("other_times", pa.int64()),
)
_TOLD_ELSEWHERE = ("article", "announcement")
"""Kinds that are no report of a meeting."""


def find_pairs(readouts: pa.Table, participants: pa.Table, *, days: int = 1) -> pa.Table:
    """Return the pairs of readouts in which two states give their accounts of one meeting.

    They are of two publishers, each among the other's counterparts, at most so many ``days`` apart (dates differ across
    time zones), and name one participant at least from each side under like names (``participants``, as the first
    prints them). ``same_place`` is null where one of the two names no place; where places differ it is no pair.
    """
    people: dict[str, list[Row]] = {}
    for row in read_rows(participants, *_PERSON):
        people.setdefault(row["readout_id"], []).append(row)
    rows = [row for row in read_rows(readouts, *_READOUT) if _is_report(row)]
    rows.sort(key=lambda row: (row["event_start"], row["readout_id"]))
    found = [pair for one, other in _near(rows, days) if (pair := _pair(one, other, people))]
    return as_table(sorted(found, key=lambda pair: (pair["one_day"], pair["one"], pair["other"])), _PAIR_FIELDS)


def _is_report(row: Row) -> bool:
    return bool(row["event_start"] and row["publisher_country"] and row["kind"] not in _TOLD_ELSEWHERE)


def _near(rows: list[Row], days: int) -> Iterator[tuple[Row, Row]]:
    """Yield the pairs of rows, which are in order, whose events begin at most so many days apart."""
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if (other["event_start"] - one["event_start"]).days > days:
                break
            yield one, other


def _pair(one: Row, other: Row, people: dict[str, list[Row]]) -> Row | None:
    """Return two readouts as accounts of one meeting, or None if they are not."""
    if not {one["publisher_country"]} & set(other["counterpart_countries"]):
        return None
    if not {other["publisher_country"]} & set(one["counterpart_countries"]):
        return None
    same_place = _same_place(one, other)
    shared = [
        person
        for person in people.get(one["readout_id"], ())
        if any(is_like(person["name"], also["name"]) for also in people.get(other["readout_id"], ()))
    ]
    sides = {person["country"] for person in shared}
    if same_place is False or not {one["publisher_country"], other["publisher_country"]} <= sides:
        return None
    return {
        "one": one["readout_id"],
        "other": other["readout_id"],
        "one_publisher": one["publisher_country"],
        "other_publisher": other["publisher_country"],
        "one_day": one["event_start"],
        "other_day": other["event_start"],
        "participants": [person["name"] for person in shared],
        "same_place": same_place,
    }


def _same_place(one: Row, other: Row) -> bool | None:
    """Return whether two events were in one city, else in one state; None where one of them does not tell."""
    for column in ("event_city", "event_country"):
        if one[column] and other[column]:
            return bool(_plain(one[column]) == _plain(other[column]))
    return None


def is_like(name: str, other: str) -> bool:
    """Return whether two names may be one person's: all words of the shorter are in the longer, accents aside.

    >>> is_like("José Valencia Amores", "Jose Valencia")
    True
    """
    words, others = sorted((set(_plain(name).split()), set(_plain(other).split())), key=len)
    return words <= others


def _plain(text: str) -> str:
    """Return a text in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))


def compare_accounts(one: str, other: str, statements: pa.Table, formulas: pa.Table) -> pa.Table:
    """Return the topics and formulas of two readouts, by how often each carries them.

    ``carried_by`` is "both", "one" or "other": what only one of them carries, the other leaves out. Raises UsageError
    where a readout has no statements in the table.
    """
    known = set(statements.column("readout_id").to_pylist())
    for readout in (one, other):
        if readout not in known:
            raise UsageError(f"there is no readout {readout}", "Give the ids of two readouts of the table.")
    times: dict[tuple[str, str], list[int]] = {}
    for what, value, readout in carried(statements, formulas):
        if readout in (one, other):
            times.setdefault((what, value), [0, 0])[readout == other] += 1
    told = [
        {
            "what": what,
            "id": value,
            "carried_by": "both" if all(counts) else "one" if counts[0] else "other",
            "one_times": counts[0],
            "other_times": counts[1],
        }
        for (what, value), counts in times.items()
    ]
    return as_table(sorted(told, key=lambda row: (row["what"], row["carried_by"], row["id"])), _SHARED_FIELDS)
