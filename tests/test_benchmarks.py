"""The benchmarks run, and always on the same pages; how fast anything is, is not tested."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str) -> str:
    """Run a module of the benchmarks from the root of the checkout and return what it printed."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout


def test_the_pages_are_always_the_same(tmp_path: Path) -> None:
    """A change of the corpus is on purpose: figures before and after cannot be compared."""
    run("benchmarks.corpus", str(tmp_path), "--pages", "20")
    pages = sorted(tmp_path.iterdir())
    assert len(pages) == 20
    assert 2_000 < sum(path.stat().st_size for path in pages) / 20 < 4_000
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in pages)).hexdigest()
    assert digest.startswith("f9281f343dc59598")


def test_contestants_tell_what_they_made_or_why_they_are_missing() -> None:
    """One that needs nothing, the floor, the builder, and one whose package is not here unless it was installed."""
    only = [part for name in ("hash", "floor", "ours", "pySBD") for part in ("--only", name)]
    told = json.loads(run("benchmarks.throughput", "--pages", "5", "--runs", "1", "--json", *only))
    made = {result["name"]: result["made"] for result in told}
    assert (made["hash"], made["ours"]) == ("5 hashes", "5 records")
    assert made["floor"].endswith(" spans")
    assert made["pySBD"].endswith(" sentences") or "pysbd" in told[-1]["missing"]


def test_memory_and_stages_are_told() -> None:
    """A table of peaks, and of stages, each with its share."""
    (peak,) = json.loads(run("benchmarks.memory", "5", "--json"))
    assert peak["megabytes"] > 10
    assert "read_page" in run("benchmarks.profile", "--pages", "5")


def test_fuzzing_counts_inputs_and_failures(tmp_path: Path) -> None:
    """By target; what fails is saved. Two targets that are fast are enough."""
    told = run("benchmarks.fuzz", str(tmp_path), "--target", "rows", "--target", "front-matter", "--inputs", "50")
    assert "| rows | 50 |" in told
    assert "| front-matter | 50 |" in told
    assert (tmp_path / "rows" / "tally.json").exists()


@pytest.mark.slow
def test_disturbed_builds_end_well(tmp_path: Path) -> None:
    """The two disturbances that other tests do not try on the command: all killed, and sources that change."""
    told = run(
        "benchmarks.soak", "--pages", "50", "--times", "1", "--scene", "all killed", "--scene", "sources changed"
    )
    assert "WRONG" not in told
