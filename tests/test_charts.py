"""Charts: the numbers that they draw are those of the tables, and they are drawn the same each time."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from command import Run
from diplomatic_readouts import load_table
from diplomatic_readouts.charts import CHARTS, chart_spec, chart_table, write_chart
from diplomatic_readouts.charts.counts import MOST_LABELS, OTHERS
from diplomatic_readouts.errors import UsageError

EVERY = [(name, by) for name, chart in CHARTS.items() for by in chart.by]
SVG = "{http://www.w3.org/2000/svg}"


def rows(name: str, by: str | None = None) -> list[tuple[Any, ...]]:
    """Return the numbers of a chart of the packaged dataset."""
    return [tuple(row.values()) for row in chart_table(name, load_table, by).to_pylist()]


def test_readouts_are_counted_by_year_and_country() -> None:
    assert rows("timeline") == [
        ("2018", "ECU", 1), ("2018", "nobody named", 1), ("2019", "nobody named", 1), ("2024", "CHL", 1),
        ("2025", "nobody named", 1),
    ]  # fmt: skip
    assert ("2018", "article", 1) in rows("timeline", "kind")


def test_a_formula_is_counted_once_a_readout() -> None:
    held = {(year, formula): count for year, formula, count in rows("formulas")}
    assert held["2018", "multilateralism"] == 1  # which one page has several times
    assert ("ECU", "one_china_principle", 1) in rows("formulas", "holder")


def test_holders_are_counted_by_year() -> None:
    """In how many readouts of a year somebody is said to hold a formula, whichever and however often."""
    held = {(year, holder): count for year, holder, count in rows("formulas", "year and holder")}
    assert held["2018", "CHN"] == 2  # an article and a meeting, each with several
    assert held["2024", "CHL"] == 1
    assert ("2019", "ECU") not in held


def test_states_and_persons_meet() -> None:
    assert rows("meetings") == [("CHN", "CHL", 1), ("CHN", "ECU", 1)]
    assert ("Wang Yi", "José Valencia Amores", 1) in rows("meetings", "person")


def test_topics_are_counted_by_side() -> None:
    statements = load_table("statements").to_pylist()
    expected = sum("trade" in row["topics"] for row in statements if row["speaker_country"] == "CHL")
    assert ("CHL", "trade", expected) in rows("topics")


def test_pledges_are_counted_with_their_amounts() -> None:
    assert ("credit_line", "66,000,000,000 CNY", 1) in rows("pledges", "amount")
    assert sum(count for *_, count in rows("pledges")) == load_table("pledges").num_rows


def test_the_less_frequent_labels_are_one_together() -> None:
    said = [{"speaker_name": f"Lin {n:02}", "speaker_country": None, "speaker_organization": None} for n in range(30)]
    table = pa.Table.from_pylist([{**row, "topics": ["trade"]} for row in said])
    found = chart_table("topics", lambda _: table, "speaker").to_pylist()
    assert len(found) == MOST_LABELS + 1
    assert [row["statements"] for row in found if row["speaker"] == OTHERS] == [30 - MOST_LABELS]


def test_every_year_is_kept() -> None:
    years = [date(year, 1, 1) for year in range(1990, 2020)]
    rest = {"published": None, "kind": "meeting", "publisher_country": "CHN", "counterpart_countries": ["PER"]}
    table = pa.Table.from_pylist([{"event_start": year, **rest} for year in years])
    assert [row["year"] for row in chart_table("timeline", lambda _: table).to_pylist()] == [str(y.year) for y in years]


# ------------------------------------------------------------------------------------------------------------ drawn


@pytest.mark.parametrize(("name", "by"), EVERY)
def test_a_chart_is_drawn_the_same_each_time_with_its_labels(name: str, by: str, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    spec = chart_spec(name, load_table, by)
    for file in ("one.svg", "other.svg"):
        write_chart(spec, tmp_path / file)
    drawn = (tmp_path / "one.svg").read_bytes()
    assert drawn == (tmp_path / "other.svg").read_bytes()
    texts = {"".join(text.itertext()) for text in ET.fromstring(drawn).iter(f"{SVG}text")}  # noqa: S314  our own
    assert spec["title"] in texts
    for column in chart_table(name, load_table, by).columns[:2]:
        assert {value.replace("_", " ") for value in column.to_pylist()} <= texts
    assert b'style="' not in drawn  # which the explorer's policy would not let in


def test_a_chart_becomes_a_picture_and_a_page_without_network(tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    spec = chart_spec("timeline", load_table)
    write_chart(spec, tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    write_chart(spec, tmp_path / "chart.html")
    assert 'src="http' not in (tmp_path / "chart.html").read_text(encoding="utf-8")


def test_text_of_a_page_is_text_in_a_chart(tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    name = "Lin </text><script>alert(1)</script>"
    table = pa.Table.from_pylist(
        [{"speaker_name": name, "speaker_country": None, "speaker_organization": None, "topics": ["trade"]}]
    )
    write_chart(chart_spec("topics", lambda _: table, "speaker"), tmp_path / "chart.svg")
    drawn = ET.parse(tmp_path / "chart.svg")  # noqa: S314  our own
    assert not list(drawn.iter(f"{SVG}script"))
    assert name in {"".join(text.itertext()) for text in drawn.iter(f"{SVG}text")}


# ------------------------------------------------------------------------------------------------------- the command


def test_the_command_prints_the_numbers_or_draws_them(tmp_path: Path, run: Run) -> None:
    pytest.importorskip("vl_convert")
    assert json.loads(run("plot", "meetings", "--json")[1])[0] == {"country": "CHN", "met": "CHL", "readouts": 1}
    table = list(csv.reader(io.StringIO(run("plot", "meetings", "--csv")[1])))
    assert table == [["country", "met", "readouts"], ["CHN", "CHL", "1"], ["CHN", "ECU", "1"]]
    assert run("plot", "meetings", "--out", str(tmp_path / "m.svg")) == (0, f"{tmp_path / 'm.svg'}\n", "")
    assert (tmp_path / "m.svg").is_file()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["weather"], "there is no chart 'weather'"),
        (["timeline", "--by", "speaker"], "timeline cannot be counted by 'speaker'"),
        (["timeline", "--out", "chart.gif"], "chart.gif is no chart's file"),
        (["timeline", "--out", "nowhere/chart.svg"], "cannot be written"),
        (["timeline", "--csv", "--json"], "more than one of --out, --csv and --json"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_wrong_use_is_told(arguments: list[str], told: str, run: Run) -> None:
    code, out, wrong = run("plot", *arguments)
    assert (code, out) == (2, "")
    assert told in wrong


def test_nothing_to_draw_is_told() -> None:
    with pytest.raises(UsageError, match="nothing to draw for pledges"):
        chart_spec("pledges", lambda name: load_table(name).slice(0, 0))
