"""Pages a second and peak memory of the builder, beside the floor and other ways to read the same pages.

    python -m benchmarks.throughput --pages 300
    python -m benchmarks.throughput --only ours --only floor --json

Each contestant runs in a process of its own, three times; the medians are shown. One that keeps to one core is kept
to it. The clock starts when imports are done, patterns compiled and a page or text is warmed up; that comes apart, as
the seconds to start. A contestant whose package is not installed, or that fails, is listed with the reason.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.contestants import ALL, FLOOR, OURS, Contestant
from benchmarks.corpus import make_corpus
from benchmarks.measure import run_python

_MB = 1e6


@dataclass(frozen=True)
class Timed:
    """One run of a contestant, as its own process tells it; seconds."""

    start: float
    passed: float
    processor: float
    made: str


@dataclass(frozen=True)
class Result:
    """The medians of a contestant's runs, or why there are none."""

    name: str
    does: str
    pages_per_second: float = 0.0
    megabytes_per_second: float = 0.0
    peak_megabytes: float = 0.0
    seconds_to_start: float = 0.0
    made: str = ""
    missing: str = ""


# --------------------------------------------------------------------------------------- in the contestant's process


def run_here(contestant: Contestant, folder: Path, out: Path) -> Timed:
    """Run a contestant once in this process."""
    if contestant.one_core and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    begun = time.perf_counter()
    run = contestant.prepare(folder)
    ready, busy = time.perf_counter(), time.process_time()
    made = run(out)
    return Timed(ready - begun, time.perf_counter() - ready, time.process_time() - busy, made)


# ------------------------------------------------------------------------------------------------- in the process above


def measure(contestant: Contestant, folder: Path, runs: int, clock: str) -> Result:
    """Return the medians of a contestant's runs, each in a process of its own."""
    size = sum(path.stat().st_size for path in folder.iterdir())
    pages = sum(1 for _ in folder.iterdir())
    timed, peaks = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as out:
            command = ["-m", "benchmarks.throughput", "--run", contestant.name, str(folder), out]
            ended = run_python(command, with_children=not contestant.one_core)
        if ended.code:
            return Result(contestant.name, contestant.does, missing=ended.reason)
        timed.append(Timed(**json.loads(ended.out.splitlines()[-1])))
        peaks.append(ended.peak)
    by_processor = clock == "processor" and contestant.one_core
    seconds = statistics.median(each.processor if by_processor else each.passed for each in timed)
    return Result(
        contestant.name,
        contestant.does,
        pages_per_second=pages / seconds,
        megabytes_per_second=size / seconds / _MB,
        peak_megabytes=statistics.median(peaks) / _MB,
        seconds_to_start=statistics.median(each.start for each in timed),
        made=timed[0].made,
    )


def table(results: Sequence[Result]) -> str:
    """Return the results as a table in Markdown, with how many times faster each is than the builder and the floor."""
    speed = {result.name: result.pages_per_second for result in results}
    lines = [
        "| contestant | pages/s | MB/s | peak MB | start s | to ours | to the floor | made | what it does |",
        "|---|---:|---:|---:|---:|---:|---:|---|---|",
    ]
    for r in results:
        if r.missing:
            lines.append(f"| {r.name} | missing | | | | | | {r.missing} | {r.does} |")
            continue
        ratios = (_ratio(r.pages_per_second, speed.get(other)) for other in (OURS, FLOOR))
        figures = (f"{r.pages_per_second:,.0f}", f"{r.megabytes_per_second:.2f}", f"{r.peak_megabytes:.0f}")
        cells = (r.name, *figures, f"{r.seconds_to_start:.1f}", *ratios, r.made, r.does)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _ratio(speed: float, other: float | None) -> str:
    """Return how many times faster, in three digits at least; a dash where there is nothing to compare with."""
    if not other:
        return "–"
    return f"{speed / other:,.0f}×" if speed > 100 * other else f"{speed / other:#.3g}×"


def main() -> None:
    by_name = {contestant.name: contestant for contestant in ALL}
    parser = argparse.ArgumentParser(description="Compare the builder with other ways to read the same pages.")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3, help="of each contestant, of which the median is shown")
    parser.add_argument("--only", action="append", choices=by_name, metavar="NAME", help=f"of: {'; '.join(by_name)}")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--clock",
        choices=("wall", "processor"),
        default="wall",
        help="processor time is steadier where the machine has other work; what uses all cores is timed by the wall",
    )
    parser.add_argument("--run", nargs=3, metavar=("NAME", "FOLDER", "OUT"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        name, folder, out = given.run
        print(json.dumps(asdict(run_here(by_name[name], Path(folder), Path(out)))))
        return
    with tempfile.TemporaryDirectory() as folder:
        make_corpus(Path(folder), given.pages)
        chosen = [by_name[name] for name in given.only or by_name]
        results = [measure(contestant, Path(folder), given.runs, given.clock) for contestant in chosen]
    print(json.dumps([asdict(r) for r in results], ensure_ascii=False, indent=1) if given.json else table(results))


if __name__ == "__main__":
    main()
