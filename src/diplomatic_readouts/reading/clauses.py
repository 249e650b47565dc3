"""Who does what in a sentence: a Said in, its text made even, its subjects and its predicates out.

A subject is a side ("China", "the Ecuadorian side", "Quito"), both sides ("the two countries", "China and Peru") or a
pronoun. All offsets are in the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Verb
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.phrases import Folded, fold
from diplomatic_readouts.reading.predicates import Predicate, find_predicates
from diplomatic_readouts.reading.subjects import Subject, find_subjects, own_side

__all__ = ["Clauses", "Predicate", "chunk_of", "chunk_starts", "is_heading", "neutral_verbs", "read_clauses"]

_CHUNK = (  # the first letters of all branches stand first: twice as fast as the branches alone
    r"[,; ](?:(?<=[,;]) (?:and|but|while|adding)\b(?! that| [a-z]+ing )|(?<=;)"
    r"|(?<=,) (?=(?:he|she|[A-Z]\w+) (?:said|noted|stressed)\b)"
    r"|(?<= )and (?=(?:also |further |again )?(?:%s)\b))\s*"
)
_HEADING = re.compile(
    r"\W{0,4}(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)(?:ly)?"
    r"(?:,|:| is that| is),?\s+(?:to\s+)?(?:[a-z]{1,20}ly\s+|continue to\s+|further\s+){0,3}(?P<verb>[a-z][a-z-]+)\b",
    re.IGNORECASE,
)
_ORDINAL_IS = re.compile(
    r"\W{0,4}the (?:first|second|third|fourth|fifth|sixth|last|final)(?: \w+)? is\b", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:and|but|[a-z]+ing) ")
_NO_VERB = frozenset(
    (
        "the", "a", "an", "both", "we", "it", "its", "our", "their", "they", "there", "this", "that", "these", "those",
        "in", "on", "at", "with", "as", "for", "from", "all", "since", "he", "she", "i", "his", "her", "no", "one",
        "many", "more", "over", "under", "between", "among", "about",
    )
)  # fmt: skip
_PLAIN = tuple(zip("’‘ʼ“”\n\t\r\xa0\u2009\u202f", "'''\"\"      ", strict=True))


MOST_READ = 10_000
"""Of a sentence longer than so many characters, which is none, only the beginning is read."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence taken apart; ``own`` is the side that speaks, None where both or nobody does."""

    text: str
    folded: Folded
    own: str | None
    subjects: tuple[Subject, ...]
    predicates: tuple[Predicate, ...]


def read_clauses(said: Said, scene: Scene) -> Clauses:
    """Return the sentence's subjects and predicates, in order."""
    text = _even(said)
    folded = fold(text)
    own = own_side(said, scene)
    subjects = find_subjects(text, folded, said, scene)
    return Clauses(text, folded, own, subjects, find_predicates(text, folded, said, own, subjects))


def _even(said: Said) -> str:
    """Return the sentence with plain quotes and blanks, and with ", he said," in its midst blanked out; no longer."""
    text = said.sentence.text[:MOST_READ]
    for printed, plain in _PLAIN:
        text = text.replace(printed, plain)
    for left, right in zip(said.content, said.content[1:], strict=False):
        if right.start - said.sentence.start > len(text):
            break
        start, end = left.end - said.sentence.start, right.start - said.sentence.start
        pause = "," if _GOES_ON.match(text, end) and text[start:end].rstrip().endswith(",") else ""
        text = text[:start] + pause.rjust(end - start - 1) + " " * min(1, end - start) + text[end:]
    return text


@cache
def _chunk() -> re.Pattern[str]:
    return re.compile(_CHUNK % "|".join(sorted(neutral_verbs(), key=len, reverse=True)))


@cache
def neutral_verbs() -> frozenset[str]:
    """Return the past forms of reporting verbs that do nothing by themselves ("said"): what is said tells the act."""
    verbs = (verb for verb in read_lexicon("reporting_verbs", Verb) if verb.act is None)
    return frozenset(form for verb in verbs for form in verb.forms if not form.split()[0].endswith("s"))


@lru_cache(maxsize=8)
def chunk_starts(text: str) -> tuple[int, ...]:
    """Return where the coordinated parts of a sentence start."""
    return (0, *(m.end() for m in _chunk().finditer(text)))


def chunk_of(starts: Sequence[int], at: int) -> int:
    """Return the number of the part in which an offset lies."""
    return bisect_right(starts, at) - 1


def is_heading(text: str) -> bool:
    """Tell whether a sentence is a heading of a list ("First, firmly support each other.")."""
    heading = _HEADING.match(text)
    return bool(_ORDINAL_IS.match(text)) or (
        heading is not None
        and heading["verb"] not in _NO_VERB
        and heading["verb"].islower()
        and not heading["verb"].endswith("ing")
    )
