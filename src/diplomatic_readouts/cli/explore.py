"""The command that shows a built dataset in a browser: explore."""

from __future__ import annotations

import tempfile
import webbrowser
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplomatic_readouts.cli.printing import write
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    from diplomatic_readouts.cli.serving import Server

_PREFIX = "readouts-"


def explore_command(
    folder: Annotated[
        Path | None, typer.Argument(help="A built folder; the packaged dataset if none.", metavar="[DIST]")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the page to a file, with --serve a folder; open no browser.")
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Show a dataset of any size, from this computer to it alone.")
    ] = False,
    port: Annotated[int, typer.Option("--port", help="With --serve, where; a free one if none.", min=0, max=65535)] = 0,
) -> None:
    """Look at a dataset in a browser, which needs no network."""
    from diplomatic_readouts.load import data_folder
    from diplomatic_readouts.writing.files import record_files

    if port and not serve:
        raise UsageError("--port was given without --serve", "Give both.")
    built = folder or data_folder()
    if (out is not None or serve or not _page_of(built).is_file()) and not record_files(built):
        raise UsageError(f"there is no dataset in {built}", "Give the folder of a built dataset.")
    if serve:
        _serve(built, out, port)
        return
    page = _page(built, out)
    write(str(page))
    if out is None:
        webbrowser.open(page.resolve().as_uri())


def _page_of(built: Path) -> Path:
    from diplomatic_readouts.writing.explorer import EXPLORER

    return built / EXPLORER


def _page(built: Path, out: Path | None) -> Path:
    """Return the page of a dataset: the one that it has, unless it is to be written elsewhere or there is none."""
    from diplomatic_readouts.writing.dataset import records_in
    from diplomatic_readouts.writing.explorer import MOST_IN_PAGE, write_explorer
    from diplomatic_readouts.writing.parquet import read_table

    if out is None and _page_of(built).is_file():
        return _page_of(built)
    count = sum(1 for _ in records_in(built))
    if count > MOST_IN_PAGE:
        problem = f"{built} has {count:,} readouts, more than the {MOST_IN_PAGE:,} that a page holds"
        raise UsageError(problem, "Show it with --serve.")
    page = out or Path(tempfile.mkdtemp(prefix=_PREFIX)) / "explorer.html"
    write_explorer(page, records_in(built), partial(read_table, built))
    return page


def _serve(built: Path, out: Path | None, port: int) -> None:
    """Write the page and its parts, and give them to this computer's browser until the command is interrupted."""
    from diplomatic_readouts.cli.serving import Server
    from diplomatic_readouts.writing.dataset import records_in
    from diplomatic_readouts.writing.explorer import write_parts
    from diplomatic_readouts.writing.parquet import read_table

    with tempfile.TemporaryDirectory(prefix=_PREFIX) as passing:
        try:
            files = write_parts(out or Path(passing), records_in(built), partial(read_table, built))
            with Server(files, port) as server:
                _show(server, opened=out is None)
        except KeyboardInterrupt:
            return


def _show(server: Server, *, opened: bool) -> None:
    write(f"{server.address}  (Ctrl-C ends it)")
    if opened:
        webbrowser.open(server.address)
    server.serve_forever()
