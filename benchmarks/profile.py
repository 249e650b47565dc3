"""Where the processor time of a page goes: by stage of ``parse_source``, and the ten functions that take most.

    python -m benchmarks.profile --pages 300

Stages are timed first, by a clock around each function that ``parse.py`` calls; what is worked out only when asked for
counts for the stage that asks first. The functions come of a second round under cProfile, which makes calls look dearer
than they are. (Run it with ``-m`` only: as a script it would stand in the way of the library's ``profile``.)
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import FunctionType
from typing import Any

from benchmarks.corpus import make_corpus
from diplomatic_readouts import parse
from diplomatic_readouts.check import check_readout
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.jsonl import canonical_json

Spent = dict[str, float]


def around(function: Callable[..., Any], name: str, spent: Spent) -> Callable[..., Any]:
    """Return the function with a clock around it that adds up its processor time, in seconds, under a name."""

    @wraps(function)
    def timed(*given: Any, **named: Any) -> Any:
        begun = time.process_time()
        try:
            return function(*given, **named)
        finally:
            spent[name] += time.process_time() - begun

    return timed


def time_stages(pages: list[Path]) -> Spent:
    """Return the processor time of each stage, and of what follows parsing, over all pages, in seconds."""
    spent: Spent = defaultdict(float)
    stages = {name: each for name, each in vars(parse).items() if _is_stage(name, each)}
    for name, function in stages.items():
        setattr(parse, name, around(function, name, spent))
    begun = time.process_time()
    records = [parse.read_file(path) for path in pages]
    spent["the record itself, and what parse.py does"] = time.process_time() - begun - sum(spent.values())
    for name, function in stages.items():
        setattr(parse, name, function)
    after: dict[str, Callable[[Readout], object]] = {
        "then: check_readout": check_readout,
        "then: canonical_json": canonical_json,
    }
    for name, function in after.items():
        timed = around(function, name, spent)
        for record in records:
            timed(record)
    return spent


def _is_stage(name: str, value: object) -> bool:
    """Return whether something in parse.py is a function of another module, or one that makes a part of the record."""
    return isinstance(value, FunctionType) and (value.__module__ != parse.__name__ or name.startswith("make_"))


def show_stages(spent: Spent, pages: int) -> None:
    """Print each stage's milliseconds a page and its share."""
    parsing = sum(seconds for name, seconds in spent.items() if not name.startswith("then:"))
    print(f"{'ms/page':>9} {'of parsing':>11}  stage")
    for name, seconds in sorted(spent.items(), key=lambda item: (item[0].startswith("then:"), -item[1])):
        print(f"{1000 * seconds / pages:9.3f} {seconds / parsing:11.1%}  {name}")
    print(f"{1000 * parsing / pages:9.3f} {1:11.1%}  parsing in all: {pages / parsing:.0f} pages/s\n")


def show_functions(pages: list[Path], most: int) -> None:
    """Print the functions that take most of the time themselves, without what they call."""
    watched = cProfile.Profile(time.process_time)
    watched.enable()
    for path in pages:
        check_readout(parse.read_file(path))
    watched.disable()
    pstats.Stats(watched).strip_dirs().sort_stats("tottime").print_stats(most)


def main() -> None:
    parser = argparse.ArgumentParser(description="Tell where the processor time of a page goes.")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--top", type=int, default=10, help="how many functions are listed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        make_corpus(Path(folder), given.pages)
        pages = sorted(Path(folder).iterdir())
        check_readout(parse.read_file(pages[0]))  # so that lexicons are loaded and patterns compiled
        show_stages(time_stages(pages), len(pages))
        show_functions(pages, given.top)


if __name__ == "__main__":
    main()
