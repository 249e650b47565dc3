"""One sentence of a page, with all that its own words tell."""

from __future__ import annotations

from dataclasses import dataclass, field

from diplomatic_readouts.reading.candidates import Subject
from diplomatic_readouts.reading.encounters import Encounter
from diplomatic_readouts.reading.names import Naming
from diplomatic_readouts.reading.speakers import Attribution
from diplomatic_readouts.reading.tokens import Token
from diplomatic_readouts.reading.verbs import FoundVerb


@dataclass(slots=True)
class Sentence:
    """One sentence of the body, at offsets of the whole text."""

    start: int
    end: int
    paragraph: int
    opens: bool
    """Whether it is the first of its paragraph."""
    lists: bool
    """Whether it is a list of those who took part."""
    tokens: list[Token] = field(default_factory=list)
    namings: list[Naming] = field(default_factory=list)
    verbs: list[FoundVerb] = field(default_factory=list)
    subjects: list[Subject] = field(default_factory=list)
    attribution: Attribution | None = None
    encounter: Encounter | None = None
    attends: bool = False
    """Whether it tells who was present."""
    recalls: bool = False
    """Whether it tells of an earlier act within somebody's words."""
    asks: bool = False
    """Whether it is part of a question put to the speaker ("Q: …")."""

    @property
    def first_subject(self) -> Subject | None:
        """Return the first subject, or None."""
        return self.subjects[0] if self.subjects else None
