"""Whole records as canonical JSON Lines: the form whose SHA-256 is the dataset's content hash.

UTF-8, one record a line in the models' field order, no white space between tokens, sorted by id, a final line feed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from diplomatic_readouts.errors import DamagedOutput
from diplomatic_readouts.records import Readout


def canonical_json(readout: Readout) -> str:
    """Return the one JSON text of a record, on one line and with no line feed; ValueError if a value is of no type."""
    return readout.model_dump_json(warnings="error")


def plain_json(value: object) -> str:
    """Return a JSON value on one line, no escapes that UTF-8 does not need."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def canonical_jsonl(readouts: Iterable[Readout]) -> bytes:
    """Return the canonical JSON Lines of records, whatever their order."""
    ordered = sorted(readouts, key=lambda r: r.id)
    return "".join(canonical_json(r) + "\n" for r in ordered).encode("utf-8")


def content_sha256(readouts: Iterable[Readout]) -> str:
    """Return the dataset's content hash: the SHA-256 of its canonical JSON Lines, in hexadecimal."""
    return hashlib.sha256(canonical_jsonl(readouts)).hexdigest()


def id_of(line: bytes) -> bytes:
    """Return the id of a record's line without reading the record: it is the first value and holds no escape.

    >>> id_of(b'{"id":"chn-2024-11-15-0a1b2c3d4e5f","schema_version":"1.0"}')
    b'chn-2024-11-15-0a1b2c3d4e5f'
    """
    return line[7 : line.index(b'"', 7)]


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield number, from 1, and text of each line, which only a line feed ends; DamagedOutput if it is not UTF-8."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, start=1):
            try:
                yield number, raw.decode("utf-8").removesuffix("\n")
            except UnicodeDecodeError as error:
                raise DamagedOutput(f"{path.name} is not UTF-8: {error}", "Build the dataset again.") from error


def read_records(paths: Iterable[Path]) -> tuple[Readout, ...]:
    """Return the records of all parts of a dataset, sorted by id; raises as `read_jsonl` does."""
    return tuple(sorted((readout for path in paths for readout in read_jsonl(path)), key=lambda r: r.id))


def read_jsonl(path: Path) -> tuple[Readout, ...]:
    """Return the records of a file; DamagedOutput names the line and the field of one that is no record."""
    readouts = []
    for number, line in read_lines(path):
        try:
            readouts.append(Readout.model_validate_json(line))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(str(part) for part in first["loc"])
            problem = f"{path.name}, line {number}: {field}: {first['msg']}"
            raise DamagedOutput(problem, "Build the dataset again.") from error
    return tuple(readouts)
