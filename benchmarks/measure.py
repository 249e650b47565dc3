"""A command in; out, how it ended, what it printed, and the most memory that it and its own children took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_KB = 1024
_SECONDS_BETWEEN_LOOKS = 0.25


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str
    peak: int
    """Bytes: the most that one process had, or all of them together if that was looked at and is more."""

    @property
    def reason(self) -> str:
        """Return the last line that it printed as an error, which names the exception."""
        lines = self.err.strip().splitlines()
        return lines[-1] if lines else f"exit code {self.code}"


def run_python(arguments: Sequence[str], *, with_children: bool = False) -> Ended:
    """Run this Python with arguments, from the root of the checkout; with children, look at them all as it runs."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([sys.executable, *arguments], cwd=ROOT, stdout=out, stderr=err)
        watch = _Watch(process.pid) if with_children else None
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        together = watch.end() if watch else 0
        out.seek(0)
        err.seek(0)
        told, told_wrong = out.read(), err.read()
    unit = 1 if sys.platform == "darwin" else _KB
    return Ended(process.returncode, told, told_wrong, max(usage.ru_maxrss * unit, together))


class _Watch(threading.Thread):
    """A look every quarter of a second at the memory of a process and its descendants, shared pages once."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process, self._most, self._ended = process, 0, threading.Event()
        self.start()

    def run(self) -> None:
        while not self._ended.wait(_SECONDS_BETWEEN_LOOKS):
            self._most = max(self._most, sum(map(_memory_of, _family(self._process))))

    def end(self) -> int:
        """Stop looking and return the most that was seen, in bytes; 0 where the system does not tell."""
        self._ended.set()
        self.join()
        return self._most


def _family(process: int) -> Iterator[int]:
    """Yield a process and its descendants."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:  # it ended meanwhile
            continue
        for child in found:
            yield from _family(int(child))


def _memory_of(process: int) -> int:
    """Return a process's share of memory in bytes; 0 where it has ended or the system does not tell."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * _KB for line in lines if line.startswith("Pss:"))
