"""The dates of the genre, by a closed grammar: a phrase in, the day, month, year or range it stands for out.

A phrase without its year takes the one nearest to an anchor, a relative one ("yesterday") is counted from it;
without an anchor both are left out, for unknown is no guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from diplomatic_readouts.reading.calendar import MONTH_NAMES, TH, WEEKDAY_NAMES, S
from diplomatic_readouts.reading.date_phrases import (
    DAY_FIRST,
    MONTH_FIRST,
    NUMBERS_ONLY,
    OF_PERIODS,
    OF_TODAY,
    OF_WEEKDAYS,
    OF_YEARS,
    DatePhrase,
    DatePhrases,
    Precision,
    read_year,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date phrase: ``value`` is "2024-11-15", "2024-11", "2024", or a range "2025-05-31/2025-06-02"."""

    start: int
    end: int
    value: str
    precision: Precision
    relative: bool
    """Whether the phrase counts from the anchor ("today"), not only borrows its year."""


_MONTH = "|".join(form for name in MONTH_NAMES for form in (name[:3], name[:3].upper()))  # how one begins
_HAS_MONTH = re.compile(_MONTH)
_HAS_DIGIT = re.compile("[0-9]")
_HINTS: tuple[tuple[re.Pattern[str], DatePhrases], ...] = (
    (re.compile(rf"(?:{_MONTH})[A-Za-z]{{0,6}}\.?(?:,|{S}of)?{S}[0-9]"), MONTH_FIRST),
    (re.compile(rf"[0-9]{TH}(?:,|{S}of)?{S}(?:{_MONTH})"), DAY_FIRST),
    (re.compile(r"(?:18|19|20)\d\d[-/]"), NUMBERS_ONLY),
    (re.compile(r"(?:18|19|20)\d\d"), OF_YEARS),
)
_TODAY_HOLDS = ("today", "terday", "tomorrow", "morn", "noon", "even", "ght")  # no i or s, of which there are others
_WHICH_LOW = ("last", "this", "next")
_PERIODS = ("year", "month", "week")


def _phrases_in(words: str) -> list[DatePhrase]:
    """Return the phrases of which something stands in the words, most often none: 8 times as fast as to try all."""
    found: list[DatePhrase] = []
    if _HAS_DIGIT.search(words):
        for hint, phrases in _HINTS:
            found += phrases if hint.search(words) else ()
    lower = words.lower()
    if any(part in lower for part in _TODAY_HOLDS):
        found += OF_TODAY
    if "day" in words and any(name in words for name in WEEKDAY_NAMES):
        found += OF_WEEKDAYS
    if any(which in lower for which in _WHICH_LOW):
        found += OF_PERIODS if any(unit in words for unit in _PERIODS) or _HAS_MONTH.search(words) else ()
    return found


def find_dates(text: str, start: int, end: int, anchor: date | None) -> tuple[FoundDate, ...]:
    """Return the dates that ``text[start:end]`` names, in order, none overlapping.

    >>> find_dates("On May 31 they met in Lima.", 0, 27, date(2024, 6, 3))[0].value
    '2024-05-31'
    """
    found: list[FoundDate] = []
    for pattern, read in _phrases_in(text[start:end]):
        for match in pattern.finditer(text, start, end):
            values = read(match, anchor)
            at = match.start("y") if read is read_year else match.start()
            if values:
                found.append(FoundDate(at, match.end(), *values))
    found.sort(key=lambda d: (d.start, -d.end))
    kept: list[FoundDate] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)
