"""A page's text in; its lines out (wrapped ones joined), each with what it is: furniture, stamp, caption, prose."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest
from typing import Literal, NamedTuple

from diplomatic_readouts.reading.furniture import end_mark, find_furniture
from diplomatic_readouts.reading.phrases import even_space
from diplomatic_readouts.reading.stamps import FoundStamp, find_stamp, find_stamp_behind_bar
from diplomatic_readouts.reading.tokens import find_tokens
from diplomatic_readouts.reading.wordings import alternatives

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"\s*([-*•·–]{1,2}|\(?\d{1,2}[.)])\s+\S")
_DASH = re.compile(r"([-–—*•·]{1,2})\s+(?=\S)")
SALUTATION = re.compile(alternatives("salutation"), re.DOTALL)
"""A line above a speech that greets somebody."""
HEADING = re.compile(r"#{1,6}\s+")
"""The mark of a headline in Markdown."""
_GLUED = re.compile(r"(date \d{4}-\d\d-\d\d(?= (?:\S+ ){4})|\d{4}-\d\d-\d\d \d\d:\d\d(?=[A-Z][a-z])) ?")
"""A stamp that the headline or text follows in its line: a collector's, "2025-10-16 15:42On October 15"."""
_LONGEST_FURNITURE = 480  # characters
_OFFICE_BELOW = re.compile(rf"(?:[A-Z][\w.’'-]+ ){{1,4}}[A-Z][\w.’'-]+[ \t]*\n\s*{alternatives('office_line')}")
_LABELLED = re.compile(r"(?:Q|A|Question|Answer)\s?\d*\s?[:：]\s*\w+ \w+")
_SHORTENED = re.compile(
    r"\[(?:\.{3}|…)\]$|^(?!.*\b(?:was|were|said|met|held|attended|visited)\b).*\b[JS]r\.$"
)  # "… on Belt and[...]", "Meets Minister X Jr."
_THANKS = re.compile(alternatives("closing_words"), re.IGNORECASE)
_CUT_OFF = 12  # words that make a line behind the first paragraph prose, though it breaks off
_EXCLAIMED = 5  # words that make a line behind the first paragraph an exclamation or question
_RETOLD = 4  # first words by which a line that is no sentence tells again what stands above
_LONG = 40  # words that make a line prose even without a full stop

UnitKind = Literal[
    "navigation", "breadcrumb", "masthead", "title", "byline", "stamp", "caption", "footer", "paragraph", "other"
]


class Unit(NamedTuple):
    """A line, or several wrapped lines that belong together, without white space around."""

    start: int
    end: int
    text: str
    kind: UnitKind = "other"
    stamp: FoundStamp | None = None
    ends_body: bool = False
    listed: bool = False
    """Whether it opens a list ("Those present:") or is a bulleted item of one."""

    def turned(self, kind: UnitKind) -> Unit:
        """Return the same line as another kind."""
        return self if kind == self.kind else Unit(*self[:3], kind, *self[4:])


def read_units(text: str, start: int) -> list[Unit]:
    """Return the lines from `start` on, each with its kind; "other" is what nothing explains."""
    placed = _place(_mark_lists([_classify(unit) for unit in find_units(text, start)]))
    return [part for unit in placed for part in _without_bullet(unit)]


def _mark_lists(units: list[Unit]) -> list[Unit]:
    """Return the units, those of lists marked as such."""
    marked: list[Unit] = []
    for unit, following in zip_longest(units, units[1:]):
        bullet = _BULLET.match(following.text) if following else None
        opens = unit.text.endswith(":") and bool(
            bullet and following and not _is_prose(following.text[bullet.end() - 1 :])
        )
        goes_on = bool(marked) and marked[-1].listed and bool(_BULLET.match(unit.text))
        marked.append(unit._replace(listed=True) if opens or goes_on else unit)
    return marked


def _without_bullet(unit: Unit) -> list[Unit]:
    """Return a paragraph behind its bullet, which is no word of it; in a list of names the bullets stay."""
    bullet = _DASH.match(unit.text) if unit.kind == "paragraph" and not unit.listed else None
    if bullet is None:
        return [unit]
    at = unit.start + bullet.end()
    mark = Unit(unit.start, unit.start + len(bullet[1]), bullet[1], "navigation")
    return [mark, Unit(at, unit.end, unit.text[bullet.end() :], "paragraph")]


def find_units(text: str, start: int) -> list[Unit]:
    """Return the lines from `start` on that hold anything, wrapped ones joined into their paragraph."""
    lines = [m.span() for m in _LINE.finditer(text, start)]
    wrapped = _is_wrapped(text, lines)
    units: list[Unit] = []
    follows = False
    for a, b in lines:
        line = text[a:b]
        if not line.strip():
            follows = False
            continue
        a, b = a + len(line) - len(line.lstrip()), b - len(line) + len(line.rstrip())
        glued = _GLUED.match(text, a, b)
        if glued:
            units.append(Unit(a, glued.end(1), glued[1]))
            a = glued.end()
        joins = wrapped and follows and not _is_bullet(text[a:b], units[-1].text) and not HEADING.match(text[a:b])
        # "Fu Lan", "Chinese Ambassador to Peru"
        signs = bool(units) and _OFFICE_BELOW.fullmatch(text, units[-1].start, b)
        if signs or (joins and not _stands_alone(units[-1].text) and not _stands_alone(text[a:b])):
            units[-1] = Unit(units[-1].start, b, text[units[-1].start : b])
        else:
            units.append(Unit(a, b, text[a:b]))
        follows = True
    return units


def _is_bullet(line: str, before: str) -> bool:
    """Return whether a line opens an item; a number does so only behind a full stop ("on May / 31. They left")."""
    bullet = _BULLET.match(line)
    if bullet is None:
        return False
    return not bullet[1][-2:-1].isdigit() or before[-1] in ".:;!?"


def _stands_alone(text: str) -> bool:
    return bool(HEADING.match(text)) or find_stamp(text) is not None


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Return whether most lines that another follows directly break off in mid-sentence at a like width."""
    broken = whole = lower = 0
    for (a, b), (c, d) in pairwise(lines):
        line, following = text[a:b].strip(), text[c:d].strip()
        if not line or not following:
            continue
        if 50 <= len(line) <= 100 and not end_mark(line):
            broken += 1
            lower += following[0].islower()
        else:
            whole += 1
    return broken > whole and (broken >= 3 or (lower > 0 and whole == 0))


def _classify(unit: Unit) -> Unit:
    """Return a line with what its words alone tell of it."""
    if "\n" in unit.text and _OFFICE_BELOW.fullmatch(unit.text):
        return unit.turned("byline")
    stamp = find_stamp(unit.text)
    if stamp:
        return unit._replace(kind="stamp", stamp=stamp)
    entry = find_furniture(unit.text) if len(unit.text) < _LONGEST_FURNITURE else None
    if entry:
        stamp = find_stamp_behind_bar(unit.text) if entry.kind == "byline" else None
        return unit._replace(kind=entry.kind, ends_body=entry.ends_body, stamp=stamp)
    if _names_a_state(unit.text):
        return unit.turned("masthead")
    return unit.turned("paragraph") if _is_prose(unit.text) else unit


def _names_a_state(text: str) -> bool:
    """Return whether a line is the name of a state, as in a masthead of two lines."""
    tokens = find_tokens(text, 0, len(text)) if len(text) < 80 else []
    return [t.kind for t in tokens if t.text.lower() != "the"] == ["country"]


def _is_prose(text: str) -> bool:
    if HEADING.match(text):
        return False
    if _THANKS.fullmatch(text) or _LABELLED.match(text):
        return True
    if text.endswith(":") and _has_words(text, 5):
        return True
    shortened = text.endswith(("]", "r.")) and _SHORTENED.search(text)
    ends = "" if shortened else end_mark(text)
    if ends in ("?", "!"):
        return _has_words(text, 14)
    fewest = 3 if ends and text.endswith((".", ".”", '."')) else 5 if ends else _LONG
    return _has_words(text, fewest)


def _has_words(text: str, fewest: int) -> bool:
    """Return whether a line has so many words; of a long one the beginning mostly tells."""
    return len(_WORD.findall(text, 0, fewest * 10)) >= fewest or len(_WORD.findall(text)) >= fewest


def _place(units: list[Unit]) -> list[Unit]:
    """Return the units with what only their place tells: captions in the head, a footer, headings, lists."""
    lines = [loose(u.text) for u in units]
    first = _first_of_body(units, lines)
    placed = []
    for unit, before in zip(units[:first], _seen_before(lines), strict=False):
        caption = unit.kind == "paragraph" or (unit.kind == "other" and before)
        kind: UnitKind = "caption" if caption else "navigation" if unit.kind == "footer" else unit.kind
        placed.append(unit.turned(kind))
    last = max((i for i, u in enumerate(units) if u.kind == "paragraph"), default=-1)
    ended = False
    again = _seen_before(lines[first:])
    retold = _seen_before([" ".join(line.split(None, _RETOLD)[:_RETOLD]) for line in lines])
    for i, unit in enumerate(units[first:], first):
        ended = ended or unit.ends_body
        # "Minister X met with Y of Z", under a photo
        same = again[i - first] or (unit.kind == "other" and not unit.listed and retold[i])
        placed.append(unit.turned(_kind_behind(unit, ended, i > last, same)))
    return placed


def _seen_before(lines: list[str]) -> list[bool]:
    """Return for each line whether the same stands before it."""
    seen: set[str] = set()
    found = []
    for line in lines:
        found.append(line in seen)
        seen.add(line)
    return found


def _kind_behind(unit: Unit, ended: bool, behind_prose: bool, again: bool) -> UnitKind:
    """Return what a line is from the first paragraph on."""
    if unit.kind in ("stamp", "masthead"):
        return unit.kind
    if ended:
        return "footer"
    if again and unit.kind in ("paragraph", "other"):
        return "caption"
    if unit.kind == "paragraph":
        return "paragraph"
    if unit.listed or (unit.kind == "byline" and not behind_prose):
        return "paragraph"
    if SALUTATION.fullmatch(unit.text) and not unit.text.endswith(";"):
        return "navigation"
    least = _EXCLAIMED if unit.text.endswith(("!", "?")) else _CUT_OFF
    if unit.kind == "other" and _has_words(unit.text, least):
        return "paragraph"
    return "footer" if behind_prose and unit.kind != "caption" else unit.kind


def _first_of_body(units: list[Unit], lines: list[str]) -> int:
    """Return where the body starts: prose, no caption of the headline, the last copy of what is printed twice."""
    last_copy = {line: i for i, line in enumerate(lines)}
    headlines: set[str] = set()
    for i, (unit, line) in enumerate(zip(units, lines, strict=True)):
        greets = unit.kind == "other" and unit.text.endswith("!") and i and units[i - 1].text.endswith(",")
        if (greets or unit.kind == "paragraph") and last_copy[line] == i and line not in headlines:
            return i
        if unit.kind == "other":
            headlines.add(line)
    return len(units)


def loose(text: str) -> str:
    """Return a line for comparison: white space, case and a final full stop do not count."""
    return even_space(text).casefold().rstrip(".")
