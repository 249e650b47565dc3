"""The sentences that report the act in; where it took place out: city, state, building or hall."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Cities, Place
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.missions import MISSION
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.tokens import Token, find_tokens, kind_at, text_at
from diplomatic_readouts.reading.wordings import alternatives
from diplomatic_readouts.records import Span

_CONNECTORS = frozenset(
    ("of", "the", "and", "for", "on", "de", "del", "session", "(", ")", "'s", "’s", "s", "’", "'", "-")
)
_IN_VENUES = _CONNECTORS - {"for", "on", "session"}
_ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|annual)$", re.IGNORECASE
)
_VISIT = re.compile(
    r"\b(?:visits? to|visited|visit|visiting|trip to|tour of|travel(?:l)?ed to|delegation to|arrived in|while in) "
    r"(?:the )?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"([A-Z][A-Za-z .'’]{2,30})(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?\b| [-–—]{1,2} (?=[A-Z]))"
)
_MISSION = re.compile(rf"\b{MISSION}$")
_POSTED_IN = re.compile(r" in (?:the )?(?=[A-Z])")
_IN = re.compile(r"\bin (?:the )?$")
_FOR_VISIT = re.compile(r"\s(?:for|on)\s(?:(?:a|an|the|his|her|their)\s)?(?:\w+\s){0,3}(?:visit|trip|tour)\b")
_ANOTHER_TIME = re.compile(r",?\s(?:when|since|after)\s(?:they|he|she|the two|both)\b|\bfollow(?:ing|ed)\b")
_BEFORE_PLACE = frozenset(("in", "to", "visiting", "visited", "at"))


def find_city(page: Page, leads: Sequence[Sentence], only: bool = False) -> tuple[Span | None, str | None]:
    """Return the first city told and its state; `only`: the city only where no other is told, likewise the state."""
    found = [place for sentence in leads for place in _cities(page, sentence)]
    found = found or [place for sentence in leads[:1] for place in _dateline(page, sentence)]
    if not found:
        return None, None
    city, state = found[0]
    if only and any(other.text != city.text for other, _ in found):
        return None, state if len({code for _, code in found}) == 1 else None
    return city, state


def find_city_in(page: Page, start: int, end: int) -> tuple[Span | None, str | None]:
    """Return the city behind "in" that text[start:end], a headline, names, and its state."""
    tokens = find_tokens(page.text, start, end)
    for before, token in pairwise(tokens):
        if before.text.lower() == "in" and is_city(token):
            return page.span(token.start, token.end), state_of_city(page, token)
    return None, None


def _dateline(page: Page, sentence: Sentence) -> Iterator[tuple[Span, str | None]]:
    """Yield the city of an agency's dateline where the act took place "here", or the page names no other."""
    match = _DATELINE.match(page.text, sentence.start, sentence.end)
    for token in find_tokens(match[1].title(), 0, len(match[1])) if match else ():
        if is_city(token):
            span = page.span(sentence.start + token.start, sentence.start + token.end)
            yield span, state_of_city(page, token)


def _cities(page: Page, sentence: Sentence) -> Iterator[tuple[Span, str | None]]:
    """Yield the cities behind "in" or "to" with their states; "in X, STATE" serves for cities that no lexicon knows."""
    other = _ANOTHER_TIME.search(page.text, sentence.start, sentence.end)
    tokens = [t for t in sentence.tokens if not other or t.start < other.start()]
    for i, token in enumerate(tokens):
        if token.kind not in ("capital", "place", "cap"):
            continue
        before = text_at(tokens, i - 1).lower() if i else ""
        if before != "and" and before not in _BEFORE_PLACE:
            continue
        if any(n.offices and n.start < token.start < n.end for n in sentence.namings):
            continue  # part of an office ("Director of the Office at Geneva")
        if before not in _BEFORE_PLACE and not (before == "and" and is_city(token) and is_city(tokens[i - 2])):
            continue
        state = _state_behind(tokens, i + 1, page)
        if _is_adjective(page.text, token):
            continue
        if token.kind in ("capital", "place") and is_city(token):
            yield page.span(token.start, token.end), state or state_of_city(page, token)
        elif token.kind == "cap" and before in ("in", "to", "visiting", "visited"):
            named = _lesser_city(page, sentence, i)
            if named or (state and before == "in"):
                yield named or (page.span(token.start, token.end), state)


def _lesser_city(page: Page, sentence: Sentence, i: int) -> tuple[Span, str] | None:
    """Return the city that the capitalised words from token i on name as a whole, if the page names its state."""
    tokens = sentence.tokens
    end = i + 1
    while kind_at(tokens, end) in ("cap", "acronym", "common", "office", "organization", "place") or (
        text_at(tokens, end).islower() and kind_at(tokens, end) == "particle"
    ):
        end += 1
    span = page.span(tokens[i].start, tokens[end - 1].end)
    states = set(_lesser_cities().get(_plain(span.text), ())) & page.states
    return (span, states.pop()) if len(states) == 1 else None


@cache
def _lesser_cities() -> dict[str, tuple[str, ...]]:
    """Return the states of the cities that only their place in a sentence tells, by name."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in read_lexicon("cities", Cities):
        for form in entry.forms:
            found[_plain(form)] = (*found.get(_plain(form), ()), entry.country)
    return found


def _plain(name: str) -> str:
    """Return a name without accents, case and kinds of apostrophes."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).translate({ord(c): "'" for c in "’‘ʼ`"})


def states_visited(page: Page, leads: Sequence[Sentence]) -> set[str | None]:
    """Return the states behind "visit to" or "visited", or "in" before "for a visit"."""
    found: set[str] = set()
    for sentence in leads:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if i == 0 or token.kind != "country":
                continue
            before = page.text[max(sentence.start, token.start - 24) : token.start]
            behind = text_at(tokens, i - 1) == "and" and i > 1 and tokens[i - 2].text in found
            visited = _VISIT.search(before) or (_IN.search(before) and _FOR_VISIT.match(page.text, token.end))
            if (visited or behind) and not _is_adjective(page.text, token):
                found.add(token.text)
    return {resolve(t.codes, page.states) for s in leads for t in s.tokens if t.kind == "country" and t.text in found}


def find_venue(page: Page, leads: Sequence[Sentence]) -> tuple[Span | None, str | None]:
    """Return the building or hall behind "at the", and its state where the lexicon knows it."""
    for sentence in leads:
        for at in re.finditer(
            r"\b(?:at|in|came to|(?:welcomed|received|hosted)\b[^.]{1,80}?\bto)\s+(?:the\s+)?(?=[A-Z])",
            page.text[sentence.start : sentence.end],
        ):
            span = proper_phrase(page, sentence.tokens, sentence.start + at.end(), _IN_VENUES)
            if span is None:
                continue
            known = [t for t in sentence.tokens if t.start == span.start and t.kind == "place"]
            if known and any(isinstance(v, Place) and v.kind == "venue" for v in known[0].values):
                return span, next(iter(codes_of(known[0])), None)
            if event_words("venue").search(span.text) and not event_words("occasion").search(span.text):
                return _with_seat(page, sentence, span), None
        seat = re.search(
            rf"\bat the (?P<seat>{event_words('seat').pattern})\b", page.text[sentence.start : sentence.end]
        )
        if seat:
            return page.span(sentence.start + seat.start("seat"), sentence.start + seat.end("seat")), None
    return None, None


def _with_seat(page: Page, sentence: Sentence, span: Span) -> Span:
    """Return a venue; a mission's with where it is posted ("the Chinese Consulate General in Lima")."""
    posted = _POSTED_IN.match(page.text, span.end, sentence.end) if _MISSION.search(span.text) else None
    at = posted.end() if posted else -1
    named = any(t.start == at and t.kind in ("capital", "place", "country", "cap") for t in sentence.tokens)
    seat = proper_phrase(page, sentence.tokens, at, _IN_VENUES) if named else None
    return page.span(span.start, seat.end) if seat else span


def proper_phrase(
    page: Page, tokens: Sequence[Token], start: int, connectors: frozenset[str] = _CONNECTORS
) -> Span | None:
    """Return the capitalised phrase, with its connectors, that starts at an offset (behind "the")."""
    words = [t for t in tokens if t.start >= start]
    while words and words[0].text in ("the", "The", "a", "an"):
        words = words[1:]
    kept: list[Token] = []
    pending: list[Token] = []
    for word in words:
        if pending and word.text in name_words("calendar"):
            break  # "at the White House on May 31"
        if _is_proper(word, bool(kept)):
            kept += [*pending, word]
            pending = []
        elif kept and word.text in connectors:
            pending.append(word)
        else:
            break
    closed = [w for w in pending if w.text in (")", "session")]
    if not kept:
        return None
    end = closed[0].end if closed and pending[0] is closed[0] else kept[-1].end
    return page.span(kept[0].start, end)


@cache
def event_words(kind: str) -> re.Pattern[str]:
    """Return the lexicon's words of one kind as one pattern."""
    return re.compile(alternatives(kind))


def is_city(token: Token) -> bool:
    """Return whether a token names a city."""
    return token.kind == "capital" or any(isinstance(v, Place) and v.kind == "city" for v in token.values)


def state_of_city(page: Page, token: Token) -> str:
    """Return the state of a token that names a city: the one that the page names, else the lexicon's first."""
    return resolve(codes_of(token), page.states) or codes_of(token)[0]


def codes_of(token: Token) -> tuple[str, ...]:
    """Return the states of a token, or of the place that it names."""
    return token.codes or tuple(v.country for v in token.values if isinstance(v, Place) and v.country)


def _state_behind(tokens: Sequence[Token], i: int, page: Page) -> str | None:
    if i + 1 < len(tokens) and tokens[i].text == "," and tokens[i + 1].kind == "country":
        return resolve(tokens[i + 1].codes, page.states)
    return None


def _is_adjective(text: str, token: Token) -> bool:
    return text[token.end : token.end + 1] == "-" or text[token.end : token.end + 2] in ("'s", "’s")


def _is_proper(token: Token, inside: bool) -> bool:
    if token.kind == "punct":
        return False
    if (
        token.text[0].isupper()
        or (inside and re.match(r"the [A-Z]", token.text))
        or token.kind == "proper"
        or _ORDINAL.match(token.text)
    ):
        return True
    return inside and (token.kind == "number" or token.text == "headquarters" or token.kind == "place")
