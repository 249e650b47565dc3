"""The command that draws charts of a built dataset: plot."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from diplomatic_readouts.cli.printing import AsCsv, AsJson, Data, show_table, write
from diplomatic_readouts.errors import UsageError


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

    load = partial(load_table, folder=data)
    if out is not None:
        write_chart(chart_spec(chart, load, by), out)
        write(str(out))
        return
    show_table(chart_table(chart, load, by), as_csv=as_csv, as_json=as_json)
