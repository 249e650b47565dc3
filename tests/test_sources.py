"""What a build takes: folders, patterns, JSON Lines, Parquet and archives, and which of them it refuses."""

from __future__ import annotations

import io
import json
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from diplomatic_readouts.builder import BuildReport, archives, build, sources, steps
from diplomatic_readouts.builder.roots import find_roots
from diplomatic_readouts.builder.sources import measure
from diplomatic_readouts.check import check_dataset
from diplomatic_readouts.errors import UsageError
from short_pages import contents, put_pages, short_page

PAGES = {f"{n % 2}/page{n}.txt": short_page(n) for n in range(4)}


def tarred(path: Path, members: dict[str, str | tarfile.TarInfo]) -> Path:
    """Write an archive of texts, or of members as they are."""
    with tarfile.open(path, "w:gz" if path.name.endswith("gz") else "w") as archive:
        for name, content in members.items():
            if isinstance(content, tarfile.TarInfo):
                archive.addfile(content)
                continue
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
    return path


def zipped(path: Path, members: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def special(name: str, kind: bytes, target: str = "") -> dict[str, str | tarfile.TarInfo]:
    """Return a member that is no plain file."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return {**PAGES, name: info}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def records(report: BuildReport) -> bytes:
    return (report.out / "jsonl/readouts.jsonl").read_bytes()


def test_every_kind_of_source_gives_the_same_records(tmp_path: Path, out: Path) -> None:
    """A folder, an archive of any sort, a pattern."""
    folder = tmp_path / "pages"
    for name, text in PAGES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    given: list[object] = [folder, str(folder / "**" / "*.txt"), zipped(tmp_path / "a.zip", PAGES)]
    given += [tarred(tmp_path / f"a{ending}", dict(PAGES)) for ending in (".tar", ".tar.gz", ".tgz")]
    found = {records(build(source, out, fresh=True)) for source in given}  # type: ignore[arg-type]
    assert len(found) == 1
    assert check_dataset(out) == []
    assert len(found.pop().splitlines()) == 4


def test_pages_in_archives_are_named_by_both(tmp_path: Path, out: Path) -> None:
    report = build(
        zipped(tmp_path / "a.zip", {**PAGES, "deep/er/x.txt": " ", "README.md": "hi", ".git/y.txt": "?"}), out
    )
    assert report.pages == 5
    assert [fault.name for fault in report.errors] == ["a.zip/deep/er/x.txt"]


def test_rows_of_parquet_are_pages(tmp_path: Path, out: Path) -> None:
    """With what stands beside their text; a row without text is a fault of its own."""
    rows = [
        {"name": "a", "text": short_page(1), "title": None, "published": "2024-03-09", "views": 3},
        {"name": "b", "text": None, "title": "x", "published": None, "views": 4},
        {"name": None, "text": short_page(2), "title": None, "published": None, "views": 5},
    ]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "pages.parquet")
    report = build(tmp_path / "pages.parquet", out)
    (readout,) = report.readouts
    assert (readout.source.name, readout.source.format) == ("a", "parquet")
    assert readout.published is not None
    assert readout.published.date.isoformat() == "2024-03-09"
    assert [(f.name, "has no" in f.message) for f in report.errors] == [("b", True), ("pages.parquet, row 3", True)]


@pytest.mark.parametrize("columns", [{"name": ["a"]}, {"name": ["a"], "text": [1]}])
def test_parquet_without_name_and_text_is_refused(columns: dict[str, list[object]], tmp_path: Path, out: Path) -> None:
    pq.write_table(pa.table(columns), tmp_path / "pages.parquet")
    (fault,) = build(tmp_path / "pages.parquet", out).errors
    assert (fault.name, fault.message) == ("pages.parquet", "pages.parquet has no column text of strings")
    assert fault.remedy


def test_a_zip_with_a_file_that_has_no_name_is_refused(tmp_path: Path, out: Path) -> None:
    """Found by fuzzing."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", "x")
        archive.filelist[0].filename = ""
    (fault,) = build(tmp_path / "a.zip", out).errors
    assert "a.zip is damaged or no archive" in fault.message


def test_parquet_whose_strings_are_no_text_is_refused(tmp_path: Path, out: Path) -> None:
    """It says that they are UTF-8, and they are not; found by fuzzing."""
    broken = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"a\x80")], 0)
    pq.write_table(pa.table({"name": ["a"], "text": broken}), tmp_path / "pages.parquet")
    (fault,) = build(tmp_path / "pages.parquet", out).errors
    assert "cannot be read as Parquet" in fault.message


HOSTILE: dict[str, Callable[[Path], Path]] = {
    "a name that leads outside": lambda p: tarred(p / "a.tar", {**PAGES, "/etc/x.txt": "x"}),
    "name that leads outside": lambda p: tarred(p / "a.tar.gz", {**PAGES, "a/../../x.txt": "x"}),
    "leads outside": lambda p: zipped(p / "a.zip", {**PAGES, "..\\x.txt": "x"}),
    "outside": lambda p: zipped(p / "a.zip", {**PAGES, "C:\\x.txt": "x"}),
    "a link or a device": lambda p: tarred(p / "a.tar", special("l.txt", tarfile.SYMTYPE, "/etc/passwd")),
    "link or a device": lambda p: tarred(p / "a.tar", special("l.txt", tarfile.LNKTYPE, "0/page0.txt")),
    "device": lambda p: tarred(p / "a.tar", special("l.txt", tarfile.CHRTYPE)),
    "times its own size": lambda p: zipped(p / "a.zip", {**PAGES, "x.txt": "0" * 3_000_000}),
    "own size": lambda p: tarred(p / "a.tar.gz", {**PAGES, "x.txt": "0" * 3_000_000}),
}


@pytest.mark.parametrize("told", HOSTILE)
def test_an_archive_that_cannot_be_trusted_is_refused_whole(
    told: str, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of its pages is taken, the others are built, and nothing is unpacked."""
    monkeypatch.setattr(archives, "ALWAYS_ALLOWED", 1_000_000)
    path = HOSTILE[told](tmp_path)
    (tmp_path / "good.txt").write_text(short_page(9))
    report = build([path, tmp_path / "good.txt"], out)
    (fault,) = report.errors
    assert told in fault.message
    assert fault.name == path.name
    assert fault.remedy
    assert (report.exit_code, report.counts["readouts"]) == (1, 1)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([path.name, "good.txt", "out"])


def test_a_good_archive_is_built_beside_a_refused_one_of_its_name(tmp_path: Path, out: Path) -> None:
    """In two folders that were given."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    tarred(tmp_path / "one" / "a.tar", special("l.txt", tarfile.SYMTYPE, "/etc/passwd"))
    tarred(tmp_path / "two" / "a.tar", dict(PAGES))
    report = build([tmp_path / "one", tmp_path / "two"], out)
    assert (report.counts["readouts"], [fault.name for fault in report.errors]) == (4, ["a.tar"])


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.parquet"])
@pytest.mark.parametrize("content", [b"", b"nothing of the kind", b"PK\x03\x04cut"])
def test_a_damaged_archive_is_a_fault(name: str, content: bytes, tmp_path: Path, out: Path) -> None:
    (tmp_path / name).write_bytes(content)
    report = build(tmp_path / name, out)
    assert [fault.name for fault in report.errors] == [name]
    assert not report.written


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.7])
def test_an_archive_cut_short_is_a_fault(part: float, name: str, tmp_path: Path, out: Path) -> None:
    """Wherever it is cut, though the library that reads it takes some of them for whole."""
    whole = tarred(tmp_path / name, {f"{n}.txt": short_page(n) for n in range(50)}).read_bytes()
    size = round(len(whole) * part) // 512 * 512
    (tmp_path / name).write_bytes(whole[:size])
    assert "damaged" in build(tmp_path / name, out).errors[0].message


def test_a_line_that_is_not_utf8_loses_no_other(tmp_path: Path, out: Path) -> None:
    good = json.dumps({"name": "a", "text": short_page(1)})
    (tmp_path / "p.jsonl").write_bytes(b"\xef\xbb\xbf" + good.encode() + b"\r\n\r\n\xff\xfe{\n" + b"[1]")
    report = build(tmp_path / "p.jsonl", out)
    assert [r.source.name for r in report.readouts] == ["a"]
    assert [f.name for f in report.errors] == ["p.jsonl, line 3", "p.jsonl, line 4"]


def test_what_lies_in_a_folder_that_is_given_is_not_read_twice(tmp_path: Path) -> None:
    folder = put_pages(tmp_path / "pages", range(4))
    assert measure(find_roots([folder, folder / "0", folder / "0" / "page0000.txt"])).pages == 4


def test_a_pattern_that_fits_nothing_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no"):
        find_roots([str(tmp_path / "*.txt")])


def test_a_page_of_more_characters_than_allowed_is_a_fault(tmp_path: Path, out: Path) -> None:
    """By its characters where it is read, by its bytes where that alone tells it, without reading it."""
    pages = put_pages(tmp_path / "pages", range(2))
    (pages / "long.txt").write_text("Lin Tao met Ana Prado. " * 100)
    (pages / "longer.txt").write_text("x" * 9_000)
    report = build(pages, out, max_chars=2_000)
    assert [(f.name, f.message) for f in report.errors] == [
        ("long.txt", "long.txt has 2,300 characters, more than the 2,000 of --max-chars"),
        ("longer.txt", "longer.txt has 9,000 bytes, more than a page may have"),
    ]
    assert report.counts["readouts"] == 2


def test_a_page_that_vanishes_or_changes_while_it_is_built_is_a_fault(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are built."""
    from diplomatic_readouts.builder import batches

    pages = put_pages(tmp_path / "pages", range(4))
    real = batches.Files.pages

    def meddle(self: batches.Files, longest: int) -> object:
        (pages / "0" / "page0000.txt").unlink()
        (pages / "1" / "page0001.txt").write_text("another")
        return real(self, longest)

    monkeypatch.setattr(batches.Files, "pages", meddle)
    report = build(pages, out)
    assert [(f.name, f.message) for f in report.errors] == [
        ("0/page0000.txt", "0/page0000.txt cannot be read: No such file or directory"),
        ("1/page0001.txt", "1/page0001.txt was changed while the build was running"),
    ]
    assert report.counts["readouts"] == 2


def test_a_folder_that_cannot_be_read_is_a_fault(tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and what lies beside it is built."""
    pages, real = put_pages(tmp_path / "pages", range(4)), os.scandir

    def refuse(path: Path) -> object:
        if str(path).endswith("/1"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = build(pages, out)
    assert [(f.name, f.message) for f in report.errors] == [("1", "1 cannot be read: Permission denied")]
    assert report.counts["readouts"] == 2


def test_lines_that_vanish_before_they_are_read_are_a_fault(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted, and then gone: the others are built."""
    pages = put_pages(tmp_path / "pages", range(2))
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"name": "a", "text": short_page(7)}))
    real = sources.measure

    def measure_and_remove(roots: list[Path]) -> sources.Extent:
        found = real(roots)
        rows.unlink()
        return found

    monkeypatch.setattr(steps, "measure", measure_and_remove)
    report = build([pages, rows], out)
    assert [(f.name, f.message) for f in report.errors] == [
        ("rows.jsonl", "rows.jsonl cannot be read: No such file or directory")
    ]
    assert report.counts["readouts"] == 2


def test_faults_of_packed_pages_reach_the_file_of_errors(tmp_path: Path, out: Path) -> None:
    build(
        [zipped(tmp_path / "a.zip", {**PAGES, "x.txt": ""}), tarred(tmp_path / "b.tar", special("l", tarfile.SYMTYPE))],
        out,
    )
    rows = [json.loads(line) for line in contents(out)["errors.jsonl"].splitlines()]
    assert [row["name"] for row in rows] == ["a.zip/x.txt", "b.tar"]
    assert check_dataset(out) == []
