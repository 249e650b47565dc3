"""Tokens in; what stands behind an office ("of Foreign Affairs", "to the Turkish President") and where it ends, out.

A tail is a run of segments, one behind each preposition; a segment is words of bodies, offices, places and areas.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.tokens import Token, kind_at, state_of, text_at

_PREPOSITIONS = frozenset(("of", "for", "to", "on", "at", "in"))
JOINERS = frozenset(("and", ",", "&"))
_LONGEST_PORTFOLIO = 7  # words, as in "Foreign and CARICOM Affairs"
_BODY_AND_NAME = 4  # capitalised words of which the last two are a name ("for Technical Training Ana Prado,")
_LONGEST_ACTING = 7  # tokens in brackets, as in "(a.i.)"
_IN_PORTFOLIO = ("cap", "common", "region", "organization", "demonym")
_GRADES = frozenset(("I", "II", "III", "IV"))
OFFICES = ("office", "office_low")
_STATES = ("country", "capital")
_BODIES = ("portfolio", "organization", "proper", "place", "region", "common", "demonym", "office_plural")


class Tail(NamedTuple):
    """What stands behind an office: where the phrase and the office's own name end, and the state or body named."""

    after: int
    name_end: int
    states: tuple[str, ...] = ()
    organization: str | None = None


def skip_the(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind an article at i, or i."""
    return i + (text_at(tokens, i) in ("the", "The"))


def skip_apposed(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind what opens an office that stands behind its holder ("the newly appointed"), or i."""
    at = skip_the(tokens, i)
    while text_at(tokens, at) in name_words("appointed"):
        at += 1
    return at


def skip_possessive(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind a possessive at i, or i."""
    return i + 2 * (text_at(tokens, i) in ("'", "’") and text_at(tokens, i + 1) == "s")


def read_tail(tokens: Sequence[Token], i: int, named: bool) -> Tail:
    """Return what stands behind the office at i."""
    at = i + 1
    while kind_at(tokens, at + (text_at(tokens, at) == "/")) in OFFICES:
        at += 1
    if text_at(tokens, at) == "-" and text_at(tokens, at + 1) in name_words("designate"):
        at += 2
    at += text_at(tokens, at) in _GRADES  # "Foreign Service Officer II"
    at = _skip_bracketed(tokens, _portfolios(tokens, _skip_bracketed(tokens, at)))
    name_end = at
    states: tuple[str, ...] = ()
    organization: str | None = None
    consul = "onsul" in tokens[i].text
    while text_at(tokens, at) in _PREPOSITIONS:
        of, inner = text_at(tokens, at) == "of", skip_the(tokens, at + 1)
        kind = kind_at(tokens, inner)
        bodies = ("organization", "portfolio", "country", "demonym")
        named_so = text_at(tokens, inner + 1) == "(" and text_at(tokens, inner + 3) == ")"  # "Office at Vienna (UNOV)"
        seat = consul and kind_at(tokens, inner) in ("capital", "place", "cap")  # "Consul General of Peru in Lima"
        if text_at(tokens, at) in ("in", "at") and not (seat or named_so or kind_at(tokens, inner) in bodies):
            break  # "the Special Envoy in Lima", "Ambassador X at the Ceremony"
        after = _segment(tokens, inner, named, of)
        edge = of and after == inner + 1 and kind in ("country", "region")
        if after == inner:
            break
        if kind == "demonym" or (kind == "country" and (edge or after > inner + 1)):
            states = tokens[inner].codes
        body = kind in ("organization", "proper") or (edge and kind == "region")
        if of and body and not state_of(tokens[inner]):
            organization = tokens[inner].text
        whole = edge and not any(kind_at(tokens, a) in OFFICES for a in range(i + 1, inner))
        at = _skip_bracketed(tokens, after)
        name_end = name_end if whole else at
    return Tail(at, name_end, states, organization)


def _skip_bracketed(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind brackets that belong to an office ("(S)", "(a.i.)", "(Ports)"), or i."""
    if text_at(tokens, i) != "(":
        return i
    close = next((at for at in range(i + 1, i + _LONGEST_ACTING) if text_at(tokens, at) == ")"), i)
    inner = tokens[i + 1 : close]
    acting = "".join(t.text for t in inner) in name_words("acting")
    portfolios = bool(inner) and all(t.kind == "portfolio" or t.text in JOINERS for t in inner)
    short = len(inner) == 1 and inner[0].kind in ("acronym", "office") and inner[0].text.isupper()  # "(NSA)"
    return close + 1 if acting or portfolios or short else i


def _segment(tokens: Sequence[Token], i: int, named: bool, of: bool) -> int:
    """Return where the words of an office behind one preposition end; capitals behind known words are a name."""
    at = known = i
    while True:
        after = _known_word(tokens, at, i, of)
        if after > at:
            at = known = after
        elif kind_at(tokens, at) in ("cap", "acronym") or (at > i and _hyphenates(tokens, at)):
            at += 1
        elif at > i and skip_possessive(tokens, at) > at and text_at(tokens, at + 2)[:1].isupper():
            at += 2
        else:
            break
    if at == known or named or kind_at(tokens, at) == "honorific":
        return at
    if known > i:
        return known
    return at if at - i <= 2 or (text_at(tokens, at) == "," and at - i < _BODY_AND_NAME) else at - 2


def _hyphenates(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a hyphen joins capitalised words ("European-Central Asian Affairs")."""
    return text_at(tokens, i) in ("-", "–") and text_at(tokens, i + 1)[:1].isupper()


def _known_word(tokens: Sequence[Token], at: int, first: int, of: bool) -> int:
    """Return the token behind a word or phrase at `at` that belongs to a body or office, or `at`."""
    kind = kind_at(tokens, at)
    if kind in OFFICES:
        return _holder_named(tokens, at)
    if text_at(tokens, at) in name_words("surname") and at > first and kind_at(tokens, at + 1) == "cap":
        return at
    if kind in _BODIES:
        return at + 1
    if kind in _STATES:
        owner = kind_at(tokens, skip_possessive(tokens, at + 1)) in (*OFFICES, "organization", "portfolio", "common")
        return at + 1 if at == first or owner else at
    if at > first and text_at(tokens, at) == "(" and text_at(tokens, at + 2) == ")":
        return at + 3
    if text_at(tokens, at) in JOINERS and at > first:
        return _behind_joiner(tokens, at, first, of)
    return at


def _behind_joiner(tokens: Sequence[Token], at: int, first: int, of: bool) -> int:
    """Return the token behind "and Commonwealth Affairs", "and the Caribbean", or `at`."""
    end = _last_portfolio(tokens, at + 1)
    if end > at + 1:
        return end
    if text_at(tokens, at + 1) == "Other":  # "the United Nations and Other International Organizations"
        return next(n for n in range(at + 2, len(tokens) + 1) if kind_at(tokens, n) not in ("cap", *_BODIES))
    inner = skip_the(tokens, at + 1)
    areas = ("region", "country", "place")
    like = next((kinds for kinds in (areas, ("organization",)) if not of and kind_at(tokens, first) in kinds), ())
    return inner + 1 if kind_at(tokens, inner) in like and text_at(tokens, at) != "," else at


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
        elif kind_at(tokens, at) not in _IN_PORTFOLIO and text_at(tokens, at) not in JOINERS:
            break
    return end


def _portfolios(tokens: Sequence[Token], i: int) -> int:
    """Return where a run of portfolios joined by "and" or commas ends."""
    at = i
    while True:
        joined = at + (text_at(tokens, at) in JOINERS)
        inner = skip_the(tokens, joined)
        if kind_at(tokens, inner) != "portfolio" or (joined == at and at > i):
            return at
        at = inner + 1
