"""The command that builds a dataset: sources in; a built folder out, and what became of the pages, printed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import AsJson, show, write_json
from diplomatic_readouts.contract import MOST_CHARACTERS

if TYPE_CHECKING:
    from rich.console import RenderableType

    from diplomatic_readouts.builder import BuildReport, Progress, Released, Watcher

LOCAL_CLUSTER = "local"
_SECONDS_BETWEEN_LINES = 30
_PAGES_SHOWN = 40
"""With more pages, a summary gives totals only."""


Sources = Annotated[
    list[str],
    typer.Argument(
        help="Pages (.txt, .md, .html), folders of them, patterns, JSON Lines or Parquet of pages, archives (.tar, "
        ".tar.gz, .zip)."
    ),
]
Out = Annotated[Path, typer.Option("--out", help="The folder to write; one built before is replaced.")]
Strict = Annotated[bool, typer.Option("--strict", help="Write nothing if one page has a fault.")]
Workers = Annotated[int, typer.Option("--workers", min=0, help="Processes that read pages; 0 for one a core.")]
DaskAddress = Annotated[
    str | None,
    typer.Option("--dask", metavar="[ADDRESS]", help="Have a Dask cluster read them; without an address, one here."),
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a build that was killed.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Read also pages that have not changed since the last build.")]
MaxErrors = Annotated[
    int | None, typer.Option("--max-errors", min=0, help="End the build when more pages than that have a fault.")
]
Release = Annotated[
    bool, typer.Option("--release", help="Make the next release: a new data version, and CHANGES.jsonl.")
]
Since = Annotated[
    Path | None, typer.Option("--since", help="The former release, if it is not what --out holds.", metavar="DIST")
]
Day = Annotated[
    datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="The day of the release; today if none.")
]
About = Annotated[
    Path | None, typer.Option("--about", help="Whose dataset it is, and what else its card says: a TOML file.")
]
MaxChars = Annotated[int, typer.Option("--max-chars", min=1, help="The longest page that is read, in characters.")]


class BuildCommand(TyperCommand):
    """The command with ``--dask`` that may stand without a value, which an option of typer cannot."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments, a local cluster put in where ``--dask`` is the last or another option follows it."""
        given = []
        for arg, following in zip_longest(args, args[1:], fillvalue="-"):
            given += [arg, LOCAL_CLUSTER] if arg == "--dask" and following.startswith("-") else [arg]
        return super().parse_args(ctx, given)


def build_command(
    sources: Sources,
    out: Out,
    strict: Strict = False,
    workers: Workers = 0,
    dask: DaskAddress = None,
    resume: Resume = False,
    fresh: Fresh = False,
    max_errors: MaxErrors = None,
    max_chars: MaxChars = MOST_CHARACTERS,
    release: Release = False,
    since: Since = None,
    date: Day = None,
    about: About = None,
    as_json: AsJson = False,
) -> None:
    """Build a dataset from pages, and say what was read."""
    from diplomatic_readouts.builder import build

    with _watcher() as watcher:
        report = build(
            sources,
            out,
            strict=strict,
            workers=workers or _cores(),
            dask="" if dask == LOCAL_CLUSTER else dask,
            resume=resume,
            fresh=fresh,
            max_errors=max_errors,
            max_chars=max_chars,
            release=release,
            since=since,
            date=date.date() if date else None,
            about=about,
            watcher=watcher,
        )
    if as_json:
        write_json(_report_values(report))
    else:
        show(*_report_parts(report, out))
    raise typer.Exit(report.exit_code)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# ------------------------------------------------------------------------------------------------- while it is built


@contextmanager
def _watcher() -> Iterator[Watcher]:
    """Give who is told how a build goes on: a bar on a terminal, a line every half minute elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from diplomatic_readouts.builder import Watcher

    screen = Console(stderr=True, highlight=False, markup=False)
    columns = (MofNCompleteColumn(), TextColumn("pages, {task.fields[told]}"), TimeRemainingColumn())
    with Bar(TextColumn("reading"), BarColumn(), *columns, console=screen, transient=True) as bar:
        task, started = bar.add_task("reading", total=None, told="0/s"), time.monotonic()

        class OnTerminal(Watcher):
            def notice(self, message: str) -> None:
                screen.print(display.printable(message))

            def progress(self, progress: Progress) -> None:
                told = _speed(progress, time.monotonic() - started)
                bar.update(task, completed=progress.done, total=progress.total, told=told)

        yield OnTerminal()


def _lines() -> Watcher:
    from diplomatic_readouts.builder import Watcher

    class InLines(Watcher):
        def __init__(self) -> None:
            self._started = self._told = time.monotonic()

        def notice(self, message: str) -> None:
            print(f"readouts: {display.printable(message)}", file=sys.stderr)

        def progress(self, progress: Progress) -> None:
            now = time.monotonic()
            if now - self._told >= _SECONDS_BETWEEN_LINES:
                self._told = now
                self.notice(progress_line(progress, now - self._started))

    return InLines()


def progress_line(progress: Progress, seconds: float) -> str:
    """Return how far a build is after so many seconds, as a line."""
    left = seconds * (progress.total - progress.done) / max(1, progress.done)
    minutes, rest = divmod(round(left), 60)
    return f"{progress.done:,} of {progress.total:,} pages, {_speed(progress, seconds)}, {minutes} min {rest} s left"


def _speed(progress: Progress, seconds: float) -> str:
    errors = "1 error" if progress.errors == 1 else f"{progress.errors:,} errors"
    return f"{progress.done / max(seconds, 0.001):,.0f}/s, {errors}"


# ------------------------------------------------------------------------------------------------------- when it is


def _report_parts(report: BuildReport, out: Path) -> Iterator[RenderableType]:
    """Yield the summary of a build: what was read, what was skipped, what is wrong, what was written."""
    from rich.text import Text

    if report.summaries and report.pages <= _PAGES_SHOWN:
        yield display.draw_summary(report.summaries)
    elif report.pages > _PAGES_SHOWN:
        yield display.draw_totals(report)
    for skip in report.skipped[:_PAGES_SHOWN]:
        yield display.draw_left_out("skipped", skip.name, skip.reason)
    for fault in report.errors[:_PAGES_SHOWN]:
        yield display.draw_left_out("error", fault.name, f"{fault.message}. {fault.remedy}")
    for word, count in (("skipped", report.skipped_count), ("errors", report.error_count)):
        if count > _PAGES_SHOWN:
            yield Text(f"and {count - _PAGES_SHOWN:,} more{f' in {word}.jsonl' if report.written else ' ' + word}")
    if report.stopped:
        yield Text(f"stopped after {report.pages:,} pages: more errors than --max-errors allows", style="red")
    if report.released:
        yield Text(_release_line(report.released))
    counts = ", ".join(f"{rows} {table}" for table, rows in report.counts.items())
    yield Text(f"{out}: {counts if report.written else 'nothing was written'}", style="bold")


def _release_line(released: Released) -> str:
    """Return what a release came to, in words."""
    if released.data_version == released.since:
        return f"release {released.data_version}: nothing has changed since"
    if released.since is None:
        return f"release {released.data_version}: the first one"
    told = ", ".join(f"{getattr(released, what)} {what}" for what in ("added", "changed", "removed"))
    return f"release {released.data_version}: {told} since {released.since}"


def _report_values(report: BuildReport) -> dict[str, Any]:
    """Return the summary of a build as JSON values; its lists hold the first thousand of each sort."""
    return {
        "out": str(report.out),
        "written": report.written,
        "stopped": report.stopped,
        "release": report.released._asdict() if report.released else None,
        "pages": [asdict(summary) for summary in report.summaries],
        "skipped": [asdict(skip) for skip in report.skipped],
        "errors": [asdict(fault) for fault in report.errors],
        "counts": report.counts,
        "totals": {
            "pages": report.pages,
            "parsed": report.parsed,
            "skipped": report.skipped_count,
            "errors": report.error_count,
            "parts": report.parts,
        },
    }
