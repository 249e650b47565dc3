"""The README's figures are the reader's of today: gold of the repository in; out, the table, and whether it is there.

``python tests/test_accuracy.py`` (``make accuracy``) writes the table into the README. Nothing in it depends on a clock.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from diplomatic_readouts import __version__
from diplomatic_readouts.score import ROWS, Row, Score
from diplomatic_readouts.writing.about import accuracy_table
from diplomatic_readouts.writing.manifest import read_manifest
from scored import PAGES, score_of

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
PACKAGED = ROOT / "src/diplomatic_readouts/writing/about/accuracy.md"
"""The same table, for the cards of datasets."""
PLACE = re.compile(r"(?<=<!-- accuracy -->\n).*?(?=<!-- /accuracy -->\n)", re.DOTALL)
"""Between the two marks of the README, which it does not show."""


def release() -> str:
    """Return which package and data the figures are of, and the day of release where the citation has one."""
    citation: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    day, manifest = citation.get("date-released"), read_manifest(ROOT / "dist") or {}
    return f"Package {__version__}, data {manifest['data_version']}{f', released {day}' if day else ''}"


def heading(words: str, score: Score) -> str:
    """Return a set of pages with its size."""
    return f"{score.documents} {words} pages, {score.sentences} sentences"


def cells(score: Score, name: str) -> tuple[str, str]:
    """Return a row's figure with its interval, and how many values the gold has for it."""
    row: Row | None = {row.name: row for row in score.rows}.get(name)
    if row is None or row.interval is None:
        return "–", "–"
    low, high = row.interval
    return f"{row.counts.figure:.3f} ({low:.3f}–{high:.3f})", str(row.counts.gold)


def table_lines() -> Iterator[str]:
    """Yield the lines of the table."""
    real, composed = (score_of(name) for name in PAGES)
    yield f"| | {heading('real', real)} | in gold | {heading('composed', composed)} | in gold |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name in ROWS:
        yield f"| {' | '.join((name, *cells(real, name), *cells(composed, name)))} |"


def table() -> str:
    """Return the table."""
    return "".join(f"{line}\n" for line in table_lines())


def accuracy() -> str:
    """Return what stands between the marks of the README: the table, and which package and data it is of."""
    return f"{table()}\n{release()}.\n"


def write_accuracy() -> None:
    """Write today's figures into the README and into the package."""
    PACKAGED.write_text(table(), encoding="utf-8")
    README.write_text(PLACE.sub(lambda _: accuracy(), README.read_text(encoding="utf-8")), encoding="utf-8")


def test_the_readme_has_todays_figures() -> None:
    """Where this fails, `make accuracy` writes them."""
    (shown,) = PLACE.findall(README.read_text(encoding="utf-8"))
    assert shown.splitlines() == accuracy().splitlines()


def test_cards_have_todays_figures() -> None:
    """Those of every dataset that this reader builds."""
    assert accuracy_table().splitlines() == table().splitlines()


@pytest.mark.parametrize("name", list(PAGES))
def test_every_figure_has_an_interval(name: str) -> None:
    """A row of the table that has a figure says how sure it is."""
    assert [row.name for row in score_of(name).rows if row.counts.figure is not None and row.interval is None] == []


if __name__ == "__main__":
    write_accuracy()
