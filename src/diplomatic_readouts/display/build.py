"""What a build has read in; out, what rich draws of it: a line for each page, and why there is none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from diplomatic_readouts.builder import BuildReport, Summary
from diplomatic_readouts.display.words import printable


def draw_summary(lines: Sequence[Summary]) -> RenderableType:
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


def draw_totals(report: BuildReport) -> RenderableType:
    """Return the table of what a build came to, where its pages are too many to be listed."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column("what")
    table.add_column("how many", justify="right")
    told = {
        "pages": report.pages,
        "read now": report.parsed,
        "taken over as they were": report.pages - report.parsed,
        "records": report.counts.get("readouts", 0),
        "skipped": report.skipped_count,
        "errors": report.error_count,
        "parts": report.parts,
        "pages a second": round(report.pages / max(report.seconds, 0.001)),
    }
    for what, count in told.items():
        table.add_row(what, f"{count:,}")
    return table


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "–"


def draw_left_out(word: str, name: str, reason: str) -> Text:
    """Return the line for a page with no record: "skipped" or "error", its name, why, and what to do."""
    told = reason if reason.startswith(name) else f"{name}: {reason}"
    return Text.assemble((f"{word}: ", "red" if word == "error" else "yellow"), printable(told))
