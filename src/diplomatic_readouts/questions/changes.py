"""Wording changes: the tables of formulas and of readouts in; where one fixed phrase gives way to another out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pyarrow as pa

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Tier
from diplomatic_readouts.questions.rows import Row, as_table, day_of, order, read_rows

_COLUMNS = ("readout_id", "id", "text", "start", "holder", "tier", "event_start", "published", "publisher_country")
_PAIR = ("readout_id", "counterpart_countries")
_FIELDS = (
    ("what", pa.string()),
    ("holder", pa.string()),
    ("publisher_country", pa.string()),
    ("counterpart_country", pa.string()),
    ("change", pa.string()),
    ("before_day", pa.date32()),
    ("before_readout", pa.string()),
    ("before_text", pa.string()),
    ("day", pa.date32()),
    ("readout", pa.string()),
    ("text", pa.string()),
)
_ONE_CHINA = {"one_china_principle": "principle", "one_china_policy": "policy"}
_RANKED = "CHN"
"""The state whose partnerships are ranked: others use the same words in another order."""
_MEANING = {"cooperative": "cooperation", "coordination": "cooperation", "partners": "partnership"}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def wording_changes(formulas: pa.Table, readouts: pa.Table) -> pa.Table:
    """Return each change of wording between a readout and the next one of the same holder or pair, by day.

    ``what`` is "one_china", where a holder in a publisher's account changes between principle and policy, ``change``
    being "to principle" or "to policy"; or "partnership", where the tier between a publisher's state and its one
    counterpart changes: ``change`` is "up", "down" or, for tiers of one rank or none, "other". A readout that has both
    wordings, or no day, tells of no change.
    """
    counterparts = {row["readout_id"]: row["counterpart_countries"] for row in read_rows(readouts, *_PAIR)}
    series: dict[tuple[str, ...], dict[tuple[str, ...], list[Row]]] = {}
    for row in read_rows(formulas, *_COLUMNS):
        key = _series_of(row, counterparts.get(row["readout_id"], []))
        if key and day_of(row):
            series.setdefault(key, {}).setdefault((str(day_of(row)), row["readout_id"]), []).append(row)
    found = [change for key, readouts_of in series.items() for change in _changes(key, readouts_of)]
    found.sort(key=lambda r: order(r["what"], r["publisher_country"], r["day"], r["holder"], r["counterpart_country"]))
    return as_table(found, _FIELDS)


def _series_of(row: Row, counterparts: list[str]) -> tuple[str, ...] | None:
    """Return whose wordings a formula belongs to: a holder's in an account, a pair of states; None for others."""
    if row["id"] in _ONE_CHINA and row["holder"]:
        return ("one_china", row["holder"], row["publisher_country"], "")
    if row["id"] == "partnership" and row["publisher_country"] and len(counterparts) == 1:
        return ("partnership", "", row["publisher_country"], counterparts[0])
    return None


def _changes(key: tuple[str, ...], readouts: dict[tuple[str, ...], list[Row]]) -> Iterator[Row]:
    what, holder, publisher, counterpart = key
    ranked = _RANKED in (publisher, counterpart)
    before: Row | None = None
    for each in sorted(readouts):
        rows = sorted(readouts[each], key=lambda row: row["start"])
        if len({_wording(row) for row in rows}) > 1:
            continue
        row = rows[0]
        if before and _wording(before) != _wording(row):
            yield {
                "what": what,
                "holder": holder or None,
                "publisher_country": publisher,
                "counterpart_country": counterpart or None,
                "change": _direction(before, row, ranked),
                "before_day": day_of(before),
                "before_readout": before["readout_id"],
                "before_text": before["text"],
                "day": day_of(row),
                "readout": row["readout_id"],
                "text": row["text"],
            }
        before = row


def _wording(row: Row) -> str:
    """Return what is compared: principle or policy, or the words of a tier whatever their form."""
    return _ONE_CHINA.get(row["id"]) or " ".join(sorted(_words(row["tier"] or row["text"])))


def _words(tier: str) -> frozenset[str]:
    return frozenset(_MEANING.get(word, word) for word in _WORD.findall(tier.lower())) - {"of", "for", "and"}


def _direction(before: Row, row: Row, ranked: bool) -> str:
    if row["id"] in _ONE_CHINA:
        return f"to {_wording(row)}"
    old, new = (tier_rank(each["tier"] or each["text"]) for each in (before, row))
    if not ranked or old == new or old is None or new is None:
        return "other"
    return "up" if new > old else "down"


@cache
def _tiers() -> tuple[Tier, ...]:
    return tuple(sorted(read_lexicon("partnership_tiers", Tier), key=lambda tier: -tier.rank))


def tier_rank(tier: str) -> int | None:
    """Return the rank of a tier of China's partnerships, from 1, the lowest; None for words that are no partnership's.

    The order is that of ``lexicons/partnership_tiers.toml``, with its sources.

    >>> tier_rank("comprehensive strategic partners") > tier_rank("strategic cooperative partnership")
    True
    """
    words = _words(tier)
    if not words & {"partnership", "partner"}:
        return None
    return next((each.rank for each in _tiers() if words.issuperset(each.words)), None)
