"""A page's text in; its parts out: breadcrumb, masthead, title, stamps, byline, captions, paragraphs, footer."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Boilerplate
from diplomatic_readouts.reading.stamps import FoundStamp, find_stamp
from diplomatic_readouts.reading.source import SourceText
from diplomatic_readouts.records import Given, Segment, Span, Stamp
from diplomatic_readouts.records.vocabulary import Layout as LayoutName
from diplomatic_readouts.records.vocabulary import SegmentKind

UnitKind = Literal[
    "navigation", "breadcrumb", "masthead", "title", "byline", "stamp", "caption", "footer", "paragraph", "other"
]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ENDS_SENTENCE = re.compile(r"""[.!?…][\s"'”’»)\]<>*]*$""")
_BULLET = re.compile(r"\s*([-*•·–]{1,2}|\(?\d{1,2}[.)])\s+\S")
_HEADING = re.compile(r"#{1,6}\s+")
_WORD = re.compile(r"\w+")
_LONG = 40  # words that make a line prose even without a full stop


class Unit(NamedTuple):
    """A line, or several wrapped lines that belong together, without white space around."""

    start: int
    end: int
    text: str
    kind: UnitKind = "other"
    stamp: FoundStamp | None = None
    ends_body: bool = False


class Paragraph(NamedTuple):
    """A paragraph of the body; a list of attendees is read as one sentence."""

    start: int
    end: int
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands where on the page."""

    name: LayoutName
    title: Given | None
    published: Stamp | None
    updated: Stamp | None
    mastheads: tuple[Span, ...]
    breadcrumbs: tuple[Span, ...]
    byline: Span | None
    paragraphs: tuple[Paragraph, ...]
    segments: tuple[Segment, ...]


@cache
def _furniture() -> tuple[tuple[re.Pattern[str], Boilerplate], ...]:
    return tuple((re.compile(e.pattern, re.IGNORECASE), e) for e in read_lexicon("boilerplate", Boilerplate))


def read_layout(source: SourceText) -> Layout:
    """Return the parts of a page."""
    units = [_classify(u) for u in find_units(source.text, source.body_start)]
    units = _place(units)
    title = _title(units, source)
    units = [u._replace(kind="title") if title and (u.start, u.end) == (title.start, title.end) else u for u in units]
    units = [u._replace(kind="navigation") if u.kind == "other" else u for u in units]
    published, updated = _stamps(units, source)
    paragraphs = _paragraphs(units)
    byline = next((Span(start=u.start, end=u.end, text=u.text) for u in units if u.kind == "byline"), None)
    return Layout(
        name=_name(units, source),
        title=title,
        published=published,
        updated=updated,
        mastheads=_spans(units, "masthead"),
        breadcrumbs=_spans(units, "breadcrumb") + _spans(units, "navigation"),
        byline=byline,
        paragraphs=paragraphs,
        segments=_segments(source, units, paragraphs),
    )


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
        joins = wrapped and follows and not _BULLET.match(text[a:b]) and not _HEADING.match(text[a:b])
        if joins and not _stands_alone(units[-1].text):
            units[-1] = Unit(units[-1].start, b, text[units[-1].start : b])
        else:
            units.append(Unit(a, b, text[a:b]))
        follows = True
    return units


def _stands_alone(text: str) -> bool:
    return bool(_HEADING.match(text)) or find_stamp(text) is not None


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Return whether most lines that another follows directly break off in mid-sentence at a like width."""
    broken = whole = 0
    for (a, b), (c, d) in zip(lines, lines[1:], strict=False):
        line, following = text[a:b].strip(), text[c:d].strip()
        if not line or not following:
            continue
        if 50 <= len(line) <= 100 and not _ENDS_SENTENCE.search(line):
            broken += 1
        else:
            whole += 1
    return broken >= 3 and broken > whole


def _classify(unit: Unit) -> Unit:
    stamp = find_stamp(unit.text) if len(unit.text) < 120 else None
    if stamp:
        return unit._replace(kind="stamp", stamp=stamp)
    if len(unit.text) < 320:
        for pattern, entry in _furniture():
            if pattern.fullmatch(unit.text):
                if entry.kind == "byline" and _ENDS_SENTENCE.search(unit.text):
                    continue
                return unit._replace(kind=entry.kind, ends_body=entry.ends_body)
    return unit._replace(kind="paragraph") if _is_prose(unit.text) else unit


def _is_prose(text: str) -> bool:
    words = len(_WORD.findall(text))
    if _HEADING.match(text):
        return False
    ends = _ENDS_SENTENCE.search(text)
    if ends and text[ends.start()] in "?!":
        return words >= 14
    return words >= _LONG or (words >= 5 and bool(ends)) or (words >= 3 and text.endswith((".", ".”", '."')))


def _place(units: list[Unit]) -> list[Unit]:
    """Return the units with what only their place tells: captions in the head, a footer, headings, lists."""
    seen = Counter(_loose(u.text) for u in units)
    first = next((i for i, u in enumerate(units) if u.kind == "paragraph" and seen[_loose(u.text)] == 1), len(units))
    placed = [
        u._replace(kind="caption") if i < first and u.kind == "paragraph" else u for i, u in enumerate(units[:first])
    ]
    placed = [
        u._replace(kind="caption") if u.kind == "other" and seen[_loose(u.text)] > 1 and _again(u, placed[:i]) else u
        for i, u in enumerate(placed)
    ]
    placed = [u._replace(kind="navigation") if u.kind == "footer" else u for u in placed]
    last = max((i for i, u in enumerate(units) if u.kind == "paragraph"), default=-1)
    ended = False
    for i, unit in enumerate(units[first:], first):
        ended = ended or unit.ends_body
        if ended and unit.kind != "stamp":
            placed.append(unit._replace(kind="footer" if unit.kind != "masthead" else "masthead"))
        elif _is_item(units, i):
            placed.append(unit._replace(kind="paragraph"))
        elif i > last and unit.kind in ("other", "byline", "navigation", "breadcrumb"):
            placed.append(unit._replace(kind="footer"))
        elif unit.kind == "byline":
            placed.append(unit._replace(kind="paragraph"))
        else:
            placed.append(unit)
    return placed


def _again(unit: Unit, before: list[Unit]) -> bool:
    return any(_loose(b.text) == _loose(unit.text) for b in before)


def _loose(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold().rstrip(".")


def _is_item(units: list[Unit], i: int) -> bool:
    """Return whether unit i opens a list ("Those present:") or is a bulleted item of one."""
    unit = units[i]
    if unit.text.endswith(":"):
        return i + 1 < len(units) and bool(_BULLET.match(units[i + 1].text))
    while i > 0 and _BULLET.match(units[i].text):
        i -= 1
    return unit is not units[i] and units[i].text.endswith(":")


def _title(units: list[Unit], source: SourceText) -> Given | None:
    """Return the headline: the page's own, else the last line of the head that nothing else explains."""
    body = next((i for i, u in enumerate(units) if u.kind == "paragraph"), len(units))
    head = units[:body]
    for unit in head:
        heading = _HEADING.match(unit.text)
        if heading:
            return Given(start=unit.start + heading.end(), end=unit.end, text=unit.text[heading.end() :])
    if source.title:
        for unit in head:
            if _loose(unit.text) == _loose(source.title):
                return Given(start=unit.start, end=unit.end, text=unit.text)
        return Given(start=None, end=None, text=source.title)
    for unit in reversed(head):
        if unit.kind == "other" and len(_WORD.findall(unit.text)) >= 3:
            return Given(start=unit.start, end=unit.end, text=unit.text)
    return None


def _stamps(units: list[Unit], source: SourceText) -> tuple[Stamp | None, Stamp | None]:
    """Return when the page was published and updated; the article's own stamp comes before a collector's."""
    found: dict[str, Stamp] = {}
    for unit in units:
        if unit.stamp:
            found.setdefault(unit.stamp.kind, _stamp(unit.stamp, unit.start, unit.text))
    beside = find_stamp(source.published) if source.published else None
    if beside and source.published:
        words = Given(start=None, end=None, text=source.published)
        found["published"] = Stamp(date=beside.date, time=beside.time, span=words)
    return found.get("published") or found.get("collected"), found.get("updated")


def _stamp(stamp: FoundStamp, offset: int, line: str) -> Stamp:
    span = Given(start=offset + stamp.start, end=offset + stamp.end, text=line[stamp.start : stamp.end])
    return Stamp(date=stamp.date, time=stamp.time, span=span)


def _paragraphs(units: list[Unit]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for i, unit in enumerate(units):
        if unit.kind != "paragraph":
            continue
        if found and _BULLET.match(unit.text) and _is_item(units, i) and units[i - 1].kind == "paragraph":
            found[-1] = Paragraph(found[-1].start, unit.end, is_list=True)
        else:
            found.append(Paragraph(unit.start, unit.end))
    return tuple(found)


def _spans(units: list[Unit], kind: UnitKind) -> tuple[Span, ...]:
    return tuple(Span(start=u.start, end=u.end, text=u.text) for u in units if u.kind == kind)


def _name(units: list[Unit], source: SourceText) -> LayoutName:
    kinds = {u.kind for u in units}
    if source.body_start:
        return "front_matter"
    for kind in ("byline", "breadcrumb", "masthead"):
        if kind in kinds:
            return kind
    return "stamped" if "stamp" in kinds else "plain"


def _segments(source: SourceText, units: list[Unit], paragraphs: tuple[Paragraph, ...]) -> tuple[Segment, ...]:
    """Return pieces that joined are the text: each unit, and the white space between as blank."""
    pieces: list[tuple[SegmentKind, int, int]] = []
    if source.body_start:
        pieces.append(("front_matter", 0, source.body_start))
    parts = [(p.start, p.end, "paragraph") for p in paragraphs]
    parts += [(u.start, u.end, u.kind) for u in units if u.kind != "paragraph"]
    at = source.body_start
    for start, end, kind in sorted(parts):
        if start > at:
            pieces.append(("blank", at, start))
        pieces.append((kind, start, end))  # type: ignore[arg-type]
        at = end
    if at < len(source.text):
        pieces.append(("blank", at, len(source.text)))
    return tuple(Segment(kind=kind, start=a, end=b) for kind, a, b in pieces)
