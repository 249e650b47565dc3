"""A built folder or a file of records in; out, everything that is not as it should be, as a list of problems."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from diplomatic_readouts.check.promises import check_readout
from diplomatic_readouts.errors import BrokenPromise, DamagedOutput, UsageError
from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES, Row, read_rows
from diplomatic_readouts.writing.arrow import hub_schema, table_schema
from diplomatic_readouts.writing.dataset import ERRORS, RECORDS, SKIPPED
from diplomatic_readouts.writing.huggingface import SHARD
from diplomatic_readouts.writing.jsonl import canonical_json, read_lines
from diplomatic_readouts.writing.manifest import (
    MANIFEST,
    SUMS,
    file_sha256,
    files_in,
    manifest,
    read_manifest,
    read_sums,
)
from diplomatic_readouts.writing.schema import readout_schema


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: in which file, what, and, where it is in a record, in which one, at which field and span."""

    file: str
    message: str
    record: str | None = None
    field: str | None = None
    span: tuple[int, int] | None = None

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


def check_dataset(folder: Path | str) -> list[Problem]:
    """Return what is wrong with a built folder, checksums first; an empty list if nothing is.

    Raises UsageError where the folder is not there or holds no dataset.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", "Give the folder of a built dataset, or build one.")
    if not any((folder / name).exists() for name in (MANIFEST, RECORDS)):
        raise UsageError(f"{folder} holds no built dataset", "Give the folder that `readouts build` wrote.")
    problems = list(_changed_files(folder))
    path = folder / RECORDS
    if path.is_file():
        readouts, faults, whole = _read_records(path, RECORDS)
        problems += faults
        if whole:
            problems += _table_problems(folder, readouts)
            problems += _manifest_problems(folder, readouts)
    else:
        problems.append(Problem(RECORDS, "is missing"))
    return list(dict.fromkeys(problems))


def check_file(path: Path | str) -> list[Problem]:
    """Return what is wrong with a file of records, one JSON object a line; an empty list if nothing is.

    Raises UsageError where there is no such file.
    """
    path = Path(path)
    if not path.is_file():
        raise UsageError(f"there is no file {path}", "Give a readouts.jsonl or the folder of a built dataset.")
    return _read_records(path, path.name)[1]


def _changed_files(folder: Path) -> Iterator[Problem]:
    """Yield each file that is missing, is not what its checksum says, or has none."""
    try:
        sums = read_sums(folder)
    except DamagedOutput as error:
        yield Problem(SUMS, error.message)
        return
    for name, digest in sorted(sums.items()):
        path = folder / name
        if not path.is_file():
            yield Problem(name, "is missing")
        elif file_sha256(path) != digest:
            yield Problem(name, f"has been changed: its SHA-256 is not the one in {SUMS}")
    for name in files_in(folder):
        if name not in sums and name != SUMS:
            yield Problem(name, f"is not in {SUMS}")


# -------------------------------------------------------------------------------------------------- the records


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(readout_schema())


def _read_records(path: Path, name: str) -> tuple[list[Readout], list[Problem], bool]:
    """Return the records of a file, what is wrong with its lines, and whether each line could be read as a record."""
    readouts: list[Readout] = []
    problems: list[Problem] = []
    whole = True
    try:
        for number, line in read_lines(path):
            readout, problem = _read_record(line, name, number)
            whole = whole and readout is not None
            readouts += [readout] if readout else []
            problems += [problem] if problem else []
    except DamagedOutput as error:
        problems.append(Problem(name, error.message))
        whole = False
    problems += _order_problems(readouts, name)
    return readouts, problems, whole


def _read_record(line: str, name: str, number: int) -> tuple[Readout | None, Problem | None]:
    """Return the record of a line, if it is one, and the first thing wrong with it."""
    try:
        value = json.loads(line)
        readout = Readout.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = _field(first["loc"])
        record = value.get("id") if isinstance(value, dict) else None
        return None, Problem(name, f"line {number}: {record}: {field}: {first['msg']}", record, field)
    except ValueError as error:
        return None, Problem(name, f"line {number} is no JSON: {error}")
    for fault in _validator().iter_errors(value):
        field = _field(fault.absolute_path)
        return readout, Problem(name, f"line {number}: {readout.id}: {field}: {fault.message}", readout.id, field)
    try:
        check_readout(readout)
    except BrokenPromise as error:
        return readout, Problem(name, f"line {number}: {error.message}", error.record, error.field, error.span)
    if canonical_json(readout) != line:
        return readout, Problem(name, f"line {number}: {readout.id} is not in canonical JSON", readout.id)
    return readout, None


def _field(parts: Any) -> str:
    """Return the path of a field as promises name it: "statements[3].cue"."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")


def _order_problems(readouts: Sequence[Readout], name: str) -> Iterator[Problem]:
    """Yield records that stand before one of a smaller id, or whose id another one has."""
    for before, after in itertools.pairwise(readouts):
        if after.id <= before.id:
            fault = "has the id of another record" if after.id == before.id else f"stands after {before.id}"
            yield Problem(name, f"{after.id} {fault}; records are sorted by id", after.id, "id")


# ------------------------------------------------------------------------------------- what is made from the records


def _table_problems(folder: Path, readouts: Sequence[Readout]) -> Iterator[Problem]:
    """Yield each Parquet file, plain or for the Hub, that does not say what the records say."""
    for name in TABLES:
        rows = read_rows(name, readouts)
        yield from _parquet_problems(folder, f"parquet/{name}.parquet", table_schema(name), rows)
        yield from _parquet_problems(folder, f"hf/{name}/{SHARD}", hub_schema(name), rows)


def _parquet_problems(folder: Path, name: str, schema: pa.Schema, rows: list[Row]) -> Iterator[Problem]:
    """Yield where a Parquet file differs from the records' rows: its columns, their number, the first that differs."""
    path = folder / name
    if not path.is_file():
        yield Problem(name, "is missing")
        return
    try:
        table = pq.read_table(path, partitioning=None)
    except (OSError, pa.ArrowException) as error:
        yield Problem(name, f"cannot be read as Parquet: {error}")
        return
    if not table.schema.equals(schema):
        yield Problem(name, "has other columns or types than the schema")
        return
    found = table.to_pylist()
    if len(found) != len(rows):
        yield Problem(name, f"has {len(found)} rows where the records give {len(rows)}")
    for number, (row, expected) in enumerate(zip(found, rows, strict=False), start=1):
        if row != expected:
            column = next(c for c in expected if row[c] != expected[c])
            problem = f"row {number}, {column}: is {row[column]!r} where the record says {expected[column]!r}"
            yield Problem(name, problem, expected["readout_id"], column)
            return


def _manifest_problems(folder: Path, readouts: Sequence[Readout]) -> Iterator[Problem]:
    """Yield each entry of the manifest that the records contradict."""
    found = read_manifest(folder)
    if found is None:
        yield Problem(MANIFEST, "is missing or is no manifest of this package")
        return
    expected = manifest(readouts, data_version="")
    for key in ("schema_version", "content_sha256", "counts", "licences", "sources"):
        if found.get(key) != expected[key]:
            yield Problem(MANIFEST, f"{key} is {found.get(key)!r} where the records give {expected[key]!r}", field=key)
    for key, name in (("skipped", SKIPPED), ("errors", ERRORS)):
        lines = sum(1 for _ in read_lines(folder / name)) if (folder / name).is_file() else 0
        if found.get(key) != lines:
            yield Problem(MANIFEST, f"{key} is {found.get(key)!r} where {name} has {lines} lines", field=key)
