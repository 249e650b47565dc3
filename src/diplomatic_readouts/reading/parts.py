"""A sentence in; who takes part in the act that it tells, and how, out: leading, present, met, chairing, speaking."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from diplomatic_readouts.reading.cast import Person, resolve
from diplomatic_readouts.reading.guests import (
    first_actor,
    limit_of,
    persons_in,
    persons_met,
    places_in,
    tells_act_first,
)
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.wordings import alternatives, any_case, wording

_STATES = ("country", "demonym", "capital")
_GROUP = re.compile(rf"{alternatives('delegation')}$")
_JOINS = re.compile(alternatives("joins"))
_SPOUSE = re.compile(rf"\b{alternatives('spouse')} $")
_DELEGATION = re.compile(alternatives("delegation_told"))
_DELEGATION_MET = re.compile(alternatives("delegation_met"))
_TOLD_BEFORE = 400  # characters in which a delegation was told to be met
_BEFORE = 60  # characters before a name that tell how it stands


_Places = tuple[tuple[int, str], ...]


@dataclass(slots=True)
class Part:
    """How a person takes part."""

    person: Person
    leads: bool = False
    speaks: bool = False
    present: bool = False
    acts: bool = False
    listed: bool = False
    """Whether the person stands in a list of those present."""
    chairs: bool = False
    writes: bool = False
    met: bool = False
    """Whether the person is whom the publisher's own figure met, called on or received."""
    side: str | None = None
    """The state of the delegation that the page counts the person to ("The Peruvian delegation included")."""
    spouse: bool = False
    """Whether the person is told to be the wife or husband of whom she came with."""
    with_whom: Person | None = None
    """The person of the same side with whom this one came: "his wife", "was accompanied by"."""
    greeted: bool = False
    """Whether a salutation names the person."""
    beside: Person | None = None
    """Whom the page names right before as the subject of the same act ("X and Ambassador Y met with")."""
    near: str | None = None
    """The only other state that the telling of that meeting names."""
    at: list[int] = field(default_factory=list)

    @property
    def is_guest(self) -> bool:
        """Return whether the person is only told to be present."""
        return self.present and not (self.leads or self.speaks)


def add_part(parts: dict[str, Part], person: Person, at: int) -> Part:
    """Return a person's part, noted as named at an offset."""
    part = parts.setdefault(person.name, Part(person))
    part.at.append(at)
    return part


def gather_parts(page: Page, publisher: str | None) -> dict[str, Part]:
    """Return those who take part in what the sentences tell, by name."""
    parts: dict[str, Part] = {}
    opening: dict[int, _Places] = {}
    first = first_actor(page)
    last: Person | None = None
    for sentence in page.sentences:
        _add_speakers(page, sentence, parts)
        told = _read_told(page, sentence, first, publisher)
        if told:
            _add_told(page, sentence, opening.get(sentence.paragraph, ()), told, last, parts)
        subject = sentence.first_subject
        last = (person_of(page, subject) if subject and subject.kind == "named" else None) or last
        if sentence.opens:
            opening[sentence.paragraph] = _states_told(page, sentence, publisher)
        if sentence.lists and not told:
            for person, _ in places_in(page, sentence, sentence.start, sentence.end):
                part = add_part(parts, person, sentence.start)
                part.present = part.listed = True
    return parts


def _add_speakers(page: Page, sentence: Sentence, parts: dict[str, Part]) -> None:
    if sentence.attribution:
        subject = sentence.attribution.subject
        if subject.kind == "role" and not subject.states:  # "The Prime Minister said"
            holders = [p for p in page.cast.persons if p.nouns & set(subject.nouns)]
            for person in holders if len(holders) == 1 else ():
                add_part(parts, person, subject.start).speaks = True
        for person in persons_in(page, sentence, subject.start, subject.end):
            add_part(parts, person, subject.start).speaks = True


class _Told(NamedTuple):
    """What one sentence tells of an act, for all whom it names."""

    start: int
    limit: int
    subject: Person | None
    met: frozenset[str]
    """The names of whom the publisher's own figure met."""
    attends: bool
    joins: bool
    chairs: bool
    topic: int
    """Where it opens what they discussed, or the limit."""
    along: int
    """Where the company opens in which somebody came, beyond the limit where there is none."""
    audience: int
    """Where those open before whom it was held, or the limit."""
    sides: tuple[tuple[int, str | None], ...]
    """The delegations named, each with its end and state."""
    places: _Places
    """The other states named, each with where."""


def _read_told(page: Page, sentence: Sentence, first: Person | None, publisher: str | None) -> _Told | None:
    """Return what the sentence tells of an act, or None where it tells of none."""
    encounter = sentence.encounter
    if not encounter or not (encounter.kind == "announcement" or tells_act_first(page, sentence)):
        return None
    attends = encounter.kind is None and sentence.attends and not sentence.lists
    if encounter.kind is None and not attends and not sentence.lists:
        return None
    limit = limit_of(page, sentence)
    met = frozenset(p.name for p in persons_met(page, sentence, limit, first, publisher))
    joins = bool(_JOINS.match(page.text, encounter.start))
    if joins and first in persons_in(page, sentence, encounter.end, limit):  # "Secretary Y joined X on this delegation"
        attends, joins, met = True, False, frozenset()
    along = any_case("along").search(page.text, sentence.start, limit)
    audience = any_case("audience").search(page.text, encounter.end, limit)
    topic = wording("to_discuss").search(page.text, encounter.end, limit)
    return _Told(
        start=encounter.start,
        limit=limit,
        subject=_actor(page, sentence, publisher),
        met=met,
        attends=attends,
        joins=joins,
        chairs=bool(any_case("chaired").search(page.text, sentence.start, sentence.end)),
        topic=topic.start() if topic else limit,
        along=along.start() if along else sentence.end,
        audience=audience.start() if audience else limit,
        sides=_sides(page, sentence),
        places=_states_told(page, sentence, publisher),
    )


def _actor(page: Page, sentence: Sentence, publisher: str | None) -> Person | None:
    """Return the subject of the act; an office alone stands for its only own holder ("The Vice President spoke")."""
    subject = sentence.encounter.subject if sentence.encounter else None
    if subject is None or subject.kind != "role" or subject.states:
        return person_of(page, subject) if subject else None
    own = [p for p in page.cast.persons if p.nouns & set(subject.nouns) and p.country in (None, publisher)]
    return own[0] if len(own) == 1 and not own[0].organization else None


def _add_told(
    page: Page, sentence: Sentence, opening: _Places, told: _Told, last: Person | None, parts: dict[str, Part]
) -> None:
    """Add those whom a sentence tells to take part in an act; `last`: who was the subject before."""
    named = places_in(page, sentence, sentence.start, told.limit)
    if told.subject and not any(person is told.subject for person, _ in named) and not told.attends:
        named = [(told.subject, sentence.start), *named]  # named elsewhere, as in the headline
    subject = sentence.encounter.subject if sentence.encounter else None
    ahead = [person for person, at in named if at < told.along]
    head = ahead[-1] if ahead else last
    delegation = _DELEGATION.match(page.text, sentence.start)
    met = delegation and _DELEGATION_MET.search(page.text, max(0, sentence.start - _TOLD_BEFORE), sentence.start)
    senders = {code for _, code in opening} if met else set()
    sender = senders.pop() if len(senders) == 1 else None
    before: Person | None = None
    for person, at in named:
        part = add_part(parts, person, sentence.start)
        follows = (at > told.along and not told.along < told.start <= at) or at > told.audience
        spouse = _SPOUSE.search(page.text, max(sentence.start, at - _BEFORE), at)
        if spouse:
            follows, part.with_whom, part.spouse = True, part.with_whom or before, True
        elif at > told.along and head is not person:
            part.with_whom = part.with_whom or head
        if subject and subject.kind == "joint" and subject.start <= at < subject.end:
            part.beside = part.beside or before
        before = person
        joins = told.joins and person.name in told.met  # "He then joined Minister X for"
        part.present |= (told.attends or follows) and not joins
        part.leads |= joins or not (told.attends or follows)
        part.listed |= sentence.lists
        part.acts |= person is told.subject
        part.chairs |= told.chairs and person is told.subject
        part.side = part.side or _side_before(told.sides, at) or sender
        if person.name in told.met and not spouse and (joins or not (told.attends or follows)):
            part.met = True
            part.near = part.near or (None if person.country else _state_near(opening, at, told))


def _sides(page: Page, sentence: Sentence) -> tuple[tuple[int, str | None], ...]:
    """Return the delegations that a line of those present names, each with its end and state.

    One named alone and behind ("attended on the Peruvian side") counts from the sentence's start.
    """
    if not (sentence.attends or sentence.lists):
        return ()
    sides = [s for s in sentence.subjects if s.kind in ("side", "role") and _GROUP.search(page.text, s.start, s.end)]
    on = {s.start for s in sides if page.text.endswith("on ", sentence.start, s.start)}
    return tuple(
        (sentence.start if s.start in on and len(sides) == 1 else s.end, resolve(s.states, page.states)) for s in sides
    )


def _side_before(sides: tuple[tuple[int, str | None], ...], at: int) -> str | None:
    """Return the state of the side named last before a place."""
    n = bisect_right(sides, at, key=lambda side: side[0])
    return sides[n - 1][1] if n else None


def _states_told(page: Page, sentence: Sentence, publisher: str | None) -> _Places:
    """Return where a sentence names states other than the publisher's."""
    named = ((t.start, resolve(t.codes, page.states)) for t in sentence.tokens if t.kind in _STATES)
    return tuple((at, code) for at, code in named if code and code != publisher)


def _state_near(opening: _Places, at: int, told: _Told) -> str | None:
    """Return the other state named before a person, else earlier in the paragraph, else behind, if it is only one.

    "In Panama, X met with President Y." "He also met with Minister Z." "X congratulated Y on his office in Honduras."
    """
    for places, start, stop in ((told.places, 0, at), (opening, 0, at), (told.places, at + 1, told.topic)):
        found = {code for place, code in places if start <= place < stop}
        if found:
            return found.pop() if len(found) == 1 else None
    return None
