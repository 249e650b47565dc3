"""Text, JSON values and what rich draws in; standard output out: UTF-8 in files and pipes, colours on terminals."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from diplomatic_readouts import display
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa
    from rich.console import RenderableType

Item = TypeVar("Item")

_WIDTH_IN_FILES = 120

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for scripts.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")]
Data = Annotated[Path | None, typer.Option("--data", help="A built folder instead of the packaged dataset.")]


def write_utf8() -> None:
    """Have files and pipes get UTF-8, and a terminal an escape for what it cannot show."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="backslashreplace")


def show(*parts: RenderableType) -> None:
    """Print what rich draws: in colours on a terminal only, and wide enough for a table in a file."""
    from rich.console import Console
    from rich.text import Text

    wide = None if _on_terminal() or "COLUMNS" in os.environ else _WIDTH_IN_FILES
    screen = Console(width=wide, highlight=False, markup=False, emoji=False)
    with screen.capture() as drawn:
        for part in parts:
            screen.print(part, soft_wrap=isinstance(part, Text))
    write("\n".join(line.rstrip() for line in drawn.get().split("\n")))


def write(text: str) -> None:
    """Print text with one line feed at its end; where nobody reads on, as in ``readouts … | head``, end quietly."""
    if sys.stdout is None:  # closed by the caller, as in ``readouts … >&-``
        return
    try:
        sys.stdout.write(text.rstrip("\n") + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def write_values(text: str) -> None:
    """Print JSON or CSV as it is; on a terminal with an escape for each character of a page that could steer it."""
    write(display.escaped(text) if _on_terminal() else text)


def write_rows(columns: Sequence[str], rows: list[dict[str, Any]], *, as_csv: bool, raw: bool = False) -> None:
    """Print rows as CSV, or else as JSON."""
    write_values(display.rows_as_csv(columns, rows, raw=raw) if as_csv else display.rows_as_json(rows))


def show_table(table: pa.Table, *, as_csv: bool, as_json: bool) -> None:
    """Print an answer as CSV, as JSON, or else drawn."""
    columns, rows = table.column_names, table.to_pylist()
    if as_csv or as_json:
        write_rows(columns, rows, as_csv=as_csv)
    else:
        show(*display.draw_answer(columns, rows))


def check_one_form(*, as_csv: bool, as_json: bool) -> None:
    """Raise UsageError where both forms are asked for."""
    if as_csv and as_json:
        raise UsageError("--csv and --json were both given", "Give one of them.")


def with_bar(items: Iterable[Item], told: str, total: int | None) -> Iterable[Item]:
    """Return items that show on a terminal how far they are taken, and nothing elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, told, total, console=Console(stderr=True), transient=True)


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def write_json(value: object) -> None:
    """Print a value as JSON, days and paths as text."""
    write_values(json.dumps(value, ensure_ascii=False, indent=2, default=str))
