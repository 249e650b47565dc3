"""The commands that print what a dataset is made of: schema, tables."""

from __future__ import annotations

from typing import Annotated

import typer

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import AsJson, Data, check_one_form, show, write, write_json, write_rows
from diplomatic_readouts.errors import UsageError


def schema_command(
    name: Annotated[str | None, typer.Argument(help="readout, or a table.")] = None,
) -> None:
    """Print a JSON Schema; without a name, list those there are."""
    from diplomatic_readouts.tables import TABLES
    from diplomatic_readouts.writing.schema import readout_schema, row_schema

    if name is None:
        write("\n".join(["readout", *TABLES]))
    elif name != "readout" and name not in TABLES:
        raise UsageError(f"there is no schema {name!r}", f"The schemas are readout, {', '.join(TABLES)}.")
    else:
        write_json(readout_schema() if name == "readout" else row_schema(name))


def tables_command(
    name: Annotated[str | None, typer.Argument(help="The table to print.")] = None,
    as_csv: Annotated[
        bool,
        typer.Option(
            "--csv",
            help="Print CSV, which is also what comes with no option. A text that a spreadsheet would take for a "
            "formula (=, +, -, @ first) gets an apostrophe before it.",
        ),
    ] = False,
    raw: Annotated[bool, typer.Option("--raw", help="Print such texts as they are, for programs.")] = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Print a flat table as CSV or JSON; without a name, list the tables."""
    from diplomatic_readouts.load import load_table
    from diplomatic_readouts.tables import TABLES

    check_one_form(as_csv=as_csv, as_json=as_json)
    columns, rows = ["table", "rows", "columns"], []
    if name:
        table = load_table(name, data)
        columns, rows = table.column_names, table.to_pylist()
    else:
        found = {each: load_table(each, data) for each in TABLES}
        rows = [{"table": each, "rows": t.num_rows, "columns": t.column_names} for each, t in found.items()]
    if name or as_csv or as_json:
        write_rows(columns, rows, as_csv=not as_json, raw=raw)
    else:
        show(display.draw_tables(rows))
