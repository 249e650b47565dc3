"""Sentences and participants in; each sentence with its speaker out.

A speaker is carried: where a sentence names nobody, the words go on from the sentence before. A paragraph that a side
opens ("The Chinese side …") is that side's speaker's. Where the evidence is weak, nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.encounters import Encounter, is_attendance
from diplomatic_readouts.reading.page import Page, Sentence, person_of
from diplomatic_readouts.reading.sides import find_side, states
from diplomatic_readouts.reading.speakers import Attribution, Subject
from diplomatic_readouts.reading.verbs import FoundVerb
from diplomatic_readouts.records import Cue, Participant, Span
from diplomatic_readouts.records.vocabulary import Basis

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ITEM = re.compile(rf"\W*(?:the )?({'|'.join(_ORDINALS)})(?:ly)?(?:,| is\b| point)", re.IGNORECASE)
_THAT = re.compile(r"\s*(?:,\s*)?(?:(?:in conclusion|to (?:the )?\w+|\w+)\s+)??(?:that\b|:|,(?!\s*(?:adding|and)\b))?\s*[“\"‘]?", re.IGNORECASE)
_EXCHANGED = re.compile(
    r"\b(?:exchanged|exchange of|shared (?:in-depth|their)|discussed|discussions?|reviewed|conversations?)\b", re.IGNORECASE
)
_PURPOSES = frozenset(
    (
        "congratulate", "reaffirm", "underscore", "thank", "express", "convey", "welcome", "offer", "reiterate",
        "emphasize", "stress", "commend", "affirm", "highlight",
    )
)  # fmt: skip
_STAND = re.compile(
    r"\b(?:we|our|us|let[’']s|should|must|shall|will|need(?:s)? to|ready|willing|hopes?|supports?|opposes?|stands?|welcomes?|"
    r"believes?|appreciates?|thanks|adheres?|committed|hoped)\b",
    re.IGNORECASE,
)
_JOINT_TOPIC = frozenset(("discuss", "raise"))


@dataclass(slots=True)
class _Flow:
    """Whose words the page is in the midst of."""

    speaker: Participant | None = None
    country: str | None = None
    joint: bool = False
    item: int | None = None
    heard: list[Participant] = field(default_factory=list)

    def give(self, speaker: Participant | None, country: str | None) -> None:
        self.speaker, self.country, self.joint = speaker, country, False
        if speaker is not None:
            self.heard.append(speaker)

    def clear(self, joint: bool = False) -> None:
        self.speaker, self.country, self.joint = None, None, joint


def read_statements(page: Page, scene: Scene) -> list[Said]:
    """Return every sentence of the body with its speaker, in order."""
    if scene.kind == "article" or any(p.role == "author" for p in scene.participants):
        return _read_own_words(page, scene)
    flow, said = _Flow(), []
    for sentence in page.sentences:
        _number(page, sentence, flow)
        said.append(_read_sentence(page, scene, sentence, flow))
    return said


def _read_own_words(page: Page, scene: Scene) -> list[Said]:
    """Return the sentences of a text given whole as its author's own."""
    author = next((p for p in scene.participants if p.role == "author"), None)
    country = author.country if author else scene.publisher
    flow, found = _Flow(), []
    for sentence in page.sentences:
        _number(page, sentence, flow)
        found.append(_said(page, sentence, flow, "author", author, country, None, (_span(page, sentence),)))
    return found


def _number(page: Page, sentence: Sentence, flow: _Flow) -> None:
    """Set the item of the enumeration that the sentence stands in."""
    match = _ITEM.match(page.text, sentence.start, sentence.end)
    if match:
        flow.item = _ORDINALS.index(match[1].lower()) + 1
    elif sentence.opens:
        flow.item = None


def _read_sentence(page: Page, scene: Scene, sentence: Sentence, flow: _Flow) -> Said:
    attribution = sentence.attribution
    if attribution and not _narrates_first(sentence, attribution):
        return _read_attributed(page, scene, sentence, attribution, flow)
    if sentence.encounter and _is_narrated(page, sentence, flow):
        return _read_encounter(page, scene, sentence, flow)
    if sentence.opens and flow.item is None:
        side = _opening_side(page, sentence)
        if side is not None and (flow.heard or scene.kind in ("remarks", "press_conference")):
            speaker = _speaker_of(scene, flow, side)
            if speaker or side == scene.publisher or side in scene.parties:
                country = side if side in states() else None
                flow.give(speaker, country)
                return _said(page, sentence, flow, "side", speaker, country, None, (_span(page, sentence),))
    if sentence.opens and flow.item is None and not _goes_on(page, scene, sentence):
        flow.clear()
    if flow.speaker or flow.country:
        return _said(page, sentence, flow, "continued", flow.speaker, flow.country, None, (_span(page, sentence),))
    return _said(page, sentence, flow, "narrator", None, None, None, ())


def _goes_on(page: Page, scene: Scene, sentence: Sentence) -> bool:
    """Return whether a paragraph that opens with no speaker may go on with the words of the one before.

    It may where nobody else speaks on the page, or where it takes a stand: "we", "should", "is ready", "must".
    """
    speakers = [p for p in scene.participants if p.role != "attendee"]
    return len(speakers) < 2 or bool(_STAND.search(page.text, sentence.start, sentence.end))


def _narrates_first(sentence: Sentence, attribution: Attribution) -> bool:
    """Return whether the sentence only tells of both sides' exchange, though "discussed" is a reporting verb."""
    return attribution.subject.kind in ("joint", "they") and attribution.verb.entry.lemma in _JOINT_TOPIC and not [
        v for v in sentence.verbs if v.form == "past" and v.start > attribution.end and v.entry.lemma not in _JOINT_TOPIC
    ]


def _is_narrated(page: Page, sentence: Sentence, flow: _Flow) -> bool:
    """Return whether the page tells of an act here, rather than somebody within his words."""
    if flow.speaker is None and flow.country is None:
        return True
    words = page.text[sentence.start : sentence.end]
    encounter = sentence.encounter
    if encounter is None or encounter.subject is None or encounter.subject.kind in ("joint", "they"):
        return bool(_EXCHANGED.search(words)) or is_attendance(words) or sentence.opens
    return sentence.opens or is_attendance(words) or encounter.subject.kind == "named"


def _read_encounter(page: Page, scene: Scene, sentence: Sentence, flow: _Flow) -> Said:
    """Return a sentence that reports an act; one with a purpose that speaks is its subject's."""
    encounter = sentence.encounter
    subject = encounter.subject if encounter else None
    speaker = _resolve(page, scene, subject, flow) if subject and subject.kind in ("named", "role", "he") else None
    verb = _speaking_verb(page, sentence, encounter) if encounter else None
    if speaker and verb:
        flow.give(speaker, speaker.country)
        start = verb.start + len("to ") if verb.form == "infinitive" else verb.start
        cue = Cue(start=start, end=verb.end, text=page.text[start : verb.end], lemma=verb.entry.lemma)
        content = _trim(page, verb.end, sentence.end)
        basis: Basis = "named" if subject and subject.kind == "named" else "pronoun"
        return _said(page, sentence, flow, basis, speaker, speaker.country, cue, content)
    flow.clear()
    return _said(page, sentence, flow, "narrator", None, None, None, ())


def _speaking_verb(page: Page, sentence: Sentence, encounter: Encounter) -> FoundVerb | None:
    """Return the verb by which a report of an act goes on to words: "met X to congratulate", "met X and underscored"."""
    for verb in sentence.verbs:
        if verb.start > encounter.end:
            if verb.form == "infinitive" and verb.entry.lemma in _PURPOSES:
                return verb
            if verb.form == "past" and page.text[: verb.start].rstrip().endswith(" and") and not verb.entry.joint:
                return verb if verb.entry.lemma not in _JOINT_TOPIC else None
    return None


def _read_attributed(
    page: Page, scene: Scene, sentence: Sentence, attribution: Attribution, flow: _Flow
) -> Said:
    """Return a sentence whose reporting verb has a subject."""
    subject, verb = attribution.subject, attribution.verb
    if subject.kind in ("joint", "they"):
        flow.clear(joint=True)
        verb = _joint_verb(sentence, verb)
        return _said(page, sentence, flow, "joint", None, None, _cue(page, verb), _trim(page, verb.end, sentence.end))
    if subject.kind == "it":
        basis: Basis = "continued"
        speaker, country = flow.speaker, flow.country
    elif subject.kind == "side":
        side = resolve(subject.states, page.states) if subject.states else None
        speaker, basis = _speaker_of(scene, flow, side), "side"
        country = side if side in states() else None
        if country == flow.country and not sentence.opens and speaker is flow.speaker:
            basis = "continued"
    else:
        speaker = _resolve(page, scene, subject, flow)
        basis, country = ("named" if subject.kind == "named" else "pronoun"), speaker.country if speaker else None
    flow.give(speaker, country)
    return _said(
        page, sentence, flow, basis, speaker, country, _cue(page, _first_verb(page, sentence, attribution)), _content(page, sentence, attribution)
    )


def _first_verb(page: Page, sentence: Sentence, attribution: Attribution) -> FoundVerb:
    """Return the verb to take as cue: a participle that opens the sentence comes before the finite verb."""
    opening = next((v for v in sentence.verbs if v.form == "participle" and v.start == sentence.start), None)
    speaks = opening and re.match(r"\s+that\b", page.text[opening.end :])
    return opening if opening and speaks else attribution.verb


def _joint_verb(sentence: Sentence, verb: FoundVerb) -> FoundVerb:
    """Return what both sides did: "discussed X and agreed Y" is an agreement."""
    if verb.entry.lemma not in _JOINT_TOPIC:
        return verb
    later = (v for v in sentence.verbs if v.start > verb.end and v.form == "past" and v.entry.lemma not in _JOINT_TOPIC)
    return next(later, verb)


def _resolve(page: Page, scene: Scene, subject: Subject, flow: _Flow) -> Participant | None:
    """Return the participant whom a name, an office or "he" stands for, or None."""
    if subject.kind == "he":
        return flow.speaker or (flow.heard[-1] if flow.heard else _only_lead(scene))
    if subject.kind == "named":
        person = person_of(page, subject)
        return next((p for p in scene.participants if person and p.name == person.name), None)
    return _holder(page, scene, subject, flow)


def _only_lead(scene: Scene) -> Participant | None:
    """Return the principal where there is just one: "he" after the lead is whom the page is about."""
    leads = [p for p in scene.participants if p.role in ("principal", "chair")]
    return leads[0] if len(leads) == 1 else None


def _holder(page: Page, scene: Scene, subject: Subject, flow: _Flow) -> Participant | None:
    """Return the one participant who holds the office that stands alone ("the President", "the Omani minister")."""
    nouns = set(subject.nouns)
    people = [p for p in scene.participants if p.name in _holders(page, nouns)]
    country = resolve(subject.states, page.states) if subject.states else None
    if country:
        people = [p for p in people if p.country == country]
    elif len(people) > 1:
        speaking = [p for p in people if p is flow.speaker]
        own = [p for p in people if p.country == scene.publisher]
        people = speaking or own
    return people[0] if len(people) == 1 else None


def _holders(page: Page, nouns: set[str]) -> set[str]:
    loose = {n.split()[-1] for n in nouns}
    exact = {p.name for p in page.cast.persons if p.nouns & nouns}
    return exact or {p.name for p in page.cast.persons if {n.split()[-1] for n in p.nouns} & loose}


def _speaker_of(scene: Scene, flow: _Flow, side: str | None) -> Participant | None:
    """Return who speaks for a state or bloc: the last who spoke for it, else its only lead figure."""
    if side is None:
        return None
    if flow.speaker and _serves(flow.speaker, side):
        return flow.speaker
    spoken = [p for p in flow.heard if _serves(p, side)]
    if spoken:
        return spoken[-1]
    leads = [p for p in scene.participants if _serves(p, side) and p.role != "attendee"]
    return leads[0] if len(leads) == 1 else None


def _serves(person: Participant, side: str) -> bool:
    return person.country == side or (person.organization is not None and find_side(person.organization) == side)


def _opening_side(page: Page, sentence: Sentence) -> str | None:
    """Return the state that is the subject at the head of a paragraph, or None."""
    first = sentence.subjects[0] if sentence.subjects else None
    if first is None or first.kind != "side":
        return None
    before = page.text[sentence.start : first.start]
    after = page.text[first.end : first.end + 2]
    if before.strip() not in ("", "The") or after[:2] in ("'s", "’s") or after[:1] == "-":
        return None
    return resolve(first.states, page.states)


def _span(page: Page, sentence: Sentence) -> Span:
    return Span(start=sentence.start, end=sentence.end, text=page.text[sentence.start : sentence.end])


def _cue(page: Page, verb: FoundVerb) -> Cue:
    return Cue(start=verb.start, end=verb.end, text=page.text[verb.start : verb.end], lemma=verb.entry.lemma)


def _content(page: Page, sentence: Sentence, attribution: Attribution) -> tuple[Span, ...]:
    """Return what is said: behind the verb, or around an attribution that stands amid the words."""
    if not attribution.aside:
        return _trim(page, attribution.end, sentence.end)
    return _trim(page, sentence.start, attribution.start) + _trim(page, attribution.end, sentence.end)


def _trim(page: Page, start: int, end: int) -> tuple[Span, ...]:
    """Return text[start:end] without "that", commas and blanks at its edges; nothing where no word is left."""
    opening = re.compile(r"[\s,:;]*(?:that\b)?[\s,:;“\"‘]*", re.IGNORECASE).match(page.text, start, end)
    start = opening.end() if opening else start
    while end > start and page.text[end - 1] in " ,;:\n\t\u00a0":
        end -= 1
    words = page.text[start:end]
    return (Span(start=start, end=end, text=words),) if any(c.isalnum() for c in words) else ()


def _said(
    page: Page,
    sentence: Sentence,
    flow: _Flow,
    basis: Basis,
    speaker: Participant | None,
    country: str | None,
    cue: Cue | None,
    content: Sequence[Span],
) -> Said:
    return Said(
        sentence=_span(page, sentence),
        paragraph=sentence.paragraph,
        item=flow.item,
        speaker=speaker,
        country=country,
        organization=speaker.organization if speaker else None,
        basis=basis,
        cue=cue,
        content=tuple(content),
    )
