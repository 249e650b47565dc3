"""The record of one page, and the questions one asks it."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from diplomatic_readouts.records.metadata import Event, Publisher, Segment, Source, Stamp
from diplomatic_readouts.records.participant import Participant
from diplomatic_readouts.records.span import Given, Record
from diplomatic_readouts.records.statement import Statement
from diplomatic_readouts.records.vocabulary import FormulaId, Kind, Topic


class Readout(Record):
    """One page: who met whom, when, where, and who said what, for which state, in whose account."""

    id: str = Field(
        pattern=r"^([a-z]{3})-([0-9]{4}-[0-9]{2}-[0-9]{2}|undated)-[0-9a-f]{12}$",
        description="Publisher country or xxx, day of event or publication or undated, start of the text's SHA-256.",
    )
    schema_version: str = Field(pattern=r"^[0-9]+\.[0-9]+$", description="Version of this contract.")
    source: Source = Field(description="What was read.")
    text: str = Field(description="The page's text; all spans point into it, in code points.")
    title: Given | None = Field(description="The headline as printed, or null.")
    kind: Kind = Field(description="What diplomatic act the page reports.")
    publisher: Publisher = Field(description="Whose account it is.")
    published: Stamp | None = Field(description="When the page says it was issued.")
    updated: Stamp | None = Field(description='The "Updated:" stamp.')
    event: Event = Field(description="The act reported.")
    participants: tuple[Participant, ...] = Field(description="Who took part, in order of first appearance.")
    statements: tuple[Statement, ...] = Field(description="The sentences of the body, in order.")
    segments: tuple[Segment, ...] = Field(description="Pieces that joined are the text.")

    def participant(self, name: str) -> Participant:
        """Return the participant of that name or id; KeyError lists the names there are."""
        for person in self.participants:
            if name in (person.name, person.id):
                return person
        raise KeyError(f"no participant {name!r} among {[p.name for p in self.participants]}")

    def speakers(self) -> tuple[Participant, ...]:
        """Return the participants to whom at least one statement is attributed, in order of appearance."""
        heard = {s.speaker for s in self.statements}
        return tuple(p for p in self.participants if p.id in heard)

    def said_by(self, name: str) -> tuple[Statement, ...]:
        """Return the statements of the participant with that name or id."""
        speaker = self.participant(name).id
        return tuple(s for s in self.statements if s.speaker == speaker)

    def said_for(self, country: str) -> tuple[Statement, ...]:
        """Return the statements made for a state (ISO 3166-1 alpha-3)."""
        return tuple(s for s in self.statements if s.speaker_country == country)

    def about(self, topic: Topic) -> tuple[Statement, ...]:
        """Return the statements on a topic."""
        return tuple(s for s in self.statements if topic in s.topics)

    def with_formula(self, formula: FormulaId) -> tuple[Statement, ...]:
        """Return the statements in which a formula occurs."""
        return tuple(s for s in self.statements if any(f.id == formula for f in s.formulas))

    def holders(self, formula: FormulaId) -> tuple[str, ...]:
        """Return who is said to hold a formula, each once, in order of appearance."""
        found = (f.holder for s in self.statements for f in s.formulas if f.id == formula)
        return tuple(dict.fromkeys(h for h in found if h is not None))

    def day(self) -> date | None:
        """Return the first day of the act that it reports, else the day of issue; None where it has neither."""
        return self.event.start or (self.published.date if self.published else None)

    def counterpart_countries(self) -> tuple[str, ...]:
        """Return the states of the participants other than the publisher's, in order of appearance."""
        states = (p.country for p in self.participants)
        return tuple(dict.fromkeys(c for c in states if c and c != self.publisher.country))
