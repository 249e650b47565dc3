"""First and last seen: the table of formulas in; since when and until when each is held by whom out."""

from __future__ import annotations

import pyarrow as pa

from diplomatic_readouts.questions.rows import Row, as_table, day_of, order, read_rows

_COLUMNS = ("readout_id", "id", "text", "start", "holder", "event_start", "published", "publisher_country")
_FIELDS = (
    ("formula", pa.string()),
    ("holder", pa.string()),
    ("publisher_country", pa.string()),
    ("times", pa.int64()),
    ("readouts", pa.int64()),
    ("first_day", pa.date32()),
    ("first_readout", pa.string()),
    ("first_text", pa.string()),
    ("last_day", pa.date32()),
    ("last_readout", pa.string()),
    ("last_text", pa.string()),
)


def first_and_last_seen(formulas: pa.Table) -> pa.Table:
    """Return when each formula was first and last held by a holder in a publisher's account, and in which words.

    A row is a formula, a holder (alpha-3, bloc, "ALL" for both sides, null where nobody is said to hold it) and a
    publisher's state: ``times`` and ``readouts`` count all of them, first and last are of those with a day.
    """
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in read_rows(formulas, *_COLUMNS):
        found.setdefault((row["id"], row["holder"], row["publisher_country"]), []).append(row)
    return as_table((_seen(key, found[key]) for key in sorted(found, key=lambda key: order(*key))), _FIELDS)


def _seen(key: tuple[str, ...], rows: list[Row]) -> Row:
    told: Row = dict(zip(("formula", "holder", "publisher_country"), key, strict=True))
    told |= {"times": len(rows), "readouts": len({row["readout_id"] for row in rows})}
    dated = sorted((row for row in rows if day_of(row)), key=lambda r: (day_of(r), r["readout_id"], r["start"]))
    for which, at in (("first", 0), ("last", -1)):
        row = dated[at] if dated else None
        told[f"{which}_day"] = day_of(row) if row else None
        told[f"{which}_readout"] = row["readout_id"] if row else None
        told[f"{which}_text"] = row["text"] if row else None
    return told
