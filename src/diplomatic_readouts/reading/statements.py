"""Sentences and participants in; each sentence with its speaker out.

A speaker is carried: where a sentence names nobody, the words go on from the sentence before. A paragraph that a side
opens ("The Chinese side …") is that side's speaker's. Where the evidence is weak, nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.candidates import Subject
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.content import cue_of, find_content, first_verb, later_verb, speaking_verb, trim
from diplomatic_readouts.reading.flow import Flow, newcomer, resolve_subject, speaker_of
from diplomatic_readouts.reading.guests import persons_in
from diplomatic_readouts.reading.own_words import announces, foreword
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.sides import states
from diplomatic_readouts.reading.speakers import Attribution, subject_of
from diplomatic_readouts.reading.turns import (
    goes_on,
    is_another,
    is_narrated,
    names_place_of_remarks,
    narrates_first,
    opening_side,
    opens_speech,
    present_cue,
    quoted_ahead,
    takes_stand,
    tells_result,
)
from diplomatic_readouts.records import Cue, Participant, Span
from diplomatic_readouts.records.vocabulary import Basis

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ITEM = re.compile(rf"\W*(?:the )?({'|'.join(_ORDINALS)})(?:ly)?(?:,| of all,| is\b| point)", re.IGNORECASE)


def read_statements(page: Page, scene: Scene) -> list[Said]:
    """Return every sentence of the body with its speaker, in order."""
    if scene.own_words:
        return _read_own_words(page, scene)
    flow, said = Flow(), []
    for sentence in page.sentences:
        listed = _number(page, sentence, flow) and flow.speaker and _is_of_both(sentence)
        said.append((_read_unmarked if listed else _read_sentence)(page, scene, sentence, flow))
    return said


def _is_of_both(sentence: Sentence) -> bool:
    """Return whether both sides are the subject: in a list of what somebody says ("Second, both sides agreed to")."""
    return sentence.attribution is not None and sentence.attribution.subject.kind in ("joint", "they")


def _read_own_words(page: Page, scene: Scene) -> list[Said]:
    """Return the sentences of a text given whole as its author's own; questions put to him are the page's."""
    author = next((p for p in scene.participants if p.role == "author"), None)
    country = author.country if author else scene.publisher
    flow, found, narrated = Flow(), [], foreword(page) or announces(page)
    for n, sentence in enumerate(page.sentences):
        _number(page, sentence, flow)
        if sentence.asks or n < narrated:
            found.append(_said(page, sentence, flow, "narrator", None, None))
        else:
            found.append(_said(page, sentence, flow, "author", author, country))
    return found


def _number(page: Page, sentence: Sentence, flow: Flow) -> bool:
    """Set the item of the enumeration that the sentence stands in; return whether it opens one."""
    match = _ITEM.match(page.text, sentence.start, sentence.end)
    if match:
        flow.item = _ORDINALS.index(match[1].lower()) + 1
    elif sentence.opens:
        flow.item = None
    return match is not None


def _read_sentence(page: Page, scene: Scene, sentence: Sentence, flow: Flow) -> Said:
    """Return a sentence with its speaker, by the first sign that tells: a verb, an act, a side, the words before."""
    attribution = sentence.attribution
    if flow.whole and attribution and attribution.subject.kind == "named":
        flow.whole = None  # the report goes on
    if flow.whole:
        return _said(page, sentence, flow, "author", flow.whole, flow.whole.country)
    if opens_speech(page, sentence):
        names = [person.name for person in persons_in(page, sentence, sentence.start, sentence.end)]
        flow.whole = next((p for p in scene.participants if p.name in names), None)
        return _said(page, sentence, flow, "narrator", None, None)
    if attribution is None and names_place_of_remarks(page, sentence):
        flow.clear()
        return _said(page, sentence, flow, "narrator", None, None)
    if attribution and tells_result(page, sentence, attribution) and flow.speaker:
        return _said(page, sentence, flow, "continued", flow.speaker, flow.country)
    if attribution and not narrates_first(page, sentence, attribution):
        return _read_attributed(page, scene, sentence, attribution, flow)
    if sentence.encounter and is_narrated(page, sentence, flow):
        return _read_encounter(page, scene, sentence, flow)
    if sentence.opens and flow.item is None:
        opened = _read_opening_side(page, scene, sentence, flow)
        if opened:
            return opened
    return _read_unmarked(page, scene, sentence, flow)


def _read_opening_side(page: Page, scene: Scene, sentence: Sentence, flow: Flow) -> Said | None:
    """Return a paragraph's first sentence as its side's, or None where no side of the act opens it."""
    side = opening_side(page, sentence)
    if side is None or not (flow.heard or scene.kind in ("remarks", "press_conference")):
        return None
    speaker = speaker_of(scene, flow, side)
    if not speaker and side != scene.publisher and side not in scene.parties:
        return None
    country = side if side in states() else None
    flow.give(speaker, country)
    return _said(page, sentence, flow, "side", speaker, country)


def _read_unmarked(page: Page, scene: Scene, sentence: Sentence, flow: Flow) -> Said:
    """Return a sentence that names nobody: the words before go on, or nobody speaks."""
    ahead = quoted_ahead(page, sentence)
    known = resolve_subject(page, scene, ahead.subject, flow) if ahead else None
    known = scene.teller if scene.teller and scene.teller.id in flow.heard else known
    if known:
        flow.give(known, known.country)
        return _said(page, sentence, flow, "continued", flow.speaker, flow.country)
    if is_another(page, sentence, flow):
        flow.clear()
        flow.unsure, flow.newcomer = True, newcomer(page, scene, sentence, flow)
    elif sentence.opens and flow.item is None and not goes_on(page, scene, sentence):
        flow.clear()
    first = sentence.first_subject
    if first and first.kind in ("named", "he") and takes_stand(page, sentence, first):
        speaker = resolve_subject(page, scene, first, flow)
        if speaker or first.kind == "he":
            flow.give(speaker, speaker.country if speaker else flow.country)
            basis: Basis = "named" if first.kind == "named" else "pronoun"
            cue = present_cue(page, sentence, first)
            behind = trim(page, cue.end, sentence.end) if cue else None
            return _said(page, sentence, flow, basis, flow.speaker, flow.country, cue, behind)
    if flow.speaker or flow.country:
        return _said(page, sentence, flow, "continued", flow.speaker, flow.country)
    as_one = flow.joint and first and first.kind in ("joint", "they") and first.start == sentence.start
    return _said(page, sentence, flow, "joint" if as_one else "narrator", None, None)


def _read_encounter(page: Page, scene: Scene, sentence: Sentence, flow: Flow) -> Said:
    """Return a sentence that reports an act; one with a purpose that speaks is its subject's."""
    encounter = sentence.encounter
    subject = encounter.subject if encounter else None
    speaker = (
        resolve_subject(page, scene, subject, flow) if subject and subject.kind in ("named", "role", "he") else None
    )
    verb = speaking_verb(page, sentence, encounter) if encounter else None
    bare = subject if subject and subject.kind == "role" else None  # "The President called X to thank him"
    country = speaker.country if speaker else _country_of(page, scene, bare, flow) if bare else None
    if verb and (speaker or country):
        flow.give(speaker, country)
        content = trim(page, verb.end, sentence.end)
        basis: Basis = "named" if subject and subject.kind == "named" else "pronoun"
        return _said(page, sentence, flow, basis, speaker, country, cue_of(page, verb), content)
    flow.unsure = flow.speaker is not None and is_another(page, sentence, flow)
    flow.clear()
    return _said(page, sentence, flow, "narrator", None, None)


def _read_attributed(page: Page, scene: Scene, sentence: Sentence, attribution: Attribution, flow: Flow) -> Said:
    """Return a sentence whose reporting verb has a subject."""
    subject, verb = attribution.subject, attribution.verb
    if subject.kind in ("joint", "they"):
        later = later_verb(page, sentence, verb) if verb.entry.topical else None
        own = subject_of(page.text, sentence.subjects, later) if later else None
        if later and own and own.kind in ("named", "role", "he"):
            return _read_attributed(page, scene, sentence, Attribution(own, later, aside=False), flow)
        verb = later or verb
        flow.clear(joint=True)
        flow.hear(*_named_in(page, scene, sentence, subject))
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


def _said(
    page: Page,
    sentence: Sentence,
    flow: Flow,
    basis: Basis,
    speaker: Participant | None,
    country: str | None,
    cue: Cue | None = None,
    content: Sequence[Span] | None = None,
) -> Said:
    """Return the sentence as said; without a content of its own that is the whole sentence, of a narrator nothing."""
    whole = page.span(sentence.start, sentence.end)
    if content is None:
        content = () if basis == "narrator" else (whole,)
    return Said(
        sentence=whole,
        paragraph=sentence.paragraph,
        item=flow.item,
        speaker=speaker,
        country=country,
        organization=speaker.organization if speaker else None,
        basis=basis,
        cue=cue,
        content=tuple(content),
    )
