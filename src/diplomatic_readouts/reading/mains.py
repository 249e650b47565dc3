"""Which predicates of a sentence tell an act of their own: its Clauses in, the predicates that count out.

Not a date set, a condition, what a relative clause says or a goal is for, nor a verb that only introduces the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplomatic_readouts.reading.attribution import Said
from diplomatic_readouts.reading.clauses import Clauses, Predicate, chunk_of, chunk_starts
from diplomatic_readouts.reading.objects import has_object
from diplomatic_readouts.reading.subjects import ALL
from diplomatic_readouts.reading.wordings import wording

_CONDITION = re.compile(r"\W*(?:If|Unless|Should)\b")
_HOPE = re.compile(r"hope|wish|confiden")
_RELATIVE = re.compile(r"(?<!said )(?<!noted )(?<!stressed )(?<!, )\b(?:which|who) (?:\w+ly |has |have )*$")


def main_predicates(clauses: Clauses, said: Said) -> list[Predicate]:
    """Return the predicates of the main clauses that tell an act of their own."""
    if not clauses.predicates:
        return []
    starts = chunk_starts(clauses.text)
    kept: list[Predicate] = []
    for p in clauses.predicates:
        if p.inner or _is_idle(p, clauses, said):
            continue
        last = kept[-1] if kept and chunk_of(starts, kept[-1].start) == chunk_of(starts, p.start) else None
        if (
            p.manner == "anywhere"
            and p.act in {"position", "commit"}
            and not _is_expressed(p, last, starts, said.sentence.text)
        ):
            continue
        if _is_further_goal(kept, p, clauses) or (
            last is not None
            and (_is_goal(last, p, clauses.text) or (last.act == "propose" and _is_chained(last, p, clauses.text)))
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
    if p.act == "expect" and p.manner == "anywhere" and last.act in {"commit", "propose", "request", "position"}:
        return not _HOPE.search(text, p.start, p.end)
    if p.act == "expect" and p.who == "third":
        return last.act in {"propose", "commit", "request"} and bool(
            wording("ensuring").search(text, last.start, p.start)
        )
    return False


def _is_further_goal(kept: list[Predicate], p: Predicate, clauses: Clauses) -> bool:
    """Tell whether a noun is part of what is promised or proposed ("and jointly create a bright future")."""
    if not kept or p.manner != "anywhere" or kept[-1].act not in {"propose", "commit", "request"}:
        return False
    aims = p.act == "evaluate" or (p.act == "expect" and not _HOPE.search(clauses.text, p.start, p.end))
    starts = chunk_starts(clauses.text)
    part = max(kept[-1].end, starts[chunk_of(starts, p.start)])
    return aims and not any(part <= s.start < p.start for s in clauses.subjects)


def _is_idle(p: Predicate, clauses: Clauses, said: Said) -> bool:
    """Tell whether a predicate is of a kind that says nothing here: a date set, a condition, what others agreed."""
    if not has_object(p, clauses.text) or _RELATIVE.search(clauses.text, max(0, p.start - 24), p.start):
        return True
    if p.manner == "forms" and p.act in {"expect", "commit"}:
        if wording("scheduled").match(clauses.text, p.start):
            return True
        return p.who == "third" and bool(_CONDITION.match(clauses.text))
    if p.act == "propose" and p.joined and said.basis == "joint":
        return True  # "believed that it is wrong and should be rejected"
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


def _is_expressed(p: Predicate, last: Predicate | None, starts: Sequence[int], text: str) -> bool:
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
