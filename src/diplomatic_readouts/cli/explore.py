"""The command that shows a built dataset in a browser: explore."""

from __future__ import annotations

import tempfile
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from diplomatic_readouts.cli.printing import write
from diplomatic_readouts.errors import UsageError


def explore_command(
    folder: Annotated[
        Path | None, typer.Argument(help="A built folder; the packaged dataset if none.", metavar="[DIST]")
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write the page to a file, and do not open it.")] = None,
) -> None:
    """Look at a dataset in a browser: one page, that needs no network."""
    from diplomatic_readouts.load import data_folder
    from diplomatic_readouts.writing.dataset import records_in
    from diplomatic_readouts.writing.explorer import EXPLORER, MOST_IN_PAGE, write_explorer
    from diplomatic_readouts.writing.files import record_files

    built = folder or data_folder()
    page = built / EXPLORER
    if out is not None or not page.is_file():
        if not record_files(built):
            raise UsageError(f"there is no dataset in {built}", "Give the folder of a built dataset.")
        count = sum(1 for _ in records_in(built))
        if count > MOST_IN_PAGE:
            problem = f"{built} has {count:,} readouts, more than the {MOST_IN_PAGE:,} that a page holds"
            raise UsageError(problem, "Build a dataset of fewer pages.")
        page = out or Path(tempfile.mkdtemp(prefix="readouts-")) / "explorer.html"
        write_explorer(page, records_in(built))
    write(str(page))
    if out is None:
        webbrowser.open(page.resolve().as_uri())
