"""Builds on Dask: a cluster that is started for them, and a scheduler with workers of their own, one of them killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from diplomatic_readouts.builder import build, sources
from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.writing import files
from diplomatic_readouts.writing.staging import staging_folder
from short_pages import contents, put_pages

pytest.importorskip("distributed")
pytestmark = pytest.mark.slow
COUNT = 40


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have batches of four pages and parts of sixteen."""
    monkeypatch.setattr(sources, "PAGES_IN_BATCH", 4)
    monkeypatch.setattr(files, "PAGES_IN_PART", 16)


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers, as one does by hand, and give its address and them."""
    told = tmp_path / "scheduler.json"
    command = [sys.executable, "-m", "dask"]
    common = ["--scheduler-file", str(told), "--no-dashboard"]
    started = [subprocess.Popen([*command, "scheduler", "--port", "0", *common], stderr=subprocess.DEVNULL)]
    try:
        until = time.monotonic() + 60
        while not (told.exists() and told.read_text()) and time.monotonic() < until:
            time.sleep(0.1)
        worker = [*command, "worker", *common, "--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path)]
        workers = [subprocess.Popen(worker, stderr=subprocess.DEVNULL) for _ in range(2)]
        started += workers
        yield json.loads(told.read_text())["address"], workers
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()


def test_a_scheduler_with_two_workers_gives_the_same_bytes_also_when_one_is_killed(
    scheduler: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    """The killed one's batches are read again by the other."""
    address, workers = scheduler
    pages, out = put_pages(tmp_path / "pages", range(COUNT)), tmp_path / "out"
    build(pages, tmp_path / "whole")
    from diplomatic_readouts.builder import Progress, Watcher

    class Killer(Watcher):
        def progress(self, progress: Progress) -> None:
            if progress.done >= COUNT // 4 and workers[0].poll() is None:
                os.kill(workers[0].pid, signal.SIGKILL)

    report = build(pages, out, dask=address, watcher=Killer())
    assert workers[0].poll() == -signal.SIGKILL
    assert report.parsed == COUNT
    assert contents(out) == contents(tmp_path / "whole")
    assert not staging_folder(out).exists()


SCRIPT = """
import sys
from diplomatic_readouts.builder import build
if __name__ == "__main__":
    print(build(sys.argv[1], sys.argv[2], dask="", workers=2).parsed)
"""


def test_without_an_address_a_cluster_is_started_here(tmp_path: Path) -> None:
    pages = put_pages(tmp_path / "pages", range(6))
    (tmp_path / "script.py").write_text(SCRIPT)
    command = [sys.executable, str(tmp_path / "script.py"), str(pages), str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "6\n"), done.stderr
    build(pages, tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.parametrize("last", [[], ["--json"]], ids=["the last", "before an option"])
def test_the_option_may_stand_without_an_address(last: list[str], tmp_path: Path) -> None:
    pages = put_pages(tmp_path / "pages", range(6))
    run = "if __name__ == '__main__':\n    from diplomatic_readouts.cli import main\n    main()"
    (tmp_path / "script.py").write_text(run)
    command = [sys.executable, str(tmp_path / "script.py"), "build", str(pages), "--out", str(tmp_path / "out")]
    done = subprocess.run([*command, "--dask", *last], capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    build(pages, tmp_path / "whole")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "there", "tcp://there"])
def test_an_address_where_nobody_listens_is_wrong_use(address: str, tmp_path: Path) -> None:
    pages = put_pages(tmp_path / "pages", range(2))
    with pytest.raises(UsageError, match="no Dask scheduler"):
        build(pages, tmp_path / "out", dask=address)
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]
