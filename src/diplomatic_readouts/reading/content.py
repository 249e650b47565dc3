"""A sentence's attribution in; its cue and the content around it out."""

from __future__ import annotations

import re

from diplomatic_readouts.reading.encounters import Encounter
from diplomatic_readouts.reading.page import Page
from diplomatic_readouts.reading.sentence import Sentence
from diplomatic_readouts.reading.speakers import Attribution, is_joined, subject_of
from diplomatic_readouts.reading.verbs import FoundVerb
from diplomatic_readouts.records import Cue, Span

_ADVERB = re.compile(r"(?:[A-Z]\w+ly )?")
_EDGE = re.compile(r"[\s,:;]*(?:that\b)?[\s,:;“\"‘]*", re.IGNORECASE)
_SETTING = re.compile(r"\s+(?:(?:at|in|during|to|before|on|when|while|upon|after)\s[^,.;:“\"]{1,160}?)\s(?=that\b)")
_HEARER = re.compile(r"\s++(?!that\b)[^,.;:“\"]{1,80}?\s(?=that\b)")
_OTHERS_DOING = re.compile(r"\breceive[sd]\b|,? who\b|\bwas\b")
_ASIDE = re.compile(r"\s+(?:in conclusion|(?:in|at|to|on|after|during)\s[^,.;:“\"]{1,60})(?=,)")


def speaking_verb(page: Page, sentence: Sentence, encounter: Encounter) -> FoundVerb | None:
    """Return the verb by which a report of an act goes on to words: "met X to thank", "and stressed", ", conveying"."""
    for verb in sentence.verbs:
        if verb.start > encounter.end:
            if verb.form == "participle" and page.text[verb.start - 2 : verb.start] == ", ":
                between = page.text[encounter.start : verb.start]  # "received a call from X, congratulating her"
                return None if verb.entry.topical or _OTHERS_DOING.search(between) else verb
            if verb.form == "infinitive" and verb.entry.purpose:
                return verb
            if verb.form == "past" and is_joined(page.text, verb) and not verb.entry.joint:
                return None if verb.entry.topical else verb
    return None


def first_verb(page: Page, sentence: Sentence, attribution: Attribution) -> FoundVerb:
    """Return the verb to take as cue: a participle that opens the sentence comes before the finite verb."""
    for verb in sentence.verbs:
        opens = verb.form == "participle" and _ADVERB.fullmatch(page.text, sentence.start, verb.start)
        if opens and (verb.entry.act or page.text.startswith(" that ", verb.end)):
            return verb
    return attribution.verb


def later_verb(page: Page, sentence: Sentence, verb: FoundVerb) -> FoundVerb | None:
    """Return the verb to which "discussed X" goes on: "and agreed Y", "and Minister Z noted"."""
    for later in sentence.verbs:
        told = later.form == "past" and later.start > verb.end and not later.entry.topical
        if told and (is_joined(page.text, later) or subject_of(page.text, sentence.subjects, later)):
            return later
    return None


def cue_of(page: Page, verb: FoundVerb) -> Cue:
    """Return the verb as a cue, an infinitive without its "to" or "and"."""
    start = verb.start + (page.text.index(" ", verb.start) + 1 - verb.start if verb.form == "infinitive" else 0)
    return Cue(start=start, end=verb.end, text=page.source[start : verb.end], lemma=verb.entry.lemma)


def find_content(page: Page, sentence: Sentence, attribution: Attribution) -> tuple[Span, ...]:
    """Return what is said: behind the verb, or around an attribution that stands amid the words."""
    opening = first_verb(page, sentence, attribution)
    if opening is not attribution.verb:
        before = trim(page, opening.end, attribution.start)
        return before + trim(page, _content_start(page, attribution), sentence.end)
    if not attribution.aside:
        return trim(page, _content_start(page, attribution), sentence.end)
    aside = _ASIDE.match(page.text, attribution.end, sentence.end)
    end = aside.end() if aside else attribution.end
    return trim(page, sentence.start, attribution.start) + trim(page, end, sentence.end)


def _content_start(page: Page, attribution: Attribution) -> int:
    """Return where the words start: behind "stated at the forum", "told the gathering"."""
    pattern = _HEARER if attribution.verb.entry.hearer else _SETTING
    between = pattern.match(page.text, attribution.end)
    return between.end() if between else attribution.end


def _closes_nothing(text: str, start: int, end: int) -> bool:
    """Return whether the last character is a quotation mark that is not opened within."""
    last = text[end - 1]
    if last == "”":
        return text.count("”", start, end) > text.count("“", start, end)
    return last == '"' and text.count('"', start, end) % 2 == 1


def trim(page: Page, start: int, end: int) -> tuple[Span, ...]:
    """Return text[start:end] without "that", commas and blanks at its edges; nothing where no word is left."""
    opening = _EDGE.match(page.text, start, end)
    start = opening.end() if opening else start
    while end > start and (page.text[end - 1] in " ,;:" or _closes_nothing(page.text, start, end)):
        end -= 1
    return (page.span(start, end),) if any(c.isalnum() for c in page.text[start:end]) else ()
