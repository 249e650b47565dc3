"""The command ``readouts``: arguments in; out, what the package returns, printed, and an exit code.

0: done. 1: something in the data is wrong, or two builds differ. 2: wrong use. Errors go to standard error, with what
to do about them. What a command needs it imports when it runs, so that ``--help`` and ``--version`` come at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from diplomatic_readouts import __version__, display
from diplomatic_readouts.cli.ask import ask_command, find_command, summary_command
from diplomatic_readouts.cli.build import BuildCommand, build_command
from diplomatic_readouts.cli.compare import diff_command, score_command
from diplomatic_readouts.cli.explore import explore_command
from diplomatic_readouts.cli.pages import check_command, parse_command
from diplomatic_readouts.cli.plot import plot_command
from diplomatic_readouts.cli.printing import write, write_utf8
from diplomatic_readouts.cli.push import push_command
from diplomatic_readouts.cli.tables import schema_command, tables_command
from diplomatic_readouts.contract import SCHEMA_VERSION
from diplomatic_readouts.errors import ReadoutsError

app = typer.Typer(
    name="readouts",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # help in plain text: to load what draws boxes around it takes thrice as long as all else
    context_settings={
        "default_map": {"help": False}
    },  # a plain False is not validated, which halves a command's --help
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; SystemExit carries the exit code."""
    write_utf8()
    try:
        app(arguments)
    except ReadoutsError as error:
        print(f"readouts: error: {display.printable(str(error))}", file=sys.stderr)
        raise SystemExit(error.exit_code) from None
    except OSError as error:
        print(f"readouts: error: {display.printable(str(error.strerror or error))}", file=sys.stderr)
        raise SystemExit(2) from None


def _tell_version(wanted: bool) -> None:
    if wanted:
        write(f"diplomatic-readouts {__version__}, schema {SCHEMA_VERSION}")
        raise typer.Exit


@app.callback()
def readouts(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Diplomatic readouts as validated records: who met whom, and who said what, in whose account."""


COMMANDS: dict[str, Callable[..., None]] = {
    "build": build_command,
    "parse": parse_command,
    "check": check_command,
    "summary": summary_command,
    "explore": explore_command,
    "find": find_command,
    "plot": plot_command,
    "ask": ask_command,
    "push": push_command,
    "score": score_command,
    "diff": diff_command,
    "schema": schema_command,
    "tables": tables_command,
}
TYPES = {"build": BuildCommand}
for _name, _command in COMMANDS.items():
    _told = _command.__doc__  # typer cuts a help that is not called short
    app.command(_name, cls=TYPES.get(_name), short_help=_told)(_command)
