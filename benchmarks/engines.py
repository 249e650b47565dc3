"""The same build on every engine: how long each takes, and that all of them give the same bytes.

    python -m benchmarks.engines --pages 1000

In this process; in 1, 2 and 4 processes; on a Dask cluster of two workers (the extra ``cluster``); and in two processes
and on Dask with a worker killed hard after a third of the pages.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import make_corpus
from diplomatic_readouts.builder import Progress, Watcher, build


@dataclass(frozen=True)
class Built:
    """A build: on what, how long it took, what it gave."""

    name: str
    seconds: float
    digest: str


def workers_below(process: int) -> list[int]:
    """Return the processes below one, its children's too, that Python has started to work; Linux only."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat, command = (folder / "stat").read_text(), (folder / "cmdline").read_text()
        except OSError:
            continue
        if "spawn_main" in command:
            parents[int(folder.name)] = int(stat.rsplit(") ", 1)[1].split()[1])
    below = {process}
    for _ in range(3):
        below |= {child for child, parent in parents.items() if parent in below}
    return sorted(below - {process})


class Killer(Watcher):
    """Kills one worker, once a third of the pages is read."""

    def __init__(self) -> None:
        self.killed = 0

    def progress(self, progress: Progress) -> None:
        """Kill when it is time."""
        if not self.killed and 3 * progress.done >= progress.total:
            self.killed = workers_below(os.getpid())[-1]
            os.kill(self.killed, signal.SIGKILL)


def run(name: str, out: Path, call: Callable[[], object]) -> Built:
    """Return what a build came to."""
    started = time.perf_counter()
    call()
    seconds = time.perf_counter() - started
    return Built(name, seconds, hashlib.sha256((out / "SHA256SUMS").read_bytes()).hexdigest())


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the same pages on every engine.")
    parser.add_argument("--pages", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages, out = Path(folder) / "pages", Path(folder) / "out"
        make_corpus(pages, given.pages)
        builds = {
            "in process": lambda: build(pages, out, fresh=True),
            "2 processes": lambda: build(pages, out, fresh=True, workers=2),
            "4 processes": lambda: build(pages, out, fresh=True, workers=4),
            "2 processes, one killed": lambda: build(pages, out, fresh=True, workers=2, watcher=Killer()),
            "Dask, 2 workers": lambda: build(pages, out, fresh=True, workers=2, dask=""),
            "Dask, 2 workers, one killed": lambda: build(pages, out, fresh=True, workers=2, dask="", watcher=Killer()),
            "again, nothing changed": lambda: build(pages, out),
        }
        done = [run(name, out, call) for name, call in builds.items()]
    print("| engine | seconds | pages/s | to in process | SHA-256 of SHA256SUMS |")
    print("|---|---:|---:|---:|---|")
    for each in done:
        speed, ratio = given.pages / each.seconds, done[0].seconds / each.seconds
        print(f"| {each.name} | {each.seconds:.1f} | {speed:.0f} | {ratio:.2f}× | {each.digest[:16]} |")


if __name__ == "__main__":
    main()
