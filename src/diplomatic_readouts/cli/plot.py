"""The command that draws charts of a built dataset: plot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from diplomatic_readouts import display
from diplomatic_readouts.cli.printing import AsCsv, AsJson, Data, show, write, write_rows
from diplomatic_readouts.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa


def plot_command(
    chart: Annotated[str, typer.Argument(help="timeline, formulas, meetings, topics, acts or pledges.")],
    out: Annotated[Path | None, typer.Option("--out", help="The file to draw into: .svg, .png or .html.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="What to count by, as holder for formulas.")] = None,
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    data: Data = None,
) -> None:
    """Draw a chart into a file; without one, print its numbers."""
    from diplomatic_readouts.charts import chart_spec, chart_table, write_chart
    from diplomatic_readouts.load import load_table

    if (out is not None) + as_csv + as_json > 1:
        raise UsageError("more than one of --out, --csv and --json was given", "Give one of them.")

    def load(name: str) -> pa.Table:
        return load_table(name, data)

    if out is not None:
        write_chart(chart_spec(chart, load, by), out)
        write(str(out))
        return
    table = chart_table(chart, load, by)
    if as_csv or as_json:
        write_rows(table.column_names, table.to_pylist(), as_csv=as_csv)
    else:
        show(*display.draw_answer(table.column_names, table.to_pylist()))
