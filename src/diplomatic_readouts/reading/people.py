"""Tokens of a paragraph in; persons named and offices standing alone out.

There is no list of persons: a person is who the page introduces by office, honorific or reporting verb. The grammar,
with the constructions it serves:

    office group   Chilean President · State Councilor and Foreign Minister · Minister of Foreign Affairs of Peru
    before         [office group] [honorifics] NAME [of STATE]
    after          NAME, [the] [office group]
    apposition     The [office group], [honorifics] NAME,
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from diplomatic_readouts.lexicons.entries import Office, Place
from diplomatic_readouts.reading.tokens import Token, name_words

_PREPOSITIONS = frozenset(("of", "for", "to", "on", "at", "in"))
_JOINERS = frozenset(("and", ",", "&"))
_STATES = ("country", "demonym", "region")


class Offices(NamedTuple):
    """An office group over tokens[first:after]; `states` are the codes its nationality may mean."""

    first: int
    after: int
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names a person, or (with no name) an office that stands for its holder."""

    start: int
    """Where the whole phrase starts, office and all."""
    end: int
    name_start: int
    name_end: int
    name: str
    offices: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    organization: str | None = None
    honorific: bool = False
    words: tuple[str, ...] = field(default=())

    @property
    def introduced(self) -> bool:
        """Return whether office or honorific shows that this is a person."""
        return bool(self.offices) or self.honorific

    def moved(self, shift: int | None) -> Naming:
        """Return the naming at other offsets; with None it lies outside the text and has the place -1."""
        places = (self.start, self.end, self.name_start, self.name_end)
        start, end, first, last = (p + shift if shift is not None else -1 for p in places)
        return replace(self, start=start, end=end, name_start=first, name_end=last)


def find_namings(text: str, tokens: Sequence[Token]) -> list[Naming]:
    """Return the persons named and the offices standing alone, in order; spans never overlap."""
    found, i = [], 0
    while i < len(tokens):
        naming, after = _read_naming(text, tokens, i)
        if naming:
            found.append(naming)
        i = max(after, i + 1)
    return found


def _read_naming(text: str, tokens: Sequence[Token], i: int) -> tuple[Naming | None, int]:
    group = read_offices(text, tokens, i)
    at = group.after if group else i
    apposed = bool(group) and _text(tokens, at) == ","
    name_first, honorific = _skip_honorifics(tokens, at + apposed)
    after = read_name(tokens, name_first, bound=bool(group) or honorific)
    if apposed and (after == name_first or _text(tokens, after) not in (",", ".", "")):
        apposed, name_first, after = False, at, at
    if after == name_first:
        return (_alone(tokens, group), group.after) if group else (None, i)
    words = tuple(t.text for t in tokens[name_first:after])
    states, organization, end = _affiliation(tokens, after)
    if not group:
        group, end = _offices_after(text, tokens, end)
    states = states or (group.states if group else ())
    naming = Naming(
        start=tokens[i].start,
        end=tokens[end - 1].end,
        name_start=tokens[name_first].start,
        name_end=tokens[after - 1].end,
        name=text[tokens[name_first].start : tokens[after - 1].end],
        offices=group.names if group else (),
        nouns=group.nouns if group else (),
        states=states,
        organization=organization or (group.organization if group else None),
        honorific=honorific,
        words=tuple(w.casefold() for w in words),
    )
    return naming, end


def _alone(tokens: Sequence[Token], group: Offices) -> Naming:
    first, last = tokens[group.first], tokens[group.after - 1]
    return Naming(
        first.start, last.end, first.start, last.end, "", group.names, group.nouns, group.states, group.organization
    )


def _text(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].text if 0 <= i < len(tokens) else ""


def _kind(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].kind if 0 <= i < len(tokens) else ""


def _skip_the(tokens: Sequence[Token], i: int) -> int:
    return i + (_text(tokens, i) in ("the", "The"))


def _skip_honorifics(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    first = i
    while _kind(tokens, i) == "honorific" or (i > first and _text(tokens, i) == "."):
        i += 1
    return i, i > first


def _offices_after(text: str, tokens: Sequence[Token], i: int) -> tuple[Offices | None, int]:
    """Return the office group that follows a name behind a comma, and where it ends."""
    if _text(tokens, i) == ",":
        group = read_offices(text, tokens, _skip_the(tokens, i + 1))
        if group and _kind(tokens, group.after) not in ("cap", "honorific"):
            return group, group.after
    return None, i


def _affiliation(tokens: Sequence[Token], i: int) -> tuple[tuple[str, ...], str | None, int]:
    """Return what "of STATE" or "of ORGANIZATION" behind a name says, and where it ends."""
    if _text(tokens, i) != "of":
        return (), None, i
    at = _skip_the(tokens, i + 1)
    kind = _kind(tokens, at)
    if kind in ("country", "capital"):
        return tokens[at].codes, None, at + 1
    if kind == "demonym":
        return tokens[at].codes, None, at + 1 + (_kind(tokens, at + 1) in ("common", "portfolio", "cap"))
    if kind in ("organization", "region"):
        after = at + 1
        while _kind(tokens, after) in ("common", "portfolio", "organization"):
            after += 1
        return (), " ".join(t.text for t in tokens[at:after]), after
    return (), None, i


def read_offices(text: str, tokens: Sequence[Token], i: int) -> Offices | None:
    """Return the office group that starts at token i, or None."""
    at, states, organization = _nationality(tokens, i)
    names: list[str] = []
    nouns: list[str] = []
    while _kind(tokens, at) == "office":
        first = at
        at, name_end, of_states, of_organization = _office(tokens, at)
        names.append(text[tokens[first].start : tokens[name_end - 1].end])
        nouns += [v.noun for v in tokens[first].values if isinstance(v, Office)]
        states, organization = states or of_states, organization or of_organization
        following = _next_office(tokens, at) if _text(tokens, i - 1) not in ("the", "The") else None
        if following is None:
            break
        at, more, _ = _nationality(tokens, following)
        states = states or more
    if not names:
        return None
    return Offices(i, at, tuple(names), tuple(nouns), states, organization)


def _nationality(tokens: Sequence[Token], i: int) -> tuple[int, tuple[str, ...], str | None]:
    """Return where the office starts behind "Chilean", "U.S.", "UN" or "visiting", and what those say."""
    at, states, organization = i, (), None
    if _text(tokens, at) in ("visiting", "Visiting"):
        at += 1
    while _kind(tokens, at) in ("country", "demonym", "organization", "region", "acronym"):
        token = tokens[at]
        if token.kind in ("country", "demonym"):
            states = token.codes
        elif token.kind in ("organization", "region"):
            organization = token.text
        at += 1
    if _kind(tokens, at) != "office":
        return i, (), None
    return at, states, organization


def _next_office(tokens: Sequence[Token], i: int) -> int | None:
    """Return where the next office of the group starts behind "and" or a comma, or None."""
    if _text(tokens, i) not in _JOINERS:
        return None
    at = _skip_the(tokens, i + 1)
    start, _, _ = _nationality(tokens, at)
    return at if _kind(tokens, start) == "office" else None


def _office(tokens: Sequence[Token], i: int) -> tuple[int, int, tuple[str, ...], str | None]:
    """Return where the phrase and the office's own name end, and the state or body behind "of"."""
    at = i + 1
    while _kind(tokens, at) == "office":
        at += 1
    at = _portfolios(tokens, at)
    name_end, states, organization = at, (), None
    while _text(tokens, at) in _PREPOSITIONS:
        preposition, inner = _text(tokens, at), _skip_the(tokens, at + 1)
        kind = _kind(tokens, inner)
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
        if kind == "organization" and preposition == "of" and not _is_state_body(tokens[inner]):
            organization = tokens[inner].text
        at = name_end = after
    return at, name_end, states, organization


def _is_state_body(token: Token) -> bool:
    return any(v.split("_")[0] in ("cpc", "npc", "cppcc", "state", "national") for v in token.codes)


def _portfolio_tail(tokens: Sequence[Token], i: int) -> int:
    """Return where the words of an office behind its preposition end."""
    kind = _kind(tokens, i)
    if kind in ("portfolio", "organization", "proper", "place", "office"):
        at = i + 1
        if _text(tokens, at) == "(" and _text(tokens, at + 2) == ")":
            at += 3
        while _kind(tokens, at) in ("portfolio", "organization"):
            at += 1
        return _portfolios(tokens, at)
    if kind in (*_STATES, "capital"):
        at = i + 1
        while _kind(tokens, at) in ("common", "portfolio", "organization"):
            at += 1
        return at
    at = i
    while _kind(tokens, at) in ("cap", "common") or (at > i and _text(tokens, at) in ("and", "&")):
        at += 1
    run = at - i
    return at if run <= 2 or _text(tokens, at) == "," or _kind(tokens, at) == "honorific" else at - 2


def _portfolios(tokens: Sequence[Token], i: int) -> int:
    """Return where a run of portfolios joined by "and" or commas ends."""
    at = i
    while True:
        joined = at + (_text(tokens, at) in _JOINERS)
        inner = _skip_the(tokens, joined)
        if _kind(tokens, inner) != "portfolio" or (joined == at and at > i):
            return at
        at = inner + 1


def read_name(tokens: Sequence[Token], i: int, bound: bool) -> int:
    """Return where a name that starts at token i ends (i if there is none).

    `bound`: an office or honorific stands before it, so that a state's name may be a surname ("Prime Minister Jordan").
    """
    at = i
    while True:
        inner = at
        while at > i and _kind(tokens, inner) == "particle":
            inner += 1
        if not _is_name_word(tokens, inner, bound and inner == i, at > i):
            return at
        at = inner + 1


def _is_name_word(tokens: Sequence[Token], i: int, bound: bool, within: bool) -> bool:
    kind = _kind(tokens, i)
    if kind == "cap" or (bound and _text(tokens, i) in name_words("surname")):
        return True
    if kind == "acronym":
        return (bound or within) and (_kind(tokens, i + 1) == "cap" or within)
    if kind in ("country", "capital", "place"):
        alone = " " not in tokens[i].text and tokens[i].text[0].isupper()
        return alone and (bound or (_may_be_surname(tokens[i]) and (within or _kind(tokens, i + 1) == "cap")))
    return False


def _may_be_surname(token: Token) -> bool:
    return not any(isinstance(v, Place) and v.kind == "venue" for v in token.values) and token.kind in (
        "country",
        "place",
    )
