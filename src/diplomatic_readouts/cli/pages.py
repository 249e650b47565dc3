"""The commands that read pages and check what was built: build, parse, check."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import AsJson, show, write, write_json
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from diplomatic_readouts.builder import BuildReport, Progress
    from diplomatic_readouts.records import Readout

_STANDARD_INPUT = "-"


def build_command(
    sources: Annotated[
        list[Path],
        typer.Argument(help="Pages (.txt, .md, .html), JSON Lines of pages, or folders of them."),
    ],
    out: Annotated[Path, typer.Option("--out", help="The folder to write; one built before is replaced.")],
    strict: Annotated[bool, typer.Option("--strict", help="Write nothing if one page has a fault.")] = False,
    as_json: AsJson = False,
) -> None:
    """Build a dataset from pages, and say what was read."""
    from diplomatic_readouts.builder import build

    with _progress() as progress:
        report = build(sources, out, strict=strict, progress=progress)
    if as_json:
        write_json(_report_values(report))
    else:
        show(*_report_parts(report, out))
    raise typer.Exit(report.exit_code)


def parse_command(
    file: Annotated[Path, typer.Argument(help="A page; - reads standard input.", allow_dash=True)],
    as_json: AsJson = False,
) -> None:
    """Read one page: who took part, and who says each sentence."""
    from diplomatic_readouts.writing.jsonl import canonical_json

    readout = _read_page(file)
    if as_json:
        write(canonical_json(readout))
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


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Give what a build tells of each page, shown as a bar on a terminal; None elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda name, done, total: bar.update(
            task, completed=done, total=total, description=display.printable(name)
        )


def _report_parts(report: BuildReport, out: Path) -> Iterator[RenderableType]:
    """Yield the summary of a build: what was read, what was skipped, what is wrong, what was written."""
    from rich.text import Text

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
