"""How far built records agree with gold: both in; out, a figure for each row, with its interval and differences.

A row's figure is F1 over all its values; where there is one value a document or a sentence, that is the share which is
right. Its interval is drawn over documents: what a page is like matters more to a reader than how long it is.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from diplomatic_readouts.records import Readout
from diplomatic_readouts.score.gold import GoldPage, GoldReadout
from diplomatic_readouts.score.values import ROWS, Compared, Values, compare_readout, compare_refusal

DRAWS = 2000
"""How many samples of the documents an interval rests on."""
TAIL = 0.025
"""The share of the samples below an interval, and the share above it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many values were built, how many are in the gold, and how many of these are the same."""

    right: int = 0
    built: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.built + other.built, self.gold + other.gold)

    @property
    def figure(self) -> float | None:
        """Return F1, from 0 to 1; None where there is nothing to count."""
        total = self.built + self.gold
        return 2 * self.right / total if total else None


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where records and gold differ: what only the record has there, and what only the gold."""

    document: str
    sentence: int | None
    """Which one of the gold, from 1; None for values of the document."""
    words: str | None
    built: tuple[str, ...]
    gold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a score: its counts, the 95% interval of its figure, where records and gold differ."""

    name: str
    counts: Counts
    interval: tuple[float, float] | None
    """None where there is nothing to count."""
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How far records agree with gold."""

    documents: int
    sentences: int
    """Of the gold."""
    rows: tuple[Row, ...]

    def row(self, name: str) -> Row:
        """Return a row by its name; KeyError where the gold has nothing for it."""
        return {row.name: row for row in self.rows}[name]


class _Page(NamedTuple):
    """What was compared of one page."""

    document: str
    compared: tuple[Compared, ...]
    counts: dict[str, Counts]
    """In each row that the page has."""


def score(readouts: Sequence[Readout], golds: Sequence[GoldPage]) -> Score:
    """Return how far records agree with gold; records of pages that the gold does not have are left out.

    A page's record is that with the SHA-256 of its bytes, or else the only one with its file name.
    """
    find = _finder(readouts)
    pages = [_compare(find(gold), gold) for gold in golds]
    sentences = sum(len(gold.statements) for gold in golds if isinstance(gold, GoldReadout))
    rows = ((name, [page for page in pages if name in page.counts]) for name in ROWS)
    return Score(len(golds), sentences, tuple(_row(name, having) for name, having in rows if having))


def _finder(readouts: Sequence[Readout]) -> Callable[[GoldPage], Readout | None]:
    """Return what finds the record of a page."""
    by_sum = {readout.source.sha256: readout for readout in readouts}
    names = Counter(readout.source.name for readout in readouts)
    by_name = {readout.source.name: readout for readout in readouts if names[readout.source.name] == 1}
    return lambda gold: by_sum.get(gold.sha256) or by_name.get(gold.document)


def _compare(readout: Readout | None, gold: GoldPage) -> _Page:
    """Return what there is to compare of one page."""
    told = compare_readout(readout, gold) if isinstance(gold, GoldReadout) else compare_refusal(readout)
    compared = tuple(told)
    counts: dict[str, Counts] = {}
    for each in compared:
        counts[each.row] = counts.get(each.row, Counts()) + _count(each)
    return _Page(gold.document, compared, counts)


def _row(name: str, pages: Sequence[_Page]) -> Row:
    """Return one row over the pages that have it."""
    counts = [page.counts[name] for page in pages]
    differences = (difference for page in pages for difference in _differences(name, page))
    return Row(name, sum(counts, Counts()), find_interval(counts), tuple(differences))


def find_interval(documents: Sequence[Counts]) -> tuple[float, float] | None:
    """Return the 95% bootstrap interval of a figure over documents; None where there is nothing to count.

    The samples are the same at every call. One in which there is nothing to count is left out.
    """
    figures = []
    for sample in _samples(len(documents)):
        right = total = 0
        for place in sample:
            right += documents[place].right
            total += documents[place].built + documents[place].gold
        figures += [2 * right / total] if total else []
    figures.sort()
    cut = int(len(figures) * TAIL)
    return (figures[cut], figures[-1 - cut]) if figures else None


@cache
def _samples(documents: int) -> tuple[tuple[int, ...], ...]:
    """Return the samples of that many documents, each as places, drawn with replacement."""
    draw = random.Random(0)  # noqa: S311 - nobody is to be surprised by the same numbers every time
    return tuple(tuple(draw.choices(range(documents), k=documents)) for _ in range(DRAWS if documents else 0))


def _count(compared: Compared) -> Counts:
    """Return the counts of one comparison."""
    built, gold = Counter(compared.built), Counter(compared.gold)
    return Counts((built & gold).total(), built.total(), gold.total())


def _differences(row: str, page: _Page) -> Iterator[Difference]:
    """Yield where one row of a page differs."""
    for compared in page.compared:
        if compared.row != row:
            continue
        built, gold = Counter(compared.built), Counter(compared.gold)
        if built != gold:
            extra, missing = (_told(tuple(side.elements())) for side in (built - gold, gold - built))
            yield Difference(page.document, compared.sentence, compared.words, extra, missing)


def _told(values: Values) -> tuple[str, ...]:
    """Return values as a reader is shown them, in the order in which they stand."""
    return tuple(_one_told(value) for value in values)


def _one_told(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_one_told(part) for part in value)
    return "none" if value is None else str(value)
