"""What a sentence does: a Said in, its acts out, in order of appearance.

The predicates of clauses.py tell most of it; a sentence in which none stands states something ("assert").
"""

from __future__ import annotations

import re
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Verb
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import (
    Clauses,
    Predicate,
    chunk_of,
    chunk_starts,
    is_heading,
    neutral_verbs,
    read_clauses,
)
from diplomatic_readouts.reading.mains import main_predicates
from diplomatic_readouts.reading.narration import read_narrated_act
from diplomatic_readouts.reading.objects import act_of
from diplomatic_readouts.reading.wordings import alternatives, rare, wording
from diplomatic_readouts.records.vocabulary import Act

_WISH = re.compile(r"\W*May\s+(?:the|our|this|it|we|you)\b")
_INFINITIVE = re.compile(r"\bto (?:\w+ly )?$")
_ADDING = re.compile(r"ing (?:that )?$")
_COUPLED = re.compile(r"\b(?:and|with)\s+(?:\S+\s+){0,2}$")
_MEETING = re.compile(r"\b(?:when|while|upon) meeting\b|\b(?:exchanged|exchanging) views\b")
_SHARED = re.compile(r"(?:^|[a-z,] )[A-Z]\w+ (?:\w+ly )?\w+s and (?:\w+ly )?$")  # "Peru understands and respects"
_AND_THAT = re.compile(r",? and that\b")
_BY_THEMSELVES = frozenset(("evaluate", "thank", "greet", "commit", "position"))
_TELLERS = frozenset(("describe", "update", "brief", "outline", "recall", "explain", "detail"))
_EFFORTS = re.compile(r"\b(?:efforts|work|steps|progress|achievements)\b")
_NEAR = 64
_WELCOME = re.compile(r"\W*(?:A (?:very )?warm )?[Ww]elcome (?:to|back|on)\b")
_SAYS = re.compile(r"(?:also |further |again )?(\w+)\b")
_SEVERAL = 2
_RELATIVE = re.compile(r"(?:that|which|who|to)\b")
_FINITE = re.compile(rf"\b{alternatives('finite')}\b|ing that\b")  # "Stressing that …, he said"


def find_acts(said: Said, scene: Scene, clauses: Clauses | None = None) -> tuple[Act, ...]:
    """Return what the sentence does, each act once, in order of appearance."""
    clauses = clauses or read_clauses(said, scene)
    if said.basis == "narrator":
        return (read_narrated_act(clauses),)
    if is_heading(clauses.text):
        return ("propose",)
    kept = main_predicates(clauses, said)
    found = [(p.start, act_of(p, clauses, said, scene)) for p in kept] + _encounter(said, clauses)
    found += _purpose(said, clauses, kept)
    found += _plain_assertions(said, clauses, kept, [at for at, _ in found])
    if not found:
        return (_by_default(said, clauses),)
    return tuple(dict.fromkeys(act for _, act in sorted(found)))


def _encounter(said: Said, clauses: Clauses) -> list[tuple[int, Act]]:
    """Return ``narrate`` for words told together with the encounter ("met with X to congratulate")."""
    if said.cue is None or said.basis not in {"named", "pronoun"}:
        return []
    at = said.cue.start - said.sentence.start
    met = wording("encounter").search(clauses.text[:at]) or wording("welcome_to").match(clauses.text, at)
    met = met or _MEETING.search(clauses.text, at)
    return [(met.start(), "narrate")] if met else []


def _purpose(said: Said, clauses: Clauses, kept: list[Predicate]) -> list[tuple[int, Act]]:
    """Return what the verb of a purpose clause does by itself ("spoke with X to reiterate that")."""
    at = said.cue.start - said.sentence.start if said.cue else 0
    if said.cue is None or not _INFINITIVE.search(clauses.text[:at]) or any(p.end >= at for p in kept):
        return []
    act = _verbs().get(said.cue.lemma)
    return [(at, act)] if act else []


def _plain_assertions(said: Said, clauses: Clauses, kept: list[Predicate], told: list[int]) -> list[tuple[int, Act]]:
    """Return an ``assert`` for each coordinated clause in which nothing else is done."""
    text = clauses.text
    if not told:
        return [(0, "position")] if rare("denial").search(text) else []
    starts = chunk_starts(text)
    busy = {chunk_of(starts, at) for at in told}
    ends = [*starts[1:], len(text)]
    found: list[tuple[int, Act]] = [
        (start, "assert")
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if number not in busy and (_is_clause(clauses, start, end) or _reports(said, text, start, end))
    ]
    found += _interrupted(said, text, told) + _halves(said, text, told)
    first = kept[0] if kept else None
    if (
        first is not None
        and chunk_of(starts, first.start) == 0
        and ((first.joined and not _SHARED.search(text, 0, first.start)) or _is_second(first, text))
    ):
        found.append((0, "assert"))
    return found


def _halves(said: Said, text: str, told: list[int]) -> list[tuple[int, Act]]:
    """Return an ``assert`` for the half of "said that …, and that …" in which nothing else is done."""
    if said.cue is None or said.cue.text.lower() not in neutral_verbs():
        return []
    start = said.cue.end - said.sentence.start
    second = _AND_THAT.search(text, start)
    if second is None:
        return []
    edges = ((start, second.start()), (second.end(), len(text)))
    return [(a, "assert") for a, b in edges if not any(a <= at < b for at in told)]


def _interrupted(said: Said, text: str, told: list[int]) -> list[tuple[int, Act]]:
    """Return an ``assert`` for each stretch of words around "he said, adding that" in which nothing is done."""
    if len(said.content) < _SEVERAL:
        return []
    offset = said.sentence.start
    found: list[tuple[int, Act]] = []
    for span in said.content:
        start, end = span.start - offset, span.end - offset
        adds = _ADDING.search(said.sentence.text, max(0, start - 12), start)
        if not any(start <= at < end for at in told) and (adds or _FINITE.search(text[start:end])):
            found.append((start, "assert"))
    return found


def _is_second(p: Predicate, text: str) -> bool:
    """Tell whether a judgement comes after something else was stated ("enjoy ties with satisfactory results")."""
    before = text[: p.start]
    return (
        p.manner == "anywhere"
        and p.act == "evaluate"
        and bool(_COUPLED.search(before[-80:]) and wording("state").search(before))
    )


def _is_clause(clauses: Clauses, start: int, end: int) -> bool:
    """Tell whether a coordinated part has a finite verb of its own and stands in no wider clause."""
    if any(p.start < start < p.reach for p in clauses.predicates):
        return False
    part = clauses.text[start:end]
    return not _RELATIVE.match(part) and bool(_FINITE.search(part))


def _reports(said: Said, text: str, start: int, end: int) -> bool:
    """Tell whether a coordinated part says something: "noted progress" in "noted progress, and reiterated that"."""
    at = said.cue.start - said.sentence.start if said.cue else -1
    if said.cue and start <= at < end and not text[said.cue.end - said.sentence.start : end].strip(' ."'):
        return False  # "China is ready, he said."
    verb = said.cue.text.lower() if said.cue and start <= at < end else _SAYS.match(text, start, end)
    if verb is None:
        return False
    return (verb if isinstance(verb, str) else verb.group(1)) in neutral_verbs()


@cache
def _verbs() -> dict[str, Act | None]:
    """Return what each reporting verb does by itself."""
    return {verb.lemma: verb.act for verb in read_lexicon("reporting_verbs", Verb)}


def _told_efforts(said: Said) -> bool:
    """Tell whether what is underscored is only what somebody does ("underscored the efforts of the police")."""
    return any(_EFFORTS.search(span.text[:_NEAR]) for span in said.content[:1])


def _by_default(said: Said, clauses: Clauses) -> Act:
    """Return the act of a sentence with no predicate of its own."""
    if _WISH.match(clauses.text):
        return "expect"
    if _WELCOME.match(clauses.text):
        return "greet"
    verb = _verbs().get(said.cue.lemma) if said.cue is not None else None
    if verb in _BY_THEMSELVES and " that " not in clauses.text and (verb != "position" or not _told_efforts(said)):
        return verb
    if verb == "agree" and said.basis == "joint":
        return verb
    if said.basis == "joint":
        return "assert" if said.cue is not None and said.cue.lemma in _TELLERS else "position"
    if said.cue is not None and said.cue.lemma in {"announce", "offer", "promise", "pledge"}:
        return "commit"
    return "assert"
