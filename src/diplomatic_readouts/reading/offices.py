"""Tokens in; the office group that starts at one of them out: its offices, their state or organization.

Constructions: "Chilean President", "State Councilor and Foreign Minister", "Minister of Foreign Affairs and Trade of
Peru", "Trade Minister", "Parliamentary Secretary", "Member of the Political Bureau of the CPC Central Committee",
"Ambassador of China to Chile", "Advisor to the Turkish President". Nationality is dropped from an office at its edges
only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diplomatic_readouts.lexicons.entries import Office
from diplomatic_readouts.reading.tokens import Token, kind_at, name_words, state_of, text_at

_PREPOSITIONS = frozenset(("of", "for", "to", "on", "at", "in"))
_JOINERS = frozenset(("and", ",", "&"))
_LONGEST_PORTFOLIO = 7  # words, as in "Foreign and CARICOM Affairs"
_LONGEST_PREFIX = 6  # words before an office that belong to it, as in "Chief Foreign Policy and Security Advisor"
_IN_PORTFOLIO = ("cap", "common", "region", "organization", "demonym")
_OFFICES = ("office", "office_low")
_STATES = ("country", "capital")
_BODIES = ("portfolio", "organization", "proper", "place", "region", "common", "demonym")


class Offices(NamedTuple):
    """An office group over tokens[first:after]; `states` are the codes its nationality may mean."""

    first: int
    after: int
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organization: str | None = None


class _Tail(NamedTuple):
    """What stands behind an office: where the phrase and the office's own name end, and the state or body named."""

    after: int
    name_end: int
    states: tuple[str, ...] = ()
    organization: str | None = None


def skip_the(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind an article at i, or i."""
    return i + (text_at(tokens, i) in ("the", "The"))


def read_offices(text: str, tokens: Sequence[Token], i: int, low: bool = False, named: bool = False) -> Offices | None:
    """Return the office group that starts at token i, or None.

    `low`: also one in small letters ("chairman of …"); `named`: its holder's name stands before it.
    """
    at, states, organization = _nationality(tokens, i, low)
    names: list[str] = []
    nouns: list[str] = []
    end = i
    while (head := _head(tokens, at, low)) is not None:
        first, tail = at, _read_tail(tokens, head, named)
        if named and nouns and kind_at(tokens, tail.after) in ("cap", "honorific"):
            break  # "X, Cabinet Secretary and Minister Y"
        entries = [v for v in tokens[head].values if isinstance(v, Office)]
        nouns += [v.noun for v in entries]
        at = end = tail.after
        if any(v.printed for v in entries):
            names.append(text[tokens[first].start : tokens[tail.name_end - 1].end])
        states, organization = states or tail.states, organization or tail.organization
        following = _next_office(tokens, at, low) if text_at(tokens, i - 1) not in ("the", "The") else None
        if following is None:
            break
        at, more, _ = _nationality(tokens, following, low)
        states = states or more
    if not nouns:
        return None
    return Offices(i, end, tuple(names), tuple(nouns), states, organization)


def _nationality(tokens: Sequence[Token], i: int, low: bool) -> tuple[int, tuple[str, ...], str | None]:
    """Return where the office starts behind "Chilean", "U.S.", "UN", "China's" or "visiting", and what those say.

    An organ of a state tells that state and is part of the office ("NSC Senior Director").
    """
    at = i
    states: tuple[str, ...] = ()
    organization: str | None = None
    if text_at(tokens, at) in ("visiting", "Visiting"):
        at += 1
    first = at
    while kind_at(tokens, at) in ("country", "demonym", "organization", "region", "acronym"):
        token = tokens[at]
        organ = state_of(token)
        if token.kind in ("country", "demonym") or organ:
            states = (organ,) if organ else token.codes
        elif token.kind in ("organization", "region"):
            organization = token.text
        at = _skip_possessive(tokens, at + 1)
        if not organ:
            first = at
    if _head(tokens, at, low) is None:
        return i, (), None
    return first, states, organization


def _skip_possessive(tokens: Sequence[Token], i: int) -> int:
    return i + 2 * (text_at(tokens, i) in ("'", "’") and text_at(tokens, i + 1) == "s")


def _next_office(tokens: Sequence[Token], i: int, low: bool) -> int | None:
    """Return where the next office of the group starts behind "and" or a comma, or None."""
    if text_at(tokens, i) not in _JOINERS:
        return None
    at = skip_the(tokens, i + 1)
    start, _, _ = _nationality(tokens, at, low)
    return at if _head(tokens, start, low) is not None else None


def _head(tokens: Sequence[Token], i: int, low: bool) -> int | None:
    """Return the token of the office that starts at i, behind organs, "Former", "Trade" or "Foreign Policy and"."""
    kinds = _OFFICES if low else ("office",)
    for at in range(i, min(i + _LONGEST_PREFIX, len(tokens))):
        kind = kind_at(tokens, at)
        if kind in kinds and not (at < i + _LONGEST_PREFIX and _qualifies(tokens, at)):
            return at
        joined = at > i and text_at(tokens, at) in ("and", "&") and kind_at(tokens, at + 1) in ("portfolio", "common")
        organ = kind == "organization" and state_of(tokens[at])
        if not (kind == "portfolio" or organ or joined or _qualifies(tokens, at)):
            return None
    return None


def _qualifies(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a word only qualifies the office behind it ("Parliamentary Secretary", "former President")."""
    behind = kind_at(tokens, i + 1) in (*_OFFICES, "portfolio") or text_at(tokens, i + 1) in name_words("modifier")
    return behind and text_at(tokens, i) in name_words("modifier")


def _read_tail(tokens: Sequence[Token], i: int, named: bool) -> _Tail:
    """Return what stands behind the office at i."""
    at = i + 1
    while kind_at(tokens, at + (text_at(tokens, at) == "/")) in _OFFICES:
        at += 1
    if text_at(tokens, at) == "-" and text_at(tokens, at + 1) in name_words("designate"):
        at += 2
    at = _portfolios(tokens, at)
    name_end = at
    states: tuple[str, ...] = ()
    organization: str | None = None
    while text_at(tokens, at) in _PREPOSITIONS:
        of, inner = text_at(tokens, at) == "of", skip_the(tokens, at + 1)
        kind = kind_at(tokens, inner)
        if text_at(tokens, at) in ("in", "at") and kind_at(tokens, inner) in ("capital", "place"):
            break  # "the Special Envoy in Lima"
        after = _segment(tokens, inner, named, of)
        edge = of and after == inner + 1 and kind in ("country", "region")
        if after == inner:
            break
        if kind == "demonym" or (kind == "country" and (edge or after > inner + 1)):
            states = tokens[inner].codes
        if of and (kind == "organization" or (edge and kind == "region")) and not state_of(tokens[inner]):
            organization = tokens[inner].text
        whole = edge and not any(kind_at(tokens, a) in _OFFICES for a in range(i + 1, inner))
        at, name_end = after, name_end if whole else after
    return _Tail(at, name_end, states, organization)


def _segment(tokens: Sequence[Token], i: int, named: bool, of: bool) -> int:
    """Return where the words of an office behind one preposition end; capitals behind known words are a name."""
    at = known = i
    while True:
        after = _known_word(tokens, at, i, of)
        if after > at:
            at = known = after
        elif kind_at(tokens, at) in ("cap", "acronym"):
            at += 1
        elif at > i and _skip_possessive(tokens, at) > at and text_at(tokens, at + 2)[:1].isupper():
            at += 2
        else:
            break
    if at == known or named or kind_at(tokens, at) == "honorific":
        return at
    if known > i:
        return known
    return at if at - i <= 2 or text_at(tokens, at) == "," else at - 2


def _known_word(tokens: Sequence[Token], at: int, first: int, of: bool) -> int:
    """Return the token behind a word or phrase at `at` that belongs to a body or office, or `at`."""
    kind = kind_at(tokens, at)
    if kind in _OFFICES:
        return _holder_named(tokens, at)
    if text_at(tokens, at) in name_words("surname") and at > first and kind_at(tokens, at + 1) == "cap":
        return at
    if kind in _BODIES:
        return at + 1
    if kind in _STATES:
        owner = kind_at(tokens, _skip_possessive(tokens, at + 1)) in (*_OFFICES, "organization", "portfolio", "common")
        return at + 1 if at == first or owner else at
    if at > first and text_at(tokens, at) == "(" and text_at(tokens, at + 2) == ")":
        return at + 3
    if text_at(tokens, at) in _JOINERS and at > first:
        return _behind_joiner(tokens, at, first, of)
    return at


def _behind_joiner(tokens: Sequence[Token], at: int, first: int, of: bool) -> int:
    """Return the token behind "and Commonwealth Affairs", "and the Caribbean", or `at`."""
    end = _last_portfolio(tokens, at + 1)
    if end > at + 1:
        return end
    inner = skip_the(tokens, at + 1)
    areas = ("region", "country", "place")
    likes = areas if not of and kind_at(tokens, first) in areas else ()
    return inner + 1 if kind_at(tokens, inner) in likes and text_at(tokens, at) != "," else at


def _holder_named(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind an office within a tail, with its holder's name ("Chief of Staff to President Luna")."""
    at = i + 1
    if text_at(tokens, i - 1) not in ("the", "The"):
        while kind_at(tokens, at) == "cap":
            at += 1
    return at


def _last_portfolio(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind the last portfolio of a run ("Foreign and Commonwealth Affairs"), or i."""
    end = i
    for at in range(i, min(i + _LONGEST_PORTFOLIO, len(tokens))):
        if kind_at(tokens, at) == "portfolio":
            end = at + 1
        elif kind_at(tokens, at) not in _IN_PORTFOLIO and text_at(tokens, at) not in _JOINERS:
            break
    return end


def _portfolios(tokens: Sequence[Token], i: int) -> int:
    """Return where a run of portfolios joined by "and" or commas ends."""
    at = i
    while True:
        joined = at + (text_at(tokens, at) in _JOINERS)
        inner = skip_the(tokens, joined)
        if kind_at(tokens, inner) != "portfolio" or (joined == at and at > i):
            return at
        at = inner + 1
