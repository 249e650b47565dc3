"""The commands that read one page and that check what was built: parse, check."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import AsJson, show, write, write_json, write_values
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    from diplomatic_readouts.records import Readout

_STANDARD_INPUT = "-"


def parse_command(
    file: Annotated[Path, typer.Argument(help="A page; - reads standard input.", allow_dash=True)],
    as_json: AsJson = False,
) -> None:
    """Read one page: who took part, and who says each sentence."""
    from diplomatic_readouts.writing.jsonl import canonical_json

    readout = _read_page(file)
    if as_json:
        write_values(canonical_json(readout))
    else:
        show(display.draw_readout(readout))


def check_command(
    path: Annotated[Path, typer.Argument(help="A built folder, or a file of records (.jsonl).", metavar="FILE_OR_DIR")],
    as_json: AsJson = False,
) -> None:
    """Check each promise about each record, and each file against its checksum."""
    from diplomatic_readouts.check import check_dataset, check_file

    problems = check_dataset(path) if path.is_dir() else check_file(path)
    if as_json:
        write_json([asdict(problem) for problem in problems])
    else:
        write("\n".join(display.printable(str(problem)) for problem in problems) or f"{path}: every promise is kept")
    raise typer.Exit(1 if problems else 0)


# ---------------------------------------------------------------------------------------- what the commands print


def _read_page(file: Path) -> Readout:
    """Return the record of a file, or of standard input; UsageError where there is no such file."""
    from diplomatic_readouts.parse import parse_source, read_file
    from diplomatic_readouts.reading.source import decode_source

    if str(file) == _STANDARD_INPUT:
        return parse_source(decode_source(sys.stdin.buffer.read(), "standard input"))
    if file.is_dir():
        raise UsageError(f"{file} is a folder", "Give a page; `readouts build` reads folders.")
    if file.suffix.lower() == ".jsonl":
        raise UsageError(f"{file} holds one page a line", "Give a page; `readouts build` reads JSON Lines.")
    if not file.is_file():
        raise UsageError(f"there is no file {file}", "Give a page, or - to read standard input.")
    return read_file(file)
