"""Short pages that the reader reads as they are, as many as a test needs, and builds of them in other processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_SURNAMES = ("Quiroga", "Valdivia", "Arrieta", "Camacho", "Dorado")
_CITIES = ("Lima", "Cusco", "Arequipa", "Trujillo")


def short_page(number: int) -> str:
    """Return a page, another one for each number."""
    surname, city = _SURNAMES[number % 5], _CITIES[number % 4]
    return (
        f"Lin Tao Meets with Peruvian Foreign Minister Marta {surname}\n\n"
        f"On {number % 27 + 1} March 2024, Foreign Minister Lin Tao met with Peruvian Foreign Minister Marta {surname} "
        f"in {city}.\n\n"
        f"Lin Tao said that China is ready to expand trade with Peru by {number + 2} percent. "
        f"The two sides should deepen cooperation in agriculture.\n\n"
        f"Marta {surname} noted that Peru adheres to the one-China principle.\n"
    )


def put_pages(folder: Path, numbers: range) -> Path:
    """Write pages into a folder, in two folders below it."""
    for number in numbers:
        path = folder / f"{number % 2}" / f"page{number:04d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(short_page(number), encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


SMALL_PARTS = """
import sys
from pathlib import Path
from diplomatic_readouts.builder import build, sources
from diplomatic_readouts.writing import files

sources.PAGES_IN_BATCH, files.PAGES_IN_PART = 4, 16
if __name__ == "__main__":
    report = build(sys.argv[1], sys.argv[2], workers=int(sys.argv[3]), resume="--resume" in sys.argv)
    print(report.parsed, report.resumed)
"""
"""A build whose batches and parts are so small that a test has several of them."""


def start_build(script: Path, pages: Path, out: Path, workers: int, *options: str) -> subprocess.Popen[str]:
    """Start a build with small parts in a process of its own, which leads its own group."""
    script.write_text(SMALL_PARTS, encoding="utf-8")
    command = [sys.executable, str(script), str(pages), str(out), str(workers), *options]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
