"""What the reader must reach on the gold: on the five real pages, and on pages composed of the genre's hard cases.

The bounds are promises to the users of the records; where a row does not keep one yet, it is a known gap with its reason.
"""

from __future__ import annotations

import pytest

from diplomatic_readouts.score import ROWS
from scored import score_of

JUDGED = {
    "acts": 0.94,
    "topics": 0.95,
    "formulas": 0.98,
    "formulas with holder": 0.98,
    "pledges (words)": 0.80,
}
"""What is judgement: about as much as two annotators agree on."""
NOT_IN_SEEDS = {"speaker where joint", "non-readouts without a record"}
SEEDS = {row: JUDGED.get(row, 1.0) for row in ROWS if row not in NOT_IN_SEEDS}

COMPOSED = {
    "non-readouts without a record": 1.0,
    "title": 0.95,
    "kind": 0.95,
    "publisher_country": 0.95,
    "published": 0.95,
    "event_start": 0.95,
    "event_end": 0.95,
    "city": 0.95,
    "country": 0.95,
    "participants (name)": 0.95,
    "participants (name, country, role)": 0.90,
    "offices": 0.90,
    "sentences": 0.98,
    "speaker and country": 0.96,
    "speaker where continued": 0.95,
    "basis": 0.94,
    "cue": 0.94,
    "acts": 0.85,
    "topics": 0.80,
    "formulas": 0.95,
    "formulas with holder": 0.85,
}


def assert_reaches(name: str, row: str, bound: float) -> None:
    """Fail with every difference of a row whose figure is below its bound."""
    found = score_of(name).row(row)
    figure = found.counts.figure
    assert figure is not None
    assert figure >= bound, "\n".join(map(str, found.differences))


@pytest.mark.parametrize(("row", "bound"), SEEDS.items(), ids=SEEDS)
def test_the_real_pages_are_read_as_annotated(row: str, bound: float) -> None:
    """On the pages of the dataset the reader is right, but for judgement."""
    assert_reaches("seeds", row, bound)


@pytest.mark.parametrize(("row", "bound"), COMPOSED.items(), ids=COMPOSED)
def test_pages_of_other_layouts_are_read_as_annotated(row: str, bound: float) -> None:
    """On pages composed of hard cases the reader keeps the bounds."""
    assert_reaches("composed", row, bound)


def test_the_real_pages_have_all_rows() -> None:
    """No row is passed by having nothing in it."""
    assert {row.name for row in score_of("seeds").rows} == set(SEEDS)
