"""A stretch of text in; its words out, each with what the lexicons know of it.

The longest lexicon phrase wins ("Minister of Foreign Affairs" over "Minister", "China-CELAC Forum" over "China").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Country, Office, Organization, Place, Proper, Region
from diplomatic_readouts.reading.cutting import LONGEST_KEPT, TokenKind, cut, cut_anew, cut_last, name_words
from diplomatic_readouts.reading.phrases import Phrases, fold_part


class ManyOffices(NamedTuple):
    """An office of several holders ("Presidents X and Y")."""

    form: str
    """Its name for one of them."""
    office: Office


@dataclass(slots=True, eq=False)
class Token:
    """A word or phrase at `start`, `end`; `values` are lexicon codes, ids or entries, several where ambiguous."""

    start: int
    end: int
    kind: TokenKind
    text: str
    values: tuple[object, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the alpha-3 codes or bloc names that it may stand for."""
        return tuple([v for v in self.values if isinstance(v, str)]) if self.values else ()


OFFICES = ("office", "office_low")
_BEYOND = ("",) * 16
"""More than any construction looks ahead or back."""


class Stretch:
    """The tokens of a text as columns, empty beyond both ends: to look one up takes a fourth of what `kind_at` does."""

    __slots__ = ("kinds", "last_office", "text", "tokens", "words")

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.kinds = [*[t.kind for t in tokens], *_BEYOND]
        self.words = [*[t.text for t in tokens], *_BEYOND]
        self.last_office = max([i for i, kind in enumerate(self.kinds) if kind in OFFICES], default=-1)


def text_at(tokens: Sequence[Token], i: int) -> str:
    """Return the words of token i, "" beyond the ends."""
    return tokens[i].text if 0 <= i < len(tokens) else ""


def kind_at(tokens: Sequence[Token], i: int) -> str:
    """Return the kind of token i, "" beyond the ends."""
    return tokens[i].kind if 0 <= i < len(tokens) else ""


def token_at(tokens: Sequence[Token], offset: int) -> Token | None:
    """Return the token that starts at an offset of the text, or None."""
    i = bisect_left(tokens, offset, key=lambda token: token.start)
    return tokens[i] if i < len(tokens) and tokens[i].start == offset else None


def state_of(token: Token) -> str | None:
    """Return the state whose organ an organization is, or that alone has an office, or None."""
    for value in token.values:
        if isinstance(value, Organization | Office):
            return value.state
    return None


@cache
def name_like() -> frozenset[str]:
    """Return the names of states and places that are names of persons too."""
    entries = (*read_lexicon("countries", Country), *read_lexicon("places", Place))
    return frozenset(form for entry in entries for form in entry.name_like)


@cache
def set_apart() -> frozenset[str]:
    """Return the names that set a state apart from the one that a shared demonym means ("North Korea")."""
    return frozenset(form for entry in read_lexicon("countries", Country) for form in entry.set_apart)


def _phrases() -> Iterator[tuple[str, tuple[TokenKind, object]]]:
    for state in read_lexicon("countries", Country):
        yield from ((form, ("country", state.code)) for form in state.forms)
        yield from ((form, ("demonym", state.code)) for form in state.demonyms)
        yield from ((form, ("capital", state.code)) for form in state.capitals)
    for region in read_lexicon("regions", Region):
        yield from ((form, ("region", region.id)) for form in (*region.forms, *region.demonyms))
    for organization in read_lexicon("organizations", Organization):
        yield from ((form, ("organization", organization)) for form in organization.forms)
    for proper in read_lexicon("propers", Proper):
        yield from ((form, ("proper", proper)) for form in proper.forms)
    for place in read_lexicon("places", Place):
        yield from ((form, ("place", place)) for form in place.forms)
    for office in read_lexicon("offices", Office):
        yield from ((form, ("office", office)) for form in office.forms)
        yield from ((form.lower(), ("office_low", office)) for form in office.forms)
        yield from ((_plural(form), ("office_plural", ManyOffices(form, office))) for form in office.forms)
        lows = [form.lower() for form in office.forms]
        yield from ((_plural(form), ("office_plural", ManyOffices(form, office))) for form in lows)
    for kind in ("honorific", "portfolio"):
        yield from ((form, (kind, form)) for form in name_words(kind))


def _plural(office: str) -> str:
    """Return the name of an office for several holders ("Foreign Ministers", "Members of Parliament")."""
    head, of, rest = office.partition(" of ")
    title, general, rank = head.partition("-General" if "-General" in head else " General")
    if general:
        return f"{_plural(title)}{general}{rank}{of}{rest}"
    return (head[:-1] + "ies" if head.endswith("y") else head + "s") + of + rest


_CURRENCY = re.compile(r"\s?\$|\s(?:dollars?|pounds?)\b")  # "100,000 US dollars" is not the state
_RANK = (
    "proper",
    "country",
    "demonym",
    "region",
    "organization",
    "office",
    "office_plural",
    "office_low",
    "capital",
    "place",
    "portfolio",
)


@cache
def _automaton() -> Phrases[tuple[TokenKind, object]]:
    return Phrases(_phrases())


def find_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of text[start:end] in order, at offsets of the whole text."""
    found: list[Token] = []
    at = known = start
    for first, last, _ in _automaton().find_longest(fold_part(text, start, end)):
        first, last = start + first, start + last
        meaning = _meaning(text[first:last])
        if meaning is None or _ends_a_name(text, start, first, last, known) or _CURRENCY.match(text, last, end):
            continue
        _add_words(found, text, at, first)
        found.append(Token(first, last, meaning.kind, text[first:last], meaning.values))
        at = known = last
    _add_words(found, text, at, end)
    return found


class _Meaning(NamedTuple):
    kind: TokenKind
    values: tuple[object, ...]


@lru_cache(maxsize=1 << 13)
def _meaning(words: str) -> _Meaning | None:
    """Return what a lexicon phrase is; where two lexicons know the same words, the higher rank's."""
    kinds: dict[TokenKind, list[object]] = {}
    for kind, value in _automaton().values_of(words):
        if kind != "honorific" or not words.islower():
            kinds.setdefault(kind, []).append(value)
    if not kinds:
        return None
    kind = min(kinds, key=lambda k: _RANK.index(k) if k in _RANK else len(_RANK))
    return _Meaning(kind, tuple(kinds[kind]))


def _ends_a_name(text: str, opening: int, start: int, end: int, known: int) -> bool:
    """Return whether a state's name is the last part of a double surname ("Fenwick-Jordan").

    `opening` is where the stretch begins, `known` where the last phrase before ended.
    """
    joined = start >= opening + 2 and text[start - 1] == "-" and text[start - 2].isalpha() and known != start - 1
    return joined and text[start:end] in name_like()


def _add_words(found: list[Token], text: str, start: int, end: int) -> None:
    """Add the words of text[start:end], in which the lexicons know nothing."""
    *runs, last = text[start:end].split(" ")
    at = start
    for run in runs:
        size = len(run)
        if size:
            for first, after, kind, word in cut(run) if size < LONGEST_KEPT else cut_anew(run + " "):
                found.append(Token(at + first, at + after, kind, word))
        at += size + 1
    if last:
        for first, after, kind, word in cut_last(last) if len(last) < LONGEST_KEPT else cut_anew(last):
            found.append(Token(at + first, at + after, kind, word))
