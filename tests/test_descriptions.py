"""Croissant, Data Package, datasheet: each is what its own validator takes, and says what the records say."""

from __future__ import annotations

import datetime
import hashlib
import json
import logging
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from diplomatic_readouts.builder import build
from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.about import citation, read_about
from diplomatic_readouts.writing.files import table_files
from diplomatic_readouts.writing.manifest import read_manifest
from short_pages import put_pages

DAY = datetime.date(2024, 5, 2)
PLEDGE = (
    "Home > China News\nLin Tao Meets with Peruvian Foreign Minister Marta Quiroga\n\n"
    "On 2 May 2024, Foreign Minister Lin Tao met with Peruvian Foreign Minister Marta Quiroga in Lima.\n\n"
    "Lin Tao said that China will provide Peru with 100 million yuan in grants.\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release of five pages, in one part."""
    folder = tmp_path_factory.mktemp("described")
    pages = put_pages(folder / "pages", range(4))
    (pages / "pledge.txt").write_text(PLEDGE, encoding="utf-8")
    build(pages, folder / "dist", release=True, date=DAY)
    return folder / "dist"


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset in several parts, never released."""
    from diplomatic_readouts.builder import sources
    from diplomatic_readouts.writing import files

    folder = tmp_path_factory.mktemp("parted")
    pages = put_pages(folder / "pages", range(12))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "PAGES_IN_BATCH", 2)
        patch.setattr(files, "PAGES_IN_PART", 4)
        build(pages, folder / "dist")
    return folder / "dist"


def rows_of(folder: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table of a built folder."""
    return [row for path in table_files(folder, table) for row in pq.read_table(path).to_pylist()]


# -------------------------------------------------------------------------------------------------------- Croissant


def croissant(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return the Hub's folder as mlcroissant reads it; ValidationError if it is no Croissant."""
    mlcroissant = pytest.importorskip("mlcroissant")
    logging.getLogger("absl").setLevel(logging.ERROR)
    monkeypatch.chdir(folder / "hf")
    return mlcroissant.Dataset("croissant.json")


def plain(value: Any) -> Any:
    """Return a value of mlcroissant as the tables have it: text instead of bytes, days, no prefixes of names."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, dict):
        return {name.rsplit("/", 1)[-1]: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.date() if isinstance(value, datetime.datetime) else value


@pytest.mark.slow
def test_a_release_is_a_croissant_without_a_warning(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 1.1, with the day of release."""
    dataset = croissant(built, monkeypatch)
    issues = dataset.metadata.ctx.issues
    assert (issues.errors, issues.warnings) == (set(), set())
    assert dataset.metadata.ctx.is_v1_1()
    assert dataset.metadata.date_published.date() == DAY


@pytest.mark.slow
def test_what_was_never_released_lacks_only_the_day(parted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day of publication is recommended, and nobody knows one."""
    issues = croissant(parted, monkeypatch).metadata.ctx.issues
    assert issues.errors == set()
    assert len(issues.warnings) == 1
    assert "datePublished" in next(iter(issues.warnings))


@pytest.mark.slow
@pytest.mark.parametrize("name", TABLES)
def test_mlcroissant_yields_the_rows(name: str, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who said what, and every other table, value for value."""
    found = [plain(row) for row in croissant(built, monkeypatch).records(name)]
    assert found == rows_of(built, name)
    assert found


@pytest.mark.slow
def test_mlcroissant_yields_the_rows_of_all_parts(parted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table in several files is one set of records."""
    found = [plain(row) for row in croissant(parted, monkeypatch).records("statements")]
    assert sorted(found, key=lambda row: row["id"]) == sorted(rows_of(parted, "statements"), key=lambda row: row["id"])


def test_croissant_says_how_to_use_it_responsibly(built: Path) -> None:
    """Limits, biases, personal data: the same words as in the card."""
    found = json.loads((built / "hf/croissant.json").read_text(encoding="utf-8"))
    card = (built / "hf/README.md").read_text(encoding="utf-8")
    assert "http://mlcommons.org/croissant/RAI/1.0" in found["conformsTo"]
    for sentence in (*found["rai:dataBiases"], *read_about().limits, *found["rai:personalSensitiveInformation"]):
        assert sentence in card
    assert set(read_about().limits) <= set(found["rai:dataLimitations"])


def test_a_table_without_rows_is_in_no_croissant(parted: Path) -> None:
    """As it is no config of the card."""
    found = json.loads((parted / "hf/croissant.json").read_text(encoding="utf-8"))
    manifest = read_manifest(parted)
    assert manifest
    assert manifest["counts"]["pledges"] == 0
    assert "pledges" not in [each["@id"] for each in found["recordSet"]]


# ----------------------------------------------------------------------------------------------------- data package


def package(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["built", "parted"])
def test_the_records_are_what_the_data_package_says(folder: str, request: pytest.FixtureRequest) -> None:
    """Checked by frictionless from the file: hash, size, the type of each field, what is required."""
    frictionless = pytest.importorskip("frictionless")
    found = frictionless.Package(str(request.getfixturevalue(folder) / "datapackage.json"))
    report = found.get_resource("records").validate()
    assert report.flatten(["type", "fieldName", "note"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["built", "parted"])
def test_the_tables_are_what_the_data_package_says(folder: str, request: pytest.FixtureRequest) -> None:
    """Types, closed vocabularies, keys and what points where, checked by frictionless.

    Its own reader of Parquet makes floats of whole numbers beside nulls and arrays of lists, and counts no bytes: the
    rows are handed to it, and the hashes are the next test's.
    """
    frictionless = pytest.importorskip("frictionless")
    described = package(request.getfixturevalue(folder))
    tables = []
    for resource in described["resources"][1:]:
        kept = {key: resource[key] for key in ("name", "type", "description", "schema")}
        rows = rows_of(request.getfixturevalue(folder), resource["name"])
        tables += [{**kept, "data": rows}] if rows else []
    report = frictionless.Package.from_descriptor({**described, "resources": tables}).validate()
    assert report.flatten(["type", "fieldName", "note"]) == []
    assert report.valid


def test_each_file_of_the_data_package_has_its_hash(built: Path) -> None:
    """And its size, which frictionless does not test of Parquet."""
    described = package(built)
    for resource in described["resources"]:
        raw = (built / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(raw), f"sha256:{hashlib.sha256(raw).hexdigest()}")
    assert [resource["name"] for resource in described["resources"]] == ["records", *TABLES]
    assert (described["version"], described["created"]) == ("1.0.0", "2024-05-02T00:00:00Z")


def test_files_in_parts_are_all_named(parted: Path) -> None:
    """As a list, in their order."""
    described = package(parted)
    assert described["resources"][0]["path"] == [f"jsonl/part-0000{n}-of-00003.jsonl" for n in range(3)]
    assert "created" not in described


# -------------------------------------------------------------------------------------------- datasheet and citation


def test_the_datasheet_answers_every_section(built: Path) -> None:
    """Those of Datasheets for Datasets, with the counts of the records, and no placeholder left."""
    text = (built / "hf/DATASHEET.md").read_text(encoding="utf-8")
    for section in (
        *("Motivation", "Composition", "Collection", "Preprocessing, cleaning, labelling"),
        *("Uses", "Distribution", "Maintenance"),
    ):
        assert f"\n## {section}\n" in text
    assert "5 readouts, from 2024-03-01 to 2024-05-02" in text
    assert "**When was it released?** 2024-05-02." in text
    assert "$" not in text


def test_a_reference_is_bibtex_whatever_the_title() -> None:
    """No brace of it ends a field, and no sign of it is a command."""
    told = read_about().model_copy(update={"title": "R&D } 100% \\oops", "creators": ("A_B",)})
    assert "title = {R\\&D  100\\% oops},\n  author = {{A\\_B}}," in citation(told, "1.0.0", "ab", None)


def test_a_reference_has_a_year_only_where_there_is_one() -> None:
    """Of data that was never released there is none."""
    assert "year = {2024}" in citation(read_about(), "1.0.0", "ab", "2024-05-02")
    assert "year" not in citation(read_about(), "1.0.0", "ab", None)


# ------------------------------------------------------------------------------------------------ a dataset of one's own


OWN = """
name = "andes-readouts"
title = "Readouts of the Andes"
url = "https://example.org/andes"
creators = ["Marta Quiroga", "Ana Prado"]
"""


def test_a_dataset_of_ones_own_says_whose_it_is(tmp_path: Path) -> None:
    """In card, reference, Croissant and data package; what is not said stays as it is."""
    (tmp_path / "about.toml").write_text(OWN, encoding="utf-8")
    build(put_pages(tmp_path / "pages", range(2)), tmp_path / "dist", about=tmp_path / "about.toml")
    hub = tmp_path / "dist/hf"
    card = (hub / "README.md").read_text(encoding="utf-8")
    assert "# Readouts of the Andes\n" in card
    assert "pretty_name: Readouts of the Andes\n" in card
    assert (
        "@misc{andes_readouts,\n  title = {Readouts of the Andes},\n  author = {{Marta Quiroga} and {Ana Prado}}"
        in card
    )
    assert "**Who created it?** Marta Quiroga and Ana Prado." in (hub / "DATASHEET.md").read_text(encoding="utf-8")
    described = json.loads((hub / "croissant.json").read_text(encoding="utf-8"))
    assert (described["name"], described["url"]) == ("andes-readouts", "https://example.org/andes")
    assert [each["name"] for each in described["creator"]] == ["Marta Quiroga", "Ana Prado"]
    assert described["description"] == read_about().description
    assert package(tmp_path / "dist")["homepage"] == "https://example.org/andes"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("title = ", "cannot be read as TOML"),
        ("titel = 'Andes'", "titel: Extra inputs are not permitted"),
        ("creators = 'Marta Quiroga'", "creators: Input should be a list of texts"),
        ("creators = []", "creators: Tuple should have at least 1 item"),
        ("name = 'Readouts of the Andes'", "name: String should match pattern"),
        ("url = 'javascript:alert(1)'", "url: String should match pattern"),
        ("title = 5", "title: Input should be a valid string"),
    ],
)
def test_what_cannot_be_said_is_wrong_use(words: str, told: str, tmp_path: Path) -> None:
    """The error names file and field, and nothing is written."""
    (tmp_path / "about.toml").write_text(words, encoding="utf-8")
    with pytest.raises(UsageError, match=f"about.toml.*{told}"):
        build(put_pages(tmp_path / "pages", range(1)), tmp_path / "dist", about=tmp_path / "about.toml")
    assert not (tmp_path / "dist").exists()


def test_the_rights_in_texts_and_annotations_are_told_apart(built: Path) -> None:
    """No licence for the annotations is told of the publishers' texts."""
    described = json.loads((built / "hf/croissant.json").read_text(encoding="utf-8"))
    assert [(each["name"].split(":")[0], "url" in each) for each in described["license"]] == [
        ("annotations", True),
        ("source texts", False),
    ]
    assert [(each["title"].split(":")[0], each["path"]) for each in package(built)["licenses"]] == [
        ("annotations", "https://creativecommons.org/licenses/by/4.0/"),
        ("source texts", "hf/LICENSE.md"),
    ]
