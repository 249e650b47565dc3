"""Tokens in; the office group that starts at one of them out: its offices, their state or organization.

Constructions: "Chilean President", "State Councilor and Foreign Minister", "Minister of Foreign Affairs and Trade of
Peru", "Trade Minister", "Parliamentary Secretary", "Member of the Political Bureau of the CPC Central Committee",
"Ambassador of China to Chile", "Advisor to the Turkish President". Nationality is dropped from an office at its edges
only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diplomatic_readouts.lexicons.entries import Office, Place
from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.office_tails import JOINERS, OFFICES, read_tail, skip_possessive, skip_the
from diplomatic_readouts.reading.tokens import Token, kind_at, state_of, text_at

_PROPER = ("cap", "common", "capital", "region", "place", "portfolio", "organization", "acronym")
_SENDERS = ("country", "demonym", "organization", "region", "acronym")
_MOST_SENDERS = 12  # tokens before an office that say whose it is, as in "visiting EU's", "U.S. NSC"
_LONGEST_BODY = 4  # words of a body's name before an office, as in "National Migration Institute Commissioner"
_LONGEST_PREFIX = 6  # words before an office that belong to it, as in "Chief Foreign Policy and Security Advisor"


class Offices(NamedTuple):
    """An office group over tokens[first:after]; `states` are the codes its nationality may mean."""

    first: int
    after: int
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organization: str | None = None


def read_offices(text: str, tokens: Sequence[Token], i: int, low: bool = False, named: bool = False) -> Offices | None:
    """Return the office group that starts at token i, or None.

    `low`: also one in small letters ("chairman of …"); `named`: its holder's name stands before it.
    """
    if kind_at(tokens, i + 1) in ("country", "demonym") and text_at(tokens, i) in ("former", "Former"):
        group = read_offices(text, tokens, i + 1, low, named)
        if group and group.names:  # "former Polish President"
            return group._replace(first=i, names=(f"{text_at(tokens, i)} {group.names[0]}", *group.names[1:]))
    at, states, organization = _nationality(tokens, i, low)
    names: list[str] = []
    nouns: list[str] = []
    end = i
    while (head := _head(tokens, at, low, named)) is not None:
        first, tail = at, read_tail(tokens, head, named)
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
    while at < i + _MOST_SENDERS and kind_at(tokens, at) in _SENDERS:
        token = tokens[at]
        organ = state_of(token)
        if token.kind in ("country", "demonym") or organ:
            states = states or ((organ,) if organ else token.codes)
        elif token.kind in ("organization", "region"):
            organization = token.text
        at = skip_possessive(tokens, at + 1)
        if not organ:
            first = at
    if _head(tokens, at, low) is None:
        return i, (), None
    return first, states, organization


def _next_office(tokens: Sequence[Token], i: int, low: bool) -> int | None:
    """Return where the next office of the group starts behind "and" or a comma, or None."""
    if text_at(tokens, i) not in JOINERS:
        return None
    at = skip_the(tokens, i + 1)
    start, _, _ = _nationality(tokens, at, low)
    return at if _head(tokens, start, low) is not None else None


def _head(tokens: Sequence[Token], i: int, low: bool, named: bool = False) -> int | None:
    """Return the token of the office that starts at i, behind organs, "Former", "Trade" or "Foreign Policy and"."""
    if named and (behind := _head_behind(tokens, i)):
        return behind
    kinds = OFFICES if low else ("office",)
    for at in range(i, min(i + _LONGEST_PREFIX, len(tokens))):
        kind = kind_at(tokens, at)
        if kind in kinds and not _qualifies(tokens, at):
            return at
        inner = kind_at(tokens, at + 1) in ("portfolio", "common") or _heads_body(tokens, at + 1)
        inner = inner or _qualifies(tokens, at + 1)
        joined = at > i and text_at(tokens, at) in ("and", "&", "-") and inner
        organ = kind == "organization" and state_of(tokens[at])
        body = kind == "portfolio" or organ or _heads_body(tokens, at)
        if not (body or joined or _qualifies(tokens, at)):
            return None
    return None


def _head_behind(tokens: Sequence[Token], i: int) -> int:
    """Return the office behind words that its holder's name before explains ("X, Asia Programme Officer"), or 0."""
    at = i
    while kind_at(tokens, at) in _PROPER and at < i + _LONGEST_BODY and text_at(tokens, at)[:1].isupper():
        at = skip_possessive(tokens, at + 1)
    return at if at > i and kind_at(tokens, at) == "office" else 0


def _heads_body(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a body's name goes on right up to an office ("Export-Import Bank Chair", "White House …")."""
    if kind_at(tokens, i) == "place":
        return kind_at(tokens, i + 1) in OFFICES and any(
            v.kind == "venue" for v in tokens[i].values if isinstance(v, Place)
        )
    at = i
    while kind_at(tokens, at) in ("cap", "common", "acronym", "portfolio") and at < i + _LONGEST_BODY:
        if text_at(tokens, at) in name_words("institution"):
            return kind_at(tokens, at + 1) in OFFICES
        at += 1 + (text_at(tokens, at + 1) == "-")
    return False


def _qualifies(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a word only qualifies the office behind it ("Parliamentary Secretary", "former President")."""
    after = i + 1 + (text_at(tokens, i + 1) in ("and", "&"))  # "Economic and Commercial Counsellor"
    behind = kind_at(tokens, after) in (*OFFICES, "portfolio") or text_at(tokens, after) in name_words("modifier")
    return behind and text_at(tokens, i) in name_words("modifier")
