"""Tokens in; where a person's name starts and ends out, with honorifics before it and "of STATE" behind; a naming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.office_tails import skip_the
from diplomatic_readouts.reading.tokens import Token, kind_at, name_like, state_of, text_at

_JUNIOR = frozenset(("Jr.", "Sr.", "II", "III", "Jr", "Sr"))
_MOST_HONORIFICS = 12  # tokens, as in "His Excellency Hon. Prof. Dr."; more are no person's


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
    title: str = ""
    """The honorific right before the name."""
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


def skip_honorifics(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    """Return the token behind honorifics at i, and whether there are any."""
    first = i
    while i < first + _MOST_HONORIFICS:
        if kind_at(tokens, i) != "honorific" and (i == first or text_at(tokens, i) != "."):
            break
        i += 1
    return i, i > first


def skip_letters(tokens: Sequence[Token], i: int) -> int:
    """Return the token behind letters that follow a name, with their commas (", MP,")."""
    at = i + (text_at(tokens, i) == ",")
    if kind_at(tokens, at) != "postnominal":
        return i
    while kind_at(tokens, at) == "postnominal":
        at += 1
    return at


def read_affiliation(tokens: Sequence[Token], i: int) -> tuple[tuple[str, ...], str | None, int]:
    """Return what "of STATE" or "of ORGANIZATION" behind a name says, and where it ends."""
    if text_at(tokens, i) not in ("of", "from"):
        return (), None, i
    at = skip_the(tokens, i + 1)
    kind = kind_at(tokens, at)
    if kind in ("country", "capital"):
        return tokens[at].codes, None, at + 1
    if kind == "demonym":
        return tokens[at].codes, None, at + 1 + (kind_at(tokens, at + 1) in ("common", "portfolio", "cap"))
    if kind == "acronym":
        return (), tokens[at].text, at + 1  # "of the ACS"
    if kind == "organization" and (organ := state_of(tokens[at])):
        named = skip_the(tokens, at + 2) if text_at(tokens, at + 1) == "of" else at
        if kind_at(tokens, named) == "country":
            return tokens[named].codes, None, named + 1  # "of the State Council of Oman"
        return (organ,), None, at + 1  # "of the State Council"
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
        linked = linked or (after > i and text_at(tokens, after) == "and" and kind_at(tokens, after + 1) == "portfolio")
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
