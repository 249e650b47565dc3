"""Patterns of a lexicon, tried only where a word of theirs stands: a text in, every match with its entry out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from ahocorasick_rs import AhoCorasick

from diplomatic_readouts.reading.phrases import Folded, Match


class Patterned(Protocol):
    """An entry with patterns, and the small letters of which some stand wherever one of them matches."""

    @property
    def patterns(self) -> tuple[str, ...]:
        """Regular expressions."""
        ...

    @property
    def hints(self) -> tuple[str, ...]:
        """Small letters."""
        ...


E = TypeVar("E", bound=Patterned)


class HintedPatterns(Generic[E]):
    """The patterns of many entries, each read in any case; one pass over a text tells which to try."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._entries = [
            (entry, [re.compile(pattern, re.IGNORECASE) for pattern in entry.patterns])
            for entry in entries
            if entry.patterns
        ]
        self._always = [i for i, (entry, _) in enumerate(self._entries) if not entry.hints]
        hints = [(hint, i) for i, (entry, _) in enumerate(self._entries) for hint in entry.hints]
        self._of_hint = [i for _, i in hints]
        self._automaton = AhoCorasick([hint for hint, _ in hints])

    def find_all(self, text: str, folded: Folded) -> Iterator[Match[E]]:
        """Yield every match of every pattern, by entry."""
        hits = self._automaton.find_matches_as_indexes(folded.lower, overlapping=True)
        for i in sorted({*self._always, *(self._of_hint[number] for number, _, _ in hits)}):
            entry, patterns = self._entries[i]
            for pattern in patterns:
                for match in pattern.finditer(text):
                    yield Match(match.start(), match.end(), entry)
