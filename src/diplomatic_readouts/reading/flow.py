"""Whose words a page is in the midst of, and whom a subject stands for: a name, an office, "he", a side."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Office
from diplomatic_readouts.reading.attribution import Scene
from diplomatic_readouts.reading.candidates import Subject, is_generic
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.sides import find_side
from diplomatic_readouts.reading.wordings import alternatives
from diplomatic_readouts.records import Participant

_TAKES_FLOOR = re.compile(rf"\s+{alternatives('takes_floor')}\b")
_DEPUTIES = ("vice ", "deputy ", "assistant ")


@dataclass(slots=True)
class Flow:
    """Whose words the page is in the midst of."""

    speaker: Participant | None = None
    country: str | None = None
    joint: bool = False
    item: int | None = None
    heard: dict[str, Participant] = field(default_factory=dict)
    """Who has spoken, by participant id, whoever spoke last at the end."""
    pronouns: dict[str, str] = field(default_factory=dict)
    """By what the page calls whom: "he" or "she" by participant id."""
    whole: Participant | None = None
    """Whose speech the rest of the page gives whole ("Following is the speech made by Ambassador X:")."""
    unsure: bool = False
    """Whether somebody has come up since of whom the page reports no words."""

    newcomer: Participant | None = None
    """Who has come up since and is told to have taken the floor, so that "he" stands for him."""

    def give(self, speaker: Participant | None, country: str | None) -> None:
        """Let a speaker, or a side without one, have the words from here on."""
        self.speaker, self.country, self.joint, self.unsure = speaker, country, False, False
        self.newcomer = None
        if speaker is not None:
            self.hear(speaker)

    def hear(self, *speakers: Participant) -> None:
        """Note who has spoken."""
        for speaker in speakers:
            self.heard.pop(speaker.id, None)
            self.heard[speaker.id] = speaker

    def clear(self, joint: bool = False) -> None:
        """Let nobody have the words; `joint`: both sides have spoken as one."""
        self.speaker, self.country, self.joint = None, None, joint


def resolve_subject(page: Page, scene: Scene, subject: Subject, flow: Flow) -> Participant | None:
    """Return the participant whom a name, an office or "he" stands for, or None."""
    if subject.kind == "he":
        return _fitting(scene, flow, subject)
    if subject.kind == "named":
        person = person_of(page, subject)
        return scene.by_name.get(person.name) if person else None
    return _holder(page, scene, subject, flow)


def newcomer(page: Page, scene: Scene, sentence: Sentence, flow: Flow) -> Participant | None:
    """Return who is told to take the floor ("Mr. Arias first spoke at the dinner."), or None."""
    first = sentence.first_subject
    if first is None or first.kind != "named" or not _TAKES_FLOOR.match(page.text, first.end):
        return None
    return resolve_subject(page, scene, first, flow)


def _fitting(scene: Scene, flow: Flow, subject: Subject) -> Participant | None:
    """Return whom "he" or "she" stands for: the last speaker, if the page has not called that person by the other."""
    if flow.unsure and flow.newcomer is None:
        return None
    person = flow.newcomer or flow.speaker
    if person is None and flow.country is None:
        person = next(reversed(flow.heard.values()), None) or _only_lead(scene)
    word = subject.nouns[0] if subject.nouns else ""
    if person is not None and flow.pronouns.setdefault(person.id, word) != word:
        others = [p for p in flow.heard.values() if flow.pronouns.get(p.id, word) == word]
        return others[0] if len(others) == 1 else None
    return person


def _only_lead(scene: Scene) -> Participant | None:
    """Return the principal where there is just one: "he" after the lead is whom the page is about."""
    return scene.leads[0] if len(scene.leads) == 1 else None


def _holder(page: Page, scene: Scene, subject: Subject, flow: Flow) -> Participant | None:
    """Return the one participant who holds the office that stands alone ("the President", "the Omani minister")."""
    nouns = set(subject.nouns)
    country = resolve(subject.states, page.states) if subject.states else None
    if country and any(is_generic(n) for n in nouns):
        return speaker_of(scene, flow, country)
    people = _holders(page, nouns, [p for p in scene.participants if country in (None, p.country)])
    if not country and nouns & scene.bare:
        people = [p for p in people if p.country == scene.publisher]
    if not country and len(people) > 1:
        speaking = [p for p in people if p is flow.speaker]
        own = [p for p in people if p.country == scene.publisher]
        leads = [p for p in own if p.role in ("principal", "chair")] if subject.naming else []  # "The President"
        people = next((found for found in (leads, speaking, own) if len(found) == 1), [])
    return people[0] if len(people) == 1 else None


def _holders(page: Page, nouns: set[str], among: Sequence[Participant]) -> list[Participant]:
    """Return who holds an office, else an office also called so or a like one, else who was met as a counterpart."""
    held = {p.name: p.nouns for p in page.cast.persons}
    people = [(p, held.get(p.name, set())) for p in among]
    called = len([offices for _, offices in people if _also_called(offices) & nouns]) == 1
    likeness: tuple[Callable[[set[str]], bool], ...] = (
        lambda offices: bool(offices & nouns),
        lambda offices: called and bool(_also_called(offices) & nouns),
        lambda offices: any(_alike(a, b) for a in offices for b in nouns),
        lambda offices: "counterpart" in offices and any(o & nouns for o in held.values()),
    )
    return next((found for like in likeness if (found := [p for p, offices in people if like(offices)])), [])


def _alike(office: str, noun: str) -> bool:
    """Return whether one is the other with more words ("foreign minister", "minister"), both deputies or neither."""
    deputies = [word.startswith(_DEPUTIES) for word in (office, noun)]
    return office.split()[-1] == noun.split()[-1] and deputies[0] == deputies[1]


def _also_called(nouns: set[str]) -> set[str]:
    """Return what the holders of offices are called, too ("the Chancellor" for a foreign minister)."""
    return {other for noun in nouns for other in _other_nouns().get(noun, ())}


@cache
def _other_nouns() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for entry in read_lexicon("offices", Office):
        if entry.also:
            found.setdefault(entry.noun, set()).update(entry.also)
    return found


def speaker_of(scene: Scene, flow: Flow, side: str | None) -> Participant | None:
    """Return who speaks for a state or bloc: the last who spoke for it, else its only lead figure."""
    if side is None:
        return None
    if flow.speaker and _serves(flow.speaker, side):
        return flow.speaker
    spoken = next((p for p in reversed(flow.heard.values()) if _serves(p, side)), None)
    if spoken:
        return spoken
    leads = [p for p in scene.voices if _serves(p, side)]
    return leads[0] if len(leads) == 1 else None


def _serves(person: Participant, side: str) -> bool:
    return person.country == side or (person.organization is not None and find_side(person.organization) == side)
