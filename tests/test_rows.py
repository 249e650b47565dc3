"""JSON Lines: one page a line, with what the page itself need not state."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diplomatic_readouts.builder import build
from diplomatic_readouts.errors import UnreadableSource
from diplomatic_readouts.parse import parse_source
from diplomatic_readouts.reading.rows import read_row

TEXT = (
    "Foreign Minister Lin Tao met today with Peruvian Foreign Minister Marta Quiroga in Lima.\n\n"
    "Lin Tao said that China is ready to expand trade with Peru."
)
ROW = {
    "name": "a",
    "text": TEXT,
    "url": "https://www.mfa.gov.cn/a",
    "title": "Lin Tao in Lima",
    "published": "2024-06-03",
}


def test_a_row_gives_what_its_text_does_not_state() -> None:
    readout = parse_source(read_row(json.dumps(ROW), "pages.jsonl, line 1"))
    assert readout.source.format == "jsonl"
    assert readout.source.url == ROW["url"]
    assert readout.title is not None
    assert (readout.title.text, readout.title.start) == ("Lin Tao in Lima", None)
    assert readout.published is not None
    assert readout.published.date.isoformat() == "2024-06-03"
    assert readout.publisher.country == "CHN"


def test_today_in_a_row_is_the_day_beside_it() -> None:
    readout = parse_source(read_row(json.dumps(ROW), "pages.jsonl, line 1"))
    assert readout.event.start is not None
    assert readout.event.start.isoformat() == "2024-06-03"


@pytest.mark.parametrize("line", ["{", "[1]", '{"name": "a"}', '{"name": "a", "text": 1}', '{"text": "b"}'])
def test_a_line_without_a_page_is_refused_with_its_place(line: str) -> None:
    with pytest.raises(UnreadableSource, match=r"pages\.jsonl, line 7"):
        read_row(line, "pages.jsonl, line 7")


def test_a_row_of_null_is_as_one_that_is_left_out() -> None:
    assert read_row(json.dumps({**ROW, "url": None}), "x").url is None


def test_a_faulty_line_does_not_lose_the_others(tmp_path: Path) -> None:
    other = {**ROW, "name": "b", "text": TEXT.replace("Lima", "Cusco")}
    lines = "\n".join([json.dumps(ROW), "{", json.dumps(other), ""])
    (tmp_path / "pages.jsonl").write_text(lines, encoding="utf-8")
    report = build(tmp_path, tmp_path.parent / "out")
    assert sorted(r.source.name for r in report.readouts) == ["a", "b"]
    assert [(e.name, e.stage) for e in report.errors] == [("pages.jsonl, line 2", "source")]
    assert report.exit_code == 1
