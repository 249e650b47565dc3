"""Where a readout comes from and what event it reports."""

from __future__ import annotations

import datetime

from pydantic import Field

from diplomatic_readouts.records.span import CountryCode, Given, Record, Span
from diplomatic_readouts.records.vocabulary import Layout, PublisherBasis, SegmentKind, SourceFormat


class Source(Record):
    """The file, archive member or row that was read."""

    name: str = Field(description="File name, without folders.")
    url: str | None = Field(description="Where the page was published, if the source says so.")
    sha256: str = Field(
        pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the bytes read, or of a row's text in UTF-8."
    )
    format: SourceFormat = Field(description="What kind of file it is.")
    language: str = Field(pattern=r"^[a-z]{2}$", description="ISO 639-1 code of the text's language.")
    layout: Layout = Field(description="Which page layout was recognised.")


class Publisher(Record):
    """Who issued the page."""

    name: str | None = Field(description="As printed, or null.")
    country: CountryCode | None = Field(description="ISO 3166-1 alpha-3 of the issuing government, or null.")
    basis: PublisherBasis = Field(description="Whether the page states it, it was deduced, or it is unknown.")
    span: Span | None = Field(description="The words that tell, or null.")


class Stamp(Record):
    """A printed date of publication or update."""

    date: datetime.date = Field(description="ISO 8601 date.")
    time: str | None = Field(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", description="Local time HH:MM as printed, or null."
    )
    span: Given = Field(description="The stamp as printed.")


class Event(Record):
    """The act that the page reports: when and where it took place."""

    start: datetime.date | None = Field(description="First day, ISO 8601, or null.")
    end: datetime.date | None = Field(description="Last day of several; null for one day.")
    date_span: Span | None = Field(description="The words that give the day.")
    local_time: bool = Field(description='Whether the page says "local time" of the day.')
    occasion: Span | None = Field(description="The larger event it took place at, as printed.")
    venue: Span | None = Field(description="The named building or hall.")
    city: Span | None = Field(description="The city as printed.")
    country: CountryCode | None = Field(description="ISO 3166-1 alpha-3 of where it took place, or null.")


class Segment(Record):
    """A piece of the page; all segments joined are its text."""

    kind: SegmentKind = Field(description="What the piece is.")
    start: int = Field(ge=0, description="First code point.")
    end: int = Field(ge=0, description="One past the last code point.")
