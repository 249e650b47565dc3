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


def write_jsonl(path: Path, readouts: Iterable[Readout]) -> str:
    """Write records as canonical JSON Lines; return their content hash."""
    lines = canonical_jsonl(readouts)
    path.write_bytes(lines)
    return hashlib.sha256(lines).hexdigest()


def write_lines(path: Path, values: Iterable[object]) -> None:
    """Write JSON values, one a line."""
    path.write_bytes("".join(plain_json(v) + "\n" for v in values).encode("utf-8"))


def read_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield number, from 1, and text of each line, which only a line feed ends; DamagedOutput if it is not UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise DamagedOutput(f"{path.name} is not UTF-8: {error}", "Build the dataset again.") from error
    yield from enumerate(text.removesuffix("\n").split("\n") if text else [], start=1)


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
