"""Printed stamps: a whole line in, the day and minute that the page says it was issued or updated out.

Seen: "(Lima, September 24, 2013)", "(2023-04-13 23:55)", "16:50, April 26, 2019", "Updated: May 21, 2022 11:47
Xinhua", "2024/11/16", "10/21/2022 | Press release", "05.10.2023", " date 2018-11-23 Headline", ISO times with zones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from diplomatic_readouts.reading.calendar import MONTH, WEEKDAY, find_day, read_month

StampKind = Literal["published", "updated", "collected"]
"""The last is the one that a crawler puts above everything."""


@dataclass(frozen=True, slots=True)
class FoundStamp:
    """A printed stamp: its date, its time as HH:MM or None, and where both stand in the line."""

    date: date
    time: str | None
    start: int
    end: int
    kind: StampKind
    place: tuple[int, int] | None = None
    """Where the words of a place stand before the date ("Lima, September 24, 2013")."""


_LONGEST = 120
_DIGIT = re.compile("[0-9]")
_YEAR = r"(?:18|19|20)[0-9][0-9]"
_ONE, _TWO = "[0-9][0-9]?", "[0-9][0-9]"  # no digits of other scripts
_TIME = r"""
    (?P<{0}h>[0-9]{{1,2}}):(?P<{0}min>[0-9]{{2}})(?::[0-9]{{2}}(?:\.[0-9]{{1,9}})?)?   # 23:55, 14:19:06, 15:42:00.000
    (?:\s?(?P<{0}half>[AaPp])\.?[Mm]\.?)?                             # 06:04 PM, 6:04 p.m.
    (?:\s?(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}}|\(?(?:GMT|UTC)(?:[+-][0-9]{{1,2}})?\)?|[A-Z]{{2,4}}\b
         |local\stime|Beijing\s[Tt]ime))?                             # zone
"""
_DATE = rf"""
    (?:(?:{WEEKDAY}),?\s)?
    (?: (?P<iso>{_YEAR}(?P<sep>[-/.]){_ONE}(?P=sep){_ONE})            # 2024/11/16
      | (?P<us>{_ONE}/{_ONE}/{_YEAR})                                 # 10/21/2022, month first
      | (?P<eu>{_ONE}[.]\s?{_ONE}[.]\s?{_YEAR})                       # 05.10.2023, day first
      | (?P<m1>{MONTH})\s{{1,3}}(?P<d1>{_ONE})(?:st|nd|rd|th)?(?:\s?,\s{{0,3}}|\s{{1,3}})(?P<y1>{_YEAR})  # Jan 19, 2018
      | (?P<d2>{_ONE})(?:st|nd|rd|th)?\s{{1,3}}(?P<m2>{MONTH}),?\s{{1,3}}(?P<y2>{_YEAR})   # 17 May 2010
    )
"""
_STAMP = re.compile(
    rf"""
    (?:[A-Z][A-Z ]{{1,30}}\|\s?|[\w.-]{{2,30}}\.[a-z]{{2,3}}\s?\|\s?        # Press release |, mfa.gov.cn |
       |[(\[]?(?P<place>(?-i:[A-Z])[\w.’']{{1,15}}(?:,?\s(?:of\s)?(?-i:[A-Z])[\w.’']{{1,15}}){{0,3}}),\s  # Lima,
        (?=\d|(?-i:[A-Z]))
       |source\s?:\s?[\w.-]{{2,40}}\s{{1,4}}(?=published|posted|updated|time|date)  # Source:gov.cn
       |(?-i:[A-Z][a-z]{{2,15}})(?=(?-i:Updated|Published|Posted))                # XinhuaUpdated:
       |(?:source:?\s)?\(?(?-i:[A-Z])[\w.’']{{2,20}}(?:\s(?-i:[A-Z])\w{{1,12}})?\)\s)?[(\[]?\s?   # (Xinhua)
    (?P<label>(?:first\s)?(?:published|posted|issued|released|updated?|(?:last\s)?(?:updated|modified)|date|time|for\simmediate\srelease
       |(?:release|publication|publish|publishing|posting|update)\s(?:date|time))\s?[:|]?\s{{0,80}}(?:on\s|at\s)?)?
    (?P<stamp>
        (?:{_TIME.format("a")}\s?[,|]?\s)?
        {_DATE}
        (?:(?:T|,?\s{{1,3}}|\s?\|\s?|\sat\s|\s[-–—]\s){_TIME.format("b")})?
    )
    (?:,\s(?P<behind>(?-i:[A-Z])[\w.’']{{1,15}}(?:,?\s(?:of\s)?(?-i:[A-Z])[\w.’']{{1,15}}){{0,3}}))?   # , Lima
    \s?[)\]]?
    (?P<after>(?:\s?\|\s?[^|\d]{{1,40}}){{1,3}}                             # | Press release | Archived content
       |\s?[(（](?:from|source:?)\s[^()（）]{{3,80}}[)）]                            # (From Chinese Embassy in Belize)
       |\s{{2,9}}(?:[\w-]+\.){{1,4}}[a-z]{{2,4}}                              # english.gov.cn
       |\s?/[^/]{{2,40}}/\s?[-–—]{{0,2}}                                     # /APO Group/ --
       |\s{{1,8}}source\s?[:：]\s?\S.{{1,80}}                             # Source: Ministry of Foreign Affairs of …
       |\s{{1,3}}(?:source:?\s)?(?-i:[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){{0,2}}))?   # Xinhua
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CREDITED = re.compile(r"source\s?[:：]", re.IGNORECASE)
_COLLECTED = re.compile(rf"date (?P<stamp>(?P<iso>{_YEAR}(?P<sep>[-/]){_TWO}(?P=sep){_TWO}))(?: [A-Z][\w&-]*){{0,4}}")


def find_stamp(line: str) -> FoundStamp | None:
    """Return the stamp that a whole line is; None where it says anything else or names no day of the calendar.

    >>> find_stamp("(2023-04-13 23:55)").time
    '23:55'
    """
    if not _DIGIT.search(line):
        return None
    words = line.strip().replace("\xa0", " ")
    if len(words) > _LONGEST:
        return None
    collected = _COLLECTED.fullmatch(words)
    match = collected or _STAMP.fullmatch(words)
    if not match or (not collected and not _is_alone(match)):
        return None
    day = _read_day(match)
    time = None if collected else _read_time(match)
    if day is None or time == "":
        return None
    at = len(line) - len(line.lstrip())
    kind: StampKind = "collected" if collected else "published"
    if not collected and re.search("updat|modif", match["label"] or "", re.IGNORECASE):
        kind = "updated"
    where = next((k for k in ("place", "behind") if not collected and match[k]), None)
    place = (at + match.start(where), at + match.end(where)) if where else None
    return FoundStamp(day, time, at + match.start("stamp"), at + match.end("stamp"), kind, place)


def find_stamp_behind_bar(text: str) -> FoundStamp | None:
    """Return the stamp that a byline ends with behind a bar, at its place in the line."""
    before, _, last = text.rpartition("|")
    stamp = find_stamp(last) if before else None
    shift = len(before) + 1
    return replace(stamp, start=stamp.start + shift, end=stamp.end + shift) if stamp else None


def _is_alone(match: re.Match[str]) -> bool:
    """Return whether the words after a stamp belong to one: after a bar, or an agency after a label or a time."""
    after = (match["after"] or "").strip()
    return (
        not after
        or bool(match["behind"])
        or after.startswith(("|", "/", "(", "（"))
        or bool(_CREDITED.match(after))
        or bool(match["label"] or match["bh"] or match["ah"])
    )


def _read_day(match: re.Match[str]) -> date | None:
    """Return the day of a stamp in any of its printed forms; month first with slashes, day first with points."""
    given = match.groupdict()
    for month, day, year in (("m1", "d1", "y1"), ("m2", "d2", "y2")):
        if given.get(month):
            return find_day(int(given[year]), read_month(given[month]), int(given[day]))
    form = next(key for key in ("iso", "us", "eu") if given.get(key))
    first, second, third = (int(n) for n in re.findall(r"\d+", given[form]))
    if form == "iso":
        return find_day(first, second, third)
    if form == "us" and first <= 12:
        return find_day(third, first, second)
    return find_day(third, second, first)


def _read_time(match: re.Match[str]) -> str | None:
    """Return the time of a stamp as HH:MM, None where it has none, "" where no clock shows it."""
    which = "a" if match["ah"] else "b"
    if not match[f"{which}h"]:
        return None
    hour, minute, half = int(match[f"{which}h"]), int(match[f"{which}min"]), match[f"{which}half"]
    if half and not 1 <= hour <= 12:
        return ""
    if half:
        hour = hour % 12 + (12 if half in "pP" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""
