"""What the command line shows: records, reports and tables in; what rich draws, or text, out.

Nothing is printed here and nothing is read. Text of a page is shown with its control characters blanked, so that no
page can steer the terminal; offsets stay as they are.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from diplomatic_readouts.records import Participant, Readout, Span, Statement
from diplomatic_readouts.writing.jsonl import plain_json

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "bright_red")
_SIDE_COLOUR = "bright_cyan"
_BLANKS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)), " ")
"""Control characters, line separators and marks that turn the direction of writing."""


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


def printable(text: str) -> str:
    r"""Return the text on one line, each control character as one blank.

    >>> printable("one\ntwo\x1b[31m")
    'one two [31m'
    """
    return text.translate(_BLANKS)


# ------------------------------------------------------------------------------------------------------- one page


def draw_readout(readout: Readout) -> RenderableType:
    """Return a page's account: its header, who took part, then each sentence with its speaker and how that is told."""
    colours = {p.id: _COLOURS[i % len(_COLOURS)] for i, p in enumerate(readout.participants)}
    parts: list[RenderableType] = [*_header(readout), Text(), _people(readout.participants, colours)]
    paragraph = 0
    for statement in readout.statements:
        if statement.paragraph != paragraph:
            paragraph = statement.paragraph
            parts.append(Text(f"\nparagraph {paragraph}", style="dim"))
        parts.extend(_sentence(statement, readout, colours))
    return Group(*parts)


def _header(readout: Readout) -> Iterator[Text]:
    """Yield the headline, the act, and whose account it is."""
    yield Text(printable(readout.title.text) if readout.title else "(no title)", style="bold")
    event = readout.event
    days = " to ".join(str(day) for day in (event.start, event.end) if day)
    place = ", ".join(
        [printable(s.text) for s in (event.venue, event.city) if s] + ([event.country] if event.country else [])
    )
    yield Text(" · ".join(part for part in (readout.kind, days, place) if part))
    if event.occasion:
        yield Text(f"at: {printable(event.occasion.text)}")
    yield Text(_account(readout), style="italic")
    yield Text(readout.id, style="dim")


def _account(readout: Readout) -> str:
    """Return whose account the page is, how that is known, and when it was issued."""
    publisher = readout.publisher
    name = printable(publisher.name) if publisher.name else None
    who = f"{name} ({publisher.country})" if name and publisher.country else name or publisher.country
    told = f"an account by {who}, {publisher.basis}" if who else "an account by an unknown publisher"
    stamps = [("published", readout.published), ("updated", readout.updated)]
    dates = [f"{word} {s.date}{f' {s.time}' if s.time else ''}" for word, s in stamps if s]
    return " · ".join([told, *dates])


def _people(people: Sequence[Participant], colours: Mapping[str, str]) -> RenderableType:
    """Return who took part, one a line."""
    if not people:
        return Text("no participant is named", style="dim")
    table = Table.grid(padding=(0, 2))
    for person in people:
        serves = person.country or person.organization or "?"
        offices = printable(", ".join(person.offices))
        table.add_row(Text(printable(person.name), style=colours[person.id]), printable(serves), person.role, offices)
    return table


def _sentence(statement: Statement, readout: Readout, colours: Mapping[str, str]) -> Iterator[RenderableType]:
    """Yield who speaks and how the page tells it, the sentence, and the formulas and pledges in it."""
    colour = colours.get(statement.speaker or "", _SIDE_COLOUR if statement.speaker_country else "")
    line = Text(f"{statement.index:>3} ")
    line.append(_speaker(statement), style=f"bold {colour}".strip())
    line.append(f" · {statement.basis}")
    if statement.cue:
        line.append(f" · {statement.cue.lemma}")
    if statement.as_reported_by_other_side:
        line.append(f" · as reported by {readout.publisher.country or readout.publisher.name}", style="italic")
    yield line
    yield Padding(_words(statement, colour), (0, 0, 0, 4))
    for note in _notes(statement):
        yield Padding(Text(note, style="dim"), (0, 0, 0, 4))


def _speaker(statement: Statement) -> str:
    """Return who speaks as one name: the person and the side, the side alone, or a dash."""
    serves = statement.speaker_country or statement.speaker_organization
    if statement.speaker_name:
        return printable(f"{statement.speaker_name} ({serves})" if serves else statement.speaker_name)
    return printable(serves) if serves else "–"


def _words(statement: Statement, colour: str) -> Text:
    """Return the sentence with what is said in the speaker's colour, the cue in bold and formulas underlined."""
    words = Text(printable(statement.text))
    marks: list[tuple[Span, str]] = [(span, colour) for span in statement.content if colour]
    marks += [(formula, "underline") for formula in statement.formulas]
    marks += [(statement.cue, "bold")] if statement.cue else []
    for span, style in marks:
        words.stylize(style, span.start - statement.start, span.end - statement.start)
    return words


def _notes(statement: Statement) -> Iterator[str]:
    """Yield a line for the formulas with their holders, and one for each pledge."""
    if statement.formulas:
        held = [f"{f.id} ({f.holder})" if f.holder else f.id for f in statement.formulas]
        yield f"formulas: {', '.join(held)}"
    for pledge in statement.pledges:
        money = f", {pledge.amount} {pledge.currency or ''}".rstrip() if pledge.amount else ""
        yield f"pledge: {pledge.actor or '?'} to {pledge.recipient or '?'}, {pledge.instrument}{money}, {pledge.status}"


# ------------------------------------------------------------------------------------------------------ a build


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


# ------------------------------------------------------------------------------------------------------ tables


def draw_tables(tables: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Return the list of tables, each with ``table``, ``rows`` and the names of its ``columns``."""
    drawn = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    drawn.add_column("table")
    drawn.add_column("rows", justify="right")
    drawn.add_column("columns")
    for line in tables:
        drawn.add_row(line["table"], str(line["rows"]), ", ".join(line["columns"]))
    return drawn


def rows_as_json(rows: Iterable[dict[str, Any]]) -> str:
    """Return rows as a JSON array, one row a line, days in ISO 8601."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in rows)
    return f"[{lines}]" if not lines else f"[\n{lines}\n]"


def rows_as_csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> str:
    """Return rows as CSV: null is empty, days are ISO 8601, lists and truth values are JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [row[column] for column in columns]
        writer.writerow([plain_json(cell) if isinstance(cell, list | bool) else cell for cell in cells])
    return text.getvalue()
