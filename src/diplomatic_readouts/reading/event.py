"""The sentences that report the act in; when and where it took place, and the larger event around it, out."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Place
from diplomatic_readouts.lexicons.page_words import EventWord
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.dates import FoundDate, find_dates
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.own_words import is_statement
from diplomatic_readouts.reading.page import Page, Sentence
from diplomatic_readouts.reading.tokens import Token, find_tokens
from diplomatic_readouts.records import Event, Span
from diplomatic_readouts.records.vocabulary import Kind

_LOCAL = re.compile(r"\blocal time\b", re.IGNORECASE)
_CONNECTORS = frozenset(("of", "the", "and", "for", "on", "de", "del", "session", "(", ")", "'s", "’s", "’", "'", "-"))
_ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|annual)$", re.IGNORECASE
)
_VISIT = re.compile(r"\b(?:visit to|visits to|visited|visit|visiting|trip to) (?:the )?$")
_NOWHERE: frozenset[Kind] = frozenset(("call", "article", "message"))
_BEFORE_PLACE = frozenset(("in", "to", "visiting", "at"))


def read_event(page: Page, layout: Layout, kind: Kind, leads: Sequence[Sentence]) -> Event:
    """Return when and where the act reported took place; an article or message has no event of its own."""
    if kind == "remarks" and is_statement(page, layout):
        return _spoken(page, layout)
    leads = leads or _first_told(page, layout)
    if kind in ("article", "message") or not leads:
        return _nothing()
    start, end, span = _days(page, layout, leads, kind)
    city, country = (None, None) if kind in _NOWHERE else _place(page, leads)
    venue, venue_country = (None, None) if kind in _NOWHERE else _venue(page, leads)
    words = page.text[leads[0].start : leads[-1].end]
    return Event(
        start=start,
        end=end,
        date_span=span,
        local_time=bool(_LOCAL.search(words)),
        occasion=None if kind in ("call", "message") else _occasion(page, leads),
        venue=venue,
        city=city,
        country=country or venue_country or (_state_visited(page, leads) if kind not in _NOWHERE else None),
    )


def _spoken(page: Page, layout: Layout) -> Event:
    """Return when, where and at what a speech given whole was held, as headline and dateline tell."""
    said = layout.spoken
    place = said.place if said else None
    tokens = find_tokens(place.text, 0, len(place.text)) if place else []
    city = next((t for t in tokens if t.kind in ("capital", "place") and _is_city(t)), None)
    title = layout.title
    occasion = None
    if title and title.start is not None and title.end is not None:
        words = find_tokens(page.text, title.start, title.end)
        for at in re.finditer(r"\bat the ", page.text[title.start : title.end], re.IGNORECASE):
            span = _proper_phrase(page, words, title.start + at.end())
            occasion = occasion or (span if span and _event_words("occasion").search(span.text) else None)
    return Event(
        start=said.date if said else None,
        end=None,
        date_span=said.span if said else None,
        local_time=False,
        occasion=occasion,
        venue=None,
        city=page.span(place.start + city.start, place.start + city.end) if place and city else place,
        country=(resolve(_codes(city), page.states) or _codes(city)[0]) if city else None,
    )


def _first_told(page: Page, layout: Layout) -> Sequence[Sentence]:
    """Return the first sentence where it tells of an official ("On May 3, Minister X told the press in Lima that")."""
    first = page.sentences[:1]
    told = any(s.attribution and s.attribution.subject.kind in ("named", "role") for s in first)
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
    days = [d.value for d in found if d.precision == "day"]
    if kind == "call" and not end and days and max(days) > start:
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


def _place(page: Page, leads: Sequence[Sentence]) -> tuple[Span | None, str | None]:
    """Return the city behind "in" and its state; "in X, STATE" serves for cities that no lexicon knows."""
    for sentence in leads:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if i == 0 or tokens[i - 1].text.lower() not in _BEFORE_PLACE or _is_adjective(page.text, token):
                continue
            state = _state_behind(tokens, i + 1, page)
            if token.kind in ("capital", "place") and _is_city(token):
                country = state or resolve(_codes(token), page.states) or _codes(token)[0]
                return page.span(token.start, token.end), country
            if token.kind == "cap" and state and tokens[i - 1].text.lower() == "in":
                return page.span(token.start, token.end), state
    return None, None


def _state_visited(page: Page, leads: Sequence[Sentence]) -> str | None:
    """Return the state behind "visit to" or "visited", where no city tells more."""
    for sentence in leads:
        for i, token in enumerate(sentence.tokens):
            before = page.text[max(sentence.start, token.start - 20) : token.start]
            if i and token.kind == "country" and _VISIT.search(before) and not _is_adjective(page.text, token):
                return resolve(token.codes, page.states)
    return None


def _is_adjective(text: str, token: Token) -> bool:
    return text[token.end : token.end + 1] == "-" or text[token.end : token.end + 2] in ("'s", "’s")


def _is_city(token: Token) -> bool:
    return token.kind == "capital" or any(isinstance(v, Place) and v.kind == "city" for v in token.values)


def _codes(token: Token) -> tuple[str, ...]:
    return token.codes or tuple(v.country for v in token.values if isinstance(v, Place) and v.country)


def _state_behind(tokens: Sequence[Token], i: int, page: Page) -> str | None:
    if i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].kind == "country":
        return resolve(tokens[i + 1].codes, page.states)
    return None


@cache
def _event_words(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{e.pattern})" for e in read_lexicon("event_words", EventWord) if e.kind == kind))


def _occasion(page: Page, leads: Sequence[Sentence]) -> Span | None:
    """Return the larger event behind "on the sidelines of", "attended", "chaired", "stated at"."""
    for sentence in leads:
        for trigger in _event_words("trigger").finditer(page.text, sentence.start, sentence.end):
            span = _proper_phrase(page, sentence.tokens, trigger.end())
            if span and _event_words("occasion").search(span.text):
                return span
    return None


def _venue(page: Page, leads: Sequence[Sentence]) -> tuple[Span | None, str | None]:
    """Return the building or hall behind "at the", and its state where the lexicon knows it."""
    for sentence in leads:
        for at in re.finditer(
            r"\b(?:at|in|(?:welcomed|received|hosted)\b[^.]{1,80}?\bto)\s+(?:the\s+)?(?=[A-Z])",
            page.text[sentence.start : sentence.end],
        ):
            span = _proper_phrase(page, sentence.tokens, sentence.start + at.end())
            if span is None:
                continue
            known = [t for t in sentence.tokens if t.start == span.start and t.kind == "place"]
            if known and any(isinstance(v, Place) and v.kind == "venue" for v in known[0].values):
                return span, next(iter(_codes(known[0])), None)
            if _event_words("venue").search(span.text) and not _event_words("occasion").search(span.text):
                return span, None
        seat = re.search(
            rf"\bat the (?P<seat>{_event_words('seat').pattern})\b", page.text[sentence.start : sentence.end]
        )
        if seat:
            return page.span(sentence.start + seat.start("seat"), sentence.start + seat.end("seat")), None
    return None, None


def _proper_phrase(page: Page, tokens: Sequence[Token], start: int) -> Span | None:
    """Return the capitalised phrase, with its connectors, that starts at an offset (behind "the")."""
    words = [t for t in tokens if t.start >= start]
    while words and words[0].text in ("the", "The", "a", "an"):
        words = words[1:]
    kept: list[Token] = []
    pending: list[Token] = []
    for word in words:
        if _is_proper(word, bool(kept)):
            kept += [*pending, word]
            pending = []
        elif kept and word.text in _CONNECTORS:
            pending.append(word)
        else:
            break
    closed = [w for w in pending if w.text in (")", "session")]
    if not kept:
        return None
    end = closed[0].end if closed and pending[0] is closed[0] else kept[-1].end
    return page.span(kept[0].start, end)


def _is_proper(token: Token, inside: bool) -> bool:
    if token.kind == "punct":
        return False
    if token.text[0].isupper() or token.kind == "proper" or _ORDINAL.match(token.text):
        return True
    return inside and (token.kind == "number" or token.text == "headquarters" or token.kind == "place")
