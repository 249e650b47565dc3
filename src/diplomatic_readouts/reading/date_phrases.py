"""The grammar of dates: patterns with what reads them, in groups by what stands in every phrase of a group.

What a phrase reads as is value, precision and whether it counts from the anchor; None where it is no date after all.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from diplomatic_readouts.reading.calendar import (
    AND,
    DAY,
    INITIAL,
    MONTH,
    MONTH_NAMES,
    NO_NUMBER_BEFORE,
    TO,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    S,
    find_day,
    find_nearest,
    find_shifted,
    read_month,
    read_number,
)

Precision = Literal["day", "month", "year", "range"]


Values = tuple[str, Precision, bool] | None
Reader = Callable[[re.Match[str], "date | None"], Values]


def _on(day: date | None, relative: bool = False) -> Values:
    """Return a day as a value."""
    return (day.isoformat(), "day", relative) if day else None


def _range(first: date | None, last: date | None, relative: bool = False, longest: float = math.inf) -> Values:
    """Return two days in their order as a range, no longer than so many days."""
    if first is None or last is None or not 0 < (last - first).days <= longest:
        return None
    return f"{first}/{last}", "range", relative


# -------------------------------------------------------------------------------------------- readers of each phrase


def _read_days(match: re.Match[str], anchor: date | None) -> Values:
    """Return the range of "May 31 to June 2(, 2024)", "4 to 7 March 2019"; with "and" only of days running."""
    given = match.groupdict()
    longest = 1.0 if re.search(AND, match[0]) else math.inf
    names = [given.get(key) for key in ("m1", "m2", "m3", "m4")]
    months = [read_month(name) for name in names if name]
    day1, day2 = (read_number(match[key]) for key in ("d1", "d2"))
    year2 = given.get("y2")
    if year2:
        last = find_day(int(year2), months[-1], day2)
        year1 = int(given.get("y1") or year2) - (months[0] > months[-1] and not given.get("y1"))
        return _range(find_day(year1, months[0], day1), last, longest=longest)
    first = find_nearest(months[0], day1, anchor)
    last = first and find_day(first.year + (months[0] > months[-1]), months[-1], day2)
    return _range(first, last, longest=longest)


def _read_day(match: re.Match[str], anchor: date | None) -> Values:
    """Return the day of "September 26, 2018" or "13 May"."""
    month, day, year = read_month(match["m"]), read_number(match["d"]), match["y"]
    return _on(find_day(int(year), month, day) if year else find_nearest(month, day, anchor))


def _read_month(match: re.Match[str], _: date | None) -> Values:
    """Return the month of "November 2024"."""
    return f"{match['y']}-{read_month(match['m']):02d}", "month", False


def _read_iso(match: re.Match[str], _: date | None) -> Values:
    """Return the day of "2024-11-15" or "2024/11/15"."""
    return _on(find_day(int(match["y"]), int(match["m"]), int(match["d"])))


def read_year(match: re.Match[str], _: date | None) -> Values:
    """Return the year of "in 2014", or the range of "from 2026 to 2030"."""
    first, last = match["y"], match["y2"]
    if last and first < last:
        return f"{first}/{last}", "range", False
    return None if last else (first, "year", False)


def _read_relative_day(match: re.Match[str], anchor: date | None) -> Values:
    """Return the day of "today", "this morning", "yesterday", "today (19)"."""
    if anchor is None:
        return None
    word, number = match["word"].lower(), match["d"]
    day = find_shifted(anchor, {"yesterday": -1, "tomorrow": 1}.get(word, -1 if word.startswith("last") else 0))
    if number and day:
        near = [found for shift in range(-3, 4) if (found := find_shifted(day, shift)) and found.day == int(number)]
        day = near[0] if near else None
    return _on(day, relative=True)


def _read_weekday(match: re.Match[str], anchor: date | None) -> Values:
    """Return the last such weekday on or before the anchor, or the one that "last", "this", "next" point to."""
    if anchor is None:
        return None
    back = (anchor.weekday() - WEEKDAYS[match["weekday"]]) % 7
    which = (match["which"] or "").lower()
    days = {"last": -(back or 7), "next": 7 - back, "this": (7 - back) % 7}.get(which, -back)
    return _on(find_shifted(anchor, days), relative=True)


def _read_period(match: re.Match[str], anchor: date | None) -> Values:
    """Return the year, month or week (Monday to Sunday) of "last year", "this month", "next week", "this May"."""
    if anchor is None:
        return None
    unit, step = match["unit"], {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if unit == "year":
        return f"{anchor.year + step:04d}", "year", True
    if unit == "week":
        monday = find_shifted(anchor, 7 * step - anchor.weekday())
        return _range(monday, monday and find_shifted(monday, 6), relative=True)
    if unit == "month":
        years, month = divmod(anchor.year * 12 + anchor.month - 1 + step, 12)
        return f"{years:04d}-{month + 1:02d}", "month", True
    month = read_month(unit)
    past, coming = step < 0 and month >= anchor.month, step > 0 and month <= anchor.month
    return f"{anchor.year - past + coming:04d}-{month:02d}", "month", True


# --------------------------------------------------------------------------------- phrases, the longer ones first

_OPENING_DAY = rf"{NO_NUMBER_BEFORE}(?:(?:{WEEKDAY}),?{S})?(?P<d>{DAY})"
_MONTH_BEHIND = rf"{S}(?P<m>{MONTH})\b(?:,?{S}(?P<y>{YEAR}))?"
_WHICH = "[Ll]ast|[Tt]his|[Nn]ext"
DatePhrase = tuple[re.Pattern[str], Reader]
DatePhrases = tuple[DatePhrase, ...]
MONTH_FIRST: DatePhrases = (
    # May 31(, 2024) to June 2(, 2024)
    (
        re.compile(
            rf"\b{INITIAL}(?P<m1>{MONTH}){S}(?P<d1>{DAY})(?:,?{S}(?P<y1>{YEAR}))?(?:{TO}|{AND})"
            rf"(?P<m2>{MONTH}){S}(?P<d2>{DAY})(?:,?{S}(?P<y2>{YEAR}))?"
        ),
        _read_days,
    ),
    # March 4-7(, 2019), March 4 to 7(, 2019)
    (
        re.compile(
            rf"\b{INITIAL}(?P<m1>{MONTH}){S}(?P<d1>{DAY})(?:{TO}|{AND})(?P<d2>{DAY})(?!\s{MONTH})(?:,?{S}(?P<y2>{YEAR}))?"
        ),
        _read_days,
    ),
    # (Wednesday, )September 26(, 2018), February 16 (Friday), 2024
    (
        re.compile(
            rf"\b{INITIAL}(?:(?:{WEEKDAY}),?{S})?(?P<m>{MONTH})(?:{S}|,{S}(?=\d\d?(?:st|nd|rd|th)))(?P<d>{DAY})"
            rf"(?:(?:\s\((?:{WEEKDAY})\))?\s?,?\s{{0,3}}(?P<y>{YEAR}))?"
        ),
        _read_day,
    ),
    (re.compile(rf"\b{INITIAL}(?P<m>{MONTH})(?:,|{S}of)?{S}(?P<y>{YEAR})"), _read_month),
)
DAY_FIRST: DatePhrases = (
    # 4 to 7 March (2019), 30 April (2019) to 2 May (2019)
    (
        re.compile(
            rf"{NO_NUMBER_BEFORE}(?P<d1>{DAY})(?:{S}(?P<m1>{MONTH})(?:,?{S}(?P<y1>{YEAR}))?)?(?:{TO}|{AND})"
            rf"(?P<d2>{DAY}){S}(?P<m2>{MONTH})\b(?:,?{S}(?P<y2>{YEAR}))?"
        ),
        _read_days,
    ),
    # (Wednesday, )26 September (2018), the 26th of September; of "26 and 28 September 2018" the first
    (re.compile(rf"{_OPENING_DAY}(?:{S}of|(?<=[a-z]),)?{_MONTH_BEHIND}"), _read_day),
    (re.compile(rf"{_OPENING_DAY}(?={AND}{DAY}{_MONTH_BEHIND})"), _read_day),
)
NUMBERS_ONLY: DatePhrases = (
    (
        re.compile(
            rf"{NO_NUMBER_BEFORE}(?P<y>(?:18|19|20)[0-9][0-9])(?P<sep>[-/])(?P<m>[0-9][0-9]?)(?P=sep)(?P<d>[0-9][0-9]?)\b"
        ),
        _read_iso,
    ),
)
OF_YEARS: DatePhrases = (
    # in 2014, from 2026 to 2030, 2026-2030; not "the 2030 Agenda"
    (
        re.compile(
            rf"(?:(?:\b(?:in|since|by|from|of|until|till|during|before|after|through|between|around|early|late|year)"
            rf"(?:{S}(?:about|early|late|mid|the{S}year))?|\bmid)(?:-|{S}))(?P<y>(?:18|19|20)[0-9][0-9])"
            rf"(?:{TO}(?P<y2>{YEAR}))?(?!(?<=00)\s[a-z]|[\d-]|[.,:]\d|['’]?s\b|\w|\s(?:Agenda|Vision|Goals?|Plan|Joint)\b)",
            re.IGNORECASE,
        ),
        read_year,
    ),
)
OF_TODAY: DatePhrases = (
    # today, this morning, yesterday evening, today (19); "today's world" is none
    (
        re.compile(
            rf"\b(?P<word>today|tonight|yesterday|tomorrow|this{S}(?:morning|afternoon|evening)|last{S}night)\b"
            rf"(?:{S}(?:morning|afternoon|evening)\b)?(?:\s?\((?P<d>3[01]|[12][0-9]|0?[1-9])\))?"
            rf"(?!['’]s{S}(?:[a-z]+{S})?(?:world|era|international)\b)",
            re.IGNORECASE,
        ),
        _read_relative_day,
    ),
)
OF_WEEKDAYS: DatePhrases = (
    # on Wednesday; not "Good Friday" nor "February 9 (Friday)"
    (
        re.compile(rf"(?<!Good )(?<!Black )(?<!Ash )(?<!\()\b(?:(?P<which>{_WHICH}){S})?(?P<weekday>{WEEKDAY})\b"),
        _read_weekday,
    ),
)
OF_PERIODS: DatePhrases = (
    # last year, this month, next week, this September; not "over the last year"
    (
        re.compile(
            rf"(?<!\bthe )(?<!\bpast )\b(?P<which>{_WHICH}){S}"
            rf"(?P<unit>year|month|week|{'|'.join(MONTH_NAMES)})\b(?!{S}\d)"
        ),
        _read_period,
    ),
)
