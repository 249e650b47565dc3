"""The files: canonical JSON Lines, Arrow and Parquet, manifest and checksums, and the rights said once."""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diplomatic_readouts.errors import DamagedOutput
from diplomatic_readouts.records import Readout, Segment
from diplomatic_readouts.tables import TABLES, read_rows
from diplomatic_readouts.writing.arrow import (
    arrow_schema,
    arrow_table,
    arrow_type,
    hub_schema,
    hub_table,
    nested_table,
    schema_text,
    table_schema,
)
from diplomatic_readouts.writing.dataset import write_dataset
from diplomatic_readouts.writing.jsonl import canonical_json, canonical_jsonl, content_sha256, read_jsonl
from diplomatic_readouts.writing.licences import LICENCES, licence_paragraph, licence_table
from diplomatic_readouts.writing.manifest import read_manifest, read_sums
from diplomatic_readouts.writing.parts import Facts
from sample import PAGE, make_readout, make_readouts, write_table

FOOTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Any characters that a file can hold: control, bidirectional, beyond the BMP, line separators."""


def page_bytes(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# ------------------------------------------------------------------------------------------------------- JSON Lines


def test_a_record_is_one_line_in_the_models_order() -> None:
    """No line feed inside, no white space between tokens, fields as the model has them."""
    line = canonical_json(make_readout())
    assert "\n" not in line
    assert list(json.loads(line)) == list(Readout.model_fields)
    assert line.startswith(f'{{"id":"{make_readout().id}","schema_version":"1.0","source":{{"name":"001.txt"')


def test_characters_are_written_as_they_are() -> None:
    """An accent, a curly quote and a wave are no escapes."""
    assert "Tomás Arrieta" in canonical_json(make_readout())
    assert "“Peru hopes for closer ties”" in canonical_json(make_readout())
    assert "🌊" in canonical_json(make_readout())


def test_canonical_json_is_that_of_the_standard_library() -> None:
    """Every character that UTF-8 has, the control characters and line separators among them, is written alike."""
    characters = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))
    readout = make_readout().model_copy(update={"text": characters})
    plain = json.dumps(readout.model_dump(mode="json"), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    assert canonical_json(readout) == plain


def test_records_are_sorted_by_id_whatever_their_order() -> None:
    """The content hash does not depend on who came first."""
    readouts = make_readouts(4)
    ids = [json.loads(line)["id"] for line in canonical_jsonl(readouts).splitlines()]
    assert ids == sorted(r.id for r in readouts)
    assert canonical_jsonl(reversed(readouts)) == canonical_jsonl(readouts)
    assert content_sha256(readouts) == hashlib.sha256(canonical_jsonl(readouts)).hexdigest()


def test_a_line_separator_in_a_text_ends_no_line(tmp_path: Path) -> None:
    """U+2028, U+0085 and a carriage return stay inside their record."""
    readout = make_readout(f"{PAGE}a\u2028b\x85c\rd\n")
    (tmp_path / "readouts.jsonl").write_bytes(canonical_jsonl([readout]))
    assert read_jsonl(tmp_path / "readouts.jsonl") == (readout,)


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    """Reading says the file, the line and the field."""
    path = tmp_path / "readouts.jsonl"
    good, bad = canonical_json(make_readout()), canonical_json(make_readout()).replace('"meeting"', '"chat"')
    path.write_text(f"{good}\n{bad}\n", encoding="utf-8")
    with pytest.raises(DamagedOutput, match=r"readouts\.jsonl, line 2: kind"):
        read_jsonl(path)


def test_bytes_that_are_no_utf8_are_named(tmp_path: Path) -> None:
    """A damaged file is no UnicodeDecodeError."""
    (tmp_path / "readouts.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(DamagedOutput, match=r"readouts\.jsonl is not UTF-8"):
        read_jsonl(tmp_path / "readouts.jsonl")


def test_an_empty_file_holds_no_records(tmp_path: Path) -> None:
    """No records, no lines."""
    (tmp_path / "readouts.jsonl").write_bytes(canonical_jsonl([]))
    assert (tmp_path / "readouts.jsonl").read_bytes() == b""
    assert read_jsonl(tmp_path / "readouts.jsonl") == ()


# ------------------------------------------------------------------------------------------------ Arrow and Parquet


def test_types_are_those_of_the_contract() -> None:
    """Days are date32, closed vocabularies dictionaries, tuples lists, records structs."""
    assert arrow_type(datetime.date | None) == pa.date32()
    assert arrow_type(Literal["a", "b"]) == pa.dictionary(pa.int32(), pa.string())
    assert arrow_type(tuple[str, ...]) == pa.list_(pa.field("element", pa.string(), nullable=False))
    assert arrow_type(Segment).field("start").type == pa.int64()


@pytest.mark.parametrize("annotation", [dict[str, str], float, bytes, tuple[str, int], Literal[1, 2], list[str]])
def test_a_type_that_the_hub_would_not_take_is_refused(annotation: object) -> None:
    """No maps, no untyped columns: better an error here than a column that nobody can read."""
    with pytest.raises(TypeError, match="no Arrow type"):
        arrow_type(annotation)


@pytest.mark.parametrize("name", TABLES)
def test_columns_keep_description_and_nullability(name: str) -> None:
    """What the models say about a field, the Arrow schema says too."""
    schema, fields = table_schema(name), TABLES[name].row.model_fields
    assert schema.names == list(fields)
    assert [f.metadata[b"description"].decode() for f in schema] == [f.description for f in fields.values()]
    assert schema.field("readout_id").nullable is False
    assert schema.metadata[b"schema_version"] == b"1.0"


def test_the_speakers_country_may_be_null_and_the_basis_not() -> None:
    """Nullability is the model's."""
    schema = table_schema("statements")
    assert schema.field("speaker_country").nullable
    assert not schema.field("basis").nullable


def test_the_hub_gets_strings_where_the_tables_have_dictionaries() -> None:
    """Also inside lists and structs; nothing else differs."""
    assert "dictionary" in schema_text(table_schema("statements"))
    for name in TABLES:
        assert schema_text(hub_schema(name)) == schema_text(table_schema(name)).replace("dictionary<string>", "string")


def test_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    """No clock, no machine, no order of the records in them."""
    readouts = make_readouts(3)
    write_dataset(tmp_path / "a", readouts, "1.0.0")
    write_dataset(tmp_path / "b", tuple(reversed(readouts)), "1.0.0")
    assert page_bytes(tmp_path / "a") == page_bytes(tmp_path / "b")


def test_parquet_files_have_a_page_index_and_zstd(tmp_path: Path) -> None:
    """What the Hub's viewer wants of them."""
    write_table(tmp_path / "t.parquet", arrow_table("statements", make_readouts(2)))
    column = pq.ParquetFile(tmp_path / "t.parquet").metadata.row_group(0).column(3)
    assert column.compression == "ZSTD"
    assert column.has_column_index
    assert column.has_offset_index


@pytest.mark.parametrize("name", TABLES)
def test_a_table_read_back_is_the_table_written(name: str, tmp_path: Path) -> None:
    """Rows, types and descriptions, also of a table with no rows."""
    for readouts in (make_readouts(3), ()):
        table = arrow_table(name, readouts)
        write_table(tmp_path / "t.parquet", table)
        again = pq.read_table(tmp_path / "t.parquet")
        assert again.schema.equals(table_schema(name), check_metadata=True)
        assert again.to_pylist() == read_rows(name, readouts)


def test_whole_records_fit_one_nested_table() -> None:
    """Arrow's rows, read by the models, are the records again."""
    readouts = make_readouts(2)
    table = nested_table(readouts)
    assert table.schema.equals(arrow_schema(Readout))
    assert tuple(Readout.model_validate(row, strict=False) for row in table.to_pylist()) == readouts


@settings(max_examples=40, deadline=None)
@given(st.lists(FOOTERS, min_size=1, max_size=3, unique=True))
def test_any_text_survives_json_and_arrow(footers: list[str]) -> None:
    """JSON Lines, models and Arrow tables agree on whatever characters a page holds."""
    readouts = [make_readout(f"{PAGE}{footer}") for footer in footers]
    lines = canonical_jsonl(readouts).decode("utf-8").removesuffix("\n").split("\n")
    again = [Readout.model_validate_json(line) for line in lines]
    assert again == sorted(readouts, key=lambda r: r.id)
    nested = [Readout.model_validate(row, strict=False) for row in nested_table(again).to_pylist()]
    assert nested == again
    for name in TABLES:
        assert arrow_table(name, again).to_pylist() == hub_table(name, again).to_pylist() == read_rows(name, again)


# ------------------------------------------------------------------------------------------- manifest and checksums


def test_a_part_may_have_no_record() -> None:
    """In a crawl, all its pages may have been skipped: what the others told stays."""
    facts = Facts()
    for readout in make_readouts(14):
        facts.add(readout)
    shown = list(facts.shown)
    facts.join(Facts())
    assert (facts.shown, len(shown)) == (shown, 12)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder with the outputs of three records."""
    folder = tmp_path / "dist"
    folder.mkdir()
    write_dataset(folder, make_readouts(3), "1.2.0", skipped=[{"name": "visa.txt", "reason": "no act"}])
    return folder


def test_the_folder_holds_what_the_design_says(built: Path) -> None:
    """Records, six tables, the Hub's folder, explorer, skipped pages, manifest, checksums; no list of errors if none."""
    assert sorted(page_bytes(built)) == sorted(
        [
            "MANIFEST.json",
            "SHA256SUMS",
            "jsonl/readouts.jsonl",
            "skipped.jsonl",
            "explorer/index.html",
            "hf/README.md",
            "datapackage.json",
            "hf/LICENSE.md",
            "hf/DATASHEET.md",
            "hf/croissant.json",
            *(f"parquet/{name}.parquet" for name in TABLES),
            *(f"hf/{name}/train-00000-of-00001.parquet" for name in TABLES),
        ]
    )


def test_the_manifest_tells_versions_counts_and_sources(built: Path) -> None:
    """Data, schema and code versions; a count for each table; the hash of each source; sorted."""
    found = read_manifest(built)
    assert found is not None
    assert (found["data_version"], found["schema_version"], found["skipped"], found["errors"]) == ("1.2.0", "1.0", 1, 0)
    assert found["counts"] == {
        "readouts": 3,
        "participants": 6,
        "statements": 15,
        "formulas": 3,
        "mentions": 15,
        "pledges": 3,
    }
    assert [s["name"] for s in found["sources"]] == ["001.txt", "002.txt", "003.txt"]
    assert found["sources"][0]["sha256"] == make_readouts(1)[0].source.sha256


def test_the_content_hash_is_that_of_the_records_file(built: Path) -> None:
    """SHA-256 of the canonical JSON Lines."""
    found = read_manifest(built)
    assert found is not None
    assert found["content_sha256"] == hashlib.sha256((built / "jsonl/readouts.jsonl").read_bytes()).hexdigest()


def test_sha256sum_agrees_with_the_checksums(built: Path) -> None:
    """Every file but the list itself, in the form that the system's own tool checks."""
    tool = shutil.which("sha256sum") or pytest.skip("there is no sha256sum here")
    done = subprocess.run([tool, "-c", "--strict", "SHA256SUMS"], cwd=built, check=False, capture_output=True)
    assert done.returncode == 0
    assert sorted(read_sums(built)) == sorted(set(page_bytes(built)) - {"SHA256SUMS"})
    assert list(read_sums(built)) == sorted(read_sums(built))


def test_a_manifest_of_something_else_is_none(tmp_path: Path) -> None:
    """Other tools write MANIFEST.json too."""
    assert read_manifest(tmp_path) is None
    (tmp_path / "MANIFEST.json").write_text('{"name": "a web page"}')
    assert read_manifest(tmp_path) is None


def test_no_file_tells_where_it_was_made(built: Path) -> None:
    """No path of the machine in any file."""
    assert not [name for name, content in page_bytes(built).items() if str(built.parent).encode() in content]


# ------------------------------------------------------------------------------------------------------- the rights


def test_the_rights_are_said_for_code_annotations_and_texts() -> None:
    """Three things, three terms."""
    assert [(x.covers, x.id) for x in LICENCES] == [
        ("code", "Apache-2.0"),
        ("annotations", "CC-BY-4.0"),
        ("source texts", None),
    ]


def test_the_paragraph_and_the_table_say_the_same() -> None:
    """Each thing covered and its terms are in both."""
    for licence in LICENCES:
        assert licence.terms in licence_paragraph()
        assert licence.terms in licence_table()
    assert licence_paragraph().startswith("Code: [Apache License 2.0]")
    assert licence_paragraph().endswith("source texts: official press releases, © their publishers.")
