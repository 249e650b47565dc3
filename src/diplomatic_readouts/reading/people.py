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

from diplomatic_readouts.reading.office_tails import skip_the
from diplomatic_readouts.reading.offices import Offices, read_offices
from diplomatic_readouts.reading.tokens import Token, kind_at, name_like, name_words, text_at

_POSSESSIVES = frozenset(("his", "her", "its", "their", "His", "Her"))
_LONGEST_EPITHET = 3  # words, as in "top foreign policy adviser"
_JUNIOR = frozenset(("Jr.", "Sr.", "II", "III", "Jr", "Sr"))
_BEFORE_LOW = _POSSESSIVES | {"visiting", "Visiting"}


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
        """Return whether an office, an honorific or "of STATE" shows that this is a person."""
        return bool(self.nouns) or self.honorific or (len(self.words) > 1 and bool(self.states))

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
    group = read_offices(text, tokens, i) or _low_offices(text, tokens, i) or _epithet(tokens, i)
    at = group.after if group else i
    apposed = bool(group) and text_at(tokens, at) == ","
    name_first, honorific = _skip_honorifics(tokens, at + apposed)
    after = read_name(tokens, name_first, bound=bool(group) or honorific)
    closed = honorific or text_at(tokens, after) in (",", ".", "")
    if apposed and (after == name_first or not closed):
        apposed, name_first, after = False, at, at
    if after > name_first and not group and not honorific and _is_named_after(tokens, after):
        return None, after
    if after == name_first:
        return (_alone(tokens, group), group.after) if group else (None, i)
    words = tuple(t.text for t in tokens[name_first:after])
    states, organization, end = _affiliation(tokens, _skip_letters(tokens, after))
    if group:
        group, end = _more_offices(text, tokens, group, end)
    else:
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


def _more_offices(text: str, tokens: Sequence[Token], group: Offices, i: int) -> tuple[Offices, int]:
    """Return an office group with those of the same person behind ("President X of Peru, Chair of the Forum,")."""
    behind = read_offices(text, tokens, skip_the(tokens, i + 1)) if text_at(tokens, i) == "," else None
    whole = behind is not None and kind_at(tokens, behind.after - 1) != "cap" and behind.after >= i + 4
    if behind is None or not whole or text_at(tokens, behind.after) not in (",", ".", ""):
        return group, i
    names, nouns = (*group.names, *behind.names), (*group.nouns, *behind.nouns)
    return group._replace(names=names, nouns=nouns, states=group.states or behind.states), behind.after


def _low_offices(text: str, tokens: Sequence[Token], i: int) -> Offices | None:
    """Return an office group in small letters, bound by what stands before and behind it.

    "Peruvian foreign minister Ana Prado", "his Chilean counterpart Ana Prado", "the Chilean president, Ana Prado,".
    """
    opening = kind_at(tokens, i) == "office_low" and tokens[i].text[0].isupper()  # "Foreign minister X said"
    if kind_at(tokens, i) not in ("country", "demonym") and text_at(tokens, i) not in _BEFORE_LOW and not opening:
        return None
    group = read_offices(text, tokens, i + (text_at(tokens, i) in _POSSESSIVES), low=True)
    if group is None:
        return None
    behind = group.after + (text_at(tokens, group.after) == ",")
    named = read_name(tokens, _skip_honorifics(tokens, behind)[0], bound=False) > behind
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


def _skip_honorifics(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    first = i
    while kind_at(tokens, i) == "honorific" or (i > first and text_at(tokens, i) == "."):
        i += 1
    return i, i > first


def _skip_letters(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind letters that follow a name, with their commas (", MP,")."""
    at = i + (text_at(tokens, i) == ",")
    if kind_at(tokens, at) != "postnominal":
        return i
    while kind_at(tokens, at) == "postnominal":
        at += 1
    return at


def _offices_after(text: str, tokens: Sequence[Token], i: int) -> tuple[Offices | None, int]:
    """Return the office group that follows a name behind a comma or in brackets, and where it ends."""
    opening = text_at(tokens, i)
    if opening in (",", "("):
        first = i + 1 + (text_at(tokens, i + 1) in ("a", "an"))
        group = read_offices(text, tokens, skip_the(tokens, first), low=True, named=True)
        if group and opening == "(" and text_at(tokens, group.after) != ")":
            return None, i
        if group and kind_at(tokens, group.after) not in ("cap", "honorific"):
            return group, group.after + (opening == "(")
    return None, i


def _affiliation(tokens: Sequence[Token], i: int) -> tuple[tuple[str, ...], str | None, int]:
    """Return what "of STATE" or "of ORGANIZATION" behind a name says, and where it ends."""
    if text_at(tokens, i) not in ("of", "from"):
        return (), None, i
    at = skip_the(tokens, i + 1)
    kind = kind_at(tokens, at)
    if kind in ("country", "capital"):
        return tokens[at].codes, None, at + 1
    if kind == "demonym":
        return tokens[at].codes, None, at + 1 + (kind_at(tokens, at + 1) in ("common", "portfolio", "cap"))
    after = _behind_body(tokens, at)
    state = skip_the(tokens, after + 1)
    if after > at and text_at(tokens, after) == "of" and kind_at(tokens, state) == "country":
        return tokens[state].codes, None, state + 1  # "of the Ministry of Foreign Affairs of Peru"
    if kind in ("organization", "region"):
        return (), " ".join(t.text for t in tokens[at:after]), after
    return (), None, i


def _behind_body(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind the words of a body ("Ministry of Foreign Affairs"), or i."""
    after = i
    while True:
        linked = (
            after > i and text_at(tokens, after) == "of" and kind_at(tokens, skip_the(tokens, after + 1)) == "portfolio"
        )
        if linked:
            after = skip_the(tokens, after + 1)
        if kind_at(tokens, after) not in ("organization", "region", "portfolio", "common"):
            return after
        after += 1


def read_name(tokens: Sequence[Token], i: int, bound: bool) -> int:
    """Return where a name that starts at token i ends (i if there is none).

    `bound`: an office or honorific stands before it, so that a state's name may be a surname ("Prime Minister Jordan").
    """
    at = i
    while True:
        inner = at
        while at > i and kind_at(tokens, inner) == "particle":
            inner += 1
        if not _is_name_word(tokens, inner, bound, at > i):
            junior = at > i and text_at(tokens, at) == "," and text_at(tokens, at + 1) in _JUNIOR
            return at + 2 * junior
        at = inner + 1


def _is_name_word(tokens: Sequence[Token], i: int, bound: bool, within: bool) -> bool:
    kind = kind_at(tokens, i)
    if kind == "cap" or (bound and text_at(tokens, i) in name_words("surname")):
        return True
    if text_at(tokens, i) in name_words("leading_surname"):
        return kind_at(tokens, i + 1) == "cap"
    if (bound or within) and text_at(tokens, i) in name_words("calendar"):
        return kind_at(tokens, i + 1) != "number"
    if kind == "acronym":
        return bound or within
    if kind in ("country", "capital", "place"):
        alone = " " not in tokens[i].text and tokens[i].text[0].isupper()
        return alone and (bound or (_may_be_surname(tokens[i]) and (within or kind_at(tokens, i + 1) == "cap")))
    return False


def _may_be_surname(token: Token) -> bool:
    return token.text in name_like()
