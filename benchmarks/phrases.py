"""The 2,000 phrases that contestants look for, each with a label: words of the package's own lexicons.

One of each lexicon in turn, in file order, none twice, until there are 2,000; so all kinds are there, in fixed order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import NamedTuple

LEXICONS = Path(__file__).resolve().parents[1] / "src" / "diplomatic_readouts" / "lexicons"
HOW_MANY = 2000

KINDS = {
    "countries": ("forms", "demonyms", "capitals"),
    "regions": ("forms", "demonyms"),
    "organizations": ("forms",),
    "places": ("forms",),
    "cities": ("forms",),
    "propers": ("forms",),
    "offices": ("forms",),
    "formulas": ("forms",),
    "topics": ("forms",),
    "reporting_verbs": ("forms",),
    "acts": ("forms", "plain", "past", "anywhere"),
}
"""The lexicons that hold plain words, and the keys under which they hold them."""


class Phrase(NamedTuple):
    """Words to find, and the lexicon that they are of."""

    text: str
    label: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the phrases, in their order."""
    in_turn = chain.from_iterable(zip_longest(*map(_words_of, KINDS)))
    found: dict[str, Phrase] = {}
    for phrase in in_turn:
        if phrase:
            found.setdefault(phrase.text, phrase)
    assert len(found) >= HOW_MANY, f"the lexicons have {len(found)} phrases"
    return tuple(islice(found.values(), HOW_MANY))


@cache
def cues() -> tuple[str, ...]:
    """Return the forms of the reporting verbs that are one word."""
    return tuple(phrase.text for phrase in _words_of("reporting_verbs") if phrase.text.isalpha())


def _words_of(lexicon: str) -> Iterator[Phrase]:
    """Yield a lexicon's phrases in file order."""
    entries = tomllib.loads((LEXICONS / f"{lexicon}.toml").read_text(encoding="utf-8"))["entry"]
    for entry in entries:
        for key in KINDS[lexicon]:
            yield from (Phrase(text, lexicon) for text in entry.get(key, ()))
