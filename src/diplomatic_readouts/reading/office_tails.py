"""Tokens in; what stands behind an office ("of Foreign Affairs", "to the Turkish President") and where it ends, out.

A tail is a run of segments, one behind each preposition; a segment is words of bodies, offices, places and areas.
"""

from __future__ import annotations

from typing import NamedTuple

from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.tokens import OFFICES, Stretch, state_of

_PREPOSITIONS = frozenset(("of", "for", "to", "on", "at", "in"))
ARTICLES = frozenset(("the", "The"))
JOINERS = frozenset(("and", ",", "&"))
_LONGEST_PORTFOLIO = 7  # words, as in "Foreign and CARICOM Affairs"
_BODY_AND_NAME = 4  # capitalised words of which the last two are a name ("for Technical Training Ana Prado,")
_LONGEST_ACTING = 7  # tokens in brackets, as in "(a.i.)"
_IN_PORTFOLIO = ("cap", "common", "region", "organization", "demonym")
_GRADES = frozenset(("I", "II", "III", "IV"))
_STATES = ("country", "capital")
_BODIES = ("portfolio", "organization", "proper", "place", "region", "common", "demonym", "office_plural")


class Tail(NamedTuple):
    """What stands behind an office: where the phrase and the office's own name end, and the state or body named."""

    after: int
    name_end: int
    states: tuple[str, ...] = ()
    organization: str | None = None


def skip_the(line: Stretch, i: int) -> int:
    """Return the token behind an article at i, or i."""
    return i + (line.words[i] in ARTICLES)


def skip_apposed(line: Stretch, i: int) -> int:
    """Return the token behind what opens an office that stands behind its holder ("the newly appointed"), or i."""
    at = skip_the(line, i)
    while line.words[at] in name_words("appointed"):
        at += 1
    return at


def skip_possessive(line: Stretch, i: int) -> int:
    """Return the token behind a possessive at i, or i."""
    return i + 2 * (line.words[i] in ("'", "’") and line.words[i + 1] == "s")


def read_tail(line: Stretch, i: int, named: bool) -> Tail:
    """Return what stands behind the office at i."""
    at = i + 1
    while line.kinds[at + (line.words[at] == "/")] in OFFICES:
        at += 1
    if line.words[at] == "-" and line.words[at + 1] in name_words("designate"):
        at += 2
    at += line.words[at] in _GRADES  # "Foreign Service Officer II"
    at = _skip_bracketed(line, _portfolios(line, _skip_bracketed(line, at)))
    name_end = at
    states: tuple[str, ...] = ()
    organization: str | None = None
    consul = "onsul" in line.tokens[i].text
    while line.words[at] in _PREPOSITIONS:
        of, inner = line.words[at] == "of", skip_the(line, at + 1)
        kind = line.kinds[inner]
        bodies = ("organization", "portfolio", "country", "demonym")
        named_so = line.words[inner + 1] == "(" and line.words[inner + 3] == ")"  # "Office at Vienna (UNOV)"
        seat = consul and line.kinds[inner] in ("capital", "place", "cap")  # "Consul General of Peru in Lima"
        if line.words[at] in ("in", "at") and not (seat or named_so or line.kinds[inner] in bodies):
            break  # "the Special Envoy in Lima", "Ambassador X at the Ceremony"
        after = _segment(line, inner, named, of)
        edge = of and after == inner + 1 and kind in ("country", "region")
        if after == inner:
            break
        if kind == "demonym" or (kind == "country" and (edge or after > inner + 1)):
            states = line.tokens[inner].codes
        body = kind in ("organization", "proper") or (edge and kind == "region")
        if of and body and not state_of(line.tokens[inner]):
            organization = line.tokens[inner].text
        whole = edge and not any(line.kinds[a] in OFFICES for a in range(i + 1, inner))
        at = _skip_bracketed(line, after)
        name_end = name_end if whole else at
    return Tail(at, name_end, states, organization)


def _skip_bracketed(line: Stretch, i: int) -> int:
    """Return the token behind brackets that belong to an office ("(S)", "(a.i.)", "(Ports)"), or i."""
    if line.words[i] != "(":
        return i
    close = next((at for at in range(i + 1, i + _LONGEST_ACTING) if line.words[at] == ")"), i)
    inner = line.tokens[i + 1 : close]
    acting = "".join(t.text for t in inner) in name_words("acting")
    portfolios = bool(inner) and all(t.kind == "portfolio" or t.text in JOINERS for t in inner)
    short = len(inner) == 1 and inner[0].kind in ("acronym", "office") and inner[0].text.isupper()  # "(NSA)"
    return close + 1 if acting or portfolios or short else i


def _segment(line: Stretch, i: int, named: bool, of: bool) -> int:
    """Return where the words of an office behind one preposition end; capitals behind known words are a name."""
    at = known = i
    while True:
        after = _known_word(line, at, i, of)
        if after > at:
            at = known = after
        elif line.kinds[at] in ("cap", "acronym") or (at > i and _hyphenates(line, at)):
            at += 1
        elif at > i and skip_possessive(line, at) > at and line.words[at + 2][:1].isupper():
            at += 2
        else:
            break
    if at == known or named or line.kinds[at] == "honorific":
        return at
    if known > i:
        return known
    return at if at - i <= 2 or (line.words[at] == "," and at - i < _BODY_AND_NAME) else at - 2


def _hyphenates(line: Stretch, i: int) -> bool:
    """Return whether a hyphen joins capitalised words ("European-Central Asian Affairs")."""
    return line.words[i] in ("-", "–") and line.words[i + 1][:1].isupper()


def _known_word(line: Stretch, at: int, first: int, of: bool) -> int:
    """Return the token behind a word or phrase at `at` that belongs to a body or office, or `at`."""
    kind = line.kinds[at]
    if kind in OFFICES:
        return _holder_named(line, at)
    if line.words[at] in name_words("surname") and at > first and line.kinds[at + 1] == "cap":
        return at
    if kind in _BODIES:
        return at + 1
    if kind in _STATES:
        owner = line.kinds[skip_possessive(line, at + 1)] in (*OFFICES, "organization", "portfolio", "common")
        return at + 1 if at == first or owner else at
    if at > first and line.words[at] == "(" and line.words[at + 2] == ")":
        return at + 3
    if line.words[at] in JOINERS and at > first:
        return _behind_joiner(line, at, first, of)
    return at


def _behind_joiner(line: Stretch, at: int, first: int, of: bool) -> int:
    """Return the token behind "and Commonwealth Affairs", "and the Caribbean", or `at`."""
    end = _last_portfolio(line, at + 1)
    if end > at + 1:
        return end
    if line.words[at + 1] == "Other":  # "the United Nations and Other International Organizations"
        return next(n for n in range(at + 2, len(line.tokens) + 1) if line.kinds[n] not in ("cap", *_BODIES))
    inner = skip_the(line, at + 1)
    areas = ("region", "country", "place")
    like = next((kinds for kinds in (areas, ("organization",)) if not of and line.kinds[first] in kinds), ())
    return inner + 1 if line.kinds[inner] in like and line.words[at] != "," else at


def _holder_named(line: Stretch, i: int) -> int:
    """Return the token behind an office within a tail, with its holder's name ("Chief of Staff to President Luna")."""
    at = i + 1
    if line.words[i - 1] not in ("the", "The"):
        while line.kinds[at] == "cap":
            at += 1
    return at


def _last_portfolio(line: Stretch, i: int) -> int:
    """Return the token behind the last portfolio of a run ("Foreign and Commonwealth Affairs"), or i."""
    end = i
    for at in range(i, min(i + _LONGEST_PORTFOLIO, len(line.tokens))):
        if line.kinds[at] == "portfolio":
            end = at + 1
        elif line.kinds[at] not in _IN_PORTFOLIO and line.words[at] not in JOINERS:
            break
    return end


def _portfolios(line: Stretch, i: int) -> int:
    """Return where a run of portfolios joined by "and" or commas ends."""
    at = i
    while True:
        joined = at + (line.words[at] in JOINERS)
        inner = skip_the(line, joined)
        if line.kinds[inner] != "portfolio" or (joined == at and at > i):
            return at
        at = inner + 1
