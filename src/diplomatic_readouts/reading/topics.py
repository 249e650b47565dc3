"""What a sentence is about: a Said in, up to three topics out, most central first.

Words of lexicons/topics.toml are weighed; each word counts once, and a longer phrase hides the shorter ones in it.
Of a lead that only reports an encounter, no more than its purpose and what was discussed is read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import TopicEntry
from diplomatic_readouts.reading.attribution import Said, Scene
from diplomatic_readouts.reading.clauses import Clauses, read_clauses
from diplomatic_readouts.reading.hinted import HintedPatterns
from diplomatic_readouts.reading.phrases import Folded, Phrases, fold
from diplomatic_readouts.reading.sides import find_side, find_sides
from diplomatic_readouts.reading.subjects import ALL
from diplomatic_readouts.records.vocabulary import Act, Topic

MOST = 3
"""A sentence has at most so many topics."""

_SHARE = 0.35
_FURTHER = 0.25
_BOTH = 0.9
"""The weight, for relations, of both sides as a subject."""
_OPENING = re.compile(
    r"\W*(?:On|Regarding|Concerning|As for|As regards|With regard to|Turning to|To)\s+(?!\d|[A-Z]\w+ \d)[^,]*,"
)
_MATTER = re.compile(
    r"\b(?:discuss\w*|review\w*|exchang\w+ (?:\w+ )?(?:views|messages|opinions)|an exchange of views|agenda includes"
    r"|to (?:strengthen|deepen|advance|promote|address|congratulate)"
    r"|(?:talks|views|focused|information|consultations?) (?:on|about)|efforts to|shared|conversation|updated|open the"
    r"|followed up|about|regarding|concerning|virtual meeting of|meeting of the|new session|signed|with whom)\b",
    re.IGNORECASE,
)


class _Word(NamedTuple):
    """A word of a topic in the text."""

    start: int
    text: str
    entry: TopicEntry


@cache
def _forms() -> Phrases[TopicEntry]:
    return Phrases((form, entry) for entry in read_lexicon("topics", TopicEntry) for form in entry.forms)


@cache
def _patterns() -> HintedPatterns[TopicEntry]:
    return HintedPatterns(read_lexicon("topics", TopicEntry))


def find_topics(
    said: Said, scene: Scene, clauses: Clauses | None = None, acts: tuple[Act, ...] | None = None
) -> tuple[Topic, ...]:
    """Return what the sentence is about, at most three topics, most central first; none for mere procedure."""
    clauses = clauses or read_clauses(said, scene)
    text = _told(said, clauses.text)
    if said.basis == "narrator" and (acts is None or acts == ("narrate",)):
        matter = _MATTER.search(text)
        if matter is None:
            return ()
        text = text[matter.start() :]
    folded = clauses.folded if text is clauses.text else fold(text)
    words = _without_parties(_words(text, folded), scene)
    found = _weighed(words)
    if found or said.basis in {"narrator", "joint"}:
        return found
    return _faint(words, text, clauses)


def _without_parties(words: list[_Word], scene: Scene) -> list[_Word]:
    """Return the words without hotspots that are a party's own name: a meeting with Haiti is not about Haiti."""
    return [w for w in words if w.entry.id != "hotspots" or find_side(w.text) not in scene.parties]


def _told(said: Said, text: str) -> str:
    """Return the sentence without who says it and where: its cue, the content, and an opening "On trade, "."""
    if said.cue is None or not said.content or said.basis == "joint":
        return text
    start = said.sentence.start
    pieces = [(said.cue.start, said.cue.end), *((span.start, span.end) for span in said.content)]
    opening = _OPENING.match(text)
    if opening:
        pieces.append((start, start + opening.end()))
    return " ".join(text[a - start : b - start] for a, b in sorted(pieces))


def _faint(words: list[_Word], text: str, clauses: Clauses) -> tuple[Topic, ...]:
    """Return what a sentence is about that names no matter: what its faint words tell, else relations, else nothing."""
    sums: dict[Topic, float] = defaultdict(float)
    for word in words:
        sums[word.entry.id] += word.entry.weight
    if _names_both(text, clauses):
        sums["bilateral_ties"] += _BOTH
    return (max(sums, key=lambda topic: sums[topic]),) if sums else ()


def _names_both(text: str, clauses: Clauses) -> bool:
    """Tell whether both sides are a subject, or the side that speaks, or "we", stands beside another."""
    if any(s.code == ALL for s in clauses.subjects):
        return True
    named = {match.value.code for match in find_sides(text)}
    others = named - {clauses.own}
    return bool(others) and (len(named) > len(others) or any(s.who == "own" for s in clauses.subjects))


def _weighed(words: list[_Word]) -> tuple[Topic, ...]:
    """Return the topics that weigh most, by weight and then place; a topic's further words add a quarter each."""
    weights: dict[Topic, list[float]] = defaultdict(list)
    places: dict[Topic, int] = {}
    for word in words:
        weights[word.entry.id].append(word.entry.weight)
        places.setdefault(word.entry.id, word.start)
    sums = {t: max(each) + _FURTHER * (sum(each) - max(each)) for t, each in weights.items() if max(each) >= 1}
    least = _SHARE * max(sums.values(), default=0)
    kept = sorted((t for t in sums if sums[t] >= least), key=lambda t: (-sums[t], places[t]))
    return tuple(kept[:MOST])


def _words(text: str, folded: Folded) -> list[_Word]:
    """Return each different word or phrase of a topic once, none that lies in a longer phrase."""
    found: list[tuple[int, int, TopicEntry]] = []
    reach = 0
    for match in _forms().find_all(folded):
        if match.end > reach or (found and match[:2] == found[-1][:2]):
            found.append((match.start, match.end, match.value))
            reach = max(reach, match.end)
    found += _patterns().find_all(text, folded)
    words: dict[tuple[Topic, str], _Word] = {}
    for start, end, entry in found:
        words.setdefault((entry.id, text[start:end].lower()), _Word(start, text[start:end], entry))
    return list(words.values())
