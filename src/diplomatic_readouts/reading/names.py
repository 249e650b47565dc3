"""Tokens in; where a person's name starts and ends out, with honorifics before it and "of STATE" behind; a naming."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from diplomatic_readouts.reading.cutting import name_words
from diplomatic_readouts.reading.office_tails import skip_the
from diplomatic_readouts.reading.tokens import Stretch, name_like, state_of

_JUNIOR = frozenset(("Jr.", "Sr.", "II", "III", "Jr", "Sr"))
_NEVER_IN_NAMES = frozenset(
    ("low", "particle", "punct", "number", "")
)  # kinds of words with no capital, as surnames have
_MOST_HONORIFICS = 12  # tokens, as in "His Excellency Hon. Prof. Dr."; more are no person's


@dataclass(slots=True)
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


def skip_honorifics(line: Stretch, i: int) -> tuple[int, bool]:
    """Return the token behind honorifics at i, and whether there are any."""
    first = i
    while i < first + _MOST_HONORIFICS:
        if line.kinds[i] != "honorific" and (i == first or line.words[i] != "."):
            break
        i += 1
    return i, i > first


def skip_letters(line: Stretch, i: int) -> int:
    """Return the token behind letters that follow a name, with their commas (", MP,")."""
    at = i + (line.words[i] == ",")
    if line.kinds[at] != "postnominal":
        return i
    while line.kinds[at] == "postnominal":
        at += 1
    return at


def read_affiliation(line: Stretch, i: int) -> tuple[tuple[str, ...], str | None, int]:
    """Return what "of STATE" or "of ORGANIZATION" behind a name says, and where it ends."""
    if line.words[i] not in ("of", "from"):
        return (), None, i
    at = skip_the(line, i + 1)
    kind = line.kinds[at]
    if kind in ("country", "capital"):
        return line.tokens[at].codes, None, at + 1
    if kind == "demonym":
        return line.tokens[at].codes, None, at + 1 + (line.kinds[at + 1] in ("common", "portfolio", "cap"))
    if kind == "acronym":
        return (), line.tokens[at].text, at + 1  # "of the ACS"
    if kind == "organization" and (organ := state_of(line.tokens[at])):
        named = skip_the(line, at + 2) if line.words[at + 1] == "of" else at
        if line.kinds[named] == "country":
            return line.tokens[named].codes, None, named + 1  # "of the State Council of Oman"
        return (organ,), None, at + 1  # "of the State Council"
    after = _behind_body(line, at)
    state = skip_the(line, after + 1)
    if after > at and line.words[after] == "of" and line.kinds[state] == "country":
        return line.tokens[state].codes, None, state + 1  # "of the Ministry of Foreign Affairs of Peru"
    if kind in ("organization", "region"):
        return (), " ".join(t.text for t in line.tokens[at:after]), after
    return (), None, i


def _behind_body(line: Stretch, i: int) -> int:
    """Return the token behind the words of a body ("Ministry of Foreign Affairs"), or i."""
    after = i
    while True:
        linked = after > i and line.words[after] == "of" and line.kinds[skip_the(line, after + 1)] == "portfolio"
        linked = linked or (after > i and line.words[after] == "and" and line.kinds[after + 1] == "portfolio")
        if linked:
            after = skip_the(line, after + 1)
        if line.kinds[after] not in ("organization", "region", "portfolio", "common"):
            return after
        after += 1


def read_name(line: Stretch, i: int, bound: bool) -> int:
    """Return where a name that starts at token i ends (i if there is none).

    `bound`: an office or honorific stands before it, so that a state's name may be a surname ("Prime Minister Jordan").
    """
    at = i
    while True:
        inner = at
        while at > i and line.kinds[inner] == "particle":
            inner += 1
        if line.kinds[inner] != "cap" and not _is_name_word(line, inner, bound, at > i):
            junior = at > i and line.words[at] == "," and line.words[at + 1] in _JUNIOR
            return at + 2 * junior
        at = inner + 1


def _is_name_word(line: Stretch, i: int, bound: bool, within: bool) -> bool:
    """Return whether a word that is no plain capitalised one is part of a name."""
    kind, word = line.kinds[i], line.words[i]
    if kind in _NEVER_IN_NAMES:
        return False
    if bound and word in name_words("surname"):
        return True
    if word in name_words("leading_surname"):
        return line.kinds[i + 1] == "cap"
    if (bound or within) and word in name_words("calendar"):
        return line.kinds[i + 1] != "number"
    if kind == "acronym":
        return bound or within
    if kind in ("country", "capital", "place"):
        alone = " " not in word and word[0].isupper()
        return alone and (bound or (word in name_like() and (within or line.kinds[i + 1] == "cap")))
    return False
