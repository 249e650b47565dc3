"""The persons and sentences of a page in; who took part in the act reported out, each with a role."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from diplomatic_readouts.reading.cast import Person, resolve
from diplomatic_readouts.reading.layout import Layout
from diplomatic_readouts.reading.missions import host_of, is_missions, serves_mission
from diplomatic_readouts.reading.own_words import announces, foreword, is_statement
from diplomatic_readouts.reading.page import Page, Sentence, person_of
from diplomatic_readouts.records import Participant
from diplomatic_readouts.records.vocabulary import Kind, Role

_BACKGROUND = re.compile(
    r"\b(?:building (?:up)?on|following up|to follow up|as part of|followed up on|greetings (?:of|from)|since the|"
    r"on behalf of|"
    r"(?:about|regarding|for|ahead of) (?:his|her|their|the) (?:upcoming |planned |next )?(?:meeting|visit|trip|call)|"
    r"upcoming|forthcoming|tomorrow|ahead of|"
    r"between (?-i:[A-Z])|at the invitation of|at the request of)\b",
    re.IGNORECASE,
)
_CHAIRED = re.compile(r"\b(?:chaired|chairs|co-chaired|presided over|hosted [^.]{0,120}\bmeeting)\b", re.IGNORECASE)
_WHILE = re.compile(r"(?:when|while|upon)\b", re.IGNORECASE)
_THAT = re.compile(r"\bthat\b")


@dataclass(slots=True)
class _Part:
    """How a person takes part."""

    person: Person
    leads: bool = False
    speaks: bool = False
    present: bool = False
    acts: bool = False
    chairs: bool = False
    writes: bool = False
    met: bool = False
    """Whether the person is whom the publisher's own figure met, called on or received."""
    near: tuple[str, ...] = ()
    """The other states that the sentence of that meeting names."""
    at: list[int] = field(default_factory=list)


class _Act(NamedTuple):
    """What the whole page says of the act in which they take part."""

    kind: Kind
    publisher: str | None
    chaired: bool
    led: bool


def find_participants(
    page: Page, layout: Layout, kind: Kind, publisher: str | None, place: str | None
) -> tuple[Participant, ...]:
    """Return those who took part, in order of first appearance; `place` is the state where the act took place."""
    parts: dict[str, _Part] = {}
    announced = announces(page)
    if kind != "article" and (announced or not is_statement(page, layout)):
        for sentence in page.sentences:
            _gather(page, sentence, parts, publisher)
    if layout.byline and layout.byline.start is not None:
        for person in page.cast.persons:
            if any(layout.byline.start <= a < layout.byline.end for a, _ in person.places):
                _part(parts, person, layout.byline.start).writes = True
    introduced = page.sentences[:1] if foreword(page) else []
    for person in [p for s in introduced for p in _persons_in(page, s, s.start, s.end)][:1]:
        _part(parts, person, person.first).writes = True
    _add_spokesperson(page, layout, parts)
    if announced:
        first = page.sentences[0]
        for person in _persons_in(page, first, first.start, first.end):
            _part(parts, person, first.start).writes = True
    found = sorted(parts.values(), key=lambda p: min(p.at))
    host = place if place != publisher and _hosts(found, kind, place) else None
    missions = is_missions(layout, page) and any(serves_mission(p.person) for p in found)
    host = host or (host_of(layout, page, publisher) if missions else None)
    own = [serves_mission(p.person) if missions else not p.met for p in found]
    states = [
        publisher if ours else host or (None if missions else _only(p.near)) for p, ours in zip(found, own, strict=True)
    ]
    act = _Act(kind, publisher, any(p.chairs for p in found), any(p.leads or p.chairs for p in found))
    return tuple(_participant(page, part, n, act, states[n - 1]) for n, part in enumerate(found, 1))


def _hosts(parts: list[_Part], kind: Kind, place: str | None) -> bool:
    """Return whether the state of the place receives: the page is of a visit, or one of its officials takes part."""
    return kind == "visit" or any(p.person.country == place for p in parts)


def _part(parts: dict[str, _Part], person: Person, at: int) -> _Part:
    part = parts.setdefault(person.name, _Part(person))
    part.at.append(at)
    return part


def _gather(page: Page, sentence: Sentence, parts: dict[str, _Part], publisher: str | None) -> None:
    """Add those who take part in what one sentence reports."""
    attribution, encounter = sentence.attribution, sentence.encounter
    words = page.text[sentence.start : sentence.end]
    if attribution:
        for person in _persons_in(page, sentence, attribution.subject.start, attribution.subject.end):
            _part(parts, person, attribution.subject.start).speaks = True
    if not encounter or not (encounter.kind == "announcement" or _tells_act_first(page, sentence)):
        return
    attends = encounter.kind is None and sentence.attends and not sentence.lists
    if encounter.kind is None and not attends and not sentence.lists:
        return
    limit = _limit(page, sentence)
    met = _persons_met(page, sentence, limit, publisher)
    for person in _persons_in(page, sentence, sentence.start, limit):
        part = _part(parts, person, sentence.start)
        part.present |= attends
        part.leads |= not attends
        part.acts |= person is _subject(page, sentence)
        if person in met and not attends:
            part.met, part.near = True, _other_states(page, sentence, publisher)
        part.chairs |= bool(_CHAIRED.search(words)) and person is _subject(page, sentence)


def _limit(page: Page, sentence: Sentence) -> int:
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


def _persons_met(page: Page, sentence: Sentence, end: int, publisher: str | None) -> list[Person]:
    """Return whom the sentence says that the publisher's own figure met: those named behind him."""
    subject = sentence.encounter.subject if sentence.encounter else None
    own = subject and (subject.kind == "he" or _is_own(person_of(page, subject), publisher))
    behind = max(subject.end, sentence.encounter.start) if subject and sentence.encounter else 0
    return _persons_in(page, sentence, behind, end) if subject and own else []


def _is_own(person: Person | None, publisher: str | None) -> bool:
    return person is not None and person.country in (None, publisher)


def _other_states(page: Page, sentence: Sentence, publisher: str | None) -> tuple[str, ...]:
    codes = (resolve(t.codes, page.states) for t in sentence.tokens if t.kind in ("country", "demonym"))
    return tuple({c: None for c in codes if c and c != publisher})


def _tells_act_first(page: Page, sentence: Sentence) -> bool:
    """Return whether an act is told before, or by, the sentence's reporting verb ("welcomed Minister Y")."""
    attribution, encounter = sentence.attribution, sentence.encounter
    if not attribution or not encounter:
        return encounter is not None
    if sentence.paragraph == 1 and encounter.kind == "meeting" and encounter.start == attribution.verb.start:
        return True
    told = encounter.end <= attribution.verb.start or encounter.start < attribution.start
    return told or attribution.subject.kind == "joint" or bool(_WHILE.match(page.text, encounter.start))


def _subject(page: Page, sentence: Sentence) -> Person | None:
    subject = sentence.encounter.subject if sentence.encounter else None
    return person_of(page, subject) if subject else None


def _persons_in(page: Page, sentence: Sentence, start: int, end: int) -> list[Person]:
    found = [page.cast.find(n) for n in sentence.namings if n.words and start <= n.name_start < end]
    return [p for p in found if p is not None]


def _add_spokesperson(page: Page, layout: Layout, parts: dict[str, _Part]) -> None:
    """Add the spokesperson named in the title of remarks that are given whole."""
    title = layout.title
    if parts or title is None or title.start is None or title.end is None:
        return
    for person in page.cast.persons:
        if any(title.start <= a < title.end for a, _ in person.places):
            _part(parts, person, title.start).writes = True


def _participant(page: Page, part: _Part, number: int, act: _Act, unmarked: str | None) -> Participant:
    """Return a participant; `unmarked` is the state of whom the page prints no nationality."""
    person = part.person  # one whose printed nationality is of two states ("Dominican") has none
    country = person.country or (None if person.organization or person.states else unmarked)
    return Participant(
        id=f"p{number}",
        name=person.name,
        country=country,
        organization=None if person.country else person.organization,
        offices=person.offices,
        role=_role(part, act, own=country is not None and country == act.publisher),
        mentions=tuple(page.span(a, b) for a, b in sorted(set(person.places))),
    )


def _only(states: tuple[str, ...]) -> str | None:
    return states[0] if len(states) == 1 else None


def _role(part: _Part, act: _Act, own: bool) -> Role:
    if act.kind == "announcement" and part.speaks and "spokesperson" in part.person.nouns:
        return "author"
    if part.writes and act.kind in ("article", "remarks", "message", "announcement"):
        return "author"
    if part.chairs and own:
        return "chair"
    if part.leads:
        lead = own or (act.publisher is None and part.acts)
        silent = act.chaired and act.kind == "multilateral" and not part.speaks
        return "principal" if lead else "attendee" if silent else "counterpart"
    if part.present and not (part.speaks and (not own or (act.kind == "other" and not act.led))):
        return "attendee"
    if own:
        return "principal" if act.kind in ("remarks", "other") else "attendee"
    return "counterpart"
