"""A page's text in; its parts out: breadcrumb, masthead, title, stamps, byline, captions, paragraphs, footer."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from diplomatic_readouts.reading.source import SourceText
from diplomatic_readouts.reading.stamps import FoundStamp, find_stamp
from diplomatic_readouts.reading.tokens import find_tokens
from diplomatic_readouts.reading.units import HEADING, SALUTATION, Unit, UnitKind, loose, read_units
from diplomatic_readouts.reading.wordings import any_case
from diplomatic_readouts.records import Given, Segment, Span, Stamp
from diplomatic_readouts.records.vocabulary import Layout as LayoutName
from diplomatic_readouts.records.vocabulary import SegmentKind

_LONGEST_PLACE = 80  # characters of "City, State"
_ASIDE = re.compile(r"\(.*\)", re.DOTALL)  # a line in brackets
_SUBTITLE = re.compile(r"[-–—]{1,3}\s?[A-Z]")  # the second line of a headline


class Paragraph(NamedTuple):
    """A paragraph of the body; a list of attendees is read as one sentence."""

    start: int
    end: int
    is_list: bool = False


class Dateline(NamedTuple):
    """Day and place printed together, or a second day under that of publication."""

    date: datetime.date
    span: Span
    place: Span | None


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """What stands where on the page."""

    name: LayoutName
    title: Given | None
    published: Stamp | None
    updated: Stamp | None
    mastheads: tuple[Span, ...]
    breadcrumbs: tuple[Span, ...]
    byline: Span | None
    spoken: Dateline | None
    """The line under a headline that says where and when a speech was given."""
    paragraphs: tuple[Paragraph, ...]
    segments: tuple[Segment, ...]


def read_layout(source: SourceText) -> Layout:
    """Return the parts of a page."""
    units = read_units(source.text, source.body_start)
    title = _title(units, source)
    units = [u.turned("title") if _is_title(u, title) else u for u in units]
    units = [u.turned("navigation") if u.kind == "other" else u for u in units]
    spoken = _dateline(units) or _day_of_speech(units)
    published, updated = _stamps(units, source, spoken)
    paragraphs = _paragraphs(units)
    byline = next((_without_bars(u) for u in units if u.kind == "byline"), None)
    return Layout(
        name=_name(units, source, spoken),
        title=title,
        published=published,
        updated=updated,
        mastheads=_spans(units, "masthead"),
        breadcrumbs=_spans(units, "breadcrumb") + _spans(units, "navigation"),
        byline=byline,
        spoken=spoken,
        paragraphs=paragraphs,
        segments=_segments(source, units, paragraphs),
    )


def _title(units: list[Unit], source: SourceText) -> Given | None:
    """Return the headline: the page's own, else the last line of the head that nothing else explains."""
    body = next((i for i, u in enumerate(units) if u.kind == "paragraph"), len(units))
    head = units[:body]
    for unit in head:
        heading = HEADING.match(unit.text)
        if heading:
            return Given(start=unit.start + heading.end(), end=unit.end, text=unit.text[heading.end() :])
    if source.title:
        for unit in head:
            if loose(unit.text) == loose(source.title):
                return Given(start=unit.start, end=unit.end, text=unit.text)
        return Given(start=None, end=None, text=source.title)
    greeted = next((n for n, u in enumerate(head) if SALUTATION.match(u.text)), len(head))
    signed = next((n for n, u in enumerate(head) if u.kind == "byline" and n), len(head))
    head = head[: min(greeted, signed)]
    lines = [
        u for u in head if u.kind == "other" and not u.text.endswith((",", ":", ";")) and not _ASIDE.fullmatch(u.text)
    ]
    titles = [u for u in lines if len(u.text.split()) >= 3 or (_SUBTITLE.match(u.text) and u is not lines[0])]
    if not titles:
        return None
    last = titles[-1]
    above = next((u for u in lines if u.end <= last.start and not source.text[u.end : last.start].strip()), None)
    first = above if above and _SUBTITLE.match(last.text) else last  # "Hand in Hand", "--Minister X on the visits"
    return Given(start=first.start, end=last.end, text=source.text[first.start : last.end])


def _without_bars(unit: Unit) -> Span:
    """Return a byline up to the bar behind which its newspaper and day stand ("By Fu Lan | Lima Post | 2022-03-18")."""
    text = unit.text.partition("|")[0].rstrip()
    return Span(start=unit.start, end=unit.start + len(text), text=text)


def _is_title(unit: Unit, title: Given | None) -> bool:
    if title is None or title.start is None or title.end is None:
        return False
    return unit.start <= title.start < unit.end or title.start <= unit.start < title.end


def _stamps(units: list[Unit], source: SourceText, spoken: Dateline | None) -> tuple[Stamp | None, Stamp | None]:
    """Return when the page was published and updated; the article's own stamp comes before a collector's."""
    found: dict[str, Stamp] = {}
    for unit in sorted(units, key=lambda u: bool(u.stamp and u.stamp.place)):
        if spoken and unit.start <= spoken.span.start < unit.end and not (unit.stamp and unit.stamp.place):
            continue  # the day of the speech under its headline
        if unit.stamp and not (unit.stamp.place and unit.text[0] in "(["):
            found.setdefault(unit.stamp.kind, _stamp(unit.stamp, unit.start, unit.text))
    beside = find_stamp(source.published) if source.published else None
    if beside and source.published:
        words = Given(start=None, end=None, text=source.published)
        found["published"] = Stamp(date=beside.date, time=beside.time, span=words)
    return found.get("published") or found.get("collected"), found.get("updated")


def _dateline(units: list[Unit]) -> Dateline | None:
    """Return the stamp that names a place, or the second one without a time, above the first paragraph."""
    body = next((i for i, u in enumerate(units) if u.kind == "paragraph"), len(units))
    stamped = [u for u in units[:body] if u.stamp and u.stamp.kind == "published"]
    for unit, below in pairwise(units[:body]):
        if unit.stamp and unit.stamp.kind == "published" and _is_place(below):  # "January 28, 2006", "Lima, Peru"
            day = _part(unit, unit.stamp.start, unit.stamp.end)
            return Dateline(unit.stamp.date, day, Span(start=below.start, end=below.end, text=below.text))
    for n, unit in enumerate(stamped):
        if unit.stamp and (unit.stamp.place or (n and not unit.stamp.time)):
            day = _part(unit, unit.stamp.start, unit.stamp.end)
            return Dateline(unit.stamp.date, day, _part(unit, *unit.stamp.place) if unit.stamp.place else None)
    return None


def _day_of_speech(units: list[Unit]) -> Dateline | None:
    """Return the day in words and brackets under the headline of a speech ("(19th May 2016)"), with no time."""
    for unit in units:
        bare = unit.stamp and unit.text[unit.stamp.start : unit.stamp.end] == unit.text.strip("(（）) ")
        if unit.stamp and bare and not unit.stamp.time and unit.text[0] in "(（" and re.search("[a-z]", unit.text):
            title = next((u.text for u in units if u.kind == "title"), "")
            day = _part(unit, unit.stamp.start, unit.stamp.end)
            return Dateline(unit.stamp.date, day, None) if any_case("speech_title").search(title) else None
    return None


def _is_place(unit: Unit) -> bool:
    """Return whether a line is nothing but a city, with its state or without."""
    tokens = find_tokens(unit.text, 0, len(unit.text)) if len(unit.text) < _LONGEST_PLACE else []
    kinds = [t.kind for t in tokens if t.kind != "punct"]
    return bool(kinds) and kinds[0] in ("capital", "place") and set(kinds) <= {"capital", "place", "country"}


def _part(unit: Unit, start: int, end: int) -> Span:
    return Span(start=unit.start + start, end=unit.start + end, text=unit.text[start:end])


def _stamp(stamp: FoundStamp, offset: int, line: str) -> Stamp:
    span = Given(start=offset + stamp.start, end=offset + stamp.end, text=line[stamp.start : stamp.end])
    return Stamp(date=stamp.date, time=stamp.time, span=span)


def _paragraphs(units: list[Unit]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for i, unit in enumerate(units):
        if unit.kind != "paragraph":
            continue
        if found and unit.listed and units[i - 1].kind == "paragraph" and not unit.text.endswith(":"):
            found[-1] = Paragraph(found[-1].start, unit.end, is_list=True)
        else:
            found.append(Paragraph(unit.start, unit.end))
    return tuple(found)


def _spans(units: list[Unit], kind: UnitKind) -> tuple[Span, ...]:
    return tuple(Span(start=u.start, end=u.end, text=u.text) for u in units if u.kind == kind)


def _name(units: list[Unit], source: SourceText, spoken: Dateline | None) -> LayoutName:
    kinds = {u.kind for u in units}
    if source.body_start:
        return "front_matter"
    for kind in ("byline", "breadcrumb", "masthead"):
        if kind in kinds:
            return kind
    if spoken and spoken.place:
        return "dateline"
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
