"""A sentence and whose words went before in; whether the turn goes on, ends, or passes to a side, out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice

from diplomatic_readouts.reading.attribution import Scene
from diplomatic_readouts.reading.candidates import Subject, subject_pattern
from diplomatic_readouts.reading.cast import resolve
from diplomatic_readouts.reading.content import later_verb
from diplomatic_readouts.reading.flow import Flow
from diplomatic_readouts.reading.page import Page, person_of
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.speakers import Attribution, heads
from diplomatic_readouts.reading.wordings import alternatives, any_case, rare, wording
from diplomatic_readouts.records import Cue

_DID = re.compile(rf"\s+{alternatives('did')}\b")
_LATELY = re.compile(rf"{alternatives('lately')}\b")
_PROGRAMME = re.compile(alternatives("programme"))
_REPORTED = re.compile(alternatives("reported_elsewhere"))
_DESCRIBED = re.compile(rf"\s+{alternatives('described')}\b")
_PRESENT_CUE = re.compile(rf"\s+(?:also\s+|then\s+|\w+ly\s+)?(?P<verb>{alternatives('present_cue')})\b")
_LONGEST_QUOTATION = 12  # sentences


def goes_on(page: Page, scene: Scene, sentence: Sentence) -> bool:
    """Return whether a paragraph that opens with no speaker may go on with the words of the one before.

    It may where nobody else speaks on the page, or where it takes a stand: "we", "should", "is ready", "must".
    """
    return len(scene.voices) < 2 or bool(_words("stand").search(page.text, sentence.start, sentence.end))


def names_place_of_remarks(page: Page, sentence: Sentence) -> bool:
    """Return whether a sentence only tells where the words before were said ("Lin made the remarks when meeting Y")."""
    return bool(rare("made_remarks").search(page.text, sentence.start, sentence.end))


def quoted_ahead(page: Page, sentence: Sentence) -> Attribution | None:
    """Return who is told to speak behind a quotation that opens here and goes on ("“…. …”, said Minister X")."""
    opening = page.text[sentence.start]
    closing = {"“": "”", '"': '"'}.get(opening)
    if closing is None or closing in page.text[sentence.start + 1 : sentence.end]:
        return None
    for later in islice(_following(page, sentence), _LONGEST_QUOTATION):
        close = page.text.find(closing, later.start, later.end)
        if later.attribution and close < 0:
            return None
        if close >= 0:
            return later.attribution if later.attribution and later.attribution.start > close else None
    return None


def opens_speech(page: Page, sentence: Sentence) -> bool:
    """Return whether a speech stands whole behind a sentence ("Following is the speech made by Ambassador X:")."""
    words = page.text[sentence.start : sentence.end]
    return words.endswith(":") and bool(any_case("whole_text").search(words))


def takes_stand(page: Page, sentence: Sentence, subject: Subject) -> bool:
    """Return whether a subject opens the sentence and takes a stand there ("He is willing to", "She hopes")."""
    opens = not page.text[sentence.start : subject.start].strip()
    return opens and bool(_stance().match(page.text, subject.end))


def present_cue(page: Page, sentence: Sentence, subject: Subject) -> Cue | None:
    """Return the verb in the present tense by which a person speaks ("He hopes that"), or None for a mere stance."""
    told = _PRESENT_CUE.match(page.text, subject.end, sentence.end)
    if told is None:
        return None
    lemma = re.sub(r"(?<=sh)es|s\b", "", told["verb"], count=1)
    return Cue(start=told.start("verb"), end=told.end(), text=page.source[told.start("verb") : told.end()], lemma=lemma)


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{subject_pattern(kind)})(?!\w)", re.IGNORECASE)


@cache
def _stance() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:also\s+|then\s+|\w+ly\s+)?(?:{subject_pattern('stance')})\b")


def tells_result(page: Page, sentence: Sentence, attribution: Attribution) -> bool:
    """Return whether a sentence within a paragraph tells what both have done, as part of somebody's words.

    "Both sides have reached consensus": the narrator tells it in the past tense, and in a paragraph of its own.
    """
    subject, verb = attribution.subject, attribution.verb
    perfect = re.search(r"\b(?:have|has)\b", page.text[subject.end : verb.end])
    past = perfect or _LATELY.match(page.text, sentence.start)
    return not sentence.opens and subject.kind in ("joint", "they") and bool(past)


def narrates_first(page: Page, sentence: Sentence, attribution: Attribution) -> bool:
    """Return whether the sentence only tells of an exchange, though "discussed" is a reporting verb."""
    verb, met = attribution.verb, sentence.encounter
    joint = attribution.subject.kind in ("joint", "they") and verb.entry.topical
    after = met is not None and met.kind == "meeting" and met.end <= verb.start and verb.entry.lemma == "discuss"
    return (joint or after) and later_verb(page, sentence, verb) is None  # "X met with Y and discussed trade"


def is_another(page: Page, sentence: Sentence, flow: Flow) -> bool:
    """Return whether a sentence opens on other figures than the speaker, who do what no reporting verb tells.

    "The national security advisors explored …", "Minister Y toured …", "According to a press release …": these are not
    the words of the one before.
    """
    if sentence.recalls:
        return False
    if (
        _REPORTED.match(page.text, sentence.start)
        or _is_stranger(sentence)
        or (sentence.opens and _PROGRAMME.match(page.text, sentence.start))
        or wording("event_told").match(page.text, sentence.start)
    ):
        return True
    first = sentence.first_subject
    if first is None or not heads(page.text, sentence.start, first) or not _DID.match(page.text, first.end):
        return False
    if first.kind == "joint":
        return not first.states and bool(_words("figure").search(page.text[first.start : first.end]))
    person = person_of(page, first)
    return person is not None and (flow.speaker is None or person.name != flow.speaker.name)


def _is_stranger(sentence: Sentence) -> bool:
    """Return whether a name that the page does not explain is the subject of the first verb ("Smith said")."""
    opening = sentence.tokens[0] if sentence.tokens else None
    behind = opening.end + 1 if opening and opening.kind == "cap" else -1
    return any(v.start == behind and v.form == "past" for v in sentence.verbs)


def is_narrated(page: Page, sentence: Sentence, flow: Flow) -> bool:
    """Return whether the page tells of an act here, rather than somebody within his words."""
    if flow.speaker is None and flow.country is None:
        return True
    first = sentence.first_subject
    if first and first.kind in ("named", "he") and takes_stand(page, sentence, first):
        return False
    words = page.text[sentence.start : sentence.end]
    encounter = sentence.encounter
    if encounter is not None and encounter.subject is None and encounter.start == sentence.start:
        return True  # "The meeting built on"
    if encounter is None or encounter.subject is None or encounter.subject.kind in ("joint", "they"):
        return bool(_words("exchange").search(words)) or sentence.attends or sentence.opens
    leads = encounter.subject.kind in ("he", "role") and heads(page.text, sentence.start, encounter.subject)
    return sentence.opens or sentence.attends or encounter.subject.kind == "named" or leads


def opening_side(page: Page, sentence: Sentence) -> str | None:
    """Return the state that is the subject at the head of a paragraph, or None; not one that is only described."""
    first = sentence.first_subject
    if first is None or first.kind != "side":
        return None
    before = page.text[sentence.start : first.start]
    after = page.text[first.end : first.end + 2]
    if _DESCRIBED.match(page.text, first.end) and not _stands_in_paragraph(page, sentence):
        return None
    if before.strip() not in ("", "The") or after[:2] in ("'s", "’s") or after[:1] == "-":
        return None
    return resolve(first.states, page.states)


def _stands_in_paragraph(page: Page, sentence: Sentence) -> bool:
    """Return whether a stand is taken in a sentence or in those that follow it in its paragraph."""
    here = chain((sentence,), _following(page, sentence))
    return any(_words("stand").search(page.text, s.start, s.end) for s in here)


def _following(page: Page, sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences behind one in its paragraph."""
    for n in range(bisect_right(page.sentences, sentence.start, key=lambda s: s.start), len(page.sentences)):
        if page.sentences[n].paragraph != sentence.paragraph:
            return
        yield page.sentences[n]
