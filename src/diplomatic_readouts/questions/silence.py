"""Silence: a readout and the tables around it in; what comparable readouts carry, and it lacks, out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import pyarrow as pa

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.questions.rows import Row, as_table, carried, day_of, read_rows

_READOUT = ("readout_id", "kind", "publisher_country", "counterpart_countries", "event_start", "published")
_SILENCE = (
    ("what", pa.string()),
    ("id", pa.string()),
    ("carried_by", pa.int64()),
    ("of", pa.int64()),
)
_FIELDS = (*_SILENCE, ("share", pa.float64()), ("readouts", pa.list_(pa.string())))
_DAYS, _SHARE, _FEWEST = 365, 0.5, 3


def silences(
    readout_id: str,
    readouts: pa.Table,
    statements: pa.Table,
    formulas: pa.Table,
    *,
    days: int = _DAYS,
    share: float = _SHARE,
    fewest: int = _FEWEST,
) -> pa.Table:
    """Return the formulas and topics that comparable readouts carry and one readout lacks, the most frequent first.

    Comparable are the same publisher's readouts of the same kind with other counterparts, at most so many ``days``
    away. A row says of how many of them (``of``) how many carry it (``carried_by``), and which; only those that at
    least a ``share`` of them carry. With fewer than ``fewest`` of them, nothing can be said and there are no rows.
    Raises UsageError where there is no such readout, or it has no day or no publisher to compare by.
    """
    rows = read_rows(readouts, *_READOUT)
    own = next((row for row in rows if row["readout_id"] == readout_id), None)
    if own is None:
        raise UsageError(f"there is no readout {readout_id}", "Give the id of a readout of the table.")
    if _group(own) is None:
        raise UsageError(f"{readout_id} has no day or no publisher's state", "Ask of a readout that has both.")
    group = _Group([row for row in rows if _group(row) == _group(own)], carried(statements, formulas))
    at = next(n for n, row in enumerate(group.rows) if row["readout_id"] == readout_id)
    found = [
        {**told, "share": told["carried_by"] / told["of"], "readouts": group.ids(carriers)}
        for told, carriers in group.silences(at, days, share, fewest)
    ]
    return as_table(found, _FIELDS)


def all_silences(readouts: pa.Table, statements: pa.Table, formulas: pa.Table) -> pa.Table:
    """Return what ``silences`` does of each readout that it can be asked of, by id, but not who carries it."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in read_rows(readouts, *_READOUT):
        if key := _group(row):
            groups.setdefault(key, []).append(row)
    of_readout: dict[str, list[tuple[str, str, str]]] = {}
    for each in carried(statements, formulas):
        of_readout.setdefault(each[2], []).append(each)
    found: list[Row] = []
    for rows in groups.values():
        group = _Group(rows, (each for row in rows for each in of_readout.get(row["readout_id"], ())))
        for at, row in enumerate(group.rows):
            silent = group.silences(at, _DAYS, _SHARE, _FEWEST)
            found += ({"readout_id": row["readout_id"], **told} for told, _ in silent)
    return as_table(sorted(found, key=lambda row: str(row["readout_id"])), (("readout_id", pa.string()), *_SILENCE))


def _group(row: Row) -> tuple[str, str] | None:
    """Return with what a readout is compared: its publisher's of its kind; None for one without a day or publisher."""
    return (row["publisher_country"], row["kind"]) if day_of(row) and row["publisher_country"] else None


class _Group:
    """The readouts of one publisher and kind in the order of their days, and sets of them as bits of a number.

    With bits, what all of some thousand readouts leave out takes no longer to tell than to read their tables.
    """

    def __init__(self, rows: list[Row], carried_by: Iterable[tuple[str, str, str]]) -> None:
        self.rows = sorted(rows, key=lambda row: (day_of(row), row["readout_id"]))
        self._days = [day.toordinal() for row in self.rows if (day := day_of(row))]
        places = {row["readout_id"]: at for at, row in enumerate(self.rows)}
        carriers: dict[tuple[str, str], set[int]] = {}
        for what, label, readout in carried_by:
            if readout in places:
                carriers.setdefault((what, label), set()).add(places[readout])
        met: dict[str, set[int]] = {}
        for at, row in enumerate(self.rows):
            for country in row["counterpart_countries"]:
                met.setdefault(country, set()).add(at)
        self._carriers = {key: _bits(found) for key, found in carriers.items()}
        self._met = {country: _bits(found) for country, found in met.items()}

    def silences(self, at: int, days: int, share: float, fewest: int) -> list[tuple[Row, int]]:
        """Return what most of the readouts comparable to one carry and it lacks, each with those that carry it."""
        peers = self._peers(at, days)
        count = peers.bit_count()
        if count < fewest:
            return []
        found = [
            ({"what": what, "id": label, "carried_by": (carriers & peers).bit_count(), "of": count}, carriers & peers)
            for (what, label), carriers in self._carriers.items()
            if not carriers >> at & 1 and (carriers & peers).bit_count() >= max(1, share * count)
        ]
        return sorted(found, key=lambda each: (-each[0]["carried_by"], each[0]["what"], each[0]["id"]))

    def ids(self, bits: int) -> list[str]:
        """Return the ids of a set of the readouts, in their order."""
        return sorted(row["readout_id"] for at, row in enumerate(self.rows) if bits >> at & 1)

    def _peers(self, at: int, days: int) -> int:
        """Return the readouts that are near in time to one, and with others."""
        first, last = bisect_left(self._days, self._days[at] - days), bisect_right(self._days, self._days[at] + days)
        same = 1 << at
        for country in self.rows[at]["counterpart_countries"]:
            same |= self._met[country]
        return ((1 << last) - (1 << first)) & ~same


def _bits(places: set[int]) -> int:
    """Return a number with these bits set."""
    found = bytearray(max(places) // 8 + 1)
    for place in places:
        found[place // 8] |= 1 << place % 8
    return int.from_bytes(found, "little")
