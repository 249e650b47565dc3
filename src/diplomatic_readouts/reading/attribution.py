"""A sentence with its speaker, before it is annotated: what statements.py gives and annotations.py takes."""

from __future__ import annotations

from dataclasses import dataclass

from diplomatic_readouts.records import Cue, Participant, Span
from diplomatic_readouts.records.vocabulary import Basis, Kind


@dataclass(frozen=True, slots=True)
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
