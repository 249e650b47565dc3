"""One record in; out, what rich draws of it: an account of the page, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from diplomatic_readouts.display.words import printable
from diplomatic_readouts.records import Participant, Readout, Span, Statement

_COLOURS = ("cyan", "magenta", "green", "yellow", "blue", "bright_red")
_SIDE_COLOUR = "bright_cyan"


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
