"""What a sentence of the readout's own does: procedure, an agreement, a promise, or background that it tells."""

from __future__ import annotations

import re
from functools import cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import ActEntry
from diplomatic_readouts.reading.clauses import Clauses, Predicate
from diplomatic_readouts.reading.lookback import inner_words, without_adverbs
from diplomatic_readouts.reading.phrases import Folded, Phrases
from diplomatic_readouts.records.vocabulary import Act

_RELATIVE = re.compile(r"\b(?:which|who|that|whom|to) (?:\w+ )?$")
_ASKS = re.compile(r"\?\W*$")
_WILL = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|delegation|leaders|ministers|officials|(?!The |It |This )[A-Z][\w-]+) will\b"
)
_DID = re.compile(r"(?<!-)\b(?!need|speed|indeed|exceed|succeed|United|hundred)\w{2,}ed\b(?! by\b)")
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|enjoys?|since)\b")
_NEAR = 25
"""How far before its verb a subject may end, for adverbs between them."""


@cache
def _told() -> tuple[tuple[Act, ...], Phrases[int]]:
    entries = [entry for entry in read_lexicon("acts", ActEntry) if entry.told]
    phrases = Phrases((form, rank) for rank, entry in enumerate(entries) for form in entry.told)
    return tuple(entry.id for entry in entries), phrases


@cache
def _inner() -> frozenset[str]:
    return inner_words(form for entry in read_lexicon("acts", ActEntry) for form in entry.told)


def read_narrated_act(clauses: Clauses) -> Act:
    """Return the act of a narrated sentence: of its words those that go first in the lexicon, else ``assert``."""
    acts, phrases = _told()
    found = [match for text in _readings(clauses.folded) for match in phrases.find_all(text)]
    ranks = {m.value for m in found if _is_main(m.start, clauses.text)} or {m.value for m in found}
    first = acts[min(ranks)] if ranks else _untold(clauses.text)
    background = not ranks or first == "assert" or min(ranks) > acts.index("assert")
    stances = (p.act for p in clauses.predicates if background and _is_stance(p, clauses))
    return next(stances, first)


def _untold(text: str) -> Act:
    """Return the act of a sentence in which nothing is told that the lexicon knows: what somebody did, or a fact."""
    if _ASKS.search(text) or _WILL.search(text):
        return "narrate"
    return "narrate" if _DID.search(text) and not _STATES.search(text) else "assert"


def _readings(folded: Folded) -> tuple[Folded, ...]:
    """Return the text, and the text without its adverbs where it has any ("will also attend")."""
    lean = without_adverbs(folded, _inner())
    return (folded,) if lean is None else (folded, lean)


def _is_main(at: int, text: str) -> bool:
    """Tell whether a word stands in no relative clause and tells no purpose ("a reception to celebrate")."""
    return not _RELATIVE.search(text[max(0, at - _NEAR) : at])


def _is_stance(p: Predicate, clauses: Clauses) -> bool:
    """Tell whether a predicate says what the publisher's own state will do or stands for, by its name."""
    if p.act not in {"commit", "position"} or p.manner != "forms":
        return False
    return any(
        s.code == clauses.own and s.end <= p.start < s.end + _NEAR and s.is_named(clauses.text)
        for s in clauses.subjects
    )
