"""The flat tables in; out, the tables of all charts and questions, as the commands give them, for the page to draw."""

from __future__ import annotations

import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from diplomatic_readouts import questions
from diplomatic_readouts.charts.counts import CHARTS, Chart, Load, chart_table, labels

Table = dict[str, list[Any]]


def all_answers(load: Load) -> dict[str, Any]:
    """Return charts by name, each with its numbers for whatever it can be counted by, and questions by name."""
    pairs = questions.find_pairs(load("readouts"), load("participants"))
    return {
        "charts": {name: _chart(name, chart, load) for name, chart in CHARTS.items()},
        "questions": {
            "accounts": _plain(questions.in_whose_account(load("statements"))),
            "seen": _plain(questions.first_and_last_seen(load("formulas"))),
            "changes": _plain(questions.wording_changes(load("formulas"), load("readouts"))),
            "pairs": _plain(pairs),
            "pledges": _plain(questions.pledge_sums(load("pledges"))),
        },
        "compared": _compared(pairs, load),
    }


def silences_by_readout(load: Load) -> dict[str, list[list[Any]]]:
    """Return by readout what comparable ones carry and it lacks: what and which, how many carry it, of how many."""
    found: dict[str, list[list[Any]]] = {}
    table = questions.all_silences(load("readouts"), load("statements"), load("formulas"))
    for readout, *row in _plain(table)["rows"]:
        found.setdefault(readout, []).append(row)
    return found


def _chart(name: str, chart: Chart, load: Load) -> dict[str, Any]:
    counts = {}
    for by in chart.by:
        x, y = labels(chart, by)
        counts[by] = {"x": x, "y": y, "rows": _plain(chart_table(name, load, by))["rows"]}
    return {"title": chart.title, "number": chart.number, "form": chart.form, "counts": counts}


def _compared(pairs: pa.Table, load: Load) -> list[Table]:
    """Return for each pair what both carry and what one leaves out."""
    ones, others = pairs.column("one").to_pylist(), pairs.column("other").to_pylist()
    both = pa.array(sorted({*ones, *others}), pa.string())
    statements = _of(load("statements").select(["readout_id", "topics"]), both)
    formulas = _of(load("formulas").select(["readout_id", "id"]), both)
    found = []
    for one, other in zip(ones, others, strict=True):
        two = pa.array([one, other])
        found.append(_plain(questions.compare_accounts(one, other, _of(statements, two), _of(formulas, two))))
    return found


def _of(table: pa.Table, readouts: pa.Array) -> pa.Table:
    """Return the rows of some readouts."""
    return table.filter(pc.is_in(table.column("readout_id"), readouts))


def _plain(table: pa.Table) -> Table:
    """Return a table as JSON has it: its columns, and its rows as lists."""
    columns = table.column_names
    rows = ([_value(row[name]) for name in columns] for row in table.to_pylist())
    return {"columns": columns, "rows": list(rows)}


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value
