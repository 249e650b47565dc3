"""What stands before a word: a text in; for any offset its last word that is no adverb, auxiliary or comma out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from diplomatic_readouts.reading.phrases import Folded
from diplomatic_readouts.reading.wordings import alternatives, wording

AUXILIARIES = frozenset(
    ("will", "would", "has", "have", "had", "do", "does", "did", "is", "are", "was", "were", "be", "been")
)

_TOKEN = re.compile(r"\w+(?:['.-]\w+)*|[^\w\s]")
_LONGEST_ASIDE = 24
_ASIDE = re.compile(rf"(?<![^\s,])({alternatives('aside')})\Z", re.IGNORECASE)
_OPENERS = frozenset(re.findall(r"[a-z]{2,}", alternatives("adverb") + alternatives("aside") + alternatives("whose")))
_WISHES = frozenset(("would", "wish", "wishes", "want", "wants", "hope", "hopes"))
_SPEAKS = re.compile(
    r"(?: also)?(?: like)?(?: to)? (?:also |once again |again )?(?:\w+ly )?(?:take this|thank"
    r"|congratulate|express|extend|convey"
    r"|welcome|reiterate|stress|emphasi[sz]e|underscore|point out|share with|say|tell|remind|begin"
    r"|pay tribute|propose a toast|raise)\b"
)
_PASSED = frozenset(("not", "never"))
_ADVERB = re.compile(
    rf"[ ,](?:(?:(?<= )|(?<=,) )(?!{alternatives('no_adverb')}\b)"
    rf"(?:{alternatives('adverb')}|(?<=,){alternatives('aside')}\b)(?:,(?= ))?(?= )"
    rf"|(?<= ){alternatives('whose')} (?:the |both )?(?:[A-Z][\w.'-]*|sides|parties|countries|two|and|of|the)"
    r"(?: (?:[A-Z][\w.'-]*|sides|parties|countries|two|and|of|the)){0,7}(?= ))"
)


def inner_words(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words of phrases that another word of the phrase follows.

    >>> sorted(inner_words(["is ready", "would like to"]))
    ['is', 'like', 'would']
    """
    return frozenset(word for phrase in phrases for word in phrase.lower().split()[:-1])


def without_adverbs(folded: Folded, after: frozenset[str]) -> Folded | None:
    """Return a text without the adverbs and asides in its midst, None where none stands after one of these words.

    >>> without_adverbs(Folded("China is also ready", "china is also ready", None), frozenset(["is"])).cased
    'China is ready'
    """
    words = [word.rstrip(",") for word in folded.lower.split(" ")]
    if not any(_may_open(second) for first, second in pairwise(words) if first in after):
        return None
    kept: list[tuple[int, int]] = []
    places: list[int] = []
    last = 0
    for match in _ADVERB.finditer(folded.cased):
        kept.append((last, match.start()))
        last = match.end()
    if not kept:
        return None
    kept.append((last, len(folded.cased)))
    for start, end in kept:
        places += range(start, end) if folded.places is None else folded.places[start:end]
    places.append(folded.place(len(folded.cased)))
    return Folded("".join(folded.cased[a:b] for a, b in kept), "".join(folded.lower[a:b] for a, b in kept), places)


def _may_open(word: str) -> bool:
    """Tell whether an adverb or aside may open with a word, a comma behind it left out."""
    return word.endswith("ly") or word in _OPENERS


def leads_in(text: str, end: int, form: str) -> bool:
    """Tell whether a wish that ends at an offset only leads in what is said next.

    >>> leads_in("I would like to thank you", 15, "would like to")
    True
    """
    return form.split()[0].lower() in _WISHES and bool(_SPEAKS.match(text, end))


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
        self._text = text
        self._coming = _TOKEN.finditer(text)
        self._tokens: list[re.Match[str]] = []
        self._starts: list[int] = []

    def _read_to(self, at: int) -> None:
        """Read the words up to an offset."""
        while not self._starts or self._starts[-1] < at:
            token = next(self._coming, None)
            if token is None:
                return
            self._tokens.append(token)
            self._starts.append(token.start())

    def before(self, at: int) -> Before:
        """Return what stands before an offset, past adverbs, auxiliaries, asides and commas.

        >>> LookBack("China, for its part, will also support it").before(30)[:2]
        (5, 'China')
        """
        self._read_to(at)
        i, skipped, commas = bisect_left(self._starts, at) - 1, set(), 0
        while i >= 0:
            word = self._tokens[i].group().lower()
            aside = self._aside(i)
            if not (aside or word == "," or word in AUXILIARIES or _is_adverb(word)):
                break
            commas += word == ","
            skipped.add(word)
            i -= aside or 1
        if i < 0:
            return Before(0, "", "", frozenset(skipped), commas)
        return Before(
            self._tokens[i].end(),
            self._tokens[i].group(),
            self._tokens[i - 1].group().lower() if i else "",
            frozenset(skipped),
            commas,
        )

    def _aside(self, i: int) -> int:
        """Return of how many words the aside is that ends with word i, 0 if none does."""
        end = self._tokens[i].end()
        aside = _ASIDE.search(self._text, max(0, end - _LONGEST_ASIDE), end)
        return aside.group(1).count(" ") + 1 if aside else 0


@cache
def _is_adverb(word: str) -> bool:
    """Tell whether a word is one that a verb may stand behind."""
    return word in _PASSED or bool(wording("adverb").fullmatch(word) and not wording("no_adverb").fullmatch(word))
