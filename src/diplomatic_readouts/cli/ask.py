"""The commands that answer questions of a built dataset: summary, find, ask."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import (
    AsCsv,
    AsJson,
    Data,
    check_one_form,
    show,
    show_table,
    write_json,
    write_rows,
)
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

Readouts = Annotated[list[str] | None, typer.Argument(help="Of silence a readout's id, of compare two.")]
_State = "alpha-3, as CHN"


def summary_command(as_json: AsJson = False, data: Data = None) -> None:
    """Tell on a page what a dataset holds: counts, years, speakers, formulas."""
    from diplomatic_readouts.questions import overview
    from diplomatic_readouts.tables import TABLES

    found = overview({name: _load(name, data) for name in TABLES})
    if as_json:
        write_json(asdict(found))
    else:
        show(*display.draw_overview(found))


def find_command(
    words: Annotated[str | None, typer.Argument(help="Words of the sentence; with --holder, of the formula.")] = None,
    holder: Annotated[str | None, typer.Option("--holder", help="Who holds the formula: ECU, LAC, ALL.")] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Words of the speaker's name.")] = None,
    side: Annotated[str | None, typer.Option("--side", help=f"For which state it is said, {_State}.")] = None,
    topic: Annotated[str | None, typer.Option("--topic", help="What it is about, as trade.")] = None,
    act: Annotated[str | None, typer.Option("--act", help="What it does, as commit.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="The kind of readout, as meeting.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", help=f"In whose account, {_State}.")] = None,
    counterpart: Annotated[str | None, typer.Option("--counterpart", help=f"Who takes part, {_State}.")] = None,
    since: Annotated[str | None, typer.Option("--from", help="The first year, month or day.")] = None,
    until: Annotated[str | None, typer.Option("--to", help="The last year, month or day.")] = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Find sentences: each with its day, in whose account it stands and who says it."""
    check_one_form(as_csv=as_csv, as_json=as_json)
    from diplomatic_readouts.questions import Wanted, find_statements, read_day

    wanted = Wanted(
        words=words,
        holder=holder,
        speaker=speaker,
        side=side,
        topic=topic,
        act=act,
        kind=kind,
        publisher=publisher,
        counterpart=counterpart,
        since=read_day(since) if since else None,
        until=read_day(until, last=True) if until else None,
    )
    found = find_statements(wanted, _load("statements", data), _load("formulas", data))
    if as_csv or as_json:
        write_rows(found.column_names, found.to_pylist(), as_csv=as_csv)
    else:
        show(*display.draw_found(found.to_pylist()))


def ask_command(
    question: Annotated[str, typer.Argument(help="accounts, seen, changes, silence, pairs, compare or pledges.")],
    readouts: Readouts = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Answer a question: in whose account, since when, what changed, on what a readout is silent."""
    check_one_form(as_csv=as_csv, as_json=as_json)
    if question not in QUESTIONS:
        raise UsageError(f"there is no question {question!r}", f"The questions are {', '.join(QUESTIONS)}.")
    count, answer, tables = QUESTIONS[question]
    if len(readouts or ()) != count:
        raise UsageError(f"{question} takes {count} readouts, not {len(readouts or ())}", "Give their ids.")
    from diplomatic_readouts import questions

    found = getattr(questions, answer)(*(readouts or ()), *(_load(name, data) for name in tables))
    show_table(found, as_csv=as_csv, as_json=as_json)


QUESTIONS: dict[str, tuple[int, str, tuple[str, ...]]] = {
    "accounts": (0, "in_whose_account", ("statements",)),
    "seen": (0, "first_and_last_seen", ("formulas",)),
    "changes": (0, "wording_changes", ("formulas", "readouts")),
    "silence": (1, "silences", ("readouts", "statements", "formulas")),
    "pairs": (0, "find_pairs", ("readouts", "participants")),
    "compare": (2, "compare_accounts", ("statements", "formulas")),
    "pledges": (0, "pledge_sums", ("pledges",)),
}
"""Each question with how many readouts it is asked of, the function that answers it, and the tables that this takes."""


def _load(name: str, data: Path | None) -> pa.Table:
    from diplomatic_readouts.load import load_table

    return load_table(name, data)
