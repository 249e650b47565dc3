"""The calendar as the genre prints it: patterns for months, days and years, and the days that they name."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July"]
MONTH_NAMES += ["August", "September", "October", "November", "December"]
WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
WEEKDAYS = {name: number for number, name in enumerate(WEEKDAY_NAMES)}

_LONG = "|".join(MONTH_NAMES + [name.upper() for name in MONTH_NAMES])
_SHORT = (
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)(?![a-z])\.?"
)
MONTH = rf"(?:{_LONG}|{_SHORT})"
S = r"\s{1,4}"
TH = r"(?:(?:\s?<sup>)?(?:st|nd|rd|th)(?:</sup>)?)?"
DAY = rf"(?:3[01]|[12][0-9]|0?[1-9])(?!\d|[.:]\d|,\d{{1,3}}(?!\d)|\s?%){TH}(?!\w)"  # not "May 13,000" or "5%"
YEAR = r"(?:(?:18|19|20)[0-9][0-9]|2100)(?![\d-]|[.,:]\d|['’]?s\b|\w)"
TO = rf"(?:\s?[-–—]\s?|{S}(?:to|through|until){S})"
AND = rf"{S}(?:and|&){S}"
WEEKDAY = "|".join(WEEKDAY_NAMES)
INITIAL = f"(?=[{''.join(sorted({name[0] for name in MONTH_NAMES + WEEKDAY_NAMES}))}])"
"""What a month or weekday begins with: before their names, a search takes half the time."""
NO_NUMBER_BEFORE = r"(?<![\w.,:$€£/<–-])"


def read_month(name: str) -> int:
    """Return the number of a month by its name or abbreviation."""
    return _MONTHS[name[:3].lower()]


def read_number(day: str) -> int:
    """Return a day's number without its "th"."""
    found = re.match(r"\d+", day)
    return int(found[0]) if found else 0


def find_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def find_nearest(month: int, day: int, anchor: date | None) -> date | None:
    """Return the day of that name nearest to the anchor, the earlier of two as near."""
    if anchor is None:
        return None
    days = [found for year in range(anchor.year - 4, anchor.year + 5) if (found := find_day(year, month, day))]
    return min(days, key=lambda d: (abs((d - anchor).days), d), default=None)


def find_shifted(anchor: date, days: int) -> date | None:
    """Return the day so many days after the anchor, or None beyond the calendar."""
    try:
        return anchor + timedelta(days=days)
    except OverflowError:
        return None
