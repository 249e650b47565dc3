"""Silence: a readout and the tables around it in; what comparable readouts carry, and it lacks, out."""

from __future__ import annotations

import pyarrow as pa

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.questions.rows import Row, as_table, carried, day_of, read_rows

_READOUT = ("readout_id", "kind", "publisher_country", "counterpart_countries", "event_start", "published")
_FIELDS = (
    ("what", pa.string()),
    ("id", pa.string()),
    ("carried_by", pa.int64()),
    ("of", pa.int64()),
    ("share", pa.float64()),
    ("readouts", pa.list_(pa.string())),
)


def silences(
    readout_id: str,
    readouts: pa.Table,
    statements: pa.Table,
    formulas: pa.Table,
    *,
    days: int = 365,
    share: float = 0.5,
    fewest: int = 3,
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
    if day_of(own) is None or own["publisher_country"] is None:
        raise UsageError(f"{readout_id} has no day or no publisher's state", "Ask of a readout that has both.")
    peers = {row["readout_id"] for row in rows if _is_comparable(row, own, days)}
    if len(peers) < fewest:
        return as_table((), _FIELDS)
    found: dict[tuple[str, str], set[str]] = {}
    for what, label, readout in carried(statements, formulas):
        found.setdefault((what, label), set()).add(readout)
    told = [
        _told(*key, len(peers), sorted(peers & carriers))
        for key, carriers in found.items()
        if readout_id not in carriers and len(peers & carriers) >= max(1, share * len(peers))
    ]
    return as_table(sorted(told, key=lambda row: (-row["carried_by"], row["what"], row["id"])), _FIELDS)


def _is_comparable(row: Row, own: Row, days: int) -> bool:
    """Return whether a readout is the same publisher's, of the same kind and time, and with others."""
    day, own_day = day_of(row), day_of(own)
    if day is None or own_day is None or row["readout_id"] == own["readout_id"]:
        return False
    same = row["publisher_country"] == own["publisher_country"] and row["kind"] == own["kind"]
    others = not set(row["counterpart_countries"]) & set(own["counterpart_countries"])
    return same and others and abs((day - own_day).days) <= days


def _told(what: str, label: str, peers: int, carriers: list[str]) -> Row:
    return {
        "what": what,
        "id": label,
        "carried_by": len(carriers),
        "of": peers,
        "share": len(carriers) / peers,
        "readouts": carriers,
    }
