"""The sentences that report the act in; when and where it took place, and the larger event around it, out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

from diplomatic_readouts.reading.dates import FoundDate, find_dates
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.missions import host_of, is_missions
from diplomatic_readouts.reading.own_words import foreword, is_statement
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.tokens import find_tokens
from diplomatic_readouts.reading.whereabouts import (
    event_words,
    find_city,
    find_city_in,
    find_venue,
    is_city,
    proper_phrase,
    state_of_city,
    states_visited,
)
from diplomatic_readouts.records import Event, Span
from diplomatic_readouts.records.vocabulary import Kind

_LOCAL = re.compile(r"\blocal time\b", re.IGNORECASE)
_AT_THE = re.compile(r"\b(?:at|on) the ", re.IGNORECASE)
_BY_WHOM = re.compile(r"\bby (?=[A-Z])|[,(]|\bPublished$")
_SECOND_CLOCK = re.compile(r"[^()]{0,20}\btime\)")  # "June 3, local time (June 4, Beijing time)"
_NOWHERE: frozenset[Kind] = frozenset(("call", "article", "message"))


def read_event(
    page: Page, layout: Layout, kind: Kind, leads: Sequence[Sentence], publisher: str | None = None
) -> Event:
    """Return when and where the act reported took place; an article or message has no event of its own.

    A mission's ceremonies and trips of which no place is told are in the state to which it is posted.
    """
    speech = kind == "remarks" and is_statement(page, layout)
    event = _spoken(page, layout) if speech else _told(page, layout, kind, leads)
    if event.country or kind not in ("other", "visit") or not is_missions(layout, page):
        return event
    return event.model_copy(update={"country": host_of(layout, page, publisher)})


def _told(page: Page, layout: Layout, kind: Kind, leads: Sequence[Sentence]) -> Event:
    """Return when and where the leads tell that the act took place."""
    leads = leads or _first_told(page, layout)
    if kind in ("article", "message") or not leads:
        return _nothing()
    start, end, span = _days(page, layout, leads, kind)
    told = [*leads, *(s for s in page.sentences[:1] if s not in leads and not page.teller)]
    city, country = (None, None) if kind in _NOWHERE else find_city(page, told, only=kind == "visit")
    title = layout.title
    if kind == "other" and not city and title and title.start is not None and title.end is not None:
        city, country = find_city_in(page, title.start, title.end)
    venue, venue_country = (None, None) if kind in _NOWHERE else find_venue(page, leads)
    visited = states_visited(page, leads) if kind not in _NOWHERE else set()
    if kind == "visit" and len(visited) > 1:
        city, country = None, None  # "traveled to Chile and Peru", then "In Lima, she met"
    words = page.text[leads[0].start : leads[-1].end]
    return Event(
        start=start,
        end=end,
        date_span=span,
        local_time=bool(_LOCAL.search(words)),
        occasion=None if kind in ("call", "message") else _occasion(page, leads),
        venue=venue,
        city=city,
        country=country or venue_country or (next(iter(visited)) if len(visited) == 1 else None),
    )


def _spoken(page: Page, layout: Layout) -> Event:
    """Return when, where and at what a speech given whole was held, as headline and dateline tell."""
    said = layout.spoken
    place = said.place if said else None
    opening = [s for s in page.sentences[: foreword(page)] if s.encounter and not said]
    day = next((d for s in opening for d in _dates(page.source, s.start, s.end, anchor_of(layout))), None)
    tokens = find_tokens(place.text, 0, len(place.text)) if place else []
    city = next((t for t in tokens if t.kind in ("capital", "place") and is_city(t)), None)
    return Event(
        start=said.date if said else _day(day.value.partition("/")[0]) if day else None,
        end=None,
        date_span=said.span if said else page.span(day.start, day.end) if day else None,
        local_time=False,
        occasion=_occasion_of_speech(page, layout),
        venue=None,
        city=page.span(place.start + city.start, place.start + city.end) if place and city else place,
        country=state_of_city(page, city) if city else None,
    )


def _occasion_of_speech(page: Page, layout: Layout) -> Span | None:
    """Return what a headline says that a speech was given at, to its end ("at the Reception in Honour of …")."""
    title = layout.title
    if title is None or title.start is None or title.end is None:
        return None
    for at in _AT_THE.finditer(page.text, title.start, title.end):
        end = _BY_WHOM.search(page.text, at.end(), title.end)
        told = page.source[at.end() : end.start() if end else title.end].rstrip()
        span = page.span(at.end(), at.end() + len(told))
        if event_words("occasion").search(span.text) or event_words("gala").search(span.text):
            return span
    return None


def _first_told(page: Page, layout: Layout) -> Sequence[Sentence]:
    """Return the first sentence where it tells of an official ("On May 3, Minister X told the press in Lima that")."""
    first = page.sentences[:1]
    told = any(s.first_subject and s.first_subject.kind in ("named", "role") for s in first)
    return first if (told or any(s.encounter for s in first)) and not is_statement(page, layout) else ()


def _nothing() -> Event:
    return Event(
        start=None, end=None, date_span=None, local_time=False, occasion=None, venue=None, city=None, country=None
    )


def anchor_of(layout: Layout) -> datetime.date | None:
    """Return the page's own date, from which relative and yearless days are counted."""
    stamp = layout.published or layout.updated
    return stamp.date if stamp else None


def _days(
    page: Page, layout: Layout, leads: Sequence[Sentence], kind: Kind
) -> tuple[datetime.date | None, datetime.date | None, Span | None]:
    """Return first and last day and the words that give the first."""
    anchor = anchor_of(layout)
    found = [d for s in leads for d in _dates(page.source, s.start, s.end, anchor)]
    opening = page.sentences[0]
    if not page.teller:
        found = found or _dates(page.source, opening.start, opening.end, anchor)
    if anchor and kind != "announcement":
        found = [d for d in found if not _is_to_come(d, anchor)]
    title = layout.title
    if kind in ("visit", "announcement") and title and title.start is not None and title.end is not None:
        ranges = [d for d in _dates(page.source, title.start, title.end, anchor) if d.precision == "range"]
        found = ranges or found
    if not found:
        return None, None, None
    first = found[0]
    start, _, end = first.value.partition("/")
    days = [d.value for d in found if d.precision == "day" and not _SECOND_CLOCK.match(page.text, d.end)]
    joined = len(found) > 1 and page.text[first.end : found[1].start].strip() in ("and", "&")  # "on 9 and 16 May"
    if (kind == "call" or joined) and not end and days and max(days) > start:
        end = max(days)
    span = page.span(first.start, first.end)
    return _day(start), _day(end) if end else None, span


def _dates(text: str, start: int, end: int, anchor: datetime.date | None) -> list[FoundDate]:
    return [d for d in find_dates(text, start, end, anchor) if d.precision == "day" or _is_days(d)]


def _is_to_come(found: FoundDate, anchor: datetime.date) -> bool:
    """Return whether a day lies behind the page's own; a printed one by more than the other side of the globe."""
    last = anchor if found.relative else anchor + datetime.timedelta(days=1)
    return found.value > last.isoformat()


def _is_days(found: FoundDate) -> bool:
    return found.precision == "range" and len(found.value) == len("2024-05-31/2024-06-02") and not found.relative


def _day(value: str) -> datetime.date:
    return datetime.date.fromisoformat(value)


def _occasion(page: Page, leads: Sequence[Sentence]) -> Span | None:
    """Return the larger event behind "on the sidelines of", "attended", "chaired", "stated at"."""
    for sentence in leads:
        for trigger in event_words("trigger").finditer(page.text, sentence.start, sentence.end):
            span = proper_phrase(page, sentence.tokens, trigger.end())
            if span and event_words("occasion").search(span.text):
                return span
            event = _lower_occasion().match(page.text, trigger.end(), sentence.end)
            if event and event["of"]:
                return page.span(event.start("event"), event.end())
    return None


@cache
def _lower_occasion() -> re.Pattern[str]:
    """Return what finds "the second round of political consultations between the foreign ministries of China and"."""
    return re.compile(
        rf"\s?(?:the )?(?P<event>{event_words('lower_occasion').pattern})"
        r"(?P<of>(?: (?:of|between|on|for|and|the|foreign|ministers|ministries|countries|states|leaders|President"
        r"|[A-Z(][\w().’'-]*))*(?<! of)(?<! and)(?<! the)(?<! on)(?<! between)(?<! for)(?<!\.))"
    )
