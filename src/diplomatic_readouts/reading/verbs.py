"""Reporting verbs: a text in, every finite form, infinitive and participle of one out."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Verb
from diplomatic_readouts.reading.phrases import Phrases, fold_part

VerbForm = Literal["past", "present", "plural", "participle", "infinitive"]


class FoundVerb(NamedTuple):
    """A form of a reporting verb at `start`, `end`."""

    start: int
    end: int
    form: VerbForm
    entry: Verb


@cache
def _verbs() -> Phrases[tuple[VerbForm, Verb]]:
    found: list[tuple[str, tuple[VerbForm, Verb]]] = []
    for verb in read_lexicon("reporting_verbs", Verb):
        found += [(form, (_tense(form), verb)) for form in verb.forms]
        if verb.participle:
            found.append((verb.participle, ("participle", verb)))
        found.append((f"to {verb.lemma}", ("infinitive", verb)))
        if verb.lemma not in verb.forms and not verb.topical:
            found.append((verb.lemma, ("plural", verb)))  # "The ministers condemn"
        if verb.purpose:  # "to discuss migration and reaffirm"
            found.append((f"and {verb.lemma}", ("infinitive", verb)))
    return Phrases(found)


def _tense(form: str) -> VerbForm:
    first = form.split()[0]
    return "present" if first.endswith("s") and not first.endswith("ss") and first != "was" else "past"


def find_verbs(text: str, start: int, end: int) -> list[FoundVerb]:
    """Return the reporting verbs of text[start:end] in order, at offsets of the whole text."""
    return [
        FoundVerb(start + first, start + last, form, entry)
        for first, last, values in _verbs().find_longest(fold_part(text, start, end))
        for form, entry in values
        if not (entry.needs or entry.never) or _reports(entry, text, start + last, end)
    ]


def _reports(entry: Verb, text: str, at: int, end: int) -> bool:
    """Return whether what follows a verb lets it report words."""
    if entry.never and _never(entry.never).match(text, at, end):
        return False
    return not entry.needs or bool(_needed(entry.needs).match(text, at, end))


@cache
def _never(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s{words}\b")


@cache
def _needed(words: str) -> re.Pattern[str]:
    return re.compile(rf"[^.,;]*\b{words}\b")
