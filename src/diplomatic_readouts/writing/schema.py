"""The models as JSON Schema 2020-12, and every derived schema as a file: models in, ``schema/`` out.

Patterns are those of the models. ``$`` lets a final line feed pass in Python's ``re`` and not elsewhere, so that each
string with a pattern is also said to hold no line feed: every validator then agrees.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from diplomatic_readouts.records import SCHEMA_VERSION, Readout, Record
from diplomatic_readouts.tables import TABLES, find_table
from diplomatic_readouts.writing.arrow import hub_schema, schema_text, table_schema
from diplomatic_readouts.writing.huggingface import hub_features

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NO_LINE_FEED = {"pattern": "\\n"}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, with days and patterns that every validator checks alike and no titles of fields."""

    schema_dialect = DIALECT

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Return a string's schema; one with a pattern holds no line feed."""
        made = super().str_schema(schema)
        return {**made, "not": _NO_LINE_FEED} if "pattern" in made else made

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        """Return a day's schema with a pattern, since ``format`` by itself asserts nothing."""
        made = super().date_schema(schema)
        return {**made, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "not": _NO_LINE_FEED}

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002
        """Return False: a title that repeats the field's name says nothing."""
        return False


def json_schema(model: type[Record], name: str) -> dict[str, Any]:
    """Return the JSON Schema of a model under ``urn:diplomatic-readouts:schema:{name}:{version}``."""
    made = model.model_json_schema(mode="serialization", schema_generator=_Generator)
    return {
        "$schema": DIALECT,
        "$id": f"urn:diplomatic-readouts:schema:{name}:{SCHEMA_VERSION}",
        "version": SCHEMA_VERSION,
        **made,
    }


def readout_schema() -> dict[str, Any]:
    """Return the JSON Schema of a whole record."""
    return json_schema(Readout, "readout")


def row_schema(table: str) -> dict[str, Any]:
    """Return the JSON Schema of one row of a flat table."""
    return json_schema(find_table(table).row, table)


def schema_files() -> dict[str, str]:
    """Return every derived schema by its file name: JSON Schemas, Arrow schemas, the Hub's features."""
    schemas = {"readout": readout_schema()} | {name: row_schema(name) for name in TABLES}
    files = {f"{name}.schema.json": json.dumps(made, indent=2, ensure_ascii=False) for name, made in schemas.items()}
    files["arrow.txt"] = "\n".join(f"[{name}]\n{schema_text(table_schema(name))}" for name in TABLES)
    features = {name: hub_features(hub_schema(name)) for name in TABLES}
    files["features.yaml"] = yaml.safe_dump(features, sort_keys=False, allow_unicode=True)
    return {name: text.rstrip("\n") + "\n" for name, text in files.items()}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every derived schema into a folder, which is made; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_bytes(text.encode("utf-8"))
    return tuple(folder / name for name in schema_files())
