"""Who took part in the act reported."""

from __future__ import annotations

from pydantic import Field

from diplomatic_readouts.records.span import CountryCode, Record, Span
from diplomatic_readouts.records.vocabulary import Role


class Participant(Record):
    """One person, under the fullest name that the page prints."""

    id: str = Field(pattern=r"^p[1-9][0-9]*$", description="p1, p2, … in order of first appearance.")
    name: str = Field(description="Fullest form printed, without office or honorific.")
    country: CountryCode | None = Field(description="The state that the person serves, ISO 3166-1 alpha-3.")
    organization: str | None = Field(description="The bloc or organization the person serves, as printed.")
    offices: tuple[str, ...] = Field(description="As printed, one string per office, without nationality.")
    role: Role = Field(description="Part in the act, seen from the publisher.")
    mentions: tuple[Span, ...] = Field(
        description="Every place that names this person: full name, surname, or office as a name."
    )
