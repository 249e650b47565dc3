"""No text makes the reader slow: each pattern, and the whole reader, takes a time that grows as the text does."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from diplomatic_readouts.check import check_readout
from diplomatic_readouts.errors import SourceError
from diplomatic_readouts.parse import parse_readout
from marked import OPENING
from patterns import RUNS, find_patterns, repeated, time_pattern

LENGTH = 100_000
MOST_SECONDS = 0.25
"""For a pattern on a text of that length, of processor time; the slowest takes 0.15 on two cores that do nothing else."""
FORMS = {
    "in a sentence": "{opening}Lin Tao said that trade {text} grows and China believes so.\n",
    "a line": "{opening}{text}\n",
    "a title": "{text} Lin Tao Meets with Marta Quiroga\n{opening}",
}


@pytest.mark.slow
def test_no_pattern_takes_longer_than_a_text_is_long() -> None:
    slow: list[str] = []
    for found in find_patterns():
        timed = time_pattern(found, LENGTH, MOST_SECONDS)
        if timed and timed.seconds > MOST_SECONDS:
            slow.append(f"{found.module}: {timed.seconds:.2f} s on {timed.run!r}: {found.pattern.pattern}")
    assert not slow


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_the_reader_takes_a_time_that_grows_as_the_text_does(form: str) -> None:
    """Of twice the text, less than three times; where it is so quick that it cannot be told, that is enough."""
    for run in (*RUNS, "A.", "dedicat", "exchangaaa ", "eu ", "g7 "):
        texts = [FORMS[form].format(opening=OPENING, text=repeated(run, length)) for length in (10_000, 20_000)]
        assert any(_grows_evenly(*texts) for _ in range(3)), run  # a busy machine may take longer now and then


def _grows_evenly(half: str, whole: str) -> bool:
    short, long = _seconds(half), _seconds(whole)
    return long < 0.5 or (long < 3 * short and long < 3.0)


def _seconds(text: str) -> float:
    begun = time.process_time()
    with suppress(SourceError):
        check_readout(parse_readout(text))
    return time.process_time() - begun
