"""Many phrases found in one pass: a text in, (start, end, value) of every whole-word match out.

One Aho-Corasick automaton over folded text: case, white space and typographic quotes do not matter to it; word
boundaries, case where the phrase has a capital, and the longest match are checked outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

V = TypeVar("V")
T = TypeVar("T")

_QUOTES = (("’", "'"), ("‘", "'"), ("ʼ", "'"), ("´", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("‐", "-"), ("‑", "-"))
_SPACE = re.compile(r"\s+")
_OTHER_SPACE = re.compile(r"[^\S ]")


def even_space(text: str) -> str:
    """Return the text with every run of white space as one blank."""
    return _SPACE.sub(" ", text) if _is_uneven(text) else text


def _is_uneven(text: str) -> bool:
    """Return whether two white spaces stand together, or one that is no blank.

    No white space but the blank is printable: to ask that first takes a fifth of the time.
    """
    return "  " in text or (not text.isprintable() and _OTHER_SPACE.search(text) is not None)


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
    if _is_uneven(cased):
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
    return fold(part) if _is_uneven(part) else Folded(part, lower[start:end], None)


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


class _Phrase(Generic[V]):
    """A phrase in small letters, and what those that differ from it in case only stand for."""

    __slots__ = ("as_printed", "begins", "ends", "in_any_case")

    def __init__(self, lower: str, entries: list[tuple[str, V]]) -> None:
        """Gather the values: of a phrase with a capital only as printed or all in capitals."""
        cased = {form for phrase, _ in entries if phrase != phrase.lower() for form in (phrase, phrase.upper())}
        self.in_any_case = tuple(value for phrase, value in entries if phrase == phrase.lower())
        self.as_printed = {
            form: tuple(v for p, v in entries if form in (p, p.upper()) or p == p.lower()) for form in cased
        }
        self.begins, self.ends = lower[0].isalnum(), lower[-1].isalnum()
        """Whether its first and last characters are such as no other may stand beside."""


class Phrases(Generic[V]):
    """A set of phrases, each with a value, ready to be found."""

    def __init__(self, phrases: Iterable[tuple[str, V]]) -> None:
        entries: dict[str, list[tuple[str, V]]] = {}
        for phrase, value in phrases:
            cased = fold(phrase).cased
            entries.setdefault(cased.lower(), []).append((cased, value))
        self._numbers = {lower: number for number, lower in enumerate(entries)}
        self._phrases = [_Phrase(lower, each) for lower, each in entries.items()]
        self._automaton = AhoCorasick(list(entries), matchkind=MatchKind.Standard)

    def values_of(self, words: str) -> tuple[V, ...]:
        """Return what the words stand for as they are printed; nothing where they are no phrase as a whole."""
        folded = fold(words)
        number = self._numbers.get(folded.lower)
        if number is None:
            return ()
        phrase = self._phrases[number]
        return phrase.as_printed.get(folded.cased, phrase.in_any_case)

    def find_all(self, text: str | Folded) -> list[Match[V]]:
        """Return every whole-word match, overlapping ones too, by start and then longest first."""
        folded = fold(text) if isinstance(text, str) else text
        found = self._matches(folded)
        if folded.places is not None:
            found = _placed(found, folded)
        return [Match(start, end, value) for start, end, values in found for value in values]

    def find(self, text: str | Folded) -> list[Match[V]]:
        """Return the matches that do not overlap: leftmost first, then longest.

        >>> Phrases([("China", 1), ("People's Republic of China", 2)]).find("the People’s Republic of China")
        [Match(start=4, end=30, value=2)]
        """
        return [Match(start, end, value) for start, end, values in self.find_longest(text) for value in values]

    def find_longest(self, text: str | Folded) -> list[tuple[int, int, tuple[V, ...]]]:
        """Return where phrases stand that do not overlap, leftmost first, then longest, each with all its values."""
        folded = fold(text) if isinstance(text, str) else text
        found = self._matches(folded)
        if len(found) > 1:
            kept, free = [], 0
            for each in found:
                if each[0] >= free:
                    kept.append(each)
                    free = each[1]
            found = kept
        return found if folded.places is None else _placed(found, folded)

    def _matches(self, folded: Folded) -> list[tuple[int, int, tuple[V, ...]]]:
        """Return whole words by start, longest first, with what they stand for, at offsets of the folded text."""
        cased, lower, _ = folded
        size, found = len(lower), []
        for number, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            phrase = self._phrases[number]
            if phrase.begins and start and lower[start - 1].isalnum():
                continue
            if phrase.ends and end < size and lower[end].isalnum():
                continue
            values = phrase.in_any_case
            if phrase.as_printed:
                values = phrase.as_printed.get(cased[start:end], values)
            if values:
                found.append((start, end, values))
        if len(found) > 1:
            found.reverse()  # the automaton finds the shorter of two with the same start first
            found.sort(key=_start)
        return found


_start = itemgetter(0)


def _placed(found: list[tuple[int, int, T]], folded: Folded) -> list[tuple[int, int, T]]:
    """Return places in a folded text as places in the original."""
    return [(folded.place(start), folded.place(end - 1) + 1, values) for start, end, values in found]
