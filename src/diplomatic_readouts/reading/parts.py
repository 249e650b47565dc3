"""A sentence in; who takes part in the act that it tells, and how, out: leading, present, met, chairing, speaking."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from diplomatic_readouts.reading.cast import Person, resolve
from diplomatic_readouts.reading.page import Page, Sentence, person_of
from diplomatic_readouts.reading.whereabouts import event_words

_GROUP = re.compile(r"(?:side|delegation)$")
# "Mr. Soler's meeting"
_OWN_MEETING = re.compile(r"(?:[\w.-]+ ){0,4}?[\w.-]+[’'](?:s )?(?:\w+ )?(?:meeting|call|talks)\b")
_JOINS = re.compile(r"joined (?!the\b|in\b|by\b|a\b)")
_TOPIC = re.compile(r"\bto (?:discuss|review|exchange|address|follow)\b")
_MEETS = re.compile(r"\b(?:meet|met|meetings?|talks|received|hosted|calls?)\b")
_WHILE = re.compile(r"(?:when|while|upon)\b", re.IGNORECASE)
_WHILE_AT = re.compile(r"\b(?:when|while|upon)\s$")
_THAT = re.compile(r"\bthat\b")


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{event_words(kind).pattern})\b", re.IGNORECASE)


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
    near: tuple[str, ...] = ()
    """The other states that the sentence of that meeting names."""
    at: list[int] = field(default_factory=list)


def add_part(parts: dict[str, Part], person: Person, at: int) -> Part:
    """Return a person's part, noted as named at an offset."""
    part = parts.setdefault(person.name, Part(person))
    part.at.append(at)
    return part


def gather_parts(page: Page, sentence: Sentence, parts: dict[str, Part], publisher: str | None) -> None:
    """Add those who take part in what one sentence reports."""
    attribution, encounter = sentence.attribution, sentence.encounter
    words = page.text[sentence.start : sentence.end]
    if attribution:
        for person in persons_in(page, sentence, attribution.subject.start, attribution.subject.end):
            add_part(parts, person, attribution.subject.start).speaks = True
    if sentence.lists and not encounter:
        for person, _ in _places_in(page, sentence, sentence.start, sentence.end):
            part = add_part(parts, person, sentence.start)
            part.present = part.listed = True
    if not encounter or not (encounter.kind == "announcement" or _tells_act_first(page, sentence)):
        return
    attends = encounter.kind is None and sentence.attends and not sentence.lists
    if encounter.kind is None and not attends and not sentence.lists:
        return
    limit = _limit(page, sentence)
    met = _persons_met(page, sentence, limit, publisher)
    along = _words("along").search(page.text, sentence.start, limit)
    for person, at in _places_in(page, sentence, sentence.start, limit):
        part = add_part(parts, person, sentence.start)
        follows = along is not None and at > along.start() and not along.start() < encounter.start <= at
        joins = bool(_JOINS.match(page.text, encounter.start)) and person in met  # "He then joined Minister X for"
        part.present |= (attends or follows) and not joins
        part.leads |= joins or not (attends or follows)
        part.acts |= person is _subject(page, sentence)
        part.side = part.side or _side_of(page, sentence, at)
        if person in met and (joins or not (attends or follows)):
            part.met, part.near = True, _states_near(page, sentence, at, limit, publisher)
        part.chairs |= bool(_words("chaired").search(words)) and person is _subject(page, sentence)


def _side_of(page: Page, sentence: Sentence, at: int) -> str | None:
    """Return the state of the delegation or side named last before a place of the sentence."""
    sides = [s for s in sentence.subjects if s.kind in ("side", "role") and _GROUP.search(page.text, s.start, s.end)]
    on = [s for s in sides if page.text.endswith("on ", sentence.start, s.start)]  # "attended on the Peruvian side"
    sides = [s for s in sides if s.end <= at] or on
    return resolve(sides[-1].states, page.states) if sides and (sentence.attends or sentence.lists) else None


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
    background = _words("background").search(page.text, sentence.start, sentence.end)
    if background and not (encounter and encounter.kind == "announcement"):  # where whoever invites takes part
        limit = min(limit, background.start())
    return limit


def _persons_met(page: Page, sentence: Sentence, end: int, publisher: str | None) -> list[Person]:
    """Return whom the sentence says that the publisher's own figure met: those named behind him."""
    encounter = sentence.encounter
    subject = encounter.subject if encounter else None
    if encounter is None or subject is None or encounter.kind == "announcement":
        return []
    if encounter.kind == "visit" and not _MEETS.search(page.text, sentence.start, end):
        return []
    acting = persons_in(page, sentence, subject.start, subject.end)
    named = _places_in(page, sentence, max(subject.end, encounter.start), end)
    if acting and _first_actor(page) in [person for person, _ in named]:
        return acting  # "President Y met with him", whom the page is about
    alone = subject.kind == "he" or (subject.kind == "role" and not subject.states)  # "The delegation met"
    own = alone or (bool(acting) and all(p.country in (None, publisher) for p in acting))
    return [person for person, at in named if own and not _OWN_MEETING.match(page.text, at)]


def _first_actor(page: Page) -> Person | None:
    """Return who is the subject of the first act that the page tells."""
    first = next((s.encounter.subject for s in page.sentences if s.encounter and s.encounter.kind), None)
    return person_of(page, first) if first else None


def _states_near(page: Page, sentence: Sentence, at: int, end: int, publisher: str | None) -> tuple[str, ...]:
    """Return the other states named before a person, else earlier in the paragraph, else behind, up to `end`.

    "In Panama, X met with President Y." "He also met with Minister Z." "X congratulated Y on his office in Honduras."
    """
    topic = _TOPIC.search(page.text, at, end)
    opening = next(s for s in page.sentences if s.paragraph == sentence.paragraph)
    before = [t for t in sentence.tokens if t.start < at]
    earlier = [t for t in opening.tokens if t.start < at]
    behind = [t for t in sentence.tokens if at < t.start < (topic.start() if topic else end)]
    for tokens in (before, earlier, behind):
        codes = (resolve(t.codes, page.states) for t in tokens if t.kind in ("country", "demonym", "capital"))
        found = tuple({c: None for c in codes if c and c != publisher})
        if found:
            return found
    return ()


def _tells_act_first(page: Page, sentence: Sentence) -> bool:
    """Return whether an act is told before, or by, the sentence's reporting verb ("welcomed Minister Y")."""
    attribution, encounter = sentence.attribution, sentence.encounter
    if not attribution or not encounter:
        return encounter is not None
    if sentence.paragraph == 1 and encounter.kind == "meeting" and encounter.start == attribution.verb.start:
        return True
    told = encounter.end <= attribution.verb.start or encounter.start < attribution.start
    meanwhile = _WHILE.match(page.text, encounter.start) or _WHILE_AT.search(
        page.text[sentence.start : encounter.start]
    )
    return told or attribution.subject.kind == "joint" or bool(meanwhile)


def _subject(page: Page, sentence: Sentence) -> Person | None:
    subject = sentence.encounter.subject if sentence.encounter else None
    return person_of(page, subject) if subject else None


def persons_in(page: Page, sentence: Sentence, start: int, end: int) -> list[Person]:
    """Return the persons whom a sentence names from start to end."""
    return [person for person, _ in _places_in(page, sentence, start, end)]


def _places_in(page: Page, sentence: Sentence, start: int, end: int) -> list[tuple[Person, int]]:
    """Return the persons named from start to end, each with where."""
    namings = (n for n in sentence.namings if n.words and start <= n.name_start < end)
    return [(person, n.name_start) for n in namings if (person := page.cast.find(n))]
