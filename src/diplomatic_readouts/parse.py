"""A page in, its record out: every stage, top to bottom. Read this first."""

from __future__ import annotations

import hashlib
from pathlib import Path

from diplomatic_readouts.reading.annotations import make_statements
from diplomatic_readouts.reading.event import anchor_of, read_event
from diplomatic_readouts.reading.language import check_english
from diplomatic_readouts.reading.layout import Layout, read_layout
from diplomatic_readouts.reading.mentions import find_mentions
from diplomatic_readouts.reading.metadata import find_leads, read_kind
from diplomatic_readouts.reading.page import read_page
from diplomatic_readouts.reading.participants import find_participants
from diplomatic_readouts.reading.publisher import read_publisher
from diplomatic_readouts.reading.scene import read_scene
from diplomatic_readouts.reading.source import SourceText, read_source, text_source
from diplomatic_readouts.reading.statements import read_statements
from diplomatic_readouts.records import SCHEMA_VERSION, Event, Publisher, Readout, Source, Stamp


def read_file(path: Path | str) -> Readout:
    """Return the record of the page in a file.

    Raises UnreadableSource, LanguageNotRead or NotAReadout, each with what to do.
    """
    return parse_source(read_source(Path(path)))


def parse_readout(text: str, name: str = "text") -> Readout:
    """Return the record of a page's text; raises as `read_file` does."""
    return parse_source(text_source(text, name))


def parse_source(source: SourceText) -> Readout:
    """Return the record of a source that has been read."""
    check_english(source.text, source.name)
    layout = read_layout(source)
    page = read_page(source.text, layout)
    leads = find_leads(page)
    kind = read_kind(page, layout, leads, source.name)
    publisher = read_publisher(source, layout, page)
    event = read_event(page, layout, kind, leads, publisher.country)
    participants = find_participants(page, layout, kind, publisher.country, event.country)
    scene = read_scene(page, layout, kind, publisher.country, participants)
    said = read_statements(page, scene)
    anchor = event.start or anchor_of(layout)
    readout_id = make_id(source.text, publisher, event, layout.published)
    mentions = [find_mentions(page, sentence, anchor) for sentence in page.sentences]
    statements = make_statements(readout_id, said, scene, mentions)
    return Readout(
        id=readout_id,
        schema_version=SCHEMA_VERSION,
        source=make_source(source, layout),
        text=source.text,
        title=layout.title,
        kind=kind,
        publisher=publisher,
        published=layout.published,
        updated=layout.updated,
        event=event,
        participants=participants,
        statements=statements,
        segments=layout.segments,
    )


def make_source(source: SourceText, layout: Layout) -> Source:
    """Return what the record says of its source."""
    return Source(
        name=source.name,
        url=source.url,
        sha256=source.sha256,
        format=source.format,
        language="en",
        layout=layout.name,
    )


def make_id(text: str, publisher: Publisher, event: Event, published: Stamp | None) -> str:
    """Return publisher's state or xxx, event day or day of publication or undated, and the start of the text's hash."""
    day = event.start or (published and published.date) or "undated"
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return f"{(publisher.country or 'xxx').lower()}-{day}-{digest[:12]}"
