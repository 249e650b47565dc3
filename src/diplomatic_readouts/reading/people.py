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
from functools import cache

from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.names import Naming, read_affiliation, read_name, skip_honorifics, skip_letters
from diplomatic_readouts.reading.office_tails import JOINERS, skip_apposed
from diplomatic_readouts.reading.offices import Offices, read_offices
from diplomatic_readouts.reading.together import give_office, read_several
from diplomatic_readouts.reading.tokens import Stretch, Token

_POSSESSIVES = frozenset(("his", "her", "its", "their", "His", "Her"))
_LONGEST_EPITHET = 3  # words, as in "top foreign policy adviser"
_SELDOM_FIRST = ("low", "particle")
_NEVER_FIRST = frozenset((*_SELDOM_FIRST, "punct", "number", ""))
_BEFORE_LOW = _POSSESSIVES | {"visiting", "Visiting"}


def find_namings(text: str, tokens: Sequence[Token]) -> list[Naming]:
    """Return the persons named and the offices standing alone, in order; spans never overlap."""
    line = Stretch(text, tokens)
    found: list[Naming] = []
    after = 0
    for i in _openings(line):
        if i < after:
            continue
        kind = line.kinds[i]
        after = give_office(line, i, found) if kind in ("office", "office_plural") else i
        if after == i and kind == "office_plural":
            several, after = read_several(line, i)
            found += several
        if after == i:
            naming, after = _read_naming(line, i)
            found += [naming] if naming else []
    return found


def _openings(line: Stretch) -> list[int]:
    """Return the tokens that can be the first of a naming: of the words in small letters only a few can."""
    few = _low_openings()
    return [
        i
        for i, (kind, word) in enumerate(zip(line.kinds, line.words, strict=True))
        if kind not in _NEVER_FIRST or (word in few and kind in _SELDOM_FIRST)
    ]


@cache
def _low_openings() -> frozenset[str]:
    return name_words("modifier") | _BEFORE_LOW


def _read_naming(line: Stretch, i: int) -> tuple[Naming | None, int]:
    if line.kinds[i] == "office_low" and line.words[i - 1] == "the":
        twice, after = _named_twice(line, i)
        if twice:
            return twice, after
    group = (read_offices(line, i) or _low_offices(line, i)) if i <= line.last_office else None
    group = group or (_epithet(line, i) if line.kinds[i] == "country" else None)
    at = group.after if group else i
    apposed = bool(group) and line.words[at] == ","
    name_first, honorific = skip_honorifics(line, at + apposed)
    after = read_name(line, name_first, bound=bool(group) or honorific)
    closed = honorific or line.words[after] in (",", ".", "")
    if apposed and (after == name_first or not closed):
        apposed, name_first, after = False, at, at
    if after > name_first and not group and not honorific and _is_named_after(line, after):
        return None, after
    if after == name_first:
        return (_alone(line, group), group.after) if group else (None, i)
    words = tuple(t.text for t in line.tokens[name_first:after])
    states, organization, end = read_affiliation(line, skip_letters(line, after))
    if not group:
        group, end = _offices_after(line, end)
    elif not apposed:  # else what follows may be the next one's ("Minister of X, Ana Prado, Minister of Y, Luis Arias")
        group, end = _more_offices(line, group, end)
    states = states or (group.states if group else ())
    naming = Naming(
        start=line.tokens[i].start,
        end=line.tokens[end - 1].end,
        name_start=line.tokens[name_first].start,
        name_end=line.tokens[after - 1].end,
        name=line.text[line.tokens[name_first].start : line.tokens[after - 1].end],
        offices=group.names if group else (),
        nouns=group.nouns if group else (),
        states=states,
        organization=organization or (group.organization if group else None),
        honorific=honorific,
        title=line.words[name_first - 1].rstrip(".") if honorific else "",
        words=tuple(w.casefold() for w in words),
    )
    return naming, end


def _named_twice(line: Stretch, i: int) -> tuple[Naming | None, int]:
    """Return who has an office in small letters before that of the name ("the director general of X, Ambassador Y")."""
    group = read_offices(line, i, low=True)
    if group is None or line.words[group.after] != "," or line.kinds[group.after + 1] != "office":
        return None, i
    naming, after = _read_naming(line, group.after + 1)
    if naming is None or not naming.words:
        return None, i
    both = (*group.names, *naming.offices), (*group.nouns, *naming.nouns)
    states = naming.states or group.states
    return replace(naming, start=line.tokens[i].start, offices=both[0], nouns=both[1], states=states), after


def _more_offices(line: Stretch, group: Offices, i: int) -> tuple[Offices, int]:
    """Return an office group with those of the same person behind ("President X of Peru, Chair of the Forum,")."""
    behind = read_offices(line, skip_apposed(line, i + 1)) if line.words[i] == "," else None
    if behind is None or behind.after < i + 4:
        return group, i
    seat = behind.after + 2 * (line.words[behind.after] == "in")  # "X, Representative to the Bodies in Vienna,"
    whole = seat > behind.after or line.kinds[behind.after - 1] != "cap"
    if not whole or line.words[seat] not in (",", ".", ""):
        return group, i
    names, nouns = (*group.names, *behind.names), (*group.nouns, *behind.nouns)
    return group._replace(names=names, nouns=nouns, states=group.states or behind.states), seat


def _low_offices(line: Stretch, i: int) -> Offices | None:
    """Return an office group in small letters, bound by what stands before and behind it.

    "Peruvian foreign minister Ana Prado", "his Chilean counterpart Ana Prado", "the Chilean president, Ana Prado,".
    """
    kind, word = line.kinds[i], line.words[i]
    opening = kind == "office_low" and word[0].isupper()  # "Foreign minister X said"
    bound = kind in ("country", "demonym") or word in _BEFORE_LOW or opening
    if not bound and kind != "office_low" and word not in name_words("modifier"):
        return None
    group = read_offices(line, i + (word in _POSSESSIVES), low=True)
    if group is None:
        return None
    listed = line.words[i - 1] in JOINERS and group.after > i + 2  # ", Minister X and head of the Commission Y"
    if not (bound or listed or line.kinds[group.after] == "honorific"):  # "commercial counselor Mr. X"
        return None
    behind = group.after + (line.words[group.after] == ",")
    named = read_name(line, skip_honorifics(line, behind)[0], bound=False) > behind
    return group if named else None


def _is_named_after(line: Stretch, i: int) -> bool:
    """Return whether a capitalised noun follows a name: "Simon Bolivar University" is no person."""
    return line.kinds[i] in ("common", "portfolio") and line.words[i][:1].isupper()


def _epithet(line: Stretch, i: int) -> Offices | None:
    """Return the state of "China's top diplomat NAME": no office, but the nationality of who follows."""
    if line.words[i + 1] not in ("'", "’") or line.words[i + 2] != "s":
        return None
    at = i + 3
    while at < i + 3 + _LONGEST_EPITHET and line.kinds[at] in ("low", "office_low"):
        at += 1
    named = read_name(line, at, bound=False) >= at + 2
    return Offices(i, at, (), ("diplomat",), line.tokens[i].codes) if at > i + 3 and named else None


def _alone(line: Stretch, group: Offices) -> Naming:
    first, last = line.tokens[group.first], line.tokens[group.after - 1]
    return Naming(
        first.start, last.end, first.start, last.end, "", group.names, group.nouns, group.states, group.organization
    )


def _offices_after(line: Stretch, i: int) -> tuple[Offices | None, int]:
    """Return the office group that follows a name behind a comma or in brackets, and where it ends."""
    opening = line.words[i]
    if opening in (",", "("):
        first = i + 1 + (line.words[i + 1] in ("a", "an"))
        group = read_offices(line, skip_apposed(line, first), low=True, named=True)
        if group and opening == "(" and line.words[group.after] != ")":
            return None, i
        if group and line.kinds[group.after] not in ("cap", "honorific"):
            return group, group.after + (opening == "(")
    return None, i
