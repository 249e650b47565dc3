"""A build: which pages it takes, what becomes of each, and that the output is replaced whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from diplomatic_readouts import builder
from diplomatic_readouts.builder import BuildReport, Progress, Watcher, reader, sources, steps
from diplomatic_readouts.builder.roots import find_files, find_roots
from diplomatic_readouts.check import check_dataset
from diplomatic_readouts.errors import LanguageNotRead, NotAReadout, UnreadableSource, UsageError
from diplomatic_readouts.reading.source import SourceText, text_source
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing import staging
from diplomatic_readouts.writing.jsonl import canonical_json
from diplomatic_readouts.writing.staging import former_folder, staging_folder
from sample import PAGE, edited, make_readout, with_statement

TESTS = Path(__file__).parent


def decode_sample(raw: bytes, name: str) -> SourceText:
    """Return a page as text, whatever its name ends in."""
    return replace(text_source(raw.decode("utf-8")), name=name, sha256=hashlib.sha256(raw).hexdigest())


def read_sample(source: SourceText) -> Readout:
    """Return the record of a page made by ``put``, or raise what its words ask for: the reader's stand-in."""
    text, name = source.text, source.name
    first = text.split("\n")[0]
    refusals = {
        "visa": NotAReadout(f"{name} reports no diplomatic act", "Leave it out."),
        "hola": LanguageNotRead(f"{name} is in es", "Leave it out.", "es"),
        "empty": UnreadableSource(f"{name} is empty", "Save the page again."),
        "fault": ZeroDivisionError("division by zero"),
        "denied": PermissionError(13, "Permission denied", name),
    }
    if first in refusals:
        raise refusals[first]
    readout = make_readout(text, name)
    readout = edited(readout, source=readout.source.model_copy(update={"sha256": source.sha256}))
    return with_statement(readout, 1, paragraph=9) if "broken" in text else readout


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have pages read by the stand-in."""
    monkeypatch.setattr(reader, "decode_source", decode_sample)
    monkeypatch.setattr(reader, "parse_source", read_sample)


def put(folder: Path, name: str, words: str | None = None) -> Path:
    """Write a page into a folder: the sample with the name in its footer, or other words."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{PAGE}Page {name}\n" if words is None else words, encoding="utf-8")
    return path


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder of three pages."""
    for name in ("a.txt", "b.md", "c/d.html"):
        put(tmp_path / "pages", name)
    return tmp_path / "pages"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where to build."""
    return tmp_path / "dist"


def build(given: object, out: Path, **options: bool) -> BuildReport:
    return builder.build(given, out, **options)  # type: ignore[arg-type]


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# ------------------------------------------------------------------------------------------------- what is built


def test_a_folder_of_pages_becomes_a_checked_dataset(pages: Path, out: Path) -> None:
    """Three pages, three records, nothing wrong, exit code 0."""
    report = build(pages, out)
    assert (report.exit_code, report.written, report.errors, report.skipped) == (0, True, (), ())
    assert report.counts["readouts"] == 3
    assert report.counts["statements"] == 15
    assert [r.id for r in report.readouts] == sorted(r.id for r in report.readouts)
    assert check_dataset(out) == []


def test_nothing_but_the_output_is_left(pages: Path, out: Path) -> None:
    """No staging folder, no former folder, after one build or two."""
    for _ in range(2):
        build(pages, out)
        assert sorted(p.name for p in out.parent.iterdir()) == ["dist", "pages"]


def test_pages_are_found_by_their_endings(tmp_path: Path) -> None:
    """Folders and all; what tells about pages is none, nor is what is hidden."""
    folder = tmp_path / "pages"
    for name in ("a.txt", "b.MD", "c.htm", "d.html", "deep/er/e.txt"):
        put(folder, name)
    for name in ("README.md", "SOURCES.md", "LICENSE.txt", "SHA256SUMS", ".hidden.txt", ".git/f.txt", "g.pdf", "h"):
        put(folder, name)
    assert [file.name for file in find_files(find_roots([folder]))] == [
        "a.txt",
        "b.MD",
        "c.htm",
        "d.html",
        "deep/er/e.txt",
    ]


def test_a_page_given_twice_is_read_once(pages: Path) -> None:
    """By its folder and by its name."""
    assert len(list(find_files(find_roots([pages, pages / "a.txt", pages / "." / "a.txt"])))) == 3


class Listener(Watcher):
    """Notes what it is told."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.told: list[Progress] = []

    def notice(self, message: str) -> None:
        self.notices.append(message)

    def progress(self, progress: Progress) -> None:
        self.told.append(progress)


def test_progress_is_told_after_each_batch(pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many pages are read, how many there are, how many are faulty."""
    monkeypatch.setattr(sources, "PAGES_IN_BATCH", 2)
    put(pages, "x.txt", "empty")
    listener = Listener()
    builder.build(pages, out, watcher=listener)
    assert listener.told == [(2, 4, 0), (4, 4, 1)]
    assert listener.notices == []


def test_the_order_of_the_sources_changes_no_byte(pages: Path, tmp_path: Path) -> None:
    """Forwards, backwards, or as a folder."""
    each = [pages / "a.txt", pages / "b.md"]
    put(pages, "z.txt", "visa")
    put(pages, "y.txt", "empty")
    each += [pages / "z.txt", pages / "y.txt"]
    build(each, tmp_path / "one")
    build(each[::-1], tmp_path / "two")
    assert content(tmp_path / "one") == content(tmp_path / "two")


SEEDED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_build import builder, decode_sample, read_sample, reader
reader.decode_source, reader.parse_source = decode_sample, read_sample
builder.build(sys.argv[2], sys.argv[3])
"""


def test_the_hash_seed_changes_no_byte(pages: Path, tmp_path: Path) -> None:
    """Two processes whose sets and dicts of strings are ordered differently."""
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", SEEDED, str(TESTS), str(pages), str(tmp_path / seed)]
        subprocess.run(arguments, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert content(tmp_path / "1") == content(tmp_path / "2")


READ = "import sys; from diplomatic_readouts.builder import build; build(sys.argv[2:], sys.argv[1], strict=True)"


@pytest.mark.slow
def test_the_real_pages_give_the_same_bytes_in_any_order_and_with_any_hash_seed(seeds: Path, tmp_path: Path) -> None:
    """The reader included: every page of the checkout, twice."""
    sources = sorted(str(path) for path in seeds.glob("*.txt"))
    for seed, ordered in (("1", sources), ("2", sources[::-1])):
        arguments = [sys.executable, "-c", READ, str(tmp_path / seed), *ordered]
        subprocess.run(arguments, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert content(tmp_path / "1")
    assert content(tmp_path / "1") == content(tmp_path / "2")
    assert check_dataset(tmp_path / "1") == []


# ------------------------------------------------------------------------------------------------ faults of a page


@pytest.mark.parametrize(
    ("words", "stage", "message"),
    [
        ("empty", "source", "x.txt is empty"),
        ("fault", "parse", "ZeroDivisionError: division by zero"),
        ("denied", "source", "cannot be read: Permission denied"),
        (f"{PAGE}broken\n", "check", "statements[1].paragraph"),
    ],
)
def test_a_faulty_page_is_named_and_the_others_built(
    words: str, stage: str, message: str, pages: Path, out: Path
) -> None:
    """In the report, in errors.jsonl and in the manifest; exit code 1."""
    put(pages, "x.txt", words)
    report = build(pages, out)
    assert (report.exit_code, report.written, len(report.readouts)) == (1, True, 3)
    (error,) = lines(out / "errors.jsonl")
    assert list(error) == ["name", "stage", "message", "remedy"]
    assert (error["name"], error["stage"]) == ("x.txt", stage)
    assert message in error["message"]
    assert error["remedy"]
    assert str(pages) not in error["message"]
    assert json.loads((out / "MANIFEST.json").read_text())["errors"] == 1
    assert check_dataset(out) == []


def test_a_page_with_no_record_to_make_is_skipped(pages: Path, out: Path) -> None:
    """No act, or another language: listed with the reason, no fault."""
    put(pages, "visa.txt", "visa")
    put(pages, "hola.txt", "hola")
    report = build(pages, out)
    assert (report.exit_code, len(report.readouts)) == (0, 3)
    assert lines(out / "skipped.jsonl") == [
        {"name": "hola.txt", "reason": "hola.txt is in es", "sha256": hashlib.sha256(b"hola").hexdigest()},
        {
            "name": "visa.txt",
            "reason": "visa.txt reports no diplomatic act",
            "sha256": hashlib.sha256(b"visa").hexdigest(),
        },
    ]
    assert not (out / "errors.jsonl").exists()
    assert check_dataset(out) == []


def test_only_skipped_pages_give_a_dataset_without_records(tmp_path: Path, out: Path) -> None:
    """No fault: the folder says that there was nothing to record, and why."""
    put(tmp_path / "pages", "visa.txt", "visa")
    report = build(tmp_path / "pages", out)
    assert (report.exit_code, report.written, report.readouts) == (0, True, ())
    assert len(lines(out / "skipped.jsonl")) == 1
    assert check_dataset(out) == []


def test_the_second_page_with_the_same_text_is_an_error(pages: Path, out: Path) -> None:
    """Second by name; line ends do not matter; both are named."""
    text = (pages / "a.txt").read_text(encoding="utf-8")
    (pages / "a2.txt").write_bytes(text.replace("\n", "\r\n").encode())
    report = build([pages / "a2.txt", pages], out)
    (fault,) = report.errors
    assert (fault.name, fault.stage) == ("a2.txt", "build")
    assert "a2.txt has the same text as a.txt" in fault.message
    assert report.counts["readouts"] == 3


def test_two_texts_with_one_id_are_an_error(pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An id is never given twice, however unlikely that is."""
    monkeypatch.setattr(reader, "checked_json", canonical_json)
    monkeypatch.setattr(reader, "parse_source", lambda source: edited(read_sample(source), id=make_readout().id))
    report = build([pages / "a.txt", pages / "b.md"], out)
    assert "b.md has the id of a.txt" in report.errors[0].message


def test_strict_writes_nothing_for_one_fault(pages: Path, out: Path) -> None:
    """The former output stays, and the report still says all."""
    build(pages, out)
    before = content(out)
    put(pages, "x.txt", "empty")
    report = build(pages, out, strict=True)
    assert (report.exit_code, report.written, len(report.errors), report.counts["readouts"]) == (1, False, 1, 3)
    assert content(out) == before


def test_strict_does_not_mind_skipped_pages(pages: Path, out: Path) -> None:
    """A visa notice is no fault."""
    put(pages, "visa.txt", "visa")
    assert build(pages, out, strict=True).written


def test_nothing_is_written_if_no_page_could_be_read(tmp_path: Path, out: Path) -> None:
    """A dataset of nothing but errors would only destroy a good one."""
    put(tmp_path / "pages", "x.txt", "empty")
    report = build(tmp_path / "pages", out)
    assert (report.exit_code, report.written, len(report.errors)) == (1, False, 1)
    assert not out.exists()


# ------------------------------------------------------------------------------------------------------- wrong use


def refused(given: object, out: Path) -> str:
    with pytest.raises(UsageError) as caught:
        build(given, out)
    assert caught.value.exit_code == 2
    assert caught.value.remedy
    return caught.value.message


def test_sources_that_are_none_are_refused(tmp_path: Path, pages: Path, out: Path) -> None:
    """A missing folder, a folder with no pages, a file of another kind, nothing at all."""
    (tmp_path / "empty").mkdir()
    assert "there is no" in refused(tmp_path / "none", out)
    assert "holds no pages" in refused(tmp_path / "empty", out)
    assert "holds no pages" in refused([pages, tmp_path / "empty"], out)
    assert "talk.pdf is no page" in refused([put(tmp_path, "talk.pdf")], out)
    assert "README.md is no page" in refused([put(tmp_path, "README.md")], out)
    assert "no sources" in refused([], out)
    assert not out.exists()


def test_an_output_that_is_a_file_is_refused(pages: Path, out: Path) -> None:
    """And the file stays."""
    out.write_text("mine")
    assert "is a file" in refused(pages, out)
    assert out.read_text() == "mine"


@pytest.mark.parametrize("name", ["thesis.txt", "MANIFEST.json", ".git/config"])
def test_a_folder_that_no_build_wrote_is_refused(name: str, pages: Path, out: Path) -> None:
    """Nobody's files are replaced by a dataset, also where a manifest of something else lies there."""
    put(out, name, '{"name": "app"}')
    assert name.split("/")[0] in refused(pages, out)
    assert list(content(out)) == [name]


def test_a_dataset_to_which_files_were_added_is_refused(pages: Path, out: Path) -> None:
    """They would be lost with the former folder."""
    build(pages, out)
    put(out, "hf/notes.md", "mine")
    assert "hf/notes.md" in refused(pages, out)
    assert (out / "hf/notes.md").read_text() == "mine"


def test_an_empty_folder_may_be_written(pages: Path, out: Path) -> None:
    """It holds nothing to lose."""
    out.mkdir()
    assert build(pages, out).written


def test_a_missing_folder_above_the_output_is_made(pages: Path, tmp_path: Path) -> None:
    """As a shell's redirection would not do."""
    assert build(pages, tmp_path / "new" / "er" / "dist").written


def test_sources_and_output_in_one_another_are_refused(pages: Path, tmp_path: Path) -> None:
    """The output would be read as a source next time, or would replace the sources."""
    assert "in one another" in refused(pages, pages)
    assert "in one another" in refused(pages, pages / "dist")
    assert "in one another" in refused(pages / "c", pages)
    (tmp_path / "link").symlink_to(pages)
    assert "in one another" in refused(pages, tmp_path / "link" / "dist")
    assert len(content(pages)) == 3


def test_an_output_below_a_file_is_refused(pages: Path, tmp_path: Path) -> None:
    """No folder can be made there."""
    assert "cannot be written" in refused(pages, put(tmp_path, "file.txt") / "dist")


def test_a_disk_error_is_told_and_the_former_output_stays(
    pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, say, after half of the files."""
    build(pages, out)
    before = content(out)
    put(pages, "more.txt")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(steps, "finish_dataset", full)
    assert "No space left on device" in refused(pages, out)
    assert content(out) == before
    assert sorted(p.name for p in out.parent.iterdir()) == ["dist", "pages"]


# ------------------------------------------------------------------------------------------------- all or nothing

KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from test_build import builder, decode_sample, read_sample, reader
from diplomatic_readouts.builder import shards
from diplomatic_readouts.writing import dataset, staging
reader.decode_source, reader.parse_source = decode_sample, read_sample
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits it as ignored
sign = getattr(signal, sys.argv[4])
owner, name, calls = {
    "first file": (shards, "write_part", 1),
    "manifest": (dataset, "write_manifest", 1),
    "sync": (os, "fsync", 3),
    "old aside": (os, "rename", 1),
    "new in place": (os, "rename", 2),
    "old removed": (staging.shutil, "rmtree", 1),
}[sys.argv[5]]
real, left = getattr(owner, name), [calls]

def kill_before(*arguments, **options):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), sign)
    return real(*arguments, **options)

setattr(owner, name, kill_before)
builder.build(sys.argv[2], sys.argv[3])
"""
POINTS = ["first file", "manifest", "sync", "old aside", "new in place", "old removed"]


def kill(pages: Path, out: Path, sign: str, point: str) -> int:
    """Build in another process that is killed just before a point; return its exit code."""
    arguments = [sys.executable, "-c", KILLED, str(TESTS), str(pages), str(out), sign, point]
    return subprocess.run(arguments, capture_output=True, check=False).returncode


@pytest.fixture
def former(pages: Path, out: Path) -> Callable[[], bool]:
    """Build once, add a page, and give whether the output is still the former one."""
    build(pages, out)
    before = content(out)
    put(pages, "more.txt")
    return lambda: content(out) == before


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_build_leaves_the_former_output_whole(
    point: str, pages: Path, out: Path, former: Callable[[], bool]
) -> None:
    """It stands where it stood; killed while the folders change places, the next start puts it back."""
    assert kill(pages, out, "SIGKILL", point) == -signal.SIGKILL
    if point == "new in place":
        assert former_folder(out).exists()
        staging.recover(out)
    assert check_dataset(out) == []
    assert former() == (point != "old removed")
    assert build(pages, out).counts["readouts"] == 4
    assert check_dataset(out) == []
    assert sorted(p.name for p in out.parent.iterdir()) == ["dist", "pages"]


@pytest.mark.parametrize("point", POINTS[:-1])
def test_an_interrupted_build_leaves_nothing_behind(
    point: str, pages: Path, out: Path, former: Callable[[], bool]
) -> None:
    """Ctrl-C: the former output stands, and nothing beside it."""
    assert kill(pages, out, "SIGINT", point) != 0
    assert former()
    assert sorted(p.name for p in out.parent.iterdir()) == ["dist", "pages"]


def test_a_strict_build_that_fails_still_puts_back_what_a_killed_one_left(
    pages: Path, out: Path, former: Callable[[], bool]
) -> None:
    """Recovery comes first, whatever becomes of the build."""
    kill(pages, out, "SIGKILL", "new in place")
    put(pages, "x.txt", "empty")
    assert not build(pages, out, strict=True).written
    assert former()


def test_two_builds_do_not_write_to_one_output(pages: Path, out: Path) -> None:
    """The second is told to wait; the first ends well."""
    with staging.staged(out) as stage:
        assert "another build" in refused(pages, out)
        (stage.out / "file").write_text("first")
        stage.publish()
    assert list(content(out)) == ["file"]


def test_a_dead_builds_staging_folder_is_no_obstacle(pages: Path, out: Path) -> None:
    """Its lock died with it."""
    put(staging_folder(out), "half.txt", "half")
    assert build(pages, out).written
    assert not staging_folder(out).exists()
