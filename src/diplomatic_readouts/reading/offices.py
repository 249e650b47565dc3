"""Tokens in; the office group that starts at one of them out: its offices, their state or organization.

Constructions: "Chilean President", "State Councilor and Foreign Minister", "Minister of Foreign Affairs and Trade of
Peru", "Member of the Political Bureau of the CPC Central Committee", "Ambassador of China to Chile". Nationality is
dropped from an office at its edges only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diplomatic_readouts.lexicons.entries import Office
from diplomatic_readouts.reading.tokens import Token, kind_at, state_of, text_at

_PREPOSITIONS = frozenset(("of", "for", "to", "on", "at", "in"))
_JOINERS = frozenset(("and", ",", "&"))
_LONGEST_PORTFOLIO = 7  # words, as in "Foreign and CARICOM Affairs"
_IN_PORTFOLIO = ("cap", "common", "region", "organization", "demonym")
_STATES = ("country", "demonym", "region")


class Offices(NamedTuple):
    """An office group over tokens[first:after]; `states` are the codes its nationality may mean."""

    first: int
    after: int
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organization: str | None = None


def skip_the(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind an article at i, or i."""
    return i + (text_at(tokens, i) in ("the", "The"))


def read_offices(text: str, tokens: Sequence[Token], i: int, low: bool = False) -> Offices | None:
    """Return the office group that starts at token i, or None; `low`: also one in small letters ("chairman of …")."""
    at, states, organization = _nationality(tokens, i, low)
    names: list[str] = []
    nouns: list[str] = []
    while _is_office(tokens, _skip_organs(tokens, at), low):
        first, at = at, _skip_organs(tokens, at)
        entries = [v for v in tokens[at].values if isinstance(v, Office)]
        nouns += [v.noun for v in entries]
        at, name_end, of_states, of_organization = _office(tokens, at)
        if any(v.printed for v in entries):
            names.append(text[tokens[first].start : tokens[name_end - 1].end])
        states, organization = states or of_states, organization or of_organization
        following = _next_office(tokens, at, low) if text_at(tokens, i - 1) not in ("the", "The") else None
        if following is None:
            break
        at, more, _ = _nationality(tokens, following, low)
        states = states or more
    if not nouns:
        return None
    return Offices(i, at, tuple(names), tuple(nouns), states, organization)


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
        at += 1
        if text_at(tokens, at) in ("'", "’") and text_at(tokens, at + 1) == "s":
            at += 2
        if not organ:
            first = at
    if not _is_office(tokens, at, low):
        return i, (), None
    return first, states, organization


def _next_office(tokens: Sequence[Token], i: int, low: bool) -> int | None:
    """Return where the next office of the group starts behind "and" or a comma, or None."""
    if text_at(tokens, i) not in _JOINERS:
        return None
    at = skip_the(tokens, i + 1)
    start, _, _ = _nationality(tokens, at, low)
    return at if _is_office(tokens, _skip_organs(tokens, start), low) else None


def _is_office(tokens: Sequence[Token], i: int, low: bool) -> bool:
    return kind_at(tokens, i) == "office" or (low and kind_at(tokens, i) == "office_low")


def _skip_organs(tokens: Sequence[Token], i: int) -> int:
    while kind_at(tokens, i) == "organization" and state_of(tokens[i]):
        i += 1
    return i


def _office(tokens: Sequence[Token], i: int) -> tuple[int, int, tuple[str, ...], str | None]:
    """Return where the phrase and the office's own name end, and the state or body behind "of"."""
    at = i + 1
    while kind_at(tokens, at + (text_at(tokens, at) == "/")) in ("office", "office_low"):
        at += 1
    at = _portfolios(tokens, at)
    name_end = at
    states: tuple[str, ...] = ()
    organization: str | None = None
    while text_at(tokens, at) in _PREPOSITIONS:
        preposition, inner = text_at(tokens, at), skip_the(tokens, at + 1)
        kind = kind_at(tokens, inner)
        owned = _owned(tokens, inner)
        if owned > inner:
            states = tokens[inner].codes
            at = name_end = _portfolio_tail(tokens, owned)
            continue
        if kind in ("country", "region") and preposition == "of":
            at = inner + 1
            if kind == "country":
                states = tokens[inner].codes
            else:
                organization = tokens[inner].text
            continue
        after = _portfolio_tail(tokens, inner)
        if after == inner:
            break
        if kind == "demonym":
            states = tokens[inner].codes
        if kind == "organization" and preposition == "of" and not state_of(tokens[inner]):
            organization = tokens[inner].text
        at = name_end = after
    return at, name_end, states, organization


def _owned(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind "China's" where a body follows ("chairman of China's National People's Congress")."""
    possessive = text_at(tokens, i + 1) in ("'", "’") and text_at(tokens, i + 2) == "s"
    body = kind_at(tokens, i + 3) in ("organization", "portfolio")
    return i + 3 if kind_at(tokens, i) == "country" and possessive and body else i


def _portfolio_tail(tokens: Sequence[Token], i: int) -> int:
    """Return where the words of an office behind its preposition end."""
    kind = kind_at(tokens, i)
    if kind in ("portfolio", "organization", "proper", "place", "office", "office_low"):
        at = i + 1
        if text_at(tokens, at) == "(" and text_at(tokens, at + 2) == ")":
            at += 3
        while kind_at(tokens, at) in ("portfolio", "organization"):
            at += 1
        return _portfolios(tokens, at)
    if kind in (*_STATES, "capital"):
        at = i + 1
        while kind_at(tokens, at) in ("common", "portfolio", "organization"):
            at += 1
        return at
    at = i
    end = _last_portfolio(tokens, i)
    if end > i:
        return end
    while kind_at(tokens, at) in ("cap", "common") or (at > i and text_at(tokens, at) in ("and", "&")):
        at += 1
    run = at - i
    return at if run <= 2 or text_at(tokens, at) == "," or kind_at(tokens, at) == "honorific" else at - 2


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
