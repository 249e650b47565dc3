"""A dataset on a page: its tables in; counts, years, speakers and most held formulas out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from diplomatic_readouts.questions.rows import Day, day_of, ranked, read_rows, span_of

MOST_TOLD = 10
Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What a dataset holds; counts are the largest first, at most ten of each."""

    rows: dict[str, int]
    """Rows of each table."""
    first_day: Day
    last_day: Day
    undated: int
    """Readouts that have no day."""
    kinds: Counts
    publishers: Counts
    counterparts: Counts
    speakers: Counts
    """Sentences by speaker, with his or her side."""
    bases: Counts
    """Sentences by how the page tells who speaks."""
    topics: Counts
    formulas: Counts
    """Formulas with their holder, by how many readouts have them; not those that nobody is said to hold."""


def overview(tables: Mapping[str, pa.Table]) -> Overview:
    """Return what a dataset holds, of its flat tables by name."""
    columns = ("kind", "publisher_country", "counterpart_countries", "event_start", "published")
    readouts = read_rows(tables["readouts"], *columns)
    said = read_rows(tables["statements"], "speaker_name", "speaker_country", "speaker_organization", "basis", "topics")
    held = read_rows(tables["formulas"], "readout_id", "id", "holder")
    first, last = span_of(readouts)
    sides = ((row["speaker_name"], row["speaker_country"] or row["speaker_organization"]) for row in said)
    return Overview(
        rows={name: table.num_rows for name, table in tables.items()},
        first_day=first,
        last_day=last,
        undated=sum(day_of(row) is None for row in readouts),
        kinds=_largest(row["kind"] for row in readouts),
        publishers=_largest(row["publisher_country"] or "unknown" for row in readouts),
        counterparts=_largest(country for row in readouts for country in row["counterpart_countries"]),
        speakers=_largest(f"{name} ({side})" if side else name for name, side in sides if name),
        bases=_largest(row["basis"] for row in said),
        topics=_largest(topic for row in said for topic in row["topics"]),
        formulas=_largest(f"{formula} ({holder})" for _, formula, holder in _held(held)),
    )


def _held(rows: list[dict[str, str]]) -> set[tuple[str, str, str]]:
    return {(row["readout_id"], row["id"], row["holder"]) for row in rows if row["holder"]}


def _largest(values: Iterable[str]) -> Counts:
    return tuple(ranked(values)[:MOST_TOLD])
