"""Peak memory of a build of N pages, for each N: that of all its processes together, pages they share counted once.

    python -m benchmarks.memory 1000 10000
    python -m benchmarks.memory --command 1000 10000

With ``--command`` it is ``readouts build`` that runs, on all cores, and draws its summary; without, ``build()``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.corpus import make_corpus
from benchmarks.measure import run_python

_MB = 1e6
BUILD = "import sys; from diplomatic_readouts.builder import build; build(sys.argv[1], sys.argv[3])"
COMMAND = "from diplomatic_readouts.cli import main; main()"


@dataclass(frozen=True)
class Peak:
    """How much memory a build of so many pages took at its highest."""

    pages: int
    megabytes: float


def measure(pages: int, *, command: bool, characters: int | None = None) -> Peak:
    """Return the peak of one build, of pages that may be cut after so many characters; RuntimeError if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        sources, out = Path(folder) / "pages", Path(folder) / "out"
        make_corpus(sources, pages)
        for page in sources.iterdir() if characters else ():
            page.write_text(page.read_text(encoding="utf-8")[:characters] + f"\n\n{page.name}\n", encoding="utf-8")
        arguments = ["-c", COMMAND, "build"] if command else ["-c", BUILD]
        ended = run_python([*arguments, str(sources), "--out", str(out)], with_children=True)
    if ended.code:
        raise RuntimeError(ended.reason)
    return Peak(pages, ended.peak / _MB)


def table(peaks: Sequence[Peak]) -> str:
    """Return the peaks as a table in Markdown, each with its ratio to the first: memory, and pages."""
    lines = ["| pages | peak MB | to the first | pages to the first |", "|---:|---:|---:|---:|"]
    first = peaks[0]
    for peak in peaks:
        ratios = f"{peak.megabytes / first.megabytes:.2f}× | {peak.pages / first.pages:.3g}×"
        lines.append(f"| {peak.pages:,} | {peak.megabytes:.0f} | {ratios} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the peak memory of builds.")
    parser.add_argument("pages", nargs="*", type=int, default=[1000, 10000])
    parser.add_argument("--command", action="store_true", help="measure the command, not the function")
    parser.add_argument("--characters", type=int, help="cut each page after so many, so that many pages take less time")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    peaks = [measure(pages, command=given.command, characters=given.characters) for pages in given.pages]
    print(json.dumps([asdict(peak) for peak in peaks]) if given.json else table(peaks))


if __name__ == "__main__":
    main()
