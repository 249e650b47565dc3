"""Patterns of a lexicon, tried only where a word of theirs stands: a text in, every match with its entry out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from diplomatic_readouts.reading.gated import Gated
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
    """The patterns of many entries, each read in any case; only those are tried that can match and have a hint."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._patterns = Gated((pattern, entry) for entry in entries for pattern in entry.patterns)

    def find_all(self, text: str, folded: Folded) -> Iterator[Match[E]]:
        """Yield every match of every pattern, by entry."""
        for pattern, entry in self._patterns.live(text):
            if not entry.hints or any(hint in folded.lower for hint in entry.hints):
                for match in pattern.finditer(text):
                    yield Match(match.start(), match.end(), entry)
