"""Builds of several batches and parts: the same bytes from any number of workers, killed or not, resumed or not."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from diplomatic_readouts import load_readouts, load_table
from diplomatic_readouts.builder import BuildReport, build, reader, sources
from diplomatic_readouts.check import check_dataset
from diplomatic_readouts.parse import parse_source
from diplomatic_readouts.writing import files
from diplomatic_readouts.writing.parts import write_part
from diplomatic_readouts.writing.staging import staging_folder
from short_pages import contents, put_pages, short_page, start_build

COUNT = 40
pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have batches of four pages and parts of sixteen."""
    monkeypatch.setattr(sources, "PAGES_IN_BATCH", 4)
    monkeypatch.setattr(files, "PAGES_IN_PART", 16)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_pages(tmp_path_factory.mktemp("many") / "pages", range(COUNT))


@pytest.fixture(scope="module")
def whole(pages: Path) -> dict[str, bytes]:
    """Return the files of a build that nothing disturbed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "PAGES_IN_BATCH", 4)
        patch.setattr(files, "PAGES_IN_PART", 16)
        build(pages, pages.parent / "whole")
    return contents(pages.parent / "whole")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


# ------------------------------------------------------------------------------------------------------------ parts


def test_a_large_dataset_is_cut_into_parts(pages: Path, out: Path) -> None:
    """Of JSON Lines, of each table, and of each of the Hub's configs; together they are the dataset."""
    report = build(pages, out)
    assert (report.parts, report.pages, report.counts["readouts"]) == (3, COUNT, COUNT)
    names = set(contents(out))
    assert {f"jsonl/part-0000{n}-of-00003.jsonl" for n in range(3)} <= names
    assert {f"parquet/mentions/part-0000{n}-of-00003.parquet" for n in range(3)} <= names
    assert {f"hf/statements/train-0000{n}-of-00003.parquet" for n in range(3)} <= names
    assert "jsonl/readouts.jsonl" not in names
    assert check_dataset(out) == []
    readouts = load_readouts(out)
    assert [r.id for r in readouts] == sorted(r.id for r in readouts)
    assert len(readouts) == COUNT == load_table("readouts", out).num_rows


def test_the_number_of_parts_changes_no_record(pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor the content hash, nor what the card says."""
    build(pages, out)
    monkeypatch.setattr(files, "PAGES_IN_PART", 1_000)
    build(pages, out.with_name("one"), fresh=True)
    many, one = (json.loads((folder / "MANIFEST.json").read_bytes()) for folder in (out, out.with_name("one")))
    assert load_readouts(out) == load_readouts(out.with_name("one"))
    assert many["content_sha256"] == one["content_sha256"]
    assert many["counts"] == one["counts"]
    assert [json.loads(line) for line in (out / "sources.jsonl").read_bytes().splitlines()] == one["sources"]


def test_the_hubs_library_loads_all_parts(pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row of every config, with no network."""
    datasets = pytest.importorskip("datasets")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    report = build(pages, out)
    for config in ("readouts", "statements", "mentions"):
        loaded = datasets.load_dataset(str(out / "hf"), config, split="train", cache_dir=str(out.with_name("cache")))
        assert loaded.num_rows == report.counts[config]


def test_a_check_finds_what_was_changed_in_one_part(pages: Path, out: Path) -> None:
    """A record moved to another part, a row changed, a list of sources cut."""
    build(pages, out)
    first, second = (out / f"jsonl/part-0000{n}-of-00003.jsonl" for n in range(2))
    lines = first.read_bytes().splitlines(keepends=True)
    second.write_bytes(second.read_bytes() + lines[-1])
    told = [str(problem) for problem in check_dataset(out)]
    assert any("belongs to another part" in line for line in told)
    assert any("sources.jsonl: the sources are not those of the records" in line for line in told)


def test_row_groups_are_cut_at_the_same_rows_whatever_the_batches(
    pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diplomatic_readouts.writing import parquet

    monkeypatch.setattr(files, "PAGES_IN_PART", 1_000)
    monkeypatch.setattr(parquet, "ROWS_IN_GROUP", 50)
    build(pages, out)
    groups = pq.ParquetFile(out / "parquet/statements.parquet").metadata
    assert [groups.row_group(n).num_rows for n in range(groups.num_row_groups)] == [50, 50, 50, 10]
    assert check_dataset(out) == []


# ---------------------------------------------------------------------------------------------------------- workers


def test_workers_change_no_byte(pages: Path, whole: dict[str, bytes], out: Path) -> None:
    """Two processes, which share batches as they come."""
    process = start_build(out.with_name("script.py"), pages, out, 2)
    told, error = process.communicate()
    assert process.returncode == 0, error
    assert told.split() == [str(COUNT), "0"]
    assert contents(out) == whole


def _workers_of(process: int) -> list[int]:
    """Return the processes that another one has started to work for it."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(") ", 1)[1].split()[1])
            command = (folder / "cmdline").read_text()
        except (OSError, IndexError, ValueError):
            continue
        if parent == process and "spawn_main" in command:
            found.append(int(folder.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux lists processes there")
def test_a_worker_that_is_killed_changes_no_byte(pages: Path, whole: dict[str, bytes], out: Path) -> None:
    """What it was reading is read again."""
    process = start_build(out.with_name("script.py"), pages, out, 2)
    killed, until = 0, time.monotonic() + 60
    while not killed and process.poll() is None and time.monotonic() < until:
        if any(staging_folder(out).glob("batches/*.json")):
            for worker in _workers_of(process.pid)[:1]:
                os.kill(worker, signal.SIGKILL)
                killed = worker
        time.sleep(0.01)
    _, error = process.communicate()
    assert killed
    assert process.returncode == 0, error
    assert contents(out) == whole


KILLER = """
import os, signal, sys
from diplomatic_readouts.builder import build, reader, sources

real = reader.parse_source

def parse(source):
    if "page0007" in source.name:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(source)

reader.parse_source = parse
sources.PAGES_IN_BATCH = 4
if __name__ == "__main__":
    report = build(sys.argv[1], sys.argv[2], workers=2)
    print(report.counts["readouts"], [(fault.name, fault.message) for fault in report.errors])
"""


def test_a_page_that_kills_every_worker_loses_no_other(tmp_path: Path, out: Path) -> None:
    """It is found by halving, and told as a fault."""
    import subprocess
    import sys

    pages = put_pages(tmp_path / "pages", range(12))
    (tmp_path / "script.py").write_text(KILLER)
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py"), str(pages), str(out)], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("11 [('1/page0007.txt', 'the process that read it was killed")
    assert check_dataset(out) == []


# -------------------------------------------------------------------------------------------------- killed, resumed


def _kill_after(seconds: float, pages: Path, out: Path, *options: str) -> bool:
    """Build in another process, kill it and its workers hard after so long, and return whether it was still at work."""
    process = start_build(out.with_name("script.py"), pages, out, 2, *options)
    time.sleep(seconds)
    alive = process.poll() is None
    if alive:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return alive


def test_a_killed_build_is_gone_on_with(pages: Path, whole: dict[str, bytes], out: Path) -> None:
    """At moments of chance; the former output stays whole, and the end is that of a build that nothing disturbed."""
    chance = random.Random(7)  # noqa: S311  no secret
    put_pages(out.with_name("former"), range(3))
    build(out.with_name("former"), out)
    before = contents(out)
    for _ in range(3):
        if not _kill_after(chance.uniform(0.8, 3.0), pages, out, "--resume"):
            break
        if contents(out) != whole:
            assert contents(out) == before
    report = build(pages, out, resume=True)
    assert contents(out) == whole
    assert report.parsed < COUNT or not report.resumed
    assert not staging_folder(out).exists()


def _stop_in_the_middle(pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Have a build end, as by Ctrl-C, after so many pages."""
    left = [after]

    def parse(source: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return real(source)  # type: ignore[arg-type]

    real = parse_source
    with monkeypatch.context() as patch:
        patch.setattr(reader, "parse_source", parse)
        with pytest.raises(KeyboardInterrupt):
            build(pages, out)


def _listening(pages: Path, out: Path, **options: bool) -> tuple[BuildReport, list[str]]:
    from diplomatic_readouts.builder import Watcher

    class Listener(Watcher):
        def notice(self, message: str) -> None:
            notices.append(message)

    notices: list[str] = []
    return build(pages, out, watcher=Listener(), **options), notices  # type: ignore[arg-type]


def test_only_what_was_not_finished_is_read_again(
    pages: Path, whole: dict[str, bytes], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stop_in_the_middle(pages, out, monkeypatch, 18)
    assert not out.exists()
    report, notices = _listening(pages, out, resume=True)
    assert (report.resumed, report.parsed, notices) == (4, COUNT - 16, [])
    assert contents(out) == whole


def test_a_finished_batch_that_was_damaged_is_read_again(
    pages: Path, whole: dict[str, bytes], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stop_in_the_middle(pages, out, monkeypatch, 18)
    batch = min(staging_folder(out).glob("batches/*.jsonl"))
    batch.write_bytes(batch.read_bytes()[:-100])
    assert build(pages, out, resume=True).resumed == 3
    assert contents(out) == whole


def test_without_resume_what_is_left_is_said_and_cleared(
    pages: Path, whole: dict[str, bytes], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stop_in_the_middle(pages, out, monkeypatch, 18)
    report, notices = _listening(pages, out)
    assert (report.resumed, report.parsed) == (0, COUNT)
    assert notices == ["an unfinished build was cleared away; --resume would have gone on with it"]
    assert contents(out) == whole


def test_a_page_changed_since_the_build_was_killed_is_read_again(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = put_pages(tmp_path / "pages", range(20))
    _stop_in_the_middle(pages, out, monkeypatch, 10)
    (pages / "0" / "page0000.txt").write_text(short_page(77))
    report = build(pages, out, resume=True)
    assert report.resumed == 1
    build(pages, out.with_name("other"))
    assert contents(out) == contents(out.with_name("other"))


def test_a_build_that_had_other_parts_leaves_none_of_them(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had written its parts and was killed; then there are more pages, and so more parts."""
    from diplomatic_readouts.builder import steps

    pages = put_pages(tmp_path / "pages", range(20))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(steps, "_finish", killed)
        with pytest.raises(KeyboardInterrupt):
            build(pages, out)
    put_pages(pages, range(20, 40))
    report = build(pages, out, resume=True)
    assert (report.parts, report.resumed) == (3, 0)
    build(pages, out.with_name("other"))
    assert contents(out) == contents(out.with_name("other"))
    assert check_dataset(out) == []


def test_parts_that_were_finished_are_not_written_again(
    pages: Path, whole: dict[str, bytes], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for one that was damaged since."""
    from diplomatic_readouts.builder import shards, steps

    written: list[int] = []
    real = write_part

    def write(*arguments: object) -> object:
        written.append(int(str(arguments[2])))
        return real(*arguments)  # type: ignore[arg-type]

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shards, "write_part", write)
    with monkeypatch.context() as patch:
        patch.setattr(steps, "_finish", killed)
        with pytest.raises(KeyboardInterrupt):
            build(pages, out)
    damaged = staging_folder(out) / "out/parquet/pledges/part-00001-of-00003.parquet"
    damaged.write_bytes(damaged.read_bytes()[:-9])
    build(pages, out, resume=True)
    assert written == [0, 1, 2, 1]
    assert contents(out) == whole


# ------------------------------------------------------------------------------------------------------ incremental


def test_only_new_pages_are_read(tmp_path: Path, out: Path) -> None:
    """And the bytes are those of a full build, also where the number of parts changes."""
    pages = put_pages(tmp_path / "pages", range(30))
    (pages / "visa.txt").write_text("Visas\n\nThe visa office is closed on Monday.\n")
    (pages / "empty.txt").write_text("")
    assert build(pages, out).skipped_count == 1
    put_pages(pages, range(30, 40))
    (pages / "0" / "page0002.txt").write_text(short_page(99))
    report = build(pages, out)
    assert report.parsed == 10 + 1 + 1  # new, changed, and the one with a fault
    assert report.pages == 42
    build(pages, out.with_name("full"), fresh=True)
    assert contents(out) == contents(out.with_name("full"))


def test_rows_are_recognised_by_all_that_they_give(tmp_path: Path, out: Path) -> None:
    """A row whose text is the same and whose day is another is read again."""
    rows = [{"name": f"r{n}", "text": short_page(n), "published": "2024-03-09"} for n in range(6)]
    path = tmp_path / "pages.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert build(path, out).parsed == 6
    rows[2]["published"] = "2024-03-10"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert build(path, out).parsed == 1
    assert check_dataset(out) == []
    before = contents(out)
    build(path, out, fresh=True)
    assert contents(out) == before


@pytest.mark.parametrize("spoil", ["reader", "records", "sums"])
def test_nothing_is_taken_over_from_a_folder_that_cannot_be_trusted(
    spoil: str, pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another reader built it, or a file is not as it was written."""
    build(pages, out)
    if spoil == "reader":
        monkeypatch.setattr("diplomatic_readouts.builder.former.reader_sha256", lambda: "another")
    elif spoil == "records":
        path = out / "jsonl/part-00000-of-00003.jsonl"
        path.write_bytes(path.read_bytes().replace(b"Peru", b"Cuba"))
    else:
        sums = out / "SHA256SUMS"
        sums.write_text("".join(f"{'0' * 64}  {line[66:]}" for line in sums.read_text().splitlines(keepends=True)))
    assert build(pages, out).parsed == COUNT


# ------------------------------------------------------------------------------------------------- stopped for errors


def test_too_many_faults_end_the_build(tmp_path: Path, out: Path) -> None:
    """Early, with nothing written."""
    pages = put_pages(tmp_path / "pages", range(40))
    for number in range(6):
        (pages / f"a{number}.txt").write_text("")
    report = build(pages, out, max_errors=3)
    assert (report.stopped, report.written, report.exit_code) == (True, False, 1)
    assert report.error_count > 3
    assert len(report.errors) == report.error_count
    assert not out.exists()
    assert not staging_folder(out).exists()
    assert build(pages, out, max_errors=6).written
