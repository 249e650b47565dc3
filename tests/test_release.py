"""Releases: which version a build has, what CHANGES.jsonl tells of it, and what a release is compared with."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from command import Run
from diplomatic_readouts.builder import BuildReport, build, sources
from diplomatic_readouts.check import check_dataset
from diplomatic_readouts.errors import DamagedOutput, UsageError
from diplomatic_readouts.writing import card, files
from diplomatic_readouts.writing.manifest import read_manifest, write_sums
from diplomatic_readouts.writing.release import find_release
from short_pages import contents, put_pages, short_page

DAY = datetime.date(2024, 5, 2)
LATER = datetime.date(2024, 8, 1)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return a folder of three pages."""
    return put_pages(tmp_path / "pages", range(3))


@pytest.fixture
def out(pages: Path, tmp_path: Path) -> Path:
    """Return the first release of them."""
    build(pages, tmp_path / "out", release=True, date=DAY)
    return tmp_path / "out"


@pytest.fixture
def parts(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the first release of twelve pages, in three parts."""
    put_pages(pages, range(12))
    with monkeypatch.context() as patch:
        patch.setattr(files, "PAGES_IN_PART", 4)
        build(pages, tmp_path / "parts", release=True, date=DAY)
    assert len([*(tmp_path / "parts/jsonl").iterdir()]) == 3
    return tmp_path / "parts"


def version(folder: Path) -> str:
    found = read_manifest(folder)
    assert found
    return str(found["data_version"])


def changes(folder: Path) -> list[dict[str, Any]]:
    path = folder / "CHANGES.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.is_file() else []


def released(pages: Path, out: Path) -> BuildReport:
    """Make the next release, in which every promise is kept, and whose changes the Hub's folder tells as well."""
    report = build(pages, out, release=True, date=LATER)
    assert check_dataset(out) == []
    assert contents(out).get("hf/CHANGES.jsonl") == contents(out).get("CHANGES.jsonl")
    return report


# ------------------------------------------------------------------------------------------------ the data version


def test_what_was_never_released_has_no_version(pages: Path, tmp_path: Path) -> None:
    """Nor a day; it says so wherever it tells its version."""
    build(pages, tmp_path / "out")
    release = find_release(tmp_path / "out")
    assert release
    assert (version(tmp_path / "out"), release.date) == ("0.0.0+unreleased", None)
    assert "Data version 0.0.0+unreleased" in (tmp_path / "out/hf/README.md").read_text(encoding="utf-8")
    assert check_dataset(tmp_path / "out") == []


def test_records_added_are_a_minor_version(pages: Path, out: Path) -> None:
    """Each has a line, with no former id."""
    put_pages(pages, range(3, 5))
    report = released(pages, out)
    assert report.released == ("1.1.0", "1.0.0", 2, 0, 0)
    assert version(out) == "1.1.0"
    assert [(row["change"], row["former_id"], row["what"]) for row in changes(out)] == [("added", None, [])] * 2
    assert {row["source_name"] for row in changes(out)} == {"page0003.txt", "page0004.txt"}
    assert {row["id"] for row in changes(out)} < {r.id for r in report.readouts}


def test_records_removed_are_a_major_version(pages: Path, out: Path) -> None:
    """The line has the id that they had."""
    (pages / "1" / "page0001.txt").unlink()
    assert released(pages, out).released == ("2.0.0", "1.0.0", 0, 0, 1)
    (row,) = changes(out)
    assert (row["change"], row["id"], row["data_version"], row["since"]) == ("removed", None, "2.0.0", "1.0.0")
    assert row["former_id"]
    assert row["title"] == "Lin Tao Meets with Peruvian Foreign Minister Marta Valdivia"


def test_records_changed_are_a_major_version(pages: Path, out: Path) -> None:
    """The line tells what changed, as `readouts diff` does."""
    (pages / "1" / "page0001.txt").rename(pages / "1" / "lima.txt")
    put_pages(pages, range(3, 4))
    assert released(pages, out).released == ("2.0.0", "1.0.0", 1, 1, 0)
    (row,) = (row for row in changes(out) if row["change"] == "changed")
    assert row["id"] == row["former_id"]
    (what,) = row["what"]
    assert (what["group"], what["field"]) == ("document fields", "source.name")
    assert (what["old"], what["new"]) == ("page0001.txt", "lima.txt")


def test_a_record_is_known_again_by_its_text_when_its_id_changes(tmp_path: Path) -> None:
    """A page whose date is told otherwise is the same page: changed, neither removed nor added."""
    rows, out = tmp_path / "pages.jsonl", tmp_path / "out"
    text = short_page(1).replace("On 2 March 2024, ", "")
    for number, day in enumerate(("2024-03-02", "2024-03-03")):
        rows.write_text(json.dumps({"name": "a", "text": text, "published": day}) + "\n", encoding="utf-8")
        report = build(rows, out, release=True, date=DAY)
        assert report.released
        assert report.released.changed == number
    (row,) = changes(out)
    assert row["change"] == "changed"
    assert row["id"] != row["former_id"]
    assert "published.date" in [what["field"] for what in row["what"]]


def test_other_words_about_the_same_records_are_a_patch(
    pages: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No record changed, so that there is nothing to list."""
    monkeypatch.setattr(card, "DEFAULT_CONFIG", "formulas")
    assert released(pages, out).released == ("1.0.1", "1.0.0", 0, 0, 0)
    assert (version(out), changes(out)) == ("1.0.1", [])


def test_a_release_of_nothing_new_is_no_release(pages: Path, out: Path) -> None:
    """Version, day and changes stay as they are, and so does every byte."""
    put_pages(pages, range(3, 4))
    released(pages, out)
    before = contents(out)
    report = build(pages, out, release=True, date=datetime.date(2025, 1, 1))
    assert report.released == ("1.1.0", "1.1.0", 0, 0, 0)
    assert contents(out) == before


def test_the_first_release_compares_with_nothing(pages: Path, tmp_path: Path) -> None:
    """It gives what was built before its day."""
    build(pages, tmp_path / "out")
    put_pages(pages, range(3, 5))
    assert build(pages, tmp_path / "out", release=True, date=DAY).released == ("1.0.0", None, 0, 0, 0)
    assert changes(tmp_path / "out") == []
    release = find_release(tmp_path / "out")
    assert release
    assert (release.data_version, release.date) == ("1.0.0", "2024-05-02")
    assert check_dataset(tmp_path / "out") == []


# ------------------------------------------------------------------------------------------- builds between releases


def test_other_words_are_unreleased_until_they_are_released(
    pages: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build does not pass them for the release, so that the patch is not lost."""
    shutil.copytree(out, tmp_path / "first")
    monkeypatch.setattr(card, "DEFAULT_CONFIG", "formulas")
    build(pages, out)
    assert version(out) == "1.0.0+unreleased"
    assert check_dataset(out) == []
    report = build(pages, out, release=True, since=tmp_path / "first", date=LATER)
    assert report.released == ("1.0.1", "1.0.0", 0, 0, 0)


def test_a_build_keeps_version_day_and_changes_of_its_release(pages: Path, out: Path) -> None:
    """The same records built again, all pages read anew, are the same bytes."""
    put_pages(pages, range(3, 4))
    released(pages, out)
    before = contents(out)
    build(pages, out, fresh=True)
    assert contents(out) == before


def test_other_records_are_unreleased_until_they_are_released(pages: Path, out: Path) -> None:
    """No two contents have the same version; what is built back is the release again."""
    before = contents(out)
    put_pages(pages, range(3, 4))
    build(pages, out)
    assert version(out) == "1.0.0+unreleased"
    assert check_dataset(out) == []
    (pages / "1" / "page0003.txt").unlink()
    build(pages, out)
    assert contents(out) == before


def test_unreleased_records_are_compared_with_the_release_that_is_named(pages: Path, out: Path, tmp_path: Path) -> None:
    """Without it nothing tells what has changed since, and nothing is written."""
    shutil.copytree(out, tmp_path / "first")
    put_pages(pages, range(3, 4))
    build(pages, out)
    before = contents(out)
    with pytest.raises(UsageError, match=r"is no release.*--since"):
        build(pages, out, release=True, date=LATER)
    assert contents(out) == before
    report = build(pages, out, release=True, since=tmp_path / "first", date=LATER)
    assert report.released == ("1.1.0", "1.0.0", 1, 0, 0)


def test_a_release_is_not_compared_with_damaged_records(pages: Path, out: Path) -> None:
    """They would be told as changes."""
    lines = out / "jsonl/readouts.jsonl"
    lines.write_bytes(lines.read_bytes()[:-10])
    with pytest.raises(UsageError, match="not as it was released"):
        released(pages, out)


def test_a_part_that_is_missing_is_no_change(parts: Path, pages: Path, tmp_path: Path) -> None:
    """Its records would be told as added."""
    next((parts / "jsonl").glob("part-*")).unlink()
    with pytest.raises(UsageError, match=r"jsonl/part-.* is not as it was released"):
        build(pages, tmp_path / "next", release=True, since=parts, date=LATER)


def test_a_former_release_may_be_in_parts(parts: Path, pages: Path, tmp_path: Path) -> None:
    """And the new one not."""
    put_pages(pages, range(12, 14))
    report = build(pages, tmp_path / "next", release=True, since=parts, date=LATER)
    assert report.released == ("1.1.0", "1.0.0", 2, 0, 0)


def test_a_release_follows_the_last_one(pages: Path, out: Path, tmp_path: Path) -> None:
    """Not one before it, which would give a version twice; nor is it of a day before it."""
    shutil.copytree(out, tmp_path / "first")
    put_pages(pages, range(3, 4))
    released(pages, out)
    with pytest.raises(UsageError, match=r"holds release 1\.1\.0, which came later"):
        build(pages, out, release=True, since=tmp_path / "first", date=LATER)
    put_pages(pages, range(4, 5))
    with pytest.raises(UsageError, match=r"is of 2024-08-01, later than 2024-05-02"):
        build(pages, out, release=True, date=DAY)


@pytest.mark.parametrize("words", ['"foo": 1', '"data_version": "1.0", "content_sha256": "", "described_sha256": ""'])
def test_a_manifest_that_tells_of_no_release_is_damaged(words: str, pages: Path, out: Path) -> None:
    """The error names it."""
    manifest = read_manifest(out)
    (out / "MANIFEST.json").write_text(json.dumps({**(manifest or {}), "release": json.loads(f"{{{words}}}")}))
    with pytest.raises(DamagedOutput, match=r"MANIFEST\.json tells of no release"):
        build(pages, out)


def test_records_by_another_schema_are_changed(pages: Path, out: Path) -> None:
    """Their fields are told one by one."""
    lines = out / "jsonl/readouts.jsonl"
    lines.write_bytes(lines.read_bytes().replace(b'"schema_version":"1.0"', b'"schema_version":"0.9","mood":"warm"'))
    manifest = read_manifest(out) or {}
    release = {**manifest["release"], "content_sha256": "0"}
    (out / "MANIFEST.json").write_text(json.dumps({**manifest, "content_sha256": "0", "release": release}))
    write_sums(out, {})
    assert build(pages, out, release=True, date=LATER, fresh=True).released == ("2.0.0", "1.0.0", 0, 3, 0)
    told = {what["field"]: (what["old"], what["new"]) for what in changes(out)[0]["what"]}
    assert told == {"schema_version": ("0.9", "1.0"), "mood": ("warm", None)}


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_workers_and_parts_tell_the_same_changes(
    workers: int, pages: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order of the parts does not show in them."""
    put_pages(pages, range(3, 12))
    build(pages, tmp_path / "whole", release=True, since=out, date=LATER)
    monkeypatch.setattr(sources, "PAGES_IN_BATCH", 2)
    monkeypatch.setattr(files, "PAGES_IN_PART", 4)
    build(pages, tmp_path / "parts", release=True, since=out, date=LATER, workers=workers)
    assert (tmp_path / "parts/jsonl/part-00000-of-00003.jsonl").is_file()
    assert contents(tmp_path / "parts")["CHANGES.jsonl"] == contents(tmp_path / "whole")["CHANGES.jsonl"]
    assert version(tmp_path / "parts") == version(tmp_path / "whole") == "1.1.0"


# ------------------------------------------------------------------------------------------------------- the command


def test_the_command_tells_what_a_release_changes(pages: Path, out: Path, run: Run) -> None:
    """In a line, or to a program."""
    put_pages(pages, range(3, 4))
    code, told, _ = run("build", pages, "--out", out, "--release", "--date", "2024-08-01")
    assert (code, "release 1.1.0: 1 added, 0 changed, 0 removed since 1.0.0" in told) == (0, True)
    _, told, _ = run("build", pages, "--out", out, "--release", "--json")
    assert json.loads(told)["release"]["data_version"] == "1.1.0"


def test_a_day_without_a_release_is_wrong_use(pages: Path, out: Path, run: Run) -> None:
    """It would be lost without a word."""
    code, _, error = run("build", pages, "--out", out, "--date", "2024-08-01")
    assert (code, "Add --release" in error) == (2, True)


def test_what_was_never_released_is_no_former_release(pages: Path, out: Path, tmp_path: Path) -> None:
    """Its version would say nothing."""
    build(pages, tmp_path / "never")
    with pytest.raises(UsageError, match="is no release"):
        build(pages, out, release=True, since=tmp_path / "never")


def test_a_folder_that_is_no_dataset_is_no_release(pages: Path, out: Path, run: Run) -> None:
    """The error names it."""
    code, _, error = run("build", pages, "--out", out, "--release", "--since", pages)
    assert (code, f"{pages} holds no built dataset" in error) == (2, True)
