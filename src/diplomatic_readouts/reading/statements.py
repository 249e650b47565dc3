"""Sentences and participants in; each sentence with its speaker out.

A speaker is carried: where a sentence names nobody, the words go on from the sentence before. A paragraph that a side
opens ("The Chinese side …") is that side's speaker's. Where the evidence is weak, nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.content import (
    JOINT_TOPIC,
    cue_of,
    find_content,
    first_verb,
    later_verb,
    speaking_verb,
    trim,
)
from diplomatic_readouts.reading.encounters import is_attendance
from diplomatic_readouts.reading.flow import Flow, resolve_subject, speaker_of
from diplomatic_readouts.reading.page import Page, Sentence, person_of
from diplomatic_readouts.reading.sides import states
from diplomatic_readouts.reading.speakers import Attribution, Subject, subject_of
from diplomatic_readouts.records import Cue, Participant, Span
from diplomatic_readouts.records.vocabulary import Basis

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ITEM = re.compile(rf"\W*(?:the )?({'|'.join(_ORDINALS)})(?:ly)?(?:,| is\b| point)", re.IGNORECASE)
_EXCHANGED = re.compile(
    r"\b(?:exchanged|exchange of|shared (?:in-depth|their)|discussed|discussions?|reviewed|conversations?)\b",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\s+(?:also\s+|then\s+|both\s+|each\s+|\w+ly\s+)?(?:[a-z]{2,}ed|met|held|spoke|gave|took|made|saw|led|set|left|went)\b"
)
_FIGURES = re.compile(
    r"\b(?:leaders?|presidents?|premiers|(?:prime )?ministers|advis[eo]rs|secretaries|participants|officials|heads|"
    r"ambassadors|envoys|representatives|delegations|chairs|co-chairs|two|both|and)\b",
    re.IGNORECASE,
)
_STAND = re.compile(
    r"\b(?:we|our|us|let[’']s|should|must|shall|will|needs? to|ready|willing|hopes?|supports?|opposes?|stands?|"
    r"welcomes?|believes?|appreciates?|thanks|adheres?|committed|hoped)\b",
    re.IGNORECASE,
)


def read_statements(page: Page, scene: Scene) -> list[Said]:
    """Return every sentence of the body with its speaker, in order."""
    if scene.own_words:
        return _read_own_words(page, scene)
    flow, said = Flow(), []
    for sentence in page.sentences:
        _number(page, sentence, flow)
        said.append(_read_sentence(page, scene, sentence, flow))
    return said


def _read_own_words(page: Page, scene: Scene) -> list[Said]:
    """Return the sentences of a text given whole as its author's own."""
    author = next((p for p in scene.participants if p.role == "author"), None)
    country = author.country if author else scene.publisher
    flow, found = Flow(), []
    for sentence in page.sentences:
        _number(page, sentence, flow)
        found.append(
            _said(page, sentence, flow, "author", author, country, None, (page.span(sentence.start, sentence.end),))
        )
    return found


def _number(page: Page, sentence: Sentence, flow: Flow) -> None:
    """Set the item of the enumeration that the sentence stands in."""
    match = _ITEM.match(page.text, sentence.start, sentence.end)
    if match:
        flow.item = _ORDINALS.index(match[1].lower()) + 1
    elif sentence.opens:
        flow.item = None


def _read_sentence(page: Page, scene: Scene, sentence: Sentence, flow: Flow) -> Said:
    attribution = sentence.attribution
    if attribution and not _narrates_first(page, sentence, attribution):
        return _read_attributed(page, scene, sentence, attribution, flow)
    if sentence.encounter and _is_narrated(page, sentence, flow):
        return _read_encounter(page, scene, sentence, flow)
    if sentence.opens and flow.item is None:
        side = _opening_side(page, sentence)
        if side is not None and (flow.heard or scene.kind in ("remarks", "press_conference")):
            speaker = speaker_of(scene, flow, side)
            if speaker or side == scene.publisher or side in scene.parties:
                country = side if side in states() else None
                flow.give(speaker, country)
                return _said(
                    page, sentence, flow, "side", speaker, country, None, (page.span(sentence.start, sentence.end),)
                )
    if _is_another(page, sentence, flow) or (
        sentence.opens and flow.item is None and not _goes_on(page, scene, sentence)
    ):
        flow.clear()
    if flow.speaker or flow.country:
        return _said(
            page,
            sentence,
            flow,
            "continued",
            flow.speaker,
            flow.country,
            None,
            (page.span(sentence.start, sentence.end),),
        )
    return _said(page, sentence, flow, "narrator", None, None, None, ())


def _goes_on(page: Page, scene: Scene, sentence: Sentence) -> bool:
    """Return whether a paragraph that opens with no speaker may go on with the words of the one before.

    It may where nobody else speaks on the page, or where it takes a stand: "we", "should", "is ready", "must".
    """
    speakers = [p for p in scene.participants if p.role != "attendee"]
    return len(speakers) < 2 or bool(_STAND.search(page.text, sentence.start, sentence.end))


def _narrates_first(page: Page, sentence: Sentence, attribution: Attribution) -> bool:
    """Return whether the sentence only tells of both sides' exchange, though "discussed" is a reporting verb."""
    joint = attribution.subject.kind in ("joint", "they") and attribution.verb.entry.lemma in JOINT_TOPIC
    return joint and later_verb(page, sentence, attribution.verb) is None


def _is_another(page: Page, sentence: Sentence, flow: Flow) -> bool:
    """Return whether a sentence opens on other figures than the speaker, who do what no reporting verb tells.

    "The national security advisors explored …", "Minister Y toured …": these are not the words of the one before.
    """
    first = sentence.subjects[0] if sentence.subjects else None
    if first is None or page.text[sentence.start : first.start].strip() or not _DID.match(page.text, first.end):
        return False
    if first.kind == "joint":
        return not first.states and bool(_FIGURES.search(page.text[first.start : first.end]))
    person = person_of(page, first)
    return person is not None and (flow.speaker is None or person.name != flow.speaker.name)


def _is_narrated(page: Page, sentence: Sentence, flow: Flow) -> bool:
    """Return whether the page tells of an act here, rather than somebody within his words."""
    if flow.speaker is None and flow.country is None:
        return True
    words = page.text[sentence.start : sentence.end]
    encounter = sentence.encounter
    if encounter is None or encounter.subject is None or encounter.subject.kind in ("joint", "they"):
        return bool(_EXCHANGED.search(words)) or is_attendance(words) or sentence.opens
    return sentence.opens or is_attendance(words) or encounter.subject.kind == "named"


def _read_encounter(page: Page, scene: Scene, sentence: Sentence, flow: Flow) -> Said:
    """Return a sentence that reports an act; one with a purpose that speaks is its subject's."""
    encounter = sentence.encounter
    subject = encounter.subject if encounter else None
    speaker = (
        resolve_subject(page, scene, subject, flow) if subject and subject.kind in ("named", "role", "he") else None
    )
    verb = speaking_verb(page, sentence, encounter) if encounter else None
    if speaker and verb:
        flow.give(speaker, speaker.country)
        content = trim(page, verb.end, sentence.end)
        basis: Basis = "named" if subject and subject.kind == "named" else "pronoun"
        return _said(page, sentence, flow, basis, speaker, speaker.country, cue_of(page, verb), content)
    flow.clear()
    return _said(page, sentence, flow, "narrator", None, None, None, ())


def _read_attributed(page: Page, scene: Scene, sentence: Sentence, attribution: Attribution, flow: Flow) -> Said:
    """Return a sentence whose reporting verb has a subject."""
    subject, verb = attribution.subject, attribution.verb
    if subject.kind in ("joint", "they"):
        later = later_verb(page, sentence, verb) if verb.entry.lemma in JOINT_TOPIC else None
        own = subject_of(page.text, sentence.subjects, later) if later else None
        if later and own and own.kind in ("named", "role", "he"):
            return _read_attributed(page, scene, sentence, Attribution(own, later, aside=False), flow)
        verb = later or verb
        flow.clear(joint=True)
        flow.heard += _named_in(page, scene, sentence, subject)
        return _said(page, sentence, flow, "joint", None, None, cue_of(page, verb), trim(page, verb.end, sentence.end))
    if subject.kind == "it":
        basis: Basis = "continued"
        speaker, country = flow.speaker, flow.country
    elif subject.kind == "side":
        side = resolve(subject.states, page.states) if subject.states else None
        speaker, basis = speaker_of(scene, flow, side), "side"
        country = side if side in states() else None
        if country == flow.country and not sentence.opens and speaker is flow.speaker:
            basis = "continued"
    else:
        speaker = resolve_subject(page, scene, subject, flow)
        basis = "named" if speaker and subject.kind == "named" else "pronoun"
        country = speaker.country if speaker else _country_of(page, scene, subject, flow)
    flow.give(speaker, country)
    return _said(
        page,
        sentence,
        flow,
        basis,
        speaker,
        country,
        cue_of(page, first_verb(page, sentence, attribution)),
        find_content(page, sentence, attribution),
    )


def _country_of(page: Page, scene: Scene, subject: Subject, flow: Flow) -> str | None:
    """Return the state of an official whom the page does not name ("the Chinese Ambassador", then "he")."""
    if subject.kind == "he":
        return flow.country
    if not subject.states and scene.bare & set(subject.nouns):
        return scene.publisher
    country = resolve(subject.states, page.states) if subject.states else None
    return country if country in states() else None


def _named_in(page: Page, scene: Scene, sentence: Sentence, subject: Subject) -> list[Participant]:
    """Return the participants named in a joint subject ("Minister X and Minister Y agreed")."""
    inside = (n for n in sentence.namings if n.words and subject.start <= n.start < subject.end)
    names = [person.name for n in inside if (person := page.cast.find(n))]
    return [p for p in scene.participants if p.name in names]


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


def _said(
    page: Page,
    sentence: Sentence,
    flow: Flow,
    basis: Basis,
    speaker: Participant | None,
    country: str | None,
    cue: Cue | None,
    content: Sequence[Span],
) -> Said:
    return Said(
        sentence=page.span(sentence.start, sentence.end),
        paragraph=sentence.paragraph,
        item=flow.item,
        speaker=speaker,
        country=country,
        organization=speaker.organization if speaker else None,
        basis=basis,
        cue=cue,
        content=tuple(content),
    )
