"""What a sentence holds: fixed formulas, things mentioned, pledges."""

from __future__ import annotations

from pydantic import Field

from diplomatic_readouts.records.span import Span
from diplomatic_readouts.records.vocabulary import FormulaId, Instrument, MentionKind, PledgeStatus


class Formula(Span):
    """A fixed expression of the genre, with who is said to hold it."""

    id: FormulaId = Field(description="Which formula.")
    holder: str | None = Field(
        description='Alpha-3 code or bloc short name of who holds, supports or opposes it; "ALL" for all sides; '
        "null where it is only mentioned."
    )
    tier: str | None = Field(description="For a partnership, its tier as printed; else null.")


class Mention(Span):
    """A thing that the sentence names."""

    kind: MentionKind = Field(description="What kind of thing.")
    value: str | None = Field(
        description="Person: full name as printed on the page; country: alpha-3; organization, initiative, "
        "agreement, event: lexicon id or null; place: alpha-3 of its state or null; money: amount and ISO 4217 "
        "code; date: ISO 8601 day, month, year, or a range with a slash."
    )


class Pledge(Span):
    """Something that a side says it will do or give; the span is the action."""

    actor: str | None = Field(description="Alpha-3 code or bloc short name of who will do it, or null.")
    recipient: str | None = Field(description="Alpha-3 code or bloc short name of whom it goes to, or null.")
    instrument: Instrument = Field(description="What kind of thing is pledged.")
    specific: bool = Field(description="Whether one could check that it happened.")
    amount: str | None = Field(
        pattern=r"^[0-9]+(\.[0-9]+)?$", description="Money in units of currency, as a decimal string."
    )
    currency: str | None = Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code, or null.")
    status: PledgeStatus = Field(description="New, announced before, or done.")
    announced_by: str | None = Field(description="The person said to have announced it, or null.")
