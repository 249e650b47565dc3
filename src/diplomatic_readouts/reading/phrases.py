"""Many phrases found in one pass: a text in, (start, end, value) of every whole-word match out.

One Aho-Corasick automaton over folded text: case, white space and typographic quotes do not matter to it; word
boundaries, case where the phrase has a capital, and the longest match are checked outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

V = TypeVar("V")

_QUOTES = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("´", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("‐", "-"), ("‑", "-"))
_SPACE = re.compile(r"\s+")
_UNEVEN_SPACE = re.compile(r"[^\S ]|  ")


def even_space(text: str) -> str:
    """Return the text with every run of white space as one blank."""
    return _SPACE.sub(" ", text) if _UNEVEN_SPACE.search(text) else text


class Folded(NamedTuple):
    """A text as phrases are looked up in it; ``places`` maps its offsets back, None where they are the same."""

    cased: str
    lower: str
    places: list[int] | None

    def place(self, offset: int) -> int:
        """Return the offset in the original text."""
        return offset if self.places is None else self.places[offset]


def fold(text: str) -> Folded:
    """Return the text with quotes straightened, runs of white space as one blank, and a copy in small letters."""
    cased = _straight(text)
    places: list[int] | None = None
    if _UNEVEN_SPACE.search(cased):
        places, at = [], 0
        for space in _SPACE.finditer(cased):
            places += range(at, space.start() + 1)
            at = space.end()
        places += range(at, len(cased) + 1)
        cased = _SPACE.sub(" ", cased)
    return Folded(cased, _lower(cased), places)


def fold_part(text: str, start: int, end: int) -> Folded:
    """Return ``fold(text[start:end])``; of a text asked for again and again all but white space is done once."""
    cased, lower = _fold_letters(text)
    part = cased[start:end]
    return fold(part) if _UNEVEN_SPACE.search(part) else Folded(part, lower[start:end], None)


@lru_cache(maxsize=8)
def _fold_letters(text: str) -> tuple[str, str]:
    """Return the text with quotes straightened, and that in small letters, both as long as it is."""
    cased = _straight(text)
    return cased, _lower(cased)


def _straight(text: str) -> str:
    if not text.isascii():
        for curly, straight in _QUOTES:
            text = text.replace(curly, straight)
    return text


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower


class Match(NamedTuple, Generic[V]):
    """Where a phrase stands, half-open in code points, and what it stands for."""

    start: int
    end: int
    value: V


class _Values(Generic[V]):
    """What phrases that differ in case only stand for: one with a capital only as printed or all in capitals."""

    def __init__(self, entries: list[tuple[str, V]]) -> None:
        cased = {form for phrase, _ in entries if phrase != phrase.lower() for form in (phrase, phrase.upper())}
        self._any = tuple(value for phrase, value in entries if phrase == phrase.lower())
        self._as_printed = {
            form: tuple(v for p, v in entries if form in (p, p.upper()) or p == p.lower()) for form in cased
        }

    def of(self, words: str) -> tuple[V, ...]:
        """Return what the words stand for as they are printed."""
        return self._as_printed.get(words, self._any)


class Phrases(Generic[V]):
    """A set of phrases, each with a value, ready to be found."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        entries: dict[str, list[tuple[str, V]]] = {}
        for phrase, value in phrases:
            cased = fold(phrase).cased
            entries.setdefault(cased.lower(), []).append((cased, value))
        self._numbers = {lower: number for number, lower in enumerate(entries)}
        self._values = [_Values(each) for each in entries.values()]
        self._automaton = AhoCorasick(list(entries), matchkind=MatchKind.Standard)

    def values_of(self, words: str) -> tuple[V, ...]:
        """Return what the words stand for as they are printed; nothing where they are no phrase as a whole."""
        folded = fold(words)
        number = self._numbers.get(folded.lower)
        return () if number is None else self._values[number].of(folded.cased)

    def find_all(self, text: str | Folded) -> list[Match[V]]:
        """Return every whole-word match, overlapping ones too, by start and then longest first."""
        folded = fold(text) if isinstance(text, str) else text
        found: list[Match[V]] = []
        for start, end, values in self._matches(folded):
            first, last = (start, end) if folded.places is None else (folded.place(start), folded.place(end - 1) + 1)
            found += [Match(first, last, value) for value in values]
        return found

    def find(self, text: str | Folded) -> list[Match[V]]:
        """Return the matches that do not overlap: leftmost first, then longest.

        >>> Phrases([("China", 1), ("People's Republic of China", 2)]).find("the People’s Republic of China")
        [Match(start=4, end=30, value=2)]
        """
        return [Match(start, end, value) for start, end, values in self.find_longest(text) for value in values]

    def find_longest(self, text: str | Folded) -> list[tuple[int, int, tuple[V, ...]]]:
        """Return where phrases stand that do not overlap, leftmost first, then longest, each with all its values."""
        folded = fold(text) if isinstance(text, str) else text
        found = list(self._matches(folded, overlapping=False))
        if folded.places is None:
            return found
        return [(folded.place(start), folded.place(end - 1) + 1, values) for start, end, values in found]

    def _matches(self, folded: Folded, overlapping: bool = True) -> Iterator[tuple[int, int, tuple[V, ...]]]:
        """Yield whole words by start, longest first, with what they stand for, at offsets of the folded text."""
        cased, lower, _ = folded
        hits = self._automaton.find_matches_as_indexes(lower, overlapping=True)
        size, free = len(lower), 0
        for start, back, number in sorted([(start, -end, number) for number, start, end in hits]):
            end = -back
            if start < free:
                continue
            if start and lower[start - 1].isalnum() and lower[start].isalnum():
                continue
            if end < size and lower[end].isalnum() and lower[end - 1].isalnum():
                continue
            values = self._values[number].of(cased[start:end])
            if values:
                yield start, end, values
                free = free if overlapping else end
