"""Namings of a whole page in; its persons out, each under the fullest name, with state, offices and places.

"Wang", "Minister Wang" and "Wang Yi" are one person where the shorter name's words stand in the longer one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.tokens import Token, set_apart


@dataclass(slots=True)
class Person:
    """Someone whom the page names."""

    name: str
    words: tuple[str, ...]
    states: tuple[str, ...] = ()
    country: str | None = None
    """The state the page prints beside the person; None where it prints none."""
    organization: str | None = None
    offices: tuple[str, ...] = ()
    whole: bool = False
    """Whether the offices stand beside the whole name."""
    nouns: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    """The honorifics right before the name ("Mme.")."""
    places: list[tuple[int, int]] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Return where the person is first named."""
        return self.places[0][0] if self.places else 0


class Cast:
    """The persons of a page."""

    def __init__(self, body: Sequence[Naming], beside: Sequence[Naming], known: frozenset[str]) -> None:
        """Gather persons from namings of the body, then of byline and title; `known` states are plainly named."""
        self.persons: list[Person] = []
        self._known = known
        self._by_word: dict[str, list[Person]] = {}
        self._found: dict[tuple[tuple[str, ...], ...], Person | None] = {}
        full = [n.words for n in body if len(n.words) > 1]
        beside = [n for n in beside if not any(w != n.words and _varies(n.words, w) for w in full)]
        for naming in sorted((*body, *beside), key=lambda n: (-len(n.words), n.start)):
            if naming.words and not self._holders(naming.words):
                person = Person(naming.name, naming.words)
                self.persons.append(person)
                for word in set(person.words):
                    self._by_word.setdefault(word, []).append(person)
        for naming in (*body, *beside):
            self._add(naming)
        for person in self.persons:
            person.places.sort()
        self.persons.sort(key=lambda p: p.first)

    def _add(self, naming: Naming) -> None:
        person = self._find(naming)
        if person is None or not naming.words:
            return
        if naming.name_start >= 0:
            person.places.append((naming.name_start, naming.name_end))
        person.nouns.update(naming.nouns)
        person.titles.update([naming.title] if naming.title else [])
        person.organization = person.organization or naming.organization
        person.states = person.states or naming.states
        person.country = person.country or resolve(naming.states, self._known)
        full = naming.words == person.words
        fuller = len(naming.offices) > len(person.offices) or (not person.whole and len(naming.words) > 1)
        if naming.offices and (not person.offices or (full and fuller)):
            person.offices, person.whole = naming.offices, full

    def find(self, naming: Naming) -> Person | None:
        """Return the person whose name holds the naming's words; of several, the one with that office or state."""
        asked = (naming.words, naming.nouns, (naming.title,))
        if asked not in self._found:
            self._found[asked] = self._find(naming)
        return self._found[asked]

    def _find(self, naming: Naming) -> Person | None:
        found = self._holders(naming.words)
        if len(found) > 1 and naming.nouns:
            found = [p for p in found if p.nouns & set(naming.nouns)] or found
        if len(found) > 1 and naming.title:
            found = [p for p in found if naming.title in p.titles] or found
        return found[0] if len(found) == 1 or (found and found[0].words == naming.words) else None

    def named_in(self, start: int, end: int) -> list[Person]:
        """Return those named between two places of the text."""
        return [p for p in self.persons if any(start <= a < end for a, _ in p.places)]

    def _holders(self, words: tuple[str, ...]) -> list[Person]:
        """Return those whose name holds the words."""
        known = min((self._by_word.get(word, ()) for word in words), key=len, default=())
        return [p for p in known if _holds(p.words, words)]


def _varies(name: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether a headline's name holds a name of the body, has its surname, or opens with words of it.

    "Joe Fane" for "Joseph R. Fane", "Prado Visit" for "Ana Prado" in "Minister Prado Visit School".
    """
    opens = any(_holds(other, name[:n]) for n in range(1, len(name)))
    return opens or _holds(name, other) or _surname(name) == _surname(other)


def _surname(name: tuple[str, ...]) -> str:
    return next((w for w in reversed(name) if w.rstrip(".") not in ("jr", "sr", ",")), name[-1])


def _holds(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(words)
    if size == 1:
        return words[0] in name
    return size > 0 and any(name[i : i + size] == words for i in range(len(name) - size + 1))


def resolve(states: Sequence[str], known: Iterable[str]) -> str | None:
    """Return the one state that is meant: an ambiguous demonym counts only where the page names one of its states."""
    if not states:
        return None
    if len(states) == 1 or len(set(states)) == 1:
        return states[0]
    named = set(states) & set(known)
    return named.pop() if len(named) == 1 else None


def plain_states(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the states that the tokens name without ambiguity."""
    named = [(t.text, t.codes) for t in tokens if t.kind in ("country", "demonym", "capital")]
    return frozenset(codes[0] for text, codes in named if len(set(codes)) == 1 and text not in set_apart())


def foremost(counts: Counter[str], times: float = 1) -> str | None:
    """Return what is counted more than `times` as often as anything else, or None."""
    ranked = counts.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > times * ranked[1][1]) else None
