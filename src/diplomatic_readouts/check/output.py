"""A built folder or a file of records in; out, everything that is not as it should be, as a list of problems."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import ValidationError

from diplomatic_readouts.check.problems import Problem
from diplomatic_readouts.check.promises import checked_json
from diplomatic_readouts.check.table_file import TableFile
from diplomatic_readouts.errors import BrokenPromise, DamagedOutput, UsageError
from diplomatic_readouts.records import SCHEMA_VERSION, Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.arrow import hub_schema, table_schema
from diplomatic_readouts.writing.dataset import content_of, sources_of
from diplomatic_readouts.writing.files import (
    ERRORS,
    RECORDS,
    SKIPPED,
    SOURCES,
    hub_name,
    part_of,
    record_files,
    table_name,
)
from diplomatic_readouts.writing.jsonl import read_lines
from diplomatic_readouts.writing.licences import licence_values
from diplomatic_readouts.writing.manifest import (
    MANIFEST,
    SUMS,
    Source,
    file_sha256,
    files_in,
    read_manifest,
    read_sums,
)
from diplomatic_readouts.writing.release import Release, find_release, unreleased
from diplomatic_readouts.writing.schema import readout_schema


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
    parts = record_files(folder)
    if not parts:
        return [*problems, Problem(RECORDS, "is missing")]
    checked = [_check_part(folder, path, number, len(parts)) for number, path in enumerate(parts)]
    problems += [problem for part in checked for problem in part.problems]
    if all(part.whole for part in checked):
        problems += _manifest_problems(folder, parts, checked)
    return list(dict.fromkeys(problems))


def check_file(path: Path | str) -> list[Problem]:
    """Return what is wrong with a file of records, one JSON object a line; an empty list if nothing is.

    Raises UsageError where there is no such file.
    """
    path = Path(path)
    if not path.is_file():
        raise UsageError(f"there is no file {path}", "Give a readouts.jsonl or the folder of a built dataset.")
    part = _Part()
    for _ in _records_of(path, path.name, part):
        pass
    return part.problems


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


@dataclass(slots=True)
class _Part:
    """What a file of records comes to: no record of it is kept."""

    whole: bool = True
    """Whether each line could be read as a record."""
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    sources: list[Source] = field(default_factory=list)


def _check_part(folder: Path, path: Path, number: int, parts: int) -> _Part:
    """Return what is wrong with the records of a part, and with each Parquet file that is made from them."""
    part, name = _Part(), path.relative_to(folder).as_posix()
    with ExitStack() as stack:
        files = [(t, n, s) for t in TABLES for n, s in ((table_name, table_schema), (hub_name, hub_schema))]
        tables = [
            (t, stack.enter_context(TableFile(folder, name_of(t, number, parts), schema(t))))
            for t, name_of, schema in files
        ]
        for readout in _records_of(path, name, part):
            if part_of(hashlib.sha256(readout.text.encode("utf-8")).hexdigest(), parts) != number:
                part.problems.append(Problem(name, f"{readout.id} belongs to another part", readout.id, "text"))
            part.sources += sources_of([readout])
            rows = {name: table.rows([readout]) for name, table in TABLES.items()}
            part.counts.update({table: len(found) for table, found in rows.items()})
            for table, file in tables:
                file.compare(rows[table])
        if part.whole:
            part.problems += [problem for _, file in tables for problem in file.problems()]
    return part


def _records_of(path: Path, name: str, part: _Part) -> Iterator[Readout]:
    """Yield the records of a file, noting what is wrong with its lines."""
    before = ""
    try:
        for number, line in read_lines(path):
            readout, problem = _read_record(line, name, number)
            part.problems += [problem] if problem else []
            part.whole = part.whole and readout is not None
            if readout:
                part.problems += _order_problems(before, readout.id, name)
                before = readout.id
                yield readout
    except DamagedOutput as error:
        part.problems.append(Problem(name, error.message))
        part.whole = False


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
        text = checked_json(readout)
    except BrokenPromise as error:
        return readout, Problem(name, f"line {number}: {error.message}", error.record, error.field, error.span)
    if text != line:
        return readout, Problem(name, f"line {number}: {readout.id} is not in canonical JSON", readout.id)
    return readout, None


def _field(parts: Any) -> str:
    """Return the path of a field as promises name it: "statements[3].cue"."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".")


def _order_problems(before: str, after: str, name: str) -> Iterator[Problem]:
    """Yield what is wrong with a record that stands behind one of a greater id, or of the same."""
    if before and after <= before:
        fault = "has the id of another record" if after == before else f"stands after {before}"
        yield Problem(name, f"{after} {fault}; records are sorted by id", after, "id")


# ------------------------------------------------------------------------------------- what is made from the records


def _manifest_problems(folder: Path, parts: Sequence[Path], checked: Sequence[_Part]) -> Iterator[Problem]:
    """Yield each entry of the manifest, and of the lists that it counts, that the records contradict."""
    found = read_manifest(folder)
    if found is None:
        yield Problem(MANIFEST, "is missing or is no manifest of this package")
        return
    content, release = content_of(parts), find_release(folder)
    expected = {
        "schema_version": SCHEMA_VERSION,
        "content_sha256": content,
        **_version(release, content, str(found.get("data_version"))),
        "counts": {table: sum(part.counts[table] for part in checked) for table in TABLES},
        "parts": len(parts),
        "licences": licence_values(),
        **{key: _lines_in(folder / name) for key, name in (("skipped", SKIPPED), ("errors", ERRORS))},
    }
    for key, value in expected.items():
        if found.get(key) != value:
            yield Problem(MANIFEST, f"{key} is {found.get(key)!r} where the rest gives {value!r}", field=key)
    sources = sorted((source for part in checked for source in part.sources), key=lambda s: tuple(s.values()))
    listed = found.get("sources") if len(parts) == 1 else map(json.loads, _rows(folder / SOURCES))
    if [{key: row[key] for key in ("name", "sha256", "readout_id")} for row in listed or ()] != sources:
        name = MANIFEST if len(parts) == 1 else SOURCES
        yield Problem(name, "the sources are not those of the records", field="sources")


def _version(release: Release | None, content: str, told: str) -> dict[str, str | None]:
    """Return the version that records have by what the manifest says of the release that they are, or come after."""
    if release is None:
        return {"data_version": None}
    later = content != release.content_sha256 or told != release.data_version
    return {"data_version": unreleased(release.data_version) if later else release.data_version}


def _lines_in(path: Path) -> int:
    return sum(1 for _ in _rows(path))


def _rows(path: Path) -> Iterator[bytes]:
    if path.is_file():
        with path.open("rb") as file:
            yield from file
