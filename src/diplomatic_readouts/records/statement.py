"""One sentence of the body: who says it, how the page tells so, and what it does."""

from __future__ import annotations

from pydantic import Field

from diplomatic_readouts.records.annotation import Formula, Mention, Pledge
from diplomatic_readouts.records.span import CountryCode, Span
from diplomatic_readouts.records.vocabulary import Act, Basis, Topic


class Cue(Span):
    """The reporting verb that ties speaker and content."""

    lemma: str = Field(description='Its dictionary form: "note" for "noted".')


class Statement(Span):
    """A sentence, exactly as in the text, with its attribution and its annotations."""

    id: str = Field(description="{readout id}/{index:03d}.")
    index: int = Field(ge=1, description="Place among the statements, from 1.")
    paragraph: int = Field(ge=1, description="Paragraph of the body, from 1.")
    item: int | None = Field(description='n of an enumeration "First, … Second, …", else null.')
    speaker: str | None = Field(description="Participant id, or null.")
    speaker_name: str | None = Field(description="The participant's name, or null.")
    speaker_country: CountryCode | None = Field(description="The state spoken for, also of an unnamed author or side.")
    speaker_organization: str | None = Field(description="The organization spoken for, or null.")
    basis: Basis = Field(description="How the text tells who speaks.")
    cue: Cue | None = Field(description="The reporting verb, or null.")
    content: tuple[Span, ...] = Field(description="What is said, without the attribution around it.")
    as_reported_by_other_side: bool | None = Field(
        description="Whether the publisher reports another side's words; null where either is unknown."
    )
    acts: tuple[Act, ...] = Field(description="What the sentence does, in order of appearance.")
    topics: tuple[Topic, ...] = Field(description="What it is about, most central first, at most three.")
    formulas: tuple[Formula, ...] = Field(description="Fixed expressions in it.")
    mentions: tuple[Mention, ...] = Field(description="Things named in it.")
    pledges: tuple[Pledge, ...] = Field(description="What a side says in it that it will do or give.")
