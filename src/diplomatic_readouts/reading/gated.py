"""Many patterns, of which a text is given only those that can match: a text in, a few patterns with their entries out.

What a pattern cannot match without is read off the pattern itself, so that no list of words is kept beside it:
"met … with" needs the word "met" or "meets", and the word "with". One automaton of all these words goes over the text
once; a pattern is tried where some word of each of its demands stands. A demand is necessary, never sufficient: what
``gated.py`` lets through may still not match, what it keeps back cannot. (Of the 68 patterns of encounters.toml a
sentence tries one or two, at a fortieth of the cost of trying all.)
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import product
from typing import Any, Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

E = TypeVar("E")
Words = frozenset[str]
"""Words of which one must stand in the text, in small letters; ``EDGE`` is where a word begins or ends."""

EDGE = "\b"
_MOST_WORDS = 64  # of a demand under way; one that has grown larger is closed and another begun
_MOST_DEMANDS = 2  # of a pattern; a third costs more words than it spares patterns
_SHORTEST = 3  # letters of a word that a demand is made of


def small(text: str) -> str:
    """Return a text in small letters as ``re.IGNORECASE`` reads it: the letters "İ", "ı" and "ſ" are "i", "i", "s".

    >>> small("VİSİT"), len(small("VİSİT"))
    ('visit', 5)
    """
    if not text.isascii():
        text = text.replace("İ", "i").replace("ı", "i").replace("ſ", "s")
    return text.lower()


class Gated(Generic[E]):
    """Patterns with an entry each, read in any case; ``live`` tells which to try on a text."""

    def __init__(self, patterns: Iterable[tuple[str, E]], flags: int = re.IGNORECASE) -> None:
        self._patterns, self._flags = tuple(patterns), flags
        self._compiled: dict[int, tuple[re.Pattern[str], E]] = {}  # those that some text has called for
        self._size = size = len(self._patterns)
        self._unmet = (1 << size * _MOST_DEMANDS) - 1  # one bit for each demand of each pattern
        met: dict[str, int] = {}
        for n, (pattern, _) in enumerate(self._patterns):
            for k, words in enumerate(demands(pattern, flags)):
                self._unmet ^= 1 << n + k * size
                for word in words:
                    met[word] = met.get(word, 0) | 1 << n + k * size
        letters = [word.replace(EDGE, "") for word in met]
        self._words = [  # whether a word begins and ends at an edge, and which demands it meets
            (word[0] == EDGE and plain[0].isalnum(), word[-1] == EDGE and plain[-1].isalnum(), bits)
            for (word, bits), plain in zip(met.items(), letters, strict=True)
        ]
        self._automaton = AhoCorasick(letters, implementation=Implementation.DFA)

    def live(self, text: str) -> list[tuple[re.Pattern[str], E]]:
        """Return the patterns that can match in a text, in their order."""
        lower, met = small(text), self._unmet
        for number, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            begins, ends, bits = self._words[number]
            if begins and start and lower[start - 1].isalnum():
                continue
            if not (ends and lower[end : end + 1].isalnum()):
                met |= bits
        live = met & met >> self._size & (1 << self._size) - 1
        found = []
        while live:
            number = (live & -live).bit_length() - 1
            found.append(self._compiled.get(number) or self._compile(number))
            live &= live - 1
        return found

    def _compile(self, number: int) -> tuple[re.Pattern[str], E]:
        pattern, entry = self._patterns[number]
        return self._compiled.setdefault(number, (re.compile(pattern, self._flags), entry))


class GatedPattern:
    """One pattern, looked for only in a text in which it can match; worth it for those that are slow and rare."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._gate = Gated(((pattern.pattern, pattern),), pattern.flags)
        self._pattern = pattern

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text, or None."""
        return self._pattern.search(text) if self._gate.live(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text."""
        return self._pattern.finditer(text) if self._gate.live(text) else iter(())


class GatedAlternatives:
    """Alternatives that are read as one pattern, the first that fits before the others, in any case."""

    def __init__(self, alternatives: Iterable[str], before: str, after: str) -> None:
        self._live = Gated((f"{before}(?:{a}){after}", a) for a in alternatives)
        self._edges = before, after
        self._joined = lru_cache(maxsize=1_000)(self._join)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text, as the pattern of all alternatives would."""
        live = tuple(alternative for _, alternative in self._live.live(text))
        return self._joined(live).finditer(text) if live else iter(())

    def _join(self, alternatives: tuple[str, ...]) -> re.Pattern[str]:
        before, after = self._edges
        return re.compile(rf"{before}(?:{'|'.join(f'(?:{a})' for a in alternatives)}){after}", re.IGNORECASE)


# ------------------------------------------------------------------------------------- what a pattern cannot do without


class _Need(NamedTuple):
    """What a part of a pattern needs: all that it may match, where these are a few words, and demands beside them."""

    words: Words | None
    demands: tuple[Words, ...] = ()

    @property
    def all_demands(self) -> tuple[Words, ...]:
        """Return all demands, the words among them."""
        return _best((*self.demands, self.words) if self.words is not None else self.demands)


_NOTHING = _Need(frozenset(("",)))
_UNKNOWN = _Need(None)


def demands(pattern: str, flags: int = 0) -> tuple[Words, ...]:
    """Return sets of words such that a text that the pattern matches holds one of each set; none where nothing is sure.

    >>> [sorted(words) for words in demands("(?:met|saw) .*with")]
    [['met ', 'saw '], ['with']]
    """
    tree = importlib.import_module("re._parser").parse(pattern, flags)
    return _sequence(tree).all_demands


def _sequence(parts: Iterable[Any]) -> _Need:
    """Return what parts that follow one another need."""
    words: Words = frozenset(("",))
    closed: list[Words] = []
    whole = True
    for part in parts:
        need = _part(*part)
        closed += need.demands
        if need.words is not None and len(words) * len(need.words) <= _MOST_WORDS:
            words = frozenset(a + b for a, b in product(words, need.words))
            continue
        closed.append(words)
        whole, words = False, need.words if need.words is not None else frozenset(("",))
    return _Need(words if whole else None, tuple(closed) if whole else (*closed, words))


def _part(kind: Any, value: Any) -> _Need:
    """Return what one part of a parsed pattern needs; of a kind unknown here, nothing."""
    match str(kind):
        case "LITERAL":
            return _Need(frozenset((chr(value).lower(),))) if value < 128 else _UNKNOWN
        case "IN":
            return _any_of([_part(*item) for item in value])
        case "BRANCH":
            return _any_of([_sequence(branch) for branch in value[1]])
        case "SUBPATTERN":
            return _sequence(value[3])
        case "ATOMIC_GROUP":
            return _sequence(value)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeated(*value)
        case "AT":
            return _Need(frozenset((EDGE,))) if str(value) == "AT_BOUNDARY" else _NOTHING
        case "ASSERT":
            return _NOTHING._replace(demands=_sequence(value[1]).all_demands)
        case "ASSERT_NOT":
            return _NOTHING
        case _:
            return _UNKNOWN


def _repeated(least: int, most: Any, part: Any) -> _Need:
    """Return what a part needs that stands so many times."""
    need = _sequence(part)
    if (least, most) == (1, 1):
        return need
    if least:
        return _Need(None, need.all_demands)
    return _any_of([need, _NOTHING]) if most == 1 else _UNKNOWN


def _any_of(needs: Sequence[_Need]) -> _Need:
    """Return what one of several parts needs, whichever it is."""
    words: set[str] = set()
    for need in needs:
        if need.words is None or len(words) > _MOST_WORDS:
            break
        words |= need.words
    else:
        return _Need(frozenset(words))
    return _Need(None, reduce(_either, (need.all_demands for need in needs)))


def _either(some: tuple[Words, ...], others: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return the demands of which those of the one or those of the other are met."""
    return _best(a | b for a, b in product(some, others))


def _best(found: Iterable[Words]) -> tuple[Words, ...]:
    """Return the demands that tell most, with no word that another of them stands in; none of the shortest."""
    plain = {_without_longer(words) for words in found}
    kept = [words for words in plain if min(map(_weight, words), default=0) >= _SHORTEST]
    return tuple(sorted(kept, key=lambda w: (-min(map(_weight, w)), len(w), sorted(w)))[:_MOST_DEMANDS])


@lru_cache(maxsize=1_000)
def _without_longer(words: Words) -> Words:
    """Return the words without those in which another of them stands: its being there is enough."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return frozenset(kept)


def _weight(word: str) -> int:
    """Return how many letters a word has."""
    return len(word.replace(EDGE, ""))
