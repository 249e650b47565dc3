"""Flat tables in; charts out, as the table that a chart draws and as a Vega-Lite specification of it.

Functions that take the name of a chart take what gives a flat table by its name, too, as ``load_table`` does:

chart_table(name, load, by)      the numbers of a chart, as a table
chart_spec(name, load, by)       the same as a Vega-Lite specification, its data inside
write_chart(spec, path)          drawn, as .svg, .png or .html; needs the extra ``charts``
"""

from __future__ import annotations

from diplomatic_readouts.charts.counts import CHARTS, Chart, chart_table, find_chart
from diplomatic_readouts.charts.drawing import chart_spec, write_chart

__all__ = ["CHARTS", "Chart", "chart_spec", "chart_table", "find_chart", "write_chart"]
