"""A built folder in; out, its description as a Data Package: the records, and each table with the type of each column.

Data Package 2.0: https://datapackage.org/standard/data-package/. A file has its hash and size; of a resource of several
files the standard has room for neither, so that those are in SHA256SUMS alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pyarrow as pa

from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES, Table, split_optional
from diplomatic_readouts.writing.arrow import arrow_type
from diplomatic_readouts.writing.files import record_files, table_files
from diplomatic_readouts.writing.licences import LICENCES, Licence
from diplomatic_readouts.writing.release import Edition

DATAPACKAGE = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_MEDIA = {"jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}
_TYPES = {"string": "string", "int64": "integer", "bool": "boolean", "date32[day]": "date"}
KEYS: dict[str, tuple[str, ...]] = {
    "readouts": ("readout_id",),
    "participants": ("readout_id", "id"),
    "statements": ("id",),
}
"""What tells rows of a table apart; formulas, mentions and pledges may stand twice in the same place."""
_RIGHTS = "hf/LICENSE.md"
_POINTS = {"readout_id": ("readouts", "readout_id"), "statement_id": ("statements", "id")}


def write_datapackage(folder: Path, edition: Edition, sums: Mapping[str, str]) -> None:
    """Write datapackage.json into a built folder, whose files' SHA-256 ``sums`` gives by their path in it."""
    text = json.dumps(describe(folder, edition, sums), ensure_ascii=False, indent=1) + "\n"
    (folder / DATAPACKAGE).write_bytes(text.encode("utf-8"))


def describe(folder: Path, edition: Edition, sums: Mapping[str, str]) -> dict[str, Any]:
    """Return the description of a built folder."""
    told = edition.about
    tables = [
        _resource(folder, name, "parquet", table_files(folder, name), sums, table) for name, table in TABLES.items()
    ]
    return {
        "$schema": _PROFILE,
        "name": told.name,
        "title": told.title,
        "description": told.description,
        **({"homepage": told.url} if told.url else {}),
        "version": edition.data_version,
        **({"created": f"{edition.date}T00:00:00Z"} if edition.date else {}),
        "keywords": list(told.keywords),
        "licenses": [_licence(licence) for licence in LICENCES if licence.covers != "code"],
        "contributors": [{"title": name, "roles": ["creator"]} for name in told.creators],
        "sources": [{"title": licence.terms} for licence in LICENCES if licence.covers == "source texts"],
        "resources": [_resource(folder, "records", "jsonl", record_files(folder), sums), *tables],
    }


def _licence(licence: Licence) -> dict[str, str]:
    """Return what is said of the rights in one thing; where no licence is granted, where that is told."""
    where = {"name": licence.id, "path": licence.url} if licence.id and licence.url else {"path": _RIGHTS}
    return {**where, "title": f"{licence.covers}: {licence.terms}"}


def _resource(
    folder: Path, name: str, kind: str, files: Sequence[Path], sums: Mapping[str, str], table: Table | None = None
) -> dict[str, Any]:
    """Return the description of a table, or of the whole records."""
    paths = [path.relative_to(folder).as_posix() for path in files]
    single = {"bytes": files[0].stat().st_size, "hash": f"sha256:{sums[paths[0]]}"} if len(paths) == 1 else {}
    return {
        "name": name,
        "type": "table",
        "path": paths[0] if len(paths) == 1 else paths,
        "description": table.meaning if table else "One page a line: the whole record, with all that is said in it.",
        "format": kind,
        "mediatype": _MEDIA[kind],
        **({"encoding": "utf-8"} if kind == "jsonl" else {}),
        **single,
        "schema": _table_schema(table) if table else {"fields": _record_fields(), "primaryKey": ["id"]},
    }


def _table_schema(table: Table) -> dict[str, Any]:
    """Return the columns of a table, what tells its rows apart, and what they point to."""
    columns = [_field(c.name, c.annotation, c.description) for c in table.columns]
    points = [
        {"fields": [column.name], "reference": {"resource": resource, "fields": [field]}}
        for column in table.columns
        if column.name in _POINTS and table.name != (to := _POINTS[column.name])[0]
        for resource, field in [to]
    ]
    return {
        "fields": columns,
        **({"primaryKey": list(KEYS[table.name])} if table.name in KEYS else {}),
        **({"foreignKeys": points} if points else {}),
    }


def _record_fields() -> list[dict[str, Any]]:
    """Return the fields of a whole record: what has parts is an object, and many of them an array."""
    return [_field(name, field.annotation, field.description or "") for name, field in Readout.model_fields.items()]


def _field(name: str, annotation: Any, meaning: str) -> dict[str, Any]:
    """Return a field with its type, meaning and, of a closed vocabulary, what it may be."""
    inner, optional = split_optional(annotation)
    limits: dict[str, Any] = {} if optional else {"required": True}
    if get_origin(inner) is Literal:
        limits["enum"] = list(get_args(inner))
    return {
        "name": name,
        "type": _type(arrow_type(annotation)),
        "description": meaning,
        **({"constraints": limits} if limits else {}),
    }


def _type(kind: pa.DataType) -> str:
    if pa.types.is_struct(kind):
        return "object"
    if pa.types.is_list(kind):
        return "array"
    return _TYPES[str(kind.value_type if pa.types.is_dictionary(kind) else kind)]
