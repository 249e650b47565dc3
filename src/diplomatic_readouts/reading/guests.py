"""A sentence in; whether it tells an act of its own, up to where, and whom the publisher's own figure met, out."""

from __future__ import annotations

import re

from diplomatic_readouts.reading.cast import Person
from diplomatic_readouts.reading.gated import GatedPattern
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.wordings import alternatives, any_case, rare, wording

# "Mr. Soler's meeting"
_OWN_MEETING = re.compile(
    rf"(?:[\w.-]{{1,60}} ){{0,4}}?[\w.-]{{1,60}}[’'](?:s )?(?:\w+ )?{alternatives('own_meeting')}\b"
)
_WHILE = re.compile(rf"{alternatives('while')}\b", re.IGNORECASE)
_WHILE_AT = re.compile(rf"\b{alternatives('while')}\s$")
_THAT = re.compile(r"\bthat\b")
_BACKGROUND = GatedPattern(any_case("background"))


def limit_of(page: Page, sentence: Sentence) -> int:
    """Return where those who take part end: before somebody's words about others, and before background."""
    attribution, encounter = sentence.attribution, sentence.encounter
    limit = sentence.end
    if attribution and encounter and attribution.start > encounter.start:
        limit = attribution.start
    elif attribution and encounter and attribution.verb.start >= encounter.end:
        limit = attribution.verb.start
    elif attribution and encounter:  # "said, when meeting with Minister X, that"
        that = _THAT.search(page.text, encounter.end, sentence.end)
        limit = that.start() if that else limit
    background = _BACKGROUND.search(page.text, sentence.start, sentence.end)
    if background and not (encounter and encounter.kind == "announcement"):  # where whoever invites takes part
        limit = min(limit, background.start())
    return limit


def persons_met(page: Page, sentence: Sentence, end: int, first: Person | None, publisher: str | None) -> list[Person]:
    """Return whom the sentence says that the publisher's own figure met: those named behind him."""
    encounter = sentence.encounter
    subject = encounter.subject if encounter else None
    if encounter is None or subject is None or encounter.kind == "announcement":
        return []
    if encounter.kind == "visit" and not wording("meeting").search(page.text, sentence.start, end):
        return []
    acting = persons_in(page, sentence, subject.start, subject.end)
    behind = encounter.start if subject.start > encounter.start else subject.end  # "In his meeting with Y, X"
    named = [(p, at) for p, at in places_in(page, sentence, max(behind, encounter.start), end) if p not in acting]
    if acting and any(person is first for person, _ in named):
        return acting  # "President Y met with him", whom the page is about
    alone = subject.kind == "he" or (subject.kind == "role" and not subject.states)  # "The delegation met"
    own = alone or (bool(acting) and all(p.country in (None, publisher) for p in acting))
    return [person for person, at in named if own and not _OWN_MEETING.match(page.text, at)]


def first_actor(page: Page) -> Person | None:
    """Return who is the subject of the first act that the page tells."""
    first = next((s.encounter.subject for s in page.sentences if s.encounter and s.encounter.kind), None)
    return person_of(page, first) if first else None


def opening_actor(page: Page) -> Person | None:
    """Return who is the subject of the act that the first sentence tells."""
    encounter = page.sentences[0].encounter if page.sentences else None
    return person_of(page, encounter.subject) if encounter and encounter.subject else None


def tells_act_first(page: Page, sentence: Sentence) -> bool:
    """Return whether an act is told before, or by, the sentence's reporting verb ("welcomed Minister Y")."""
    attribution, encounter = sentence.attribution, sentence.encounter
    if not attribution or not encounter:
        return encounter is not None
    if sentence.paragraph == 1 and encounter.kind == "meeting" and encounter.start == attribution.verb.start:
        return True
    told = encounter.end <= attribution.verb.start or encounter.start < attribution.start
    before = page.text[max(sentence.start, encounter.start - 16) : encounter.start]
    if encounter.kind == "call" and sentence.paragraph == 1 and wording("in_course").search(before):
        return True  # "set out China's position in phone conversations with"
    meanwhile = bool(_WHILE.match(page.text, encounter.start) or _WHILE_AT.search(before))
    return told or attribution.subject.kind == "joint" or meanwhile


def persons_in(page: Page, sentence: Sentence, start: int, end: int) -> list[Person]:
    """Return the persons whom a sentence names from start to end."""
    return [person for person, _ in places_in(page, sentence, start, end)]


def places_in(page: Page, sentence: Sentence, start: int, end: int) -> list[tuple[Person, int]]:
    """Return the persons named from start to end, each with where; not who is told to act elsewhere."""
    namings = [n for n in sentence.namings if n.words and start <= n.name_start < end]
    elsewhere = rare("elsewhere").search(page.text, start, sentence.end) if namings else None
    return [
        (person, n.name_start)
        for n in namings
        if not (elsewhere and elsewhere.start() <= n.name_start < elsewhere.end()) and (person := page.cast.find(n))
    ]
