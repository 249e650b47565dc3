"""Places in a text: the base of every value that points at its evidence."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
"""An ISO 3166-1 alpha-3 code."""


class Record(BaseModel):
    """The common ground of all models: frozen, strict, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Span(Record):
    """A stretch of the readout's text."""

    start: int = Field(ge=0, description="First code point, counted from 0.")
    end: int = Field(ge=0, description="One past the last code point: the span is half-open.")
    text: str = Field(description="The words between start and end, exactly.")


class Given(Record):
    """Words that stand in the text, or that came beside it (front matter, HTML head, a column)."""

    start: int | None = Field(description="First code point, or null where the words are not in the text.")
    end: int | None = Field(description="One past the last code point, or null.")
    text: str = Field(description="The words, exactly.")
