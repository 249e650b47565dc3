"""The reader's figures on the gold of the repository: the name of a gold folder in; its pages, records and score out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from diplomatic_readouts.builder.roots import find_files, find_roots
from diplomatic_readouts.errors import LanguageNotRead, NotAReadout
from diplomatic_readouts.parse import read_file
from diplomatic_readouts.records import Readout
from diplomatic_readouts.score import Score, read_gold, score

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold"
PAGES = {"seeds": ROOT / "seeds", "composed": GOLD / "composed_text"}
"""Where the pages of each gold folder are."""


@cache
def score_of(name: str) -> Score:
    """Return how far the reader, as it is today, agrees with a gold folder."""
    return score(tuple(read_pages(PAGES[name])), read_gold(GOLD / name))


def read_pages(folder: Path) -> Iterator[Readout]:
    """Yield the record of each page that is a readout."""
    for page in find_files(find_roots([folder])):
        try:
            yield read_file(page.path)
        except (NotAReadout, LanguageNotRead):
            continue
