"""A sentence in; what it names out: persons, states, bodies, initiatives, agreements, events, places, money, dates."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from diplomatic_readouts.lexicons.entries import Organization, Place, Proper
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.dates import find_dates
from diplomatic_readouts.reading.money import find_money
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.tokens import Token
from diplomatic_readouts.records import Mention
from diplomatic_readouts.records.vocabulary import MentionKind

_ANNIVERSARY = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|[a-z]+(?:th|st|nd|rd|tieth)) anniversary"
    r"(?: of (?:the )?(?:(?:establishment|founding|opening|launch|signing|victory|independence|normalization|adoption)"
    r"(?: of (?:the |their |our )?(?:diplomatic (?:relations|ties)|[A-Z][\w’']*(?: (?:of |the |and )?[A-Z][\w’']*)*)"
    r"| in the (?:[A-Z][\w-]*)(?: [A-Z][\w-]*)*)?|[A-Z][\w’']*(?: [A-Z][\w’']*)*))?"
)
_ONE = re.compile(r"\bone[- ]$", re.IGNORECASE)
_NAME = r"[A-Z][\w’'-]* (?:(?:of|for|on) (?:the )?|and )?"
_MEETING_NOUN = "Meeting|Forum|Summit|Dialogue|Conference|Congress|Expo|Session|Consultations"
_HAS_MEETING = re.compile(_MEETING_NOUN)
_MEETING = re.compile(
    r"\b(?:(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth"
    rf"|[Nn]inth|[Tt]enth) (?:{_NAME}){{0,8}}|(?!(?:The|This|That|Our|At|In|Both|Each) )(?:{_NAME}){{1,8}})"
    rf"(?:{_MEETING_NOUN})\b"
    r"(?: (?:of|on|for) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|and) (?:the )?)?[A-Z][\w’'-]*)*(?: \([A-Z][\w-]*\))?)?"
)


def find_mentions(page: Page, sentence: Sentence, anchor: datetime.date | None) -> tuple[Mention, ...]:
    """Return what the sentence names, by start; `anchor` is the day from which relative dates count."""
    found = [*_persons(page, sentence), *_dates_and_money(page, sentence, anchor), *_events(page, sentence)]
    taken = sorted((m.start, m.end, m.kind) for m in found)
    reach = list(accumulate((end for _, end, _ in taken), max))  # how far those up to each go
    found += [m for m in _known(page, sentence) if not _is_hidden(m, taken, reach)]
    return tuple(sorted(found, key=lambda m: (m.start, m.end)))


def _is_hidden(mention: Mention, taken: list[tuple[int, int, MentionKind]], reach: list[int]) -> bool:
    """Return whether one of the places taken covers a mention; `reach` is the greatest end up to each of them."""
    n = bisect_left(taken, (mention.end,)) - 1
    while n >= 0 and reach[n] > mention.start:
        if _hides(mention, *taken[n]):
            return True
        n -= 1
    return False


def _hides(mention: Mention, start: int, end: int, kind: MentionKind) -> bool:
    """Return whether another mention covers this one; bodies and states named inside an event are mentions too."""
    inside = kind == "event" and mention.kind in ("organization", "country", "place")
    return start < mention.end and mention.start < end and not inside


def _mention(page: Page, start: int, end: int, kind: MentionKind, value: str | None) -> Mention:
    return Mention(start=start, end=end, text=page.source[start:end], kind=kind, value=value)


def _persons(page: Page, sentence: Sentence) -> Iterator[Mention]:
    for naming in sentence.namings:
        person = page.cast.find(naming) if naming.words else None
        if person is not None:
            yield _mention(page, naming.name_start, naming.name_end, "person", person.name)


def _dates_and_money(page: Page, sentence: Sentence, anchor: datetime.date | None) -> Iterator[Mention]:
    for date in find_dates(page.source, sentence.start, sentence.end, anchor):
        yield _mention(page, date.start, date.end, "date", date.value)
    for money in find_money(page.source, sentence.start, sentence.end):
        yield _mention(page, money.start, money.end, "money", money.value)


def _events(page: Page, sentence: Sentence) -> Iterator[Mention]:
    """Yield anniversaries and meetings by name or number, with the lexicon's id where it knows the meeting."""
    if page.text.find(" anniversary", sentence.start, sentence.end) >= 0:
        for match in _ANNIVERSARY.finditer(page.text, sentence.start, sentence.end):
            yield _mention(page, match.start(), match.end(), "event", None)
    if not _HAS_MEETING.search(page.text, sentence.start, sentence.end):
        return
    for match in _MEETING.finditer(page.text, sentence.start, sentence.end):
        first = bisect_left(sentence.tokens, match.start(), key=lambda t: t.start)
        inside = sentence.tokens[first : bisect_right(sentence.tokens, match.end(), key=lambda t: t.end)]
        known = next((v.id for t in inside for v in t.values if isinstance(v, Proper) and v.kind == "event"), None)
        yield _mention(page, match.start(), match.end(), "event", known)


def _known(page: Page, sentence: Sentence) -> Iterator[Mention]:
    text = page.text
    for token in sentence.tokens:
        if not token.values:
            continue
        at = token.start
        if text[at - 2 : at - 1] in ("e", "E") and _ONE.search(text[max(0, at - 5) : at]):
            continue  # the "China" of "one-China principle" names a principle
        kind, value = _lexicon_kind(page, token)
        if kind is not None:
            yield _mention(page, token.start, token.end, kind, value)


def _lexicon_kind(page: Page, token: Token) -> tuple[MentionKind | None, str | None]:
    """Return what a lexicon phrase is a mention of, and its value."""
    first = token.values[0] if token.values else None
    if token.kind in ("country", "demonym"):
        code = resolve(token.codes, page.states)
        return ("country", code) if code else (None, None)
    if token.kind == "capital":
        return "place", resolve(token.codes, page.states)
    if token.kind == "region":
        return "place", None
    if isinstance(first, Organization):
        return "organization", first.id
    if isinstance(first, Place):
        return "place", first.country
    if isinstance(first, Proper):
        return first.kind, first.id
    return None, None
