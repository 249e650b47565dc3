"""A page's text in; its lines out (wrapped ones joined), each with what it is: furniture, stamp, caption, prose."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import Boilerplate
from diplomatic_readouts.reading.stamps import FoundStamp, find_stamp
from diplomatic_readouts.reading.tokens import find_tokens

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ENDS_SENTENCE = re.compile(r"""[.!?…][\s"'”’»)\]<>*]*$""")
_WORD = re.compile(r"\w+")
_BULLET = re.compile(r"\s*([-*•·–]{1,2}|\(?\d{1,2}[.)])\s+\S")
_DASH = re.compile(r"([-–—*•·]{1,2})\s+(?=\S)")
HEADING = re.compile(r"#{1,6}\s+")
"""The mark of a headline in Markdown."""
_COLLECTED = re.compile(r"(date \d{4}-\d\d-\d\d) (?=(?:\S+ ){4})")  # a collector's stamp, the headline behind
_LONGEST_FURNITURE = 320  # characters
_CUT_OFF = 12  # words that make a line behind the first paragraph prose, though it breaks off
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


@cache
def _furniture() -> tuple[tuple[re.Pattern[str], Boilerplate], ...]:
    return tuple((re.compile(e.pattern, re.IGNORECASE), e) for e in read_lexicon("boilerplate", Boilerplate))


def read_units(text: str, start: int) -> list[Unit]:
    """Return the lines from `start` on, each with its kind; "other" is what nothing explains."""
    placed = _place([_classify(unit) for unit in find_units(text, start)])
    return [part for i, unit in enumerate(placed) for part in _without_bullet(unit, is_item(placed, i))]


def _without_bullet(unit: Unit, item: bool) -> list[Unit]:
    """Return a paragraph behind its bullet, which is no word of it; in a list of names the bullets stay."""
    bullet = _DASH.match(unit.text) if unit.kind == "paragraph" and not item else None
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
        collected = _COLLECTED.match(text, a, b) if not units else None
        if collected:
            units.append(Unit(a, collected.end(1), collected[1]))
            a = collected.end()
        joins = wrapped and follows and not _BULLET.match(text[a:b]) and not HEADING.match(text[a:b])
        if joins and not _stands_alone(units[-1].text):
            units[-1] = Unit(units[-1].start, b, text[units[-1].start : b])
        else:
            units.append(Unit(a, b, text[a:b]))
        follows = True
    return units


def _stands_alone(text: str) -> bool:
    return bool(HEADING.match(text)) or find_stamp(text) is not None


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Return whether most lines that another follows directly break off in mid-sentence at a like width."""
    broken = whole = 0
    for (a, b), (c, d) in pairwise(lines):
        line, following = text[a:b].strip(), text[c:d].strip()
        if not line or not following:
            continue
        if 50 <= len(line) <= 100 and not _ENDS_SENTENCE.search(line):
            broken += 1
        else:
            whole += 1
    return broken >= 3 and broken > whole


def _classify(unit: Unit) -> Unit:
    """Return a line with what its words alone tell of it."""
    stamp = find_stamp(unit.text)
    if stamp:
        return unit._replace(kind="stamp", stamp=stamp)
    entry = _find_furniture(unit.text) if len(unit.text) < _LONGEST_FURNITURE else None
    if entry:
        return unit._replace(kind=entry.kind, ends_body=entry.ends_body)
    if _names_a_state(unit.text):
        return unit._replace(kind="masthead")
    return unit._replace(kind="paragraph") if _is_prose(unit.text) else unit


def _find_furniture(line: str) -> Boilerplate | None:
    """Return the first entry of the lexicon that the whole line matches; a byline is no sentence."""
    is_sentence = _ENDS_SENTENCE.search(line)
    for pattern, entry in _furniture():
        if pattern.fullmatch(line) and not (entry.kind == "byline" and is_sentence):
            return entry
    return None


def _names_a_state(text: str) -> bool:
    """Return whether a line is the name of a state, as in a masthead of two lines."""
    tokens = find_tokens(text, 0, len(text)) if len(text) < 80 else []
    return [t.kind for t in tokens if t.text.lower() != "the"] == ["country"]


def _is_prose(text: str) -> bool:
    words = len(_WORD.findall(text))
    if HEADING.match(text):
        return False
    if text.endswith(":") and words >= 5:
        return True
    ends = _ENDS_SENTENCE.search(text)
    if ends and text[ends.start()] in "?!":
        return words >= 14
    return words >= _LONG or (words >= 5 and bool(ends)) or (words >= 3 and text.endswith((".", ".”", '."')))


def _place(units: list[Unit]) -> list[Unit]:
    """Return the units with what only their place tells: captions in the head, a footer, headings, lists."""
    seen = Counter(loose(u.text) for u in units)
    first = next((i for i in range(len(units)) if _opens_body(units, i, seen)), len(units))
    placed = [
        u._replace(kind="caption") if i < first and u.kind == "paragraph" else u for i, u in enumerate(units[:first])
    ]
    placed = [
        u._replace(kind="caption") if u.kind == "other" and seen[loose(u.text)] > 1 and _again(u, placed[:i]) else u
        for i, u in enumerate(placed)
    ]
    placed = [u._replace(kind="navigation") if u.kind == "footer" else u for u in placed]
    last = max((i for i, u in enumerate(units) if u.kind == "paragraph"), default=-1)
    ended = False
    printed: set[str] = set()
    for i, unit in enumerate(units[first:], first):
        ended = ended or unit.ends_body
        kind = _kind_behind(unit, ended, is_item(units, i), i > last, loose(unit.text) in printed)
        placed.append(unit._replace(kind=kind))
        printed.add(loose(unit.text))
    return placed


def _kind_behind(unit: Unit, ended: bool, item: bool, behind_prose: bool, again: bool) -> UnitKind:
    """Return what a line is from the first paragraph on."""
    if unit.kind in ("stamp", "masthead"):
        return unit.kind
    if ended:
        return "footer"
    if unit.kind == "paragraph":
        return "caption" if again else "paragraph"
    if item or (unit.kind == "byline" and not behind_prose):
        return "paragraph"
    if unit.kind == "other" and len(_WORD.findall(unit.text)) >= _CUT_OFF:
        return "paragraph"
    return "footer" if behind_prose and unit.kind != "caption" else unit.kind


def _opens_body(units: list[Unit], i: int, seen: Counter[str]) -> bool:
    """Return whether the body starts here: prose, the last copy of a summary printed twice, no caption."""
    line = loose(units[i].text)
    if units[i].kind != "paragraph" or seen[line] == 1:
        return units[i].kind == "paragraph"
    later = any(loose(u.text) == line for u in units[i + 1 :])
    return not later and not any(u.kind == "other" and loose(u.text) == line for u in units[:i])


def _again(unit: Unit, before: list[Unit]) -> bool:
    return any(loose(b.text) == loose(unit.text) for b in before)


def loose(text: str) -> str:
    """Return a line for comparison: white space, case and a final full stop do not count."""
    return re.sub(r"\s+", " ", text).casefold().rstrip(".")


def is_item(units: list[Unit], i: int) -> bool:
    """Return whether unit i opens a list ("Those present:") or is a bulleted item of one."""
    unit = units[i]
    if unit.text.endswith(":"):
        return i + 1 < len(units) and bool(_BULLET.match(units[i + 1].text))
    while i > 0 and _BULLET.match(units[i].text):
        i -= 1
    return unit is not units[i] and units[i].text.endswith(":")
