"""Pledges: their table in; amounts by actor, recipient and currency out, each pledge counted once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pyarrow as pa

from diplomatic_readouts.questions.rows import Row, as_table, day_of, order, read_rows, span_of

_COLUMNS = (
    "readout_id", "start", "actor", "recipient", "instrument", "amount", "currency", "status", "event_start",
    "published",
)  # fmt: skip
_FIELDS = (
    ("actor", pa.string()),
    ("recipient", pa.string()),
    ("currency", pa.string()),
    ("amount", pa.string()),
    ("pledges", pa.int64()),
    ("new", pa.int64()),
    ("restated", pa.int64()),
    ("delivered", pa.int64()),
    ("first_day", pa.date32()),
    ("last_day", pa.date32()),
)


def pledge_sums(pledges: pa.Table) -> pa.Table:
    """Return what was pledged by whom to whom in each currency, no pledge counted twice.

    ``amount`` is an exact decimal, null where no amount is told, the sum of different ``pledges``. One that is told as
    restated or delivered is that of the same instrument and amount which is there already, if there is one; one told
    as new is another, unless it is told so of the same day. ``new``, ``restated`` and ``delivered`` count how often it
    is told so.
    """
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in read_rows(pledges, *_COLUMNS):
        found.setdefault((row["actor"], row["recipient"], row["currency"]), []).append(row)
    return as_table((_sum(key, found[key]) for key in sorted(found, key=lambda key: order(*key))), _FIELDS)


def _sum(key: tuple[str, ...], rows: list[Row]) -> Row:
    told: Row = dict(zip(("actor", "recipient", "currency"), key, strict=True))
    amounts = list(_different(rows))
    known = [amount for amount in amounts if amount is not None]
    first, last = span_of(rows)
    told |= {"amount": f"{sum(known, Decimal(0)):f}" if known else None, "pledges": len(amounts)}
    told |= {status: sum(row["status"] == status for row in rows) for status in ("new", "restated", "delivered")}
    return told | {"first_day": first, "last_day": last}


def _different(rows: list[Row]) -> Iterator[Decimal | None]:
    """Yield the amount of each pledge that is not told before, those told as new first; None where it has none."""
    seen: set[object] = set()
    for row in sorted(rows, key=lambda row: row["status"] != "new"):
        amount = Decimal(row["amount"]) if row["amount"] else None
        anew = row["status"] == "new"
        # without an amount, nothing tells that it is the same as another
        same = (row["instrument"], amount) if amount is not None else (row["readout_id"], row["start"])
        told = (*same, day_of(row)) if anew else same
        if told not in seen:
            yield amount
        seen |= {same, told}
