"""Tokens in; the office group that starts at one of them out: its offices, their state or organization.

Constructions: "Chilean President", "State Councilor and Foreign Minister", "Minister of Foreign Affairs and Trade of
Peru", "Trade Minister", "Parliamentary Secretary", "Member of the Political Bureau of the CPC Central Committee",
"Ambassador of China to Chile", "Advisor to the Turkish President". Nationality is dropped from an office at its edges
only.
"""

from __future__ import annotations

from typing import NamedTuple

from diplomatic_readouts.lexicons.entries import Office, Place
from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.office_tails import JOINERS, read_tail, skip_possessive, skip_the
from diplomatic_readouts.reading.tokens import OFFICES, Stretch, state_of

_PROPER = ("cap", "common", "capital", "region", "place", "portfolio", "organization", "acronym")
_SENDERS = ("country", "demonym", "organization", "region", "acronym")
_MOST_SENDERS = 12  # tokens before an office that say whose it is, as in "visiting EU's", "U.S. NSC"
_LONGEST_BODY = 4  # words of a body's name before an office, as in "National Migration Institute Commissioner"
_LONGEST_PREFIX = 6  # words before an office that belong to it, as in "Chief Foreign Policy and Security Advisor"


class Offices(NamedTuple):
    """An office group over line.tokens[first:after]; `states` are the codes its nationality may mean."""

    first: int
    after: int
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organization: str | None = None


def read_offices(line: Stretch, i: int, low: bool = False, named: bool = False) -> Offices | None:
    """Return the office group that starts at token i, or None.

    `low`: also one in small letters ("chairman of …"); `named`: its holder's name stands before it.
    """
    if i > line.last_office:
        return None
    if line.words[i] in ("former", "Former") and line.kinds[i + 1] in ("country", "demonym"):
        group = read_offices(line, i + 1, low, named)
        if group and group.names:  # "former Polish President"
            return group._replace(first=i, names=(f"{line.words[i]} {group.names[0]}", *group.names[1:]))
    sender = _nationality(line, i, low)
    if sender is None and not named:
        return None
    at, states, organization = sender or (i, (), None)
    names: list[str] = []
    nouns: list[str] = []
    end = i
    while (head := _head(line, at, low, named)) is not None:
        first, tail = at, read_tail(line, head, named)
        if named and nouns and line.kinds[tail.after] in ("cap", "honorific"):
            break  # "X, Cabinet Secretary and Minister Y"
        entries = [v for v in line.tokens[head].values if isinstance(v, Office)]
        nouns += [v.noun for v in entries]
        at = end = tail.after
        if any(v.printed for v in entries):
            names.append(line.text[line.tokens[first].start : line.tokens[tail.name_end - 1].end])
        states, organization = states or tail.states, organization or tail.organization
        following = _next_office(line, at, low) if line.words[i - 1] not in ("the", "The") else None
        if following is None:
            break
        at, more, _ = _nationality(line, following, low) or (following, (), None)
        states = states or more
    if not nouns:
        return None
    return Offices(i, end, tuple(names), tuple(nouns), states, organization)


def _nationality(line: Stretch, i: int, low: bool) -> tuple[int, tuple[str, ...], str | None] | None:
    """Return where the office starts behind "Chilean", "U.S.", "UN", "China's" or "visiting", and what those say.

    None where none of it stands at i, nor an office.
    An organ of a state tells that state and is part of the office ("NSC Senior Director").
    """
    at = i
    states: tuple[str, ...] = ()
    organization: str | None = None
    if line.words[at] in ("visiting", "Visiting"):
        at += 1
    first = at
    while at < i + _MOST_SENDERS and line.kinds[at] in _SENDERS:
        token = line.tokens[at]
        organ = state_of(token)
        if token.kind in ("country", "demonym") or organ:
            states = states or ((organ,) if organ else token.codes)
        elif token.kind in ("organization", "region"):
            organization = token.text
        at = skip_possessive(line, at + 1)
        if not organ:
            first = at
    if _head(line, at, low) is None:
        return None if at == i else (i, (), None)
    return first, states, organization


def _next_office(line: Stretch, i: int, low: bool) -> int | None:
    """Return where the next office of the group starts behind "and" or a comma, or None."""
    if line.words[i] not in JOINERS:
        return None
    at = skip_the(line, i + 1)
    sender = _nationality(line, at, low)
    return at if sender and _head(line, sender[0], low) is not None else None


def _head(line: Stretch, i: int, low: bool, named: bool = False) -> int | None:
    """Return the token of the office that starts at i, behind organs, "Former", "Trade" or "Foreign Policy and"."""
    if named and (behind := _head_behind(line, i)):
        return behind
    kinds = OFFICES if low else ("office",)
    for at in range(i, min(i + _LONGEST_PREFIX, len(line.tokens))):
        kind = line.kinds[at]
        if kind in kinds and not _qualifies(line, at):
            return at
        organ = kind == "organization" and state_of(line.tokens[at])
        body = kind == "portfolio" or organ or _heads_body(line, at)
        if not (body or _qualifies(line, at) or (at > i and _joins(line, at))):
            return None
    return None


def _joins(line: Stretch, i: int) -> bool:
    """Return whether a word joins what belongs to an office to more of it ("Foreign Policy and Security Advisor")."""
    inner = i + 1
    return line.words[i] in ("and", "&", "-") and (
        line.kinds[inner] in ("portfolio", "common") or _heads_body(line, inner) or _qualifies(line, inner)
    )


def _head_behind(line: Stretch, i: int) -> int:
    """Return the office behind words that its holder's name before explains ("X, Asia Programme Officer"), or 0."""
    at = i
    while line.kinds[at] in _PROPER and at < i + _LONGEST_BODY and line.words[at][:1].isupper():
        at = skip_possessive(line, at + 1)
    return at if at > i and line.kinds[at] == "office" else 0


def _heads_body(line: Stretch, i: int) -> bool:
    """Return whether a body's name goes on right up to an office ("Export-Import Bank Chair", "White House …")."""
    kinds, words = line.kinds, line.words
    if kinds[i] == "place":
        return line.kinds[i + 1] in OFFICES and any(
            v.kind == "venue" for v in line.tokens[i].values if isinstance(v, Place)
        )
    at = i
    while kinds[at] in ("cap", "common", "acronym", "portfolio") and at < i + _LONGEST_BODY:
        if words[at] in name_words("institution"):
            return kinds[at + 1] in OFFICES
        at += 1 + (words[at + 1] == "-")
    return False


def _qualifies(line: Stretch, i: int) -> bool:
    """Return whether a word only qualifies the office behind it ("Parliamentary Secretary", "former President")."""
    if line.words[i] not in name_words("modifier"):
        return False
    after = i + 1 + (line.words[i + 1] in ("and", "&"))  # "Economic and Commercial Counsellor"
    return line.kinds[after] in (*OFFICES, "portfolio") or line.words[after] in name_words("modifier")
