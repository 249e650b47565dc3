"""A chart's table in; a Vega-Lite specification out, or the chart drawn into a file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from diplomatic_readouts.charts.counts import LAST, Load, chart_table, find_chart, labels
from diplomatic_readouts.errors import UsageError

_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_VERSION = "5.20"
_SQUARE = {"width": {"step": 44}, "height": {"step": 22}}
"""Pixels: room for a number, so that few labels still make a chart to read."""
_MOST_TICKS = 6
_AXIS = {"labelExpr": "replace(datum.label, /_/g, ' ')"}
_COLOURS = "tableau10"
_SHADES = "blues"
FORMATS = (".svg", ".png", ".html")
Rows = list[dict[str, Any]]


def chart_spec(name: str, load: Load, by: str | None = None) -> dict[str, Any]:
    """Return a chart as a Vega-Lite specification with its data inside; UsageError where there is nothing to draw."""
    chart, by = find_chart(name, by)
    table = chart_table(name, load, by)
    if not table.num_rows:
        raise UsageError(f"there is nothing to draw for {name}", "Take a dataset that holds some.")
    x, y = labels(chart, by)
    title = f"{chart.title}, by {by}"
    values = table.to_pylist()
    draw = _bars if chart.form == "bars" else _squares
    return {
        "$schema": _SCHEMA,
        "title": title,
        "description": f"{title}: {chart.number} for each {_plain(x)} and {_plain(y)}.",
        "data": {"values": values},
        "config": {"view": {"stroke": None}, "axis": {"grid": False, "labelLimit": 260}, "background": "white"},
        **draw(values, x, y, chart.number),
    }


def _labelled(values: Rows, label: str, **axis: Any) -> dict[str, Any]:
    """Return the encoding of a label: in the order of letters, what stands for the rest last."""
    order = sorted({row[label] for row in values}, key=lambda each: (each in LAST, each))
    return {"field": label, "type": "nominal", "title": _plain(label), "sort": order, "axis": {**_AXIS, **axis}}


def _whole(values: Rows, number: str, over: str | None) -> list[int]:
    """Return whole numbers to mark an axis at, up to the largest number; that of all rows with one label, if given."""
    sums: Counter[object] = Counter()
    for n, row in enumerate(values):
        sums[row[over] if over else n] += row[number]
    largest = max(sums.values())
    return list(range(0, largest + 1, -(-largest // _MOST_TICKS)))


def _bars(values: Rows, x: str, y: str, number: str) -> dict[str, Any]:
    """Return bars, one for each x, cut into a colour for each y."""
    colour = {key: value for key, value in _labelled(values, y).items() if key != "axis"}
    ticks = {"values": _whole(values, number, x), "format": "d", "grid": True}
    return {
        "mark": {"type": "bar", "tooltip": True},
        "width": {"step": 46},
        "height": 240,
        "encoding": {
            "x": _labelled(values, x, labelAngle=0 if x == "year" else -35),
            "y": {"field": number, "type": "quantitative", "title": number, "axis": ticks},
            "color": {**colour, "scale": {"scheme": _COLOURS}, "legend": {"labelExpr": _AXIS["labelExpr"]}},
        },
    }


def _squares(values: Rows, x: str, y: str, number: str) -> dict[str, Any]:
    """Return squares, darker where the number is larger, with the number in them."""
    axes = {"x": _labelled(values, x, labelAngle=-40, orient="top"), "y": _labelled(values, y)}
    legend = {"values": _whole(values, number, None), "format": "d", "type": "symbol", "symbolType": "square"}
    scale = {"scheme": _SHADES, "domainMin": 0}
    shade = {"field": number, "type": "quantitative", "title": number, "scale": scale, "legend": legend}
    dark = {"test": f"datum['{number}'] > domain('color')[1] * 0.55", "value": "white"}
    return {
        **_SQUARE,
        "layer": [
            {"mark": {"type": "rect", "tooltip": True}, "encoding": {**axes, "color": shade}},
            {
                "mark": {"type": "text", "fontSize": 11},
                "encoding": {
                    **axes,
                    "text": {"field": number, "type": "quantitative"},
                    "color": {"condition": dark, "value": "#1a1a1a"},
                },
            },
        ],
    }


def _plain(label: str) -> str:
    return label.replace("_", " ")


def write_chart(spec: dict[str, Any], path: Path) -> None:
    """Draw a chart into a file: .svg, .png at twice the size, or .html that needs no network; UsageError for others."""
    if path.suffix not in FORMATS:
        raise UsageError(f"{path.name} is no chart's file", f"Give one that ends in {', '.join(FORMATS)}.")
    try:
        import vl_convert
    except ImportError as error:
        raise UsageError("what draws charts is not installed", "Install diplomatic-readouts[charts].") from error
    if path.suffix == ".png":
        content = vl_convert.vegalite_to_png(spec, vl_version=_VERSION, scale=2)
    elif path.suffix == ".svg":
        content = vl_convert.vegalite_to_svg(spec, vl_version=_VERSION).encode("utf-8")
    else:
        content = vl_convert.vegalite_to_html(spec, vl_version=_VERSION, bundle=True).encode("utf-8")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}", "Choose another file.") from error
