"""Faults of the machine: full disks, folders that may not be written, two builds at once, too little memory."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from diplomatic_readouts.builder import build
from diplomatic_readouts.check import check_dataset
from diplomatic_readouts.writing.staging import staging_folder
from short_pages import contents, put_pages

COMMAND = "from diplomatic_readouts.cli import main; main()"
HUNGRY = """
import sys
from diplomatic_readouts.builder import reader, sources
from diplomatic_readouts.cli import main

where, bytes_ = sys.argv[1], int(sys.argv[2])
real = getattr(reader, where)

def hungry(given, *more):
    if "page0003" in str(given):
        bytearray(bytes_)
    return real(given, *more)

setattr(reader, where, hungry)
sources.PAGES_IN_BATCH = 2
if __name__ == "__main__":
    main(sys.argv[3:])
"""
"""The command where one page takes so many bytes at one place of the reader."""


def run(*arguments: object, limit: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, under a limit."""
    given = [sys.executable, *map(str, arguments)]
    return subprocess.run(given, capture_output=True, text=True, check=False, preexec_fn=limit)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return put_pages(tmp_path / "pages", range(6))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an output that a build of fewer pages has written."""
    build(put_pages(tmp_path / "few", range(2)), tmp_path / "out")
    return tmp_path / "out"


def beside(out: Path) -> list[str]:
    """Return what lies beside an output but for the pages."""
    return sorted(path.name for path in out.parent.iterdir() if path.name not in ("pages", "few", "script.py"))


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("size", [300, 6_000, 30_000])
def test_a_full_disk_is_told_and_the_former_output_stays(size: int, workers: int, pages: Path, out: Path) -> None:
    """No file may have more than so many bytes: in the first batch, in a part, in one of the last files."""
    before = contents(out)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    done = run("-c", COMMAND, "build", pages, "--out", out, "--workers", workers, "--fresh", limit=limit)
    assert done.returncode == 2
    assert done.stderr.startswith(f"readouts: error: {out} cannot be written: File too large")
    assert "make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(out) == before
    assert beside(out) == ["out"]
    assert build(pages, out).counts["readouts"] == 6


@pytest.mark.skipif(not hasattr(os, "geteuid") or not os.geteuid(), reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(pages: Path, out: Path) -> None:
    out.parent.chmod(0o555)
    try:
        done = run("-c", COMMAND, "build", pages, "--out", out)
    finally:
        out.parent.chmod(0o755)
    assert (done.returncode, "no right to write" in done.stderr) == (2, True)
    assert check_dataset(out) == []


def test_of_two_builds_into_one_folder_one_is_told_to_wait(pages: Path, out: Path) -> None:
    """Whichever is first."""
    command = [sys.executable, "-c", COMMAND, "build", str(pages), "--out", str(out), "--workers", "2", "--fresh"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = {process.communicate()[1] for process in both}
    codes = sorted(process.returncode for process in both)
    assert codes in ([0, 0], [0, 2])
    assert codes == [0, 0] or any("another build is writing" in words for words in told)
    assert check_dataset(out) == []
    assert beside(out) == ["out"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_page_that_takes_more_memory_than_there_is_is_a_fault(workers: int, pages: Path, out: Path) -> None:
    """The others are built."""
    done = hungry("parse_source", workers, pages, out)
    assert done.returncode == 1, done.stderr
    assert (out / "errors.jsonl").read_text().count("\n") == 1
    assert '"name":"1/page0003.txt"' in (out / "errors.jsonl").read_text().replace(": ", ":")
    assert "not enough memory" in done.stdout
    assert check_dataset(out) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
@pytest.mark.parametrize("workers", [1, 2])
def test_memory_that_runs_out_beside_the_pages_is_told(workers: int, pages: Path, out: Path) -> None:
    """Where no page can be blamed: no traceback, and the former output stays."""
    before = contents(out)
    done = hungry("_part", workers, pages, out)
    assert done.returncode == 2
    assert "readouts: error: there was not enough memory" in done.stderr
    assert contents(out) == before
    assert beside(out) == ["out"] or staging_folder(out).exists()


def hungry(where: str, workers: int, pages: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Build with at most four gigabytes, of which one page takes more."""
    script, most = out.with_name("script.py"), 4 << 30
    script.write_text(HUNGRY)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    return run(script, where, 2 * most, "build", pages, "--out", out, "--workers", workers, "--fresh", limit=limit)


def test_a_build_that_is_ended_by_its_terminal_leaves_the_former_output(pages: Path, out: Path) -> None:
    """SIGHUP and SIGTERM end it at once; the next build clears what is left."""
    before = contents(out)
    for sign in (signal.SIGTERM, signal.SIGHUP):
        command = [sys.executable, "-c", COMMAND, "build", str(pages), "--out", str(out), "--workers", "1", "--fresh"]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        while process.poll() is None and not staging_folder(out).exists():
            pass
        process.send_signal(sign)
        process.communicate()
        assert process.returncode != 0 or contents(out) != before
        assert check_dataset(out) == []
    assert build(pages, out).counts["readouts"] == 6
    assert beside(out) == ["out"]
