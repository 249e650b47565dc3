"""The commands that answer questions of a built dataset: summary, find, ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import AsJson, show, write_json, write_values
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

Data = Annotated[Path | None, typer.Option("--data", help="A built folder instead of the packaged dataset.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")]
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
        _write(found, as_csv, as_json)
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
    if question not in QUESTIONS:
        raise UsageError(f"there is no question {question!r}", f"The questions are {', '.join(QUESTIONS)}.")
    count, answer = QUESTIONS[question]
    if len(readouts or ()) != count:
        raise UsageError(f"{question} takes {count} readouts, not {len(readouts or ())}", "Give their ids.")
    found = answer(lambda name: _load(name, data), *(readouts or ()))
    if as_csv or as_json:
        _write(found, as_csv, as_json)
    else:
        show(*display.draw_answer(found.column_names, found.to_pylist()))


Load = Callable[[str], Any]


def _accounts(load: Load) -> pa.Table:
    from diplomatic_readouts.questions import in_whose_account

    return in_whose_account(load("statements"))


def _seen(load: Load) -> pa.Table:
    from diplomatic_readouts.questions import first_and_last_seen

    return first_and_last_seen(load("formulas"))


def _changes(load: Load) -> pa.Table:
    from diplomatic_readouts.questions import wording_changes

    return wording_changes(load("formulas"), load("readouts"))


def _silence(load: Load, readout: str) -> pa.Table:
    from diplomatic_readouts.questions import silences

    return silences(readout, load("readouts"), load("statements"), load("formulas"))


def _pairs(load: Load) -> pa.Table:
    from diplomatic_readouts.questions import find_pairs

    return find_pairs(load("readouts"), load("participants"))


def _compare(load: Load, one: str, other: str) -> pa.Table:
    from diplomatic_readouts.questions import compare_accounts

    return compare_accounts(one, other, load("statements"), load("formulas"))


def _pledges(load: Load) -> pa.Table:
    from diplomatic_readouts.questions import pledge_sums

    return pledge_sums(load("pledges"))


QUESTIONS: dict[str, tuple[int, Callable[..., Any]]] = {
    "accounts": (0, _accounts),
    "seen": (0, _seen),
    "changes": (0, _changes),
    "silence": (1, _silence),
    "pairs": (0, _pairs),
    "compare": (2, _compare),
    "pledges": (0, _pledges),
}
"""Each question with how many readouts it is asked of, and what answers it."""


def _load(name: str, data: Path | None) -> pa.Table:
    from diplomatic_readouts.load import load_table

    return load_table(name, data)


def _write(found: pa.Table, as_csv: bool, as_json: bool) -> None:
    """Print a table as CSV or as JSON."""
    if as_csv and as_json:
        raise UsageError("--csv and --json were both given", "Give one of them.")
    rows = found.to_pylist()
    write_values(display.rows_as_csv(found.column_names, rows) if as_csv else display.rows_as_json(rows))
