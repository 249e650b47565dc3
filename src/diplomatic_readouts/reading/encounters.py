"""A sentence in; the diplomatic act that it reports out: who met, called, chaired, was present."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.page_words import Encounter as EncounterEntry
from diplomatic_readouts.reading.candidates import Subject
from diplomatic_readouts.reading.gated import Gated
from diplomatic_readouts.records.vocabulary import Kind

_ACTORS = frozenset(("named", "role", "he", "they", "joint"))
_INSIDE = re.compile(
    r"\b(?:that|whose|whom|when|while|because|if|whether|by|of|with|from|for|between|including)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


_INNER_STOP = re.compile(
    r"\.(?:(?<=\d\.)(?=\d)|(?<=\b[A-Z]\.)|(?<=\b(?:Mr|Ms|Dr|St)\.)|(?<=\b(?:Mrs|Gen|Sen|Amb|Hon)\.))"
)  # the stop of a number or of what is abbreviated ends nothing
_MISSION = re.compile(r"\b(?:Embassy|Consulate)\b")
_REACH = 40  # characters that a subject may reach into the words of an act ("also present were")
_OPENING = 160  # characters behind the words of an act that opens the sentence ("When meeting with X in Lima, Y said")
_PLAIN = frozenset(("call", "message", "press_conference"))


class Encounter(NamedTuple):
    """An act reported at `start`, `end`; `kind` null where it only narrates."""

    start: int
    end: int
    kind: Kind | None
    subject: Subject | None


@cache
def _patterns() -> Gated[tuple[int, EncounterEntry]]:
    """Return the patterns with the place of each in the lexicon."""
    return Gated((e.pattern, (n, e)) for n, e in enumerate(read_lexicon("encounters", EncounterEntry)))


@cache
def _attendance() -> Gated[EncounterEntry]:
    return Gated((e.pattern, e) for e in read_lexicon("encounters", EncounterEntry) if e.attendance)


def find_encounter(text: str, start: int, end: int, subjects: Sequence[Subject]) -> Encounter | None:
    """Return the act whose subject is a person, an office or both sides, or None.

    Of several the one that tells most: a call, message or press conference, else the first in the sentence.
    """
    words, found = _INNER_STOP.sub("·", text[start:end]), []
    told = [(match, told) for pattern, told in _patterns().live(words) if (match := pattern.search(words))]
    if not told:
        return None
    actors = [s for s in subjects if _acts(text, s) and not _INSIDE.search(text[max(start, s.start - 20) : s.start])]
    for match, (order, entry) in told:
        first, last, kind = start + match.start(), start + match.end(), entry.kind
        limit = last + _OPENING if entry.opens else first + _REACH
        subject = next(
            (s for s in actors if s.start < max(last, limit) and s.end <= limit + entry.opens * _REACH), None
        )
        if entry.both and (subject is None or subject.kind not in ("joint", "they")):
            continue
        if subject or entry.attendance or entry.unled:
            rank = (kind not in _PLAIN, kind is None, first, order)
            found.append((rank, Encounter(first, last, kind, subject)))
    return min(found, key=lambda f: f[0])[1] if found else None


def find_kind(headline: str) -> Kind | None:
    """Return the kind of act that a headline reports by itself, the first in the lexicon's order, or None."""
    live = _patterns().live(headline)
    return next((e.kind for p, (_, e) in live if e.kind and not e.unled and p.search(headline)), None)


def _acts(text: str, subject: Subject) -> bool:
    """Return whether a subject can meet or host: persons, offices, both sides, and of a single side its mission."""
    mission = subject.kind == "side" and _MISSION.search(text, subject.start, subject.end)
    return subject.kind in _ACTORS or bool(mission)


def is_attendance(text: str) -> bool:
    """Return whether a sentence tells who was present."""
    return any(pattern.search(text) for pattern, _ in _attendance().live(text))
