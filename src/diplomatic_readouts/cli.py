"""The command ``readouts``: arguments in; out, what the package returns, printed, and an exit code.

0: done. 1: something in the data is wrong. 2: wrong use. Errors go to standard error, with what to do about them.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console, RenderableType
from rich.text import Text

from diplomatic_readouts import __version__, display
from diplomatic_readouts.errors import ReadoutsError, UsageError
from diplomatic_readouts.records import SCHEMA_VERSION, Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.jsonl import canonical_json

if TYPE_CHECKING:
    from diplomatic_readouts.builder import BuildReport, Progress

_WIDTH_IN_FILES = 120
_STANDARD_INPUT = "-"

app = typer.Typer(
    name="readouts",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; SystemExit carries the exit code."""
    _write_utf8()
    try:
        app(arguments)
    except ReadoutsError as error:
        print(f"readouts: error: {display.printable(str(error))}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None


# ------------------------------------------------------------------------------------------------------ printing


def _write_utf8() -> None:
    """Have files and pipes get UTF-8, and a terminal an escape for what it cannot show."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="backslashreplace")


def _show(*parts: RenderableType) -> None:
    """Print what rich draws: in colours on a terminal only, and wide enough for a table in a file."""
    wide = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _WIDTH_IN_FILES
    screen = Console(width=wide, highlight=False, markup=False, emoji=False)
    with screen.capture() as drawn:
        for part in parts:
            screen.print(part, soft_wrap=isinstance(part, Text))
    _write("\n".join(line.rstrip() for line in drawn.get().split("\n")))


def _write(text: str) -> None:
    """Print text with one line feed at its end; where nobody reads on, as in ``readouts … | head``, end quietly."""
    try:
        sys.stdout.write(text.rstrip("\n") + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def _write_json(value: object) -> None:
    _write(json.dumps(value, ensure_ascii=False, indent=2, default=str))


# ------------------------------------------------------------------------------------------------------ commands


def _tell_version(wanted: bool) -> None:
    if wanted:
        _write(f"diplomatic-readouts {__version__}, schema {SCHEMA_VERSION}")
        raise typer.Exit


@app.callback()
def readouts(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Diplomatic readouts as validated records: who met whom, and who said what, in whose account."""


@app.command("build")
def build_command(
    sources: Annotated[list[Path], typer.Argument(help="Pages (.txt, .md, .html) or folders of them.")],
    out: Annotated[Path, typer.Option("--out", help="The folder to write; one built before is replaced.")],
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing if one page has a fault.")] = False,
    as_json: AsJson = False,
) -> None:
    """Build a dataset from pages, and say what was read."""
    from diplomatic_readouts.builder import build

    with _progress() as progress:
        report = build(sources, out, strict=strict, progress=progress)
    if as_json:
        _write_json(_report_values(report))
    else:
        _show(*_report_parts(report, out))
    raise typer.Exit(report.exit_code)


@app.command("parse")
def parse_command(
    file: Annotated[Path, typer.Argument(help="A page; - reads standard input.", allow_dash=True)],
    as_json: AsJson = False,
) -> None:
    """Read one page: who took part, and who says each sentence."""
    readout = _read_page(file)
    if as_json:
        _write(canonical_json(readout))
    else:
        _show(display.draw_readout(readout))


@app.command("check")
def check_command(
    path: Annotated[Path, typer.Argument(help="A built folder, or a file of records (.jsonl).", metavar="FILE_OR_DIR")],
    as_json: AsJson = False,
) -> None:
    """Check each promise about each record, and each file against its checksum."""
    from diplomatic_readouts.check import check_dataset, check_file

    problems = check_dataset(path) if path.is_dir() else check_file(path)
    if as_json:
        _write_json([asdict(problem) for problem in problems])
    else:
        _write("\n".join(display.printable(str(problem)) for problem in problems) or f"{path}: every promise is kept")
    raise typer.Exit(1 if problems else 0)


@app.command("schema")
def schema_command(
    name: Annotated[str | None, typer.Argument(help="readout, or a table.")] = None,
) -> None:
    """Print a JSON Schema; without a name, list those there are."""
    from diplomatic_readouts.writing.schema import readout_schema, row_schema

    if name is None:
        _write("\n".join(["readout", *TABLES]))
    elif name != "readout" and name not in TABLES:
        raise UsageError(f"there is no schema {name!r}", f"The schemas are readout, {', '.join(TABLES)}.")
    else:
        _write_json(readout_schema() if name == "readout" else row_schema(name))


@app.command("tables")
def tables_command(
    name: Annotated[str | None, typer.Argument(help="The table to print.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, which is also what comes with no option.")] = False,
    as_json: AsJson = False,
    data: Annotated[Path | None, typer.Option("--data", help="A built folder instead of the packaged dataset.")] = None,
) -> None:
    """Print a flat table as CSV or JSON; without a name, list the tables."""
    from diplomatic_readouts.load import load_table

    if as_csv and as_json:
        raise UsageError("--csv and --json were both given", "Give one of them.")
    columns, rows = ["table", "rows", "columns"], []
    if name:
        table = load_table(name, data)
        columns, rows = table.column_names, table.to_pylist()
    else:
        found = {each: load_table(each, data) for each in TABLES}
        rows = [{"table": each, "rows": t.num_rows, "columns": t.column_names} for each, t in found.items()]
    if as_json:
        _write(display.rows_as_json(rows))
    elif name or as_csv:
        _write(display.rows_as_csv(columns, rows))
    else:
        _show(display.draw_tables(rows))


# ---------------------------------------------------------------------------------------- what the commands print


def _read_page(file: Path) -> Readout:
    """Return the record of a file, or of standard input; UsageError where there is no such file."""
    from diplomatic_readouts.parse import parse_source, read_file
    from diplomatic_readouts.reading.source import decode_source

    if str(file) == _STANDARD_INPUT:
        return parse_source(decode_source(sys.stdin.buffer.read(), "standard input"))
    if not file.is_file():
        raise UsageError(f"there is no file {file}", "Give a page, or - to read standard input.")
    return read_file(file)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Give what a build tells of each page, shown as a bar on a terminal; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda name, done, total: bar.update(
            task, completed=done, total=total, description=display.printable(name)
        )


def _report_parts(report: BuildReport, out: Path) -> Iterator[RenderableType]:
    """Yield the summary of a build: what was read, what was skipped, what is wrong, what was written."""
    if report.readouts:
        lines = sorted((display.read_summary(r) for r in report.readouts), key=lambda line: line.name)
        yield display.draw_summary(lines)
    for skip in report.skipped:
        yield display.draw_left_out("skipped", skip.name, skip.reason)
    for fault in report.errors:
        yield display.draw_left_out("error", fault.name, f"{fault.message}. {fault.remedy}")
    counts = ", ".join(f"{rows} {table}" for table, rows in report.counts.items())
    yield Text(f"{out}: {counts if report.written else 'nothing was written'}", style="bold")


def _report_values(report: BuildReport) -> dict[str, Any]:
    """Return the summary of a build as JSON values."""
    lines = sorted((display.read_summary(r) for r in report.readouts), key=lambda line: line.name)
    return {
        "out": str(report.out),
        "written": report.written,
        "pages": [asdict(line) for line in lines],
        "skipped": [asdict(skip) for skip in report.skipped],
        "errors": [asdict(fault) for fault in report.errors],
        "counts": report.counts,
    }
