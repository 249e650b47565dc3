"""The derived schemas: complete, strict, alike in every validator, and the files in ``schema/`` up to date."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator

from diplomatic_readouts.records import SCHEMA_VERSION
from diplomatic_readouts.tables import TABLES, read_rows
from diplomatic_readouts.writing.jsonl import canonical_json
from diplomatic_readouts.writing.schema import DIALECT, readout_schema, row_schema, schema_files, write_schemas
from sample import make_readout

SCHEMAS = {"readout": readout_schema(), **{name: row_schema(name) for name in TABLES}}
Validity = Callable[[Any], bool]


def by_jsonschema(value: Any) -> bool:
    return bool(Draft202012Validator(SCHEMAS["readout"]).is_valid(value))


def by_jsonschema_rs(value: Any) -> bool:
    return bool(jsonschema_rs.validator_for(SCHEMAS["readout"]).is_valid(value))


both = pytest.mark.parametrize("is_valid", [by_jsonschema, by_jsonschema_rs])


def record() -> Any:
    return json.loads(canonical_json(make_readout()))


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema of an object inside a schema."""
    if isinstance(schema, list):
        for item in schema:
            yield from objects(item)
    elif isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for item in schema.values():
            yield from objects(item)


def test_the_files_in_the_checkout_are_those_of_the_models(checkout: Path) -> None:
    """Whoever changes a model writes the schemas anew: ``readouts schema --out schema``."""
    there = {path.name: path.read_text(encoding="utf-8") for path in sorted((checkout / "schema").iterdir())}
    assert there == dict(sorted(schema_files().items()))


def test_writing_the_schemas_makes_the_folder(tmp_path: Path) -> None:
    """One JSON Schema for the record and one a table; Arrow's and the Hub's as text."""
    written = write_schemas(tmp_path / "new" / "schema")
    assert {path.name for path in written} == {
        "readout.schema.json",
        *(f"{name}.schema.json" for name in TABLES),
        "arrow.txt",
        "features.yaml",
    }
    assert all(path.read_bytes().endswith(b"\n") for path in written)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_names_its_dialect_itself_and_its_version(name: str) -> None:
    """Draft 2020-12, a URN that ends in the version, and the version by itself."""
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert schema["$id"] == f"urn:diplomatic-readouts:schema:{name}:{SCHEMA_VERSION}"
    assert schema["version"] == SCHEMA_VERSION


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_required_and_no_other_is_allowed(name: str) -> None:
    """In every object of every schema."""
    for schema in objects(SCHEMAS[name]):
        assert schema["required"] == list(schema["properties"])
        assert schema["additionalProperties"] is False


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_object_and_field_says_what_it_means(name: str) -> None:
    """A description on each."""
    for schema in objects(SCHEMAS[name]):
        assert schema["description"]
        assert all(field["description"] for field in schema["properties"].values())


@both
def test_a_record_is_valid(is_valid: Validity) -> None:
    """What the package writes fits the schema that it publishes."""
    assert is_valid(record())


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_valid(name: str) -> None:
    """A row as JSON, days as ISO 8601, fits its table's schema in both validators."""
    rows = json.loads(json.dumps(read_rows(name, [make_readout()]), default=str))
    for row in rows:
        Draft202012Validator(SCHEMAS[name]).validate(row)
        jsonschema_rs.validator_for(SCHEMAS[name]).validate(row)


def edit(path: str, value: Any) -> Any:
    """Return the sample record with one value replaced; a number in the path is a place in a list."""
    edited = record()
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    inner = edited
    for part in way:
        inner = inner[part]
    inner[last] = value
    return edited


@both
@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("comment", "one field more"),
        ("kind", "chat"),
        ("event.start", "2 May 2024"),
        ("event.start", "2024-05-02\n"),
        ("event.country", "PER\n"),
        ("event.country", "Peru"),
        ("source.sha256", "0" * 63),
        ("source.language", "en\n"),
        ("statements.0.start", "5"),
        ("statements.0.start", -1),
        ("statements.0.index", 0),
        ("statements.0.acts", "narrate"),
        ("statements.2.pledges.0.amount", "1.5 billion"),
        ("statements.2.pledges.0.amount", "1500000000\n"),
        ("statements.2.pledges.0.specific", None),
        ("published.time", "24:00"),
        ("title", "a string"),
    ],
)
def test_what_is_not_of_the_record_is_refused(is_valid: Validity, path: str, value: Any) -> None:
    """Both validators see it, also a line feed at the end of a code."""
    assert not is_valid(edit(path, value))


@both
def test_a_missing_field_is_refused(is_valid: Validity) -> None:
    """Empty fields are null or [], never left out."""
    less = record()
    del less["updated"]
    assert not is_valid(less)
