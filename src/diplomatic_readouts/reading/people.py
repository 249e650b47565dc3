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
from dataclasses import replace

from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.names import Naming, read_affiliation, read_name, skip_honorifics, skip_letters
from diplomatic_readouts.reading.office_tails import JOINERS, skip_apposed
from diplomatic_readouts.reading.offices import Offices, read_offices
from diplomatic_readouts.reading.together import give_office, read_several
from diplomatic_readouts.reading.tokens import Token, kind_at, text_at

_POSSESSIVES = frozenset(("his", "her", "its", "their", "His", "Her"))
_LONGEST_EPITHET = 3  # words, as in "top foreign policy adviser"
_BEFORE_LOW = _POSSESSIVES | {"visiting", "Visiting"}


def find_namings(text: str, tokens: Sequence[Token]) -> list[Naming]:
    """Return the persons named and the offices standing alone, in order; spans never overlap."""
    found: list[Naming] = []
    i = 0
    while i < len(tokens):
        if not _may_open(tokens[i]):
            i += 1
            continue
        after = give_office(text, tokens, i, found)
        if after == i and kind_at(tokens, i) == "office_plural":
            several, after = read_several(text, tokens, i)
            found += several
        if after == i:
            naming, after = _read_naming(text, tokens, i)
            found += [naming] if naming else []
        i = max(after, i + 1)
    return found


def _may_open(token: Token) -> bool:
    """Return whether a token can be the first of a naming: of the words in small letters only a few can."""
    if token.kind in ("low", "particle"):
        return token.text in _BEFORE_LOW or token.text in name_words("modifier")
    return token.kind not in ("punct", "number")


def _read_naming(text: str, tokens: Sequence[Token], i: int) -> tuple[Naming | None, int]:
    twice, after = _named_twice(text, tokens, i)
    if twice:
        return twice, after
    group = read_offices(text, tokens, i) or _low_offices(text, tokens, i) or _epithet(tokens, i)
    at = group.after if group else i
    apposed = bool(group) and text_at(tokens, at) == ","
    name_first, honorific = skip_honorifics(tokens, at + apposed)
    after = read_name(tokens, name_first, bound=bool(group) or honorific)
    closed = honorific or text_at(tokens, after) in (",", ".", "")
    if apposed and (after == name_first or not closed):
        apposed, name_first, after = False, at, at
    if after > name_first and not group and not honorific and _is_named_after(tokens, after):
        return None, after
    if after == name_first:
        return (_alone(tokens, group), group.after) if group else (None, i)
    words = tuple(t.text for t in tokens[name_first:after])
    states, organization, end = read_affiliation(tokens, skip_letters(tokens, after))
    if not group:
        group, end = _offices_after(text, tokens, end)
    elif not apposed:  # else what follows may be the next one's ("Minister of X, Ana Prado, Minister of Y, Luis Arias")
        group, end = _more_offices(text, tokens, group, end)
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
        title=text_at(tokens, name_first - 1).rstrip(".") if honorific else "",
        words=tuple(w.casefold() for w in words),
    )
    return naming, end


def _named_twice(text: str, tokens: Sequence[Token], i: int) -> tuple[Naming | None, int]:
    """Return who has an office in small letters before that of the name ("the director general of X, Ambassador Y")."""
    low = kind_at(tokens, i) == "office_low" and text_at(tokens, i - 1) == "the"
    group = read_offices(text, tokens, i, low=True) if low else None
    if group is None or text_at(tokens, group.after) != "," or kind_at(tokens, group.after + 1) != "office":
        return None, i
    naming, after = _read_naming(text, tokens, group.after + 1)
    if naming is None or not naming.words:
        return None, i
    both = (*group.names, *naming.offices), (*group.nouns, *naming.nouns)
    states = naming.states or group.states
    return replace(naming, start=tokens[i].start, offices=both[0], nouns=both[1], states=states), after


def _more_offices(text: str, tokens: Sequence[Token], group: Offices, i: int) -> tuple[Offices, int]:
    """Return an office group with those of the same person behind ("President X of Peru, Chair of the Forum,")."""
    behind = read_offices(text, tokens, skip_apposed(tokens, i + 1)) if text_at(tokens, i) == "," else None
    if behind is None or behind.after < i + 4:
        return group, i
    seat = behind.after + 2 * (text_at(tokens, behind.after) == "in")  # "X, Representative to the Bodies in Vienna,"
    whole = seat > behind.after or kind_at(tokens, behind.after - 1) != "cap"
    if not whole or text_at(tokens, seat) not in (",", ".", ""):
        return group, i
    names, nouns = (*group.names, *behind.names), (*group.nouns, *behind.nouns)
    return group._replace(names=names, nouns=nouns, states=group.states or behind.states), seat


def _low_offices(text: str, tokens: Sequence[Token], i: int) -> Offices | None:
    """Return an office group in small letters, bound by what stands before and behind it.

    "Peruvian foreign minister Ana Prado", "his Chilean counterpart Ana Prado", "the Chilean president, Ana Prado,".
    """
    opening = kind_at(tokens, i) == "office_low" and tokens[i].text[0].isupper()  # "Foreign minister X said"
    bound = kind_at(tokens, i) in ("country", "demonym") or text_at(tokens, i) in _BEFORE_LOW or opening
    if not bound and kind_at(tokens, i) != "office_low" and text_at(tokens, i) not in name_words("modifier"):
        return None
    group = read_offices(text, tokens, i + (text_at(tokens, i) in _POSSESSIVES), low=True)
    if group is None:
        return None
    listed = text_at(tokens, i - 1) in JOINERS and group.after > i + 2  # ", Minister X and head of the Commission Y"
    if not (bound or listed or kind_at(tokens, group.after) == "honorific"):  # "commercial counselor Mr. X"
        return None
    behind = group.after + (text_at(tokens, group.after) == ",")
    named = read_name(tokens, skip_honorifics(tokens, behind)[0], bound=False) > behind
    return group if named else None


def _is_named_after(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a capitalised noun follows a name: "Simon Bolivar University" is no person."""
    return kind_at(tokens, i) in ("common", "portfolio") and text_at(tokens, i)[:1].isupper()


def _epithet(tokens: Sequence[Token], i: int) -> Offices | None:
    """Return the state of "China's top diplomat NAME": no office, but the nationality of who follows."""
    if kind_at(tokens, i) != "country" or text_at(tokens, i + 1) not in ("'", "’") or text_at(tokens, i + 2) != "s":
        return None
    at = i + 3
    while at < i + 3 + _LONGEST_EPITHET and kind_at(tokens, at) in ("low", "office_low"):
        at += 1
    named = read_name(tokens, at, bound=False) >= at + 2
    return Offices(i, at, (), ("diplomat",), tokens[i].codes) if at > i + 3 and named else None


def _alone(tokens: Sequence[Token], group: Offices) -> Naming:
    first, last = tokens[group.first], tokens[group.after - 1]
    return Naming(
        first.start, last.end, first.start, last.end, "", group.names, group.nouns, group.states, group.organization
    )


def _offices_after(text: str, tokens: Sequence[Token], i: int) -> tuple[Offices | None, int]:
    """Return the office group that follows a name behind a comma or in brackets, and where it ends."""
    opening = text_at(tokens, i)
    if opening in (",", "("):
        first = i + 1 + (text_at(tokens, i + 1) in ("a", "an"))
        group = read_offices(text, tokens, skip_apposed(tokens, first), low=True, named=True)
        if group and opening == "(" and text_at(tokens, group.after) != ")":
            return None, i
        if group and kind_at(tokens, group.after) not in ("cap", "honorific"):
            return group, group.after + (opening == "(")
    return None, i
