"""The differences of two builds in; out, what rich draws of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from diplomatic_readouts.diff import OTHER, OUTCOMES, Change, Diff, Outcome, PageDiff
from diplomatic_readouts.display.told import label_of, place_of, told
from diplomatic_readouts.display.words import printable, shortened
from diplomatic_readouts.records import Participant, Readout, Statement

_MARKS: dict[Outcome, tuple[str, str]] = {"gained": ("+", "green"), "lost": ("-", "red"), "changed": ("~", "yellow")}
_MOST_CHARACTERS = 70


def draw_diff(diff: Diff) -> Iterator[RenderableType]:
    """Yield what changed, page by page, and a table of how much did; one line alone where nothing did."""
    yield from (_line("lost", f"page {_name(readout)}") for readout in diff.only_old)
    yield from (_line("gained", f"page {_name(readout)}") for readout in diff.only_new)
    for page in diff.pages:
        yield from _page(page)
    if not diff.is_empty:
        yield Text()
        yield _counts(diff)
    yield Text(f"pages with the same record in both: {diff.same}")


def _counts(diff: Diff) -> Table:
    """Return the table of how much was gained, lost and changed."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("in all")
    for outcome in OUTCOMES:
        table.add_column(outcome, justify="right")
    for group, counts in diff.counts().items():
        table.add_row(group, *(str(counts[outcome]) for outcome in OUTCOMES))
    return table


def _line(outcome: Outcome, words: str, indent: str = "") -> Text:
    """Return a line with the mark of what happened: + gained, - lost, ~ changed."""
    mark, colour = _MARKS[outcome]
    return Text.assemble(indent, (mark, colour), f" {words}")


def _name(readout: Readout) -> str:
    return f"{printable(readout.source.name)} ({readout.id})"


def _page(page: PageDiff) -> Iterator[Text]:
    """Yield the changes of one page, those in a sentence below its first words."""
    yield _line("changed", f"page {_name(page.new)}")
    for where, changes in groupby(page.changes, key=lambda change: change.where):
        if isinstance(where, Statement):
            yield from _sentence(where, list(changes))
        else:
            yield from (_line(change.outcome, _change(change), "  ") for change in changes)


def _sentence(statement: Statement, changes: list[Change]) -> Iterator[Text]:
    """Yield a sentence that came or went, or its first words and what changed in it."""
    words = f"sentence {statement.index}: {shortened(statement.text, _MOST_CHARACTERS)}"
    if changes[0].group == "statements":
        yield _line(changes[0].outcome, words, "  ")
        return
    yield Text(f"  {words}", style="dim")
    yield from (_line(change.outcome, _change(change), "    ") for change in changes)


def _change(change: Change) -> str:
    """Return what changed and how, as "basis: named → pronoun"; what came or went stands alone."""
    if change.outcome != "changed":
        return f"{_subject(change)}: {told(change.old if change.new is None else change.new)}"
    old, new = told(change.old), told(change.new)
    if old == new:
        old, new = old + place_of(change.old), new + place_of(change.new)
    return f"{_subject(change)}: {old} → {new}"


def _subject(change: Change) -> str:
    """Return of what a value is: its group, the person or thing, the field."""
    person = change.where.name if isinstance(change.where, Participant) and change.field else None
    group = None if change.group in ("document fields", OTHER, change.field) else change.group
    item = label_of(change.item) if change.item else None
    return ", ".join(printable(part) for part in (group, person, item, change.field) if part)
