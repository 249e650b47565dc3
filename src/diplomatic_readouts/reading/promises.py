"""The words of a promise: a sentence taken apart in, the stretches that could be pledges out, with whose they are.

A promise is a verb phrase without subject and auxiliary ("provide 2,000 doses"), cut before its purpose unless that
names who receives it; a whole clause where it is passive or tells of delivery; a noun where it is announced by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from diplomatic_readouts.reading.attribution import Said
from diplomatic_readouts.reading.clauses import Clauses, Predicate
from diplomatic_readouts.reading.gated import GatedPattern
from diplomatic_readouts.reading.sides import find_sides
from diplomatic_readouts.reading.wordings import alternatives, wording

_JOINT = re.compile(rf",? and (?:will |would |to )?(?:also )?(?={alternatives('given')}\b)")
_STOP = re.compile(  # one of the first letters of all branches first: three times as fast as the branches alone
    r"[,;.\s\"](?:(?<=[,;]) "
    r"(?:and|but|which|while|so|in order|as|provided|with priority|thus|thereby|making|bringing|supporting)\b"
    r"|(?<= )and "
    r"(?:hopes?|stands?|is|are|supports|welcomes?|invite[sd]?|hoped|called|calls|asked|that|said|urged|thanked)\b"
    r"|(?<=;)|(?<=[.\s\"])[.\s\"]{0,5}$)"
)
_PURPOSE = re.compile(rf",? (?:so as |in order )?{alternatives('purpose')}\b")
_SHORTEST = 12
"""A purpose clause stands no nearer to the verb than so many characters."""

_LEAD = re.compile(r"\s*(?:to\b\s*)?(?:(?:also|further|,? ?as always,?)\s+)*")
_AGENT = re.compile(r"\b(?:by|from) (?:the )?$")
_LONGEST_AGENT = 12  # characters, as in "from the "
_PASSIVE = re.compile(r"\b(?:will|would) be \w+(?:ed|en|t)\b")
_CLAUSE_START = re.compile(r"[,;] (?:and|but) |^\W*(?:\w+ ){1,3}\w+, |; ")
_CLAUSE_END = re.compile(r"[,;] (?:and|but|which|will|supporting)\b|;|,? and (?=has\b)|[.\s\"]{0,6}$")
_DELIVERED = GatedPattern(wording("delivered"))
_COORDINATED = re.compile(r"(,? and (?=(?:an?|the) ))")


class Promise(NamedTuple):
    """A stretch of the sentence, whose promise it is (code, "ALL" or None), and whether it is done already."""

    start: int
    end: int
    actor: str | None
    done: bool


def find_promises(clauses: Clauses, said: Said) -> list[Promise]:
    """Return what could be pledges, by start; none in a sentence of thanks."""
    if any(p.act == "thank" for p in clauses.predicates):
        return []
    found = [promise for p in clauses.predicates for promise in _future(p, clauses, said)]
    found += _delivered(clauses, said)
    announces = said.cue is not None and said.cue.lemma == "announce"
    if announces and not any(p.manner == "forms" for p in clauses.predicates):
        found += _announced(clauses, said)
    return sorted(found, key=lambda p: (p.start, p.end, p.actor or "", p.done))


def _future(p: Predicate, clauses: Clauses, said: Said) -> Iterator[Promise]:
    """Yield what the speaker's side will do, each verb phrase by itself."""
    text = clauses.text
    if p.act == "expect" and p.who == "third" and p.manner == "forms" and not p.inner:
        start, end = _clause(text, p.start, said)
        if _PASSIVE.match(text, p.start) or _names_giver(text[start:end], clauses.own):
            yield Promise(start, end, clauses.own, done=False)
        return
    supports = p.act == "position" and p.manner in {"forms", "plain"} and text.startswith("support", p.start)
    if not supports and (p.act != "commit" or p.inner):
        return
    lead = _LEAD.match(text, p.end)
    start = p.start if supports or lead is None else lead.end()
    for piece_start, piece_end in _verb_phrases(text, start, clauses.own):
        yield Promise(piece_start, piece_end, p.subject, done=False)


def _verb_phrases(text: str, start: int, own: str | None) -> Iterator[tuple[int, int]]:
    """Yield the coordinated verb phrases from ``start`` on."""
    while start < len(text):
        stop, joint = _STOP.search(text, start), _JOINT.search(text, start)
        end = stop.start() if stop else len(text)
        if joint is None or joint.start() > end:
            yield start, _without_purpose(text, start, end, own)
            return
        yield start, _without_purpose(text, start, joint.start(), own)
        start = joint.end()


def _without_purpose(text: str, start: int, end: int, own: str | None) -> int:
    """Return the end of a verb phrase without its purpose, which is kept where it names another side."""
    purpose = _PURPOSE.search(text, start + _SHORTEST, end)
    if purpose is None:
        return end
    named = (match.value.code for match in find_sides(text[purpose.end() : purpose.end() + 32]))
    return end if purpose.group()[0] != "," and any(code != own for code in named) else purpose.start()


def _clause(text: str, at: int, said: Said) -> tuple[int, int]:
    """Return the clause around an offset: between ", and" and the edges, without an opening "Next year,"."""
    told = said.content[0].start - said.sentence.start if said.content else 0
    starts = [match.end() for match in _CLAUSE_START.finditer(text[:at])]
    stop = _CLAUSE_END.search(text, at)
    return max([*starts, told if told <= at else 0], default=0), stop.start() if stop else len(text)


def _names_giver(clause: str, own: str | None) -> bool:
    """Tell whether a clause says that the speaker's side gives ("from the Chinese government")."""
    return any(match.value.code == own and _is_agent(clause, match.start) for match in find_sides(clause))


def _is_agent(text: str, at: int) -> bool:
    """Tell whether "by" or "from" stands right before an offset."""
    return bool(_AGENT.search(text[max(0, at - _LONGEST_AGENT) : at]))


def _delivered(clauses: Clauses, said: Said) -> Iterator[Promise]:
    """Yield the clauses that tell of a thing promised and done by the speaker's side."""
    text = clauses.text
    for match in _DELIVERED.finditer(text):
        start, end = _clause(text, match.start(), said)
        subject = next((s for s in clauses.subjects if 0 <= match.start() - s.end <= 2), None)
        comma = text.find(",", match.end(), end)
        start, end = subject.start if subject else start, comma if comma > 0 else end
        givers = [m.value.code for m in find_sides(text[start:end]) if _is_agent(text[start:end], m.start)]
        giver = givers[0] if givers else subject.code if subject else clauses.own
        if giver == clauses.own:
            yield Promise(start, end, giver, done=True)


def _announced(clauses: Clauses, said: Said) -> Iterator[Promise]:
    """Yield the things that a speaker announces by name ("announced a loan of …, and the opening of …")."""
    for span in said.content:
        at = span.start - said.sentence.start
        words = re.sub(r"\.\s*$", "", clauses.text[at : span.end - said.sentence.start])
        for part in _COORDINATED.split(words):
            if part.strip(", ") not in {"and", ""}:
                yield Promise(at, at + len(part), clauses.own, done=False)
            at += len(part)
