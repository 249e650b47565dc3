"""Where builds are disturbed: pages, an output to be replaced, and what an undisturbed build makes of the pages."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import make_corpus

ROOT = Path(__file__).resolve().parents[1]
BUILD = """
import sys
from diplomatic_readouts.builder import build, sources
from diplomatic_readouts.cli import main
sources.PAGES_IN_BATCH = 8
main(["build", *sys.argv[1:], "--workers", "2", "--fresh"])
"""
"""The command with small batches, so that there are many moments to disturb it."""


@dataclass(frozen=True)
class Ground:
    """Where builds run: pages, an output to be replaced, and what an undisturbed build makes of the pages."""

    folder: Path
    pages: Path
    former: dict[str, bytes]
    whole: dict[str, bytes]
    seconds: float

    @property
    def out(self) -> Path:
        """Return the folder that is built into."""
        return self.folder / "out"

    def put_former(self) -> None:
        """Have the output be the former one, and nothing beside it."""
        for path in self.folder.glob(".out.*"):
            shutil.rmtree(path)
        shutil.rmtree(self.out, ignore_errors=True)
        shutil.copytree(self.folder / "former", self.out)

    def state(self) -> str:
        """Return what the output is: former, new, aside (the former one, in a moment of the swap), or broken."""
        aside = self.folder / ".out.old"
        found = contents(self.out if self.out.exists() else aside)
        if found == self.former:
            return "former" if self.out.exists() else "aside"
        return "new" if found == self.whole else "broken"


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def start(pages: Path, out: Path, *options: str, script: Path | None = None, most: int = 0) -> subprocess.Popen[str]:
    """Start a build, or a script that is one, in a group of its own, with at most so much memory if that is given."""
    limit: Callable[[], None] | None = (lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most))) if most else None
    command = [sys.executable, *([str(script)] if script else ["-c", BUILD]), str(pages), "--out", str(out), *options]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, text=True, start_new_session=True, preexec_fn=limit, **pipes)


def end(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a build; return its exit code and the last line of what it said of errors."""
    told, wrong = process.communicate()
    lines = [line for line in (wrong or told).splitlines() if line.strip()]
    return process.returncode, lines[-1] if lines else ""


def make_ground(folder: Path, pages: int) -> Ground:
    """Make pages, a former output of some of them, and the output of an undisturbed build."""
    make_corpus(folder / "pages", pages)
    make_corpus(folder / "few", 5)
    begun = time.monotonic()
    code, told = end(start(folder / "pages", folder / "whole"))
    seconds = time.monotonic() - begun
    code += end(start(folder / "few", folder / "former"))[0]
    if code:
        raise RuntimeError(told)
    return Ground(folder, folder / "pages", contents(folder / "former"), contents(folder / "whole"), seconds)
