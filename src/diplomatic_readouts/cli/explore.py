"""The command that shows a built dataset in a browser: explore."""

from __future__ import annotations

import tempfile
import webbrowser
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplomatic_readouts.cli.printing import with_bar, write
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    from diplomatic_readouts.cli.serving import Server

_PREFIX = "readouts-"
_WRITING = "writing the page"


def explore_command(
    folder: Annotated[
        Path | None, typer.Argument(help="A built folder; the packaged dataset if none.", metavar="[DIST]")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="Write the page to this file, or with --serve into this folder; open no browser."),
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
    from diplomatic_readouts.load import load_table
    from diplomatic_readouts.writing.dataset import records_in
    from diplomatic_readouts.writing.explorer import MOST_IN_PAGE, write_explorer
    from diplomatic_readouts.writing.parquet import count_rows

    if out is None and _page_of(built).is_file():
        return _page_of(built)
    count = count_rows(built, "readouts")
    if count > MOST_IN_PAGE:
        problem = f"{built} has {count:,} readouts, more than the {MOST_IN_PAGE:,} that a page holds"
        raise UsageError(problem, "Show it with --serve.")
    page = out or Path(tempfile.mkdtemp(prefix=_PREFIX)) / "explorer.html"
    if page.is_dir():
        raise UsageError(f"{page} is a folder", "Give a file for the page.")
    beside = page.with_name(f".{page.name}.part")
    try:
        write_explorer(beside, with_bar(records_in(built), _WRITING, count), partial(load_table, folder=built))
        beside.replace(page)
    finally:
        beside.unlink(missing_ok=True)
    return page


def _serve(built: Path, out: Path | None, port: int) -> None:
    """Write the page and its parts, and give them to this computer's browser until the command is interrupted."""
    from diplomatic_readouts.load import load_table
    from diplomatic_readouts.writing.dataset import records_in
    from diplomatic_readouts.writing.explorer import write_parts
    from diplomatic_readouts.writing.parquet import count_rows

    if out is not None and out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise UsageError(f"{out} is there already", "Give a folder that is empty or new.")
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as passing, _listening(port) as server:
        try:
            records = with_bar(records_in(built), _WRITING, count_rows(built, "readouts"))
            server.serve(write_parts(out or Path(passing), records, partial(load_table, folder=built)))
            write(f"{server.address}  (Ctrl-C ends it)")
            if out is None:
                webbrowser.open(server.address)
            server.serve_forever()
        except KeyboardInterrupt:
            return


def _listening(port: int) -> Server:
    from diplomatic_readouts.cli.serving import Server

    try:
        return Server(port)
    except OSError as error:
        problem = f"port {port} cannot be listened on: {error.strerror}"
        raise UsageError(problem, "Give another one with --port, or none.") from error
