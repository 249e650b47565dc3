"""A sentence with its speaker, before it is annotated: what statements.py gives and annotations.py takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from diplomatic_readouts.records import Cue, Participant, Span
from diplomatic_readouts.records.vocabulary import Basis, Kind


@dataclass(frozen=True)
class Scene:
    """What a whole page says about who faces whom; states are alpha-3 codes, blocs short names ("LAC")."""

    kind: Kind
    publisher: str | None
    """The state whose account it is."""
    parties: tuple[str, ...]
    """The sides of the act: the publisher's state first, then states and blocs in order of appearance."""
    participants: tuple[Participant, ...] = ()
    bare: frozenset[str] = frozenset()
    """The office of the publisher's own figure where the lead leaves him unnamed ("The President met with …")."""
    teller: Participant | None = None
    """Who tells the whole page of what others did."""
    own_words: bool = False
    """Whether the text is given whole as somebody's own: an article, a spokesperson's statement."""

    @cached_property
    def by_name(self) -> Mapping[str, Participant]:
        """The participants by name, of two with one name the first."""
        return {p.name: p for p in reversed(self.participants)}

    @cached_property
    def leads(self) -> tuple[Participant, ...]:
        """The participants whom the page is about."""
        return tuple(p for p in self.participants if p.role in ("principal", "chair"))

    @cached_property
    def voices(self) -> tuple[Participant, ...]:
        """The participants who may speak: all who do more than attend."""
        return tuple(p for p in self.participants if p.role != "attendee")

    def others(self, party: str | None) -> tuple[str, ...]:
        """Return the sides that face a party."""
        return tuple(p for p in self.parties if p != party)


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence and who says it."""

    sentence: Span
    paragraph: int
    item: int | None
    speaker: Participant | None
    country: str | None
    organization: str | None
    basis: Basis
    cue: Cue | None
    content: tuple[Span, ...]
