"""What stands before a word: a text in; for any offset its last word that is no adverb, auxiliary or comma out."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

AUXILIARIES = frozenset(
    ("will", "would", "has", "have", "had", "do", "does", "did", "is", "are", "was", "were", "be", "been")
)

_TOKEN = re.compile(r"\w+(?:['.-]\w+)*|[^\w\s]")
_ADVERBS = frozenset(
    (
        "also", "always", "still", "again", "both", "all", "even", "further", "never", "not", "too", "ever", "then",
        "therefore", "once", "as", "well", "today", "however", "meanwhile", "moreover",
    )
)  # fmt: skip
_ASIDES = ("for its part", "for his part", "for her part", "in turn", "in this regard", "as before", "continue to")


class Before(NamedTuple):
    """What stands before an offset: where it ends, its last word and the one before, and what was passed over."""

    end: int
    word: str
    earlier: str
    skipped: frozenset[str]
    commas: int


class LookBack:
    """The words of a text, to look back from any of them."""

    def __init__(self, text: str) -> None:
        found = list(_TOKEN.finditer(text))
        self._words = [m.group() for m in found]
        self._starts = [m.start() for m in found]
        self._ends = [m.end() for m in found]

    def before(self, at: int) -> Before:
        """Return what stands before an offset, past adverbs, auxiliaries, asides and commas.

        >>> LookBack("China, for its part, will also support it").before(30)[:2]
        (5, 'China')
        """
        i, skipped, commas = bisect_left(self._starts, at) - 1, set(), 0
        while i >= 0:
            word = self._words[i].lower()
            aside = self._aside(i)
            if not (aside or word == "," or word in _ADVERBS or word in AUXILIARIES or word.endswith("ly")):
                break
            commas += word == ","
            skipped.add(word)
            i -= aside or 1
        if i < 0:
            return Before(0, "", "", frozenset(skipped), commas)
        return Before(
            self._ends[i], self._words[i], self._words[i - 1].lower() if i else "", frozenset(skipped), commas
        )

    def _aside(self, i: int) -> int:
        """Return of how many words the aside is that ends with word i, 0 if none does."""
        three = " ".join(self._words[max(0, i - 2) : i + 1]).lower()
        return next((aside.count(" ") + 1 for aside in _ASIDES if three.endswith(aside)), 0)
