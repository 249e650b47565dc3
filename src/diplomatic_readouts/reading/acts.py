"""What a sentence does: a Said in, its acts out, in order of appearance.

The predicates of clauses.py tell most of it; a sentence in which none stands states something ("assert").
"""

from __future__ import annotations

import re
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Verb
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, Predicate, chunk_of, chunk_starts, is_heading, read_clauses
from diplomatic_readouts.reading.narration import read_narrated_act
from diplomatic_readouts.reading.objects import act_of, has_object
from diplomatic_readouts.reading.subjects import ALL
from diplomatic_readouts.reading.wordings import wording
from diplomatic_readouts.records.vocabulary import Act

_WISH = re.compile(r"\W*May\s+(?:the|our|this|it|we|you)\b")
_CONDITION = re.compile(r"\W*(?:If|Unless|Should)\b")
_INFINITIVE = re.compile(r"\bto (?:\w+ly )?$")
_ADDING = re.compile(r"ing (?:that )?$")
_COUPLED = re.compile(r"\b(?:and|with)\s+(?:\S+\s+){0,2}$")
_SEVERAL = 2
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|belongs?|faces?|enjoys?|sees|means|shows|reached|grew|rose|took|made|came|began)\b"
    r"|ing that\b"  # "Stressing that …, he said"
)


def find_acts(said: Said, scene: Scene, clauses: Clauses | None = None) -> tuple[Act, ...]:
    """Return what the sentence does, each act once, in order of appearance."""
    clauses = clauses or read_clauses(said, scene)
    if said.basis == "narrator":
        return (read_narrated_act(clauses),)
    if is_heading(clauses.text):
        return ("propose",)
    kept = _kept(clauses, said)
    found = [(p.start, act_of(p, clauses, said, scene)) for p in kept] + _encounter(said, clauses)
    found += _purpose(said, clauses, kept)
    found += _plain_assertions(said, clauses, kept, [at for at, _ in found])
    if not found:
        return (_by_default(said, clauses),)
    return tuple(dict.fromkeys(act for _, act in sorted(found)))


def _kept(clauses: Clauses, said: Said) -> list[Predicate]:
    """Return the predicates of the main clauses that tell an act of their own."""
    starts = chunk_starts(clauses.text)
    kept: list[Predicate] = []
    for p in clauses.predicates:
        if p.inner or _is_idle(p, clauses, said):
            continue
        last = kept[-1] if kept and chunk_of(starts, kept[-1].start) == chunk_of(starts, p.start) else None
        if (
            p.manner == "anywhere"
            and p.act in {"position", "commit"}
            and not _is_expressed(p, last, starts, clauses.text)
        ):
            continue
        if last is not None and (
            _is_goal(last, p, clauses.text) or (last.act == "propose" and _is_chained(last, p, clauses.text))
        ):
            continue
        if last is not None and _gives_way(last, p, clauses.text):
            kept.pop()
        kept.append(p)
    return kept


def _is_goal(last: Predicate, p: Predicate, text: str) -> bool:
    """Tell whether a word only says what an act is for: "should take solid steps", "to make sure that it will"."""
    if p.act == "evaluate" and p.manner == "anywhere":
        return last.manner != "anywhere" and last.act in {"propose", "commit", "expect", "request", "greet", "thank"}
    if p.act == "expect" and last.act in {"evaluate", "thank"} and last.manner == "past":
        return " that " in text[last.end : p.start]  # "welcomed the announcement that it will"
    if p.act == "expect" and p.who == "third":
        return last.act in {"propose", "commit", "request"} and bool(
            wording("ensuring").search(text, last.start, p.start)
        )
    return False


def _is_idle(p: Predicate, clauses: Clauses, said: Said) -> bool:
    """Tell whether a predicate is of a kind that says nothing here: a date set, a condition, what others agreed."""
    if not has_object(p, clauses.text):
        return True
    if p.manner == "forms" and p.act in {"expect", "commit"}:
        if wording("scheduled").match(clauses.text, p.start):
            return True
        return p.who == "third" and bool(_CONDITION.match(clauses.text))
    if p.act == "agree":
        return said.basis != "joint" and not _is_beside(p, clauses, said)
    return p.manner == "past" and p.act == "narrate" and said.basis != "joint"


def _is_beside(p: Predicate, clauses: Clauses, said: Said) -> bool:
    """Tell whether the sides are told to agree beside what one of them does ("thanked her, and they agreed to")."""
    at = said.cue.start - said.sentence.start if said.cue else -1
    acts = any(q.start == at and q.act != "expect" for q in clauses.predicates)
    starts = chunk_starts(clauses.text)
    apart = chunk_of(starts, at) != chunk_of(starts, p.start) or clauses.text.rfind(" and ", at, p.start) >= 0
    both = p.subject == ALL or p.manner == "anywhere"
    return acts and both and p.start > at and apart and " that " not in clauses.text[at : p.start]


def _is_expressed(p: Predicate, last: Predicate | None, starts: list[int], text: str) -> bool:
    """Tell whether a noun is what is said ("expressed support for"), and no part of what is thanked for."""
    if last is None:
        return bool(wording("expressing").search(text, starts[chunk_of(starts, p.start)], p.start))
    if last.act == "position":
        return last.manner == "past" or p.act == "commit"
    return bool(wording("expressing").search(text, last.end, p.start))


def _gives_way(last: Predicate, p: Predicate, text: str) -> bool:
    """Tell whether a verb only introduces the next one: "reaffirmed its commitment to", "will continue to support"."""
    if last.manner == "past" and last.act == "position":
        if wording("expressing").search(text, last.end, p.start):
            return False
        return p.manner == "anywhere" or (
            p.manner == "forms" and (p.act != "expect" or text.startswith("believe", last.start)) and not p.joined
        )
    return last.act in {"commit", "expect"} and _is_chained(last, p, text)


def _is_chained(modal: Predicate, p: Predicate, text: str) -> bool:
    """Tell whether a verb is what "will" says."""
    if p.manner != "plain" or modal.manner != "forms" or text[modal.start : modal.end].lower() not in {"will", "would"}:
        return False
    between = text[modal.end : p.start].replace("continue to", "")
    return len(between) < 40 and " to " not in between


def _encounter(said: Said, clauses: Clauses) -> list[tuple[int, Act]]:
    """Return ``narrate`` for words told together with the encounter ("met with X to congratulate")."""
    if said.cue is None or said.basis not in {"named", "pronoun"}:
        return []
    at = said.cue.start - said.sentence.start
    met = wording("encounter").search(clauses.text[:at]) or wording("welcome_to").match(clauses.text, at)
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
        return [(0, "position")] if wording("denial").search(text) else []
    starts = chunk_starts(text)
    busy = {chunk_of(starts, at) for at in told}
    ends = [*starts[1:], len(text)]
    found: list[tuple[int, Act]] = [
        (start, "assert")
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
        if number not in busy and _is_clause(clauses, start, end)
    ]
    found += _interrupted(said, text, told)
    first = kept[0] if kept else None
    if first is not None and chunk_of(starts, first.start) == 0 and (first.joined or _is_second(first, text)):
        found.append((0, "assert"))
    return found


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
    return not re.match(r"(?:that|which|who|to)\b", part) and bool(_FINITE.search(part))


@cache
def _verbs() -> dict[str, Act | None]:
    """Return what each reporting verb does by itself."""
    return {verb.lemma: verb.act for verb in read_lexicon("reporting_verbs", Verb)}


def _by_default(said: Said, clauses: Clauses) -> Act:
    """Return the act of a sentence with no predicate of its own."""
    if _WISH.match(clauses.text):
        return "expect"
    if said.basis == "joint":
        return "position"
    if said.cue is not None and said.cue.lemma in {"announce", "offer", "promise", "pledge"}:
        return "commit"
    return "assert"
