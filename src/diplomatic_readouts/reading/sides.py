"""States and blocs as words: a text in, every place that names one out, with its code.

"Ecuador", "the Ecuadorian side", "Quito" and "LAC countries" all name a side; whether they act is for clauses.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Country, Region
from diplomatic_readouts.reading.phrases import Folded, Match, Phrases

_CURRENCY = re.compile(r"\$|\s?dollars?\b")

Manner = Literal["name", "demonym", "capital"]


class Naming(NamedTuple):
    """Which side is named (alpha-3 code or bloc short name) and in which manner."""

    code: str
    manner: Manner


@cache
def _sides() -> Phrases[Naming]:
    return Phrases(_wordings())


def _wordings() -> Iterator[tuple[str, Naming]]:
    for state in read_lexicon("countries", Country):
        yield from ((form, Naming(state.code, "name")) for form in state.forms)
        yield from ((form, Naming(state.code, "demonym")) for form in state.demonyms)
        yield from ((form, Naming(state.code, "capital")) for form in state.capitals)
    for bloc in read_lexicon("regions", Region):
        yield from ((form, Naming(bloc.id, "name")) for form in bloc.forms)
        yield from ((form, Naming(bloc.id, "demonym")) for form in bloc.demonyms)


def find_sides(text: str | Folded) -> list[Match[Naming]]:
    """Return every naming of a state or bloc, leftmost and longest first, none overlapping."""
    cased = text if isinstance(text, str) else text.cased
    found: list[Match[Naming]] = []
    for match in _sides().find(text):
        if (not found or match.start >= found[-1].end) and not _CURRENCY.match(cased, match.end):
            found.append(match)
    return found


@cache
def states() -> frozenset[str]:
    """Return the alpha-3 codes of all states; any other side's code is a bloc's short name."""
    return frozenset(state.code for state in read_lexicon("countries", Country))


def alpha3(alpha2: str) -> str | None:
    """Return a state's alpha-3 code by its alpha-2 code or internet domain ("uk"), or None."""
    alpha2 = {"uk": "gb"}.get(alpha2.lower(), alpha2.lower())
    return next((state.code for state in read_lexicon("countries", Country) if state.alpha2.lower() == alpha2), None)


@lru_cache(maxsize=10_000)
def find_side(text: str | None) -> str | None:
    """Return the code of the first side named, or None."""
    found = find_sides(text) if text else []
    return found[0].value.code if found else None
