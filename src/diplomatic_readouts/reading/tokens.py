"""A stretch of text in; its words out, each with what the lexicons know of it.

The longest lexicon phrase wins ("Minister of Foreign Affairs" over "Minister", "China-CELAC Forum" over "China").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from diplomatic_readouts.lexicons import read_lexicon
from diplomatic_readouts.lexicons.entries import Country, Office, Organization, Place, Proper, Region
from diplomatic_readouts.lexicons.page_words import NameWord
from diplomatic_readouts.reading.phrases import Phrases, fold_part

TokenKind = Literal[
    "office",
    "office_low",
    "office_plural",
    "honorific",
    "portfolio",
    "country",
    "demonym",
    "capital",
    "region",
    "organization",
    "proper",
    "place",
    "cap",
    "acronym",
    "postnominal",
    "common",
    "particle",
    "low",
    "number",
    "punct",
]

_WORD = re.compile(
    r"(?:St|Jr|Sr|Sta|Ste)\."  # parts of names that end in a full stop
    r"|(?:[A-Z]\.)+(?=\s)"  # initials
    r"|(?:[^\W\d_]|(?<=Ã)[^\s\w])+(?:[-'’](?!s\b)(?:[^\W\d_]|(?<=Ã)[^\s\w])+)*"  # words; "Ã©" is a broken letter
    r"|\d+(?:[.,:]\d+)*\w*"  # numbers
    r"|\S"
)


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
        return tuple(v for v in self.values if isinstance(v, str))


def text_at(tokens: Sequence[Token], i: int) -> str:
    """Return the words of token i, "" beyond the ends."""
    return tokens[i].text if 0 <= i < len(tokens) else ""


def kind_at(tokens: Sequence[Token], i: int) -> str:
    """Return the kind of token i, "" beyond the ends."""
    return tokens[i].kind if 0 <= i < len(tokens) else ""


def state_of(token: Token) -> str | None:
    """Return the state whose organ an organization is, or that alone has an office, or None."""
    return next((v.state for v in token.values if isinstance(v, Organization | Office)), None)


@cache
def name_like() -> frozenset[str]:
    """Return the names of states and places that are names of persons too."""
    entries = (*read_lexicon("countries", Country), *read_lexicon("places", Place))
    return frozenset(form for entry in entries for form in entry.name_like)


@cache
def set_apart() -> frozenset[str]:
    """Return the names that set a state apart from the one that a shared demonym means ("North Korea")."""
    return frozenset(form for entry in read_lexicon("countries", Country) for form in entry.set_apart)


@cache
def name_words(kind: str) -> frozenset[str]:
    """Return the words beside or inside names of one kind, each split into single words for particles."""
    forms = (form for e in read_lexicon("name_words", NameWord) if e.kind == kind for form in e.forms)
    return frozenset(w for form in forms for w in (form.split() if kind == "particle" else [form]))


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
_ARTICLED = re.compile(r"(?:al|el|as|ash|an|ar|at|az|ad|ul)-[A-Z]")  # "al-Nujaifi"
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


_LONGEST_KEPT = 30  # characters of a run between blanks; longer ones hardly come again
_Words = tuple[tuple[int, int, TokenKind, str], ...]


def _add_words(found: list[Token], text: str, start: int, end: int) -> None:
    """Add the words of text[start:end], in which the lexicons know nothing."""
    *runs, last = text[start:end].split(" ")
    at = start
    for run in runs:
        size = len(run)
        if size:
            for first, after, kind, word in _cut(run) if size < _LONGEST_KEPT else _cut_anew(run + " "):
                found.append(Token(at + first, at + after, kind, word))
        at += size + 1
    if last:
        for first, after, kind, word in _cut_last(last) if len(last) < _LONGEST_KEPT else _cut_anew(last):
            found.append(Token(at + first, at + after, kind, word))


@lru_cache(maxsize=1 << 16)
def _cut(run: str) -> _Words:
    """Return the words of what stands before a blank, kept from page to page: 5 times as fast as cutting anew."""
    return _cut_anew(run + " ")


@lru_cache(maxsize=1 << 14)
def _cut_last(run: str) -> _Words:
    """Return the words of what stands before a known phrase or the end; there "J." is no initial."""
    return _cut_anew(run)


def _cut_anew(text: str) -> _Words:
    """Return the words of a text in which the lexicons know nothing, with their places in it."""
    return tuple((m.start(), m.end(), _kind(m.group()), m.group()) for m in _WORD.finditer(text))


def _kind(word: str) -> TokenKind:
    if not word[0].isalnum():
        return "punct"
    if word[0].isdigit():
        return "number"
    if word in name_words("postnominal"):
        return "postnominal"
    if word[0].isupper() or _ARTICLED.match(word):
        if word in name_words("common") or word in name_words("calendar"):
            return "common"
        return "acronym" if len(word) > 1 and word.isupper() and word.isalpha() else "cap"
    return "particle" if word in name_words("particle") else "low"
