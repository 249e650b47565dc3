"""What a build has read in; out, what rich draws of it: a line for each page, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from diplomatic_readouts.display.words import printable
from diplomatic_readouts.records import Readout


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One page of a build, as its summary tells it."""

    name: str
    kind: str
    publisher: str | None
    date: str | None
    participants: int
    statements: int
    with_speaker: int
    """Statements with a person, a state or an organization that speaks."""


def read_summary(readout: Readout) -> SummaryLine:
    """Return a record's line in the summary of a build."""
    day = readout.event.start or (readout.published.date if readout.published else None)
    heard = [s for s in readout.statements if s.speaker or s.speaker_country or s.speaker_organization]
    return SummaryLine(
        name=readout.source.name,
        kind=readout.kind,
        publisher=readout.publisher.country or readout.publisher.name,
        date=str(day) if day else None,
        participants=len(readout.participants),
        statements=len(readout.statements),
        with_speaker=len(heard),
    )


def draw_summary(lines: Sequence[SummaryLine]) -> RenderableType:
    """Return the table of what a build has read, with totals."""
    said, heard = sum(x.statements for x in lines), sum(x.with_speaker for x in lines)
    table = Table(show_footer=len(lines) > 1, box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("page", footer=f"{len(lines)} pages", overflow="fold")
    for column in ("kind", "publisher", "date"):
        table.add_column(column)
    table.add_column("participants", justify="right", footer=str(sum(x.participants for x in lines)))
    table.add_column("statements", justify="right", footer=str(said))
    table.add_column("with a speaker", justify="right", footer=_share(heard, said))
    for line in lines:
        counts = str(line.participants), str(line.statements), _share(line.with_speaker, line.statements)
        told = (line.name, line.kind, line.publisher or "unknown", line.date or "undated")
        table.add_row(*(Text(printable(cell)) for cell in told), *counts)
    return table


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def draw_left_out(word: str, name: str, reason: str) -> Text:
    """Return the line for a page with no record: "skipped" or "error", its name, why, and what to do."""
    told = reason if reason.startswith(name) else f"{name}: {reason}"
    return Text.assemble((f"{word}: ", "red" if word == "error" else "yellow"), printable(told))
