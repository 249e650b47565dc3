"""In whose account: the table of statements in; what each publisher has the other sides say out."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from diplomatic_readouts.questions.rows import as_table, order, ranked, read_rows, span_of

_COLUMNS = (
    "readout_id", "speaker_country", "speaker_organization", "as_reported_by_other_side", "acts", "topics",
    "event_start", "published", "publisher_country",
)  # fmt: skip
_FIELDS = (
    ("publisher_country", pa.string()),
    ("side", pa.string()),
    ("readouts", pa.int64()),
    ("statements", pa.int64()),
    ("acts", pa.list_(pa.string())),
    ("topics", pa.list_(pa.string())),
    ("first_day", pa.date32()),
    ("last_day", pa.date32()),
)


def in_whose_account(statements: pa.Table) -> pa.Table:
    """Return, for each publisher and each other side that it reports, how much and what that side is said to have said.

    A row is a publisher's state (alpha-3) and a side (alpha-3 of the speaker's state, else the name of the
    organization): the number of ``readouts`` and ``statements``, ``acts`` and ``topics`` with the most frequent first,
    the first and the last day. The side with most statements comes first.
    """
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in read_rows(statements, *_COLUMNS):
        if row["as_reported_by_other_side"]:
            side = row["speaker_country"] or row["speaker_organization"]
            found.setdefault((row["publisher_country"], side), []).append(row)
    told = [_told(publisher, side, rows) for (publisher, side), rows in found.items()]
    return as_table(sorted(told, key=lambda r: order(r["publisher_country"], -r["statements"], r["side"])), _FIELDS)


def _told(publisher: str | None, side: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    first, last = span_of(rows)
    return {
        "publisher_country": publisher,
        "side": side,
        "readouts": len({row["readout_id"] for row in rows}),
        "statements": len(rows),
        "acts": [act for act, _ in ranked(act for row in rows for act in row["acts"])],
        "topics": [topic for topic, _ in ranked(topic for row in rows for topic in row["topics"])],
        "first_day": first,
        "last_day": last,
    }
