"""The command line in; out, a page with every command, its arguments and its options."""

from __future__ import annotations

import typer
from typer.core import TyperCommand

from diplomatic_readouts.cli import app
from markdown_table import in_code, table

INTRODUCTION = """# The command line

`readouts COMMAND --help` prints the same. `readouts --version` prints the version.

| Exit code | Meaning |
| --- | --- |
| 0 | done |
| 1 | something in the pages or the dataset is wrong, or two builds differ |
| 2 | wrong use; a message says what and what to do |

Errors go to standard error. Colours and progress bars are for terminals; in a pipe or file the output is plain UTF-8.
"""


def commands_page() -> str:
    """Return the page on the command line."""
    group = typer.main.get_command(app)
    commands: dict[str, TyperCommand] = getattr(group, "commands", {})
    return "\n".join([INTRODUCTION, *(_section(name, command) for name, command in commands.items())])


def _section(name: str, command: TyperCommand) -> str:
    """Return a command's section: what it does, how it is written, and each argument and option."""
    context = typer.Context(command, info_name=f"readouts {name}")
    records = [getattr(parameter, "get_help_record")(context) for parameter in command.params]  # noqa: B009
    usage = " ".join(["readouts", name, *command.collect_usage_pieces(context)])
    rows = [(in_code(written), told) for written, told in filter(None, records)]
    return f"## {name}\n\n{command.help}\n\n```text\n{usage}\n```\n\n{table(('Argument or option', 'Meaning'), rows)}\n"
