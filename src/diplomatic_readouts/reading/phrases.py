"""Many phrases found in one pass: a text in, (start, end, value) of every whole-word match out.

One Aho-Corasick automaton over folded text: case, white space and typographic quotes do not matter to it; word
boundaries, case where the phrase has a capital, and the longest match are checked outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

V = TypeVar("V")

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-"})
_UNEVEN_SPACE = re.compile(r"\s{2,}|[^\S ]")


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
    cased, places = text.translate(_QUOTES), None
    if _UNEVEN_SPACE.search(cased):
        kept, places = [], []
        for at, character in enumerate(cased):
            if not character.isspace():
                kept.append(character)
                places.append(at)
            elif not kept or kept[-1] != " ":
                kept.append(" ")
                places.append(at)
        places.append(len(cased))
        cased = "".join(kept)
    lower = cased.lower()
    if len(lower) != len(cased):  # a few letters grow when lowered
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in cased)
    return Folded(cased, lower, places)


class Match(NamedTuple, Generic[V]):
    """Where a phrase stands, half-open in code points, and what it stands for."""

    start: int
    end: int
    value: V


class Phrases(Generic[V]):
    """A set of phrases, each with a value, ready to be found."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        self._entries: list[list[tuple[str, bool, V]]] = []
        numbers: dict[str, int] = {}
        for phrase, value in phrases:
            cased = fold(phrase).cased
            number = numbers.setdefault(cased.lower(), len(numbers))
            if number == len(self._entries):
                self._entries.append([])
            self._entries[number].append((cased, cased != cased.lower(), value))
        self._automaton = AhoCorasick(list(numbers), matchkind=MatchKind.Standard)

    def find_all(self, text: str | Folded) -> list[Match[V]]:
        """Return every whole-word match, overlapping ones too, by start and then longest first."""
        folded = fold(text) if isinstance(text, str) else text
        lower, cased = folded.lower, folded.cased
        found = []
        for number, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            if (start and lower[start].isalnum() and lower[start - 1].isalnum()) or (
                end < len(lower) and lower[end - 1].isalnum() and lower[end].isalnum()
            ):
                continue
            for phrase, keeps_case, value in self._entries[number]:
                if not keeps_case or cased[start:end] == phrase or cased[start:end] == phrase.upper():
                    found.append(Match(folded.place(start), folded.place(end - 1) + 1, value))
        found.sort(key=lambda m: (m.start, -m.end))
        return found

    def find(self, text: str | Folded) -> list[Match[V]]:
        """Return the matches that do not overlap: leftmost first, then longest.

        >>> Phrases([("China", 1), ("People's Republic of China", 2)]).find("the People’s Republic of China")
        [Match(start=4, end=30, value=2)]
        """
        kept: list[Match[V]] = []
        for match in self.find_all(text):
            if not kept or match.start >= kept[-1].end or match[:2] == kept[-1][:2]:
                kept.append(match)
        return kept
