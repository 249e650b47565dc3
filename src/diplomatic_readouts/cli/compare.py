"""The commands that compare: score, a dataset with what people wrote down, and diff, two builds of the same pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import AsJson, show, write_json
from diplomatic_readouts.errors import DamagedOutput, UsageError

if TYPE_CHECKING:
    from diplomatic_readouts.records import Readout

_BUILT = "A built folder, or a file of records (.jsonl)."


def score_command(
    built: Annotated[Path, typer.Argument(help=_BUILT)],
    gold: Annotated[Path, typer.Argument(help="A folder of gold files (.json), one a page.")],
    errors: Annotated[bool, typer.Option("--errors", help="List where records and gold differ.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare a dataset with pages annotated by hand."""
    from diplomatic_readouts.score import read_gold, score

    result = score(_read_built(built), read_gold(gold))
    if as_json:
        write_json(display.score_values(result, with_differences=errors))
    else:
        show(*display.draw_score(result, with_differences=errors))


def diff_command(
    old: Annotated[Path, typer.Argument(help=_BUILT)],
    new: Annotated[Path, typer.Argument(help="Another, of the same pages.")],
    as_json: AsJson = False,
) -> None:
    """Tell what changed between two builds of the same pages; the exit code is 1 if anything did."""
    from diplomatic_readouts.diff import diff, diff_values

    result = diff(_read_built(old), _read_built(new))
    if as_json:
        write_json(diff_values(result))
    else:
        show(*display.draw_diff(result))
    raise typer.Exit(0 if result.is_empty else 1)


def _read_built(path: Path) -> tuple[Readout, ...]:
    """Return the records of a built folder or of a file of records; UsageError where it is neither."""
    from diplomatic_readouts.load import load_readouts
    from diplomatic_readouts.writing.jsonl import read_jsonl

    if not path.exists():
        raise UsageError(f"there is no {path}", "Give the folder of a built dataset, or a readouts.jsonl.")
    try:
        return load_readouts(path) if path.is_dir() else read_jsonl(path)
    except DamagedOutput as error:
        raise UsageError(f"{path} holds something else than records: {error.message}", error.remedy) from error
