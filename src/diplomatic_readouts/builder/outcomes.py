"""What can become of a page: a record, a skip or a fault; and the files in which batches leave what became of theirs.

A batch's file is its whole result. It is cut into sections, one a part of the output: the part of a page is told by the
hash of its text, which also ends its id, so that two pages with one text or one id always meet in one part.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from diplomatic_readouts.writing.jsonl import plain_json
from diplomatic_readouts.writing.manifest import file_sha256


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that could not become a record: where that was found, what is wrong, what to do."""

    name: str
    stage: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Skip:
    """A page of which there is no record to make, and why; ``sha256`` is that of its bytes, or of the row it was."""

    name: str
    reason: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Made:
    """A page that became a record: what its part has to know of it beside the record's line."""

    name: str
    place: str
    id: str
    text_sha256: str
    source: str
    sha256: str
    row_sha256: str | None


class Outcome(NamedTuple):
    """What became of a page, and the record's line where it is one."""

    what: Made | Skip | Fault
    line: str = ""


@dataclass(frozen=True, slots=True)
class BatchDone:
    """What a batch gave: its numbers, and where its file has the section of each part."""

    name: str
    pages: int
    parsed: int
    sha256: str
    sections: dict[int, tuple[int, int]]
    faults: tuple[Fault, ...] = ()


# -------------------------------------------------------------------------------------------------- files of batches


def batch_file(work: Path, name: str) -> Path:
    """Return where a batch's outcomes are written."""
    return work / "batches" / f"{name}.jsonl"


_KINDS: dict[str, Callable[..., Made | Skip | Fault]] = {"made": Made, "skip": Skip, "fault": Fault}


def as_line(outcome: Outcome) -> bytes:
    """Return an outcome as a line: its kind, its values as JSON, and the record, which as JSON holds no tab."""
    kind = type(outcome.what).__name__.lower()
    return f"{kind}\t{plain_json(asdict(outcome.what))}\t{outcome.line}\n".encode()


class Place(NamedTuple):
    """Where the line of a record stands among the files of batches, in bytes."""

    file: Path
    start: int
    size: int

    def read(self) -> str:
        """Return the line."""
        with self.file.open("rb") as file:
            file.seek(self.start)
            return file.read(self.size).decode("utf-8")


def read_section(work: Path, done: BatchDone, part: int) -> Iterator[tuple[Made | Skip | Fault, Place]]:
    """Yield the outcomes of a batch that belong to a part, each with where its record stands."""
    start, size = done.sections.get(part, (0, 0))
    if not size:
        return
    path = batch_file(work, done.name)
    with path.open("rb") as file:
        file.seek(start)
        for raw in file.read(size).splitlines(keepends=True):
            kind, values, record = raw.split(b"\t", 2)
            line = Place(path, start + len(kind) + len(values) + 2, len(record) - 1)
            yield _KINDS[kind.decode()](**json.loads(values)), line
            start += len(raw)


def read_done(work: Path, name: str) -> BatchDone:
    """Return what a finished batch gave; OSError or ValueError where there is no such batch."""
    values: dict[str, Any] = json.loads(batch_file(work, name).with_suffix(".json").read_bytes())
    sections = {int(part): (start, size) for part, (start, size) in values.pop("sections").items()}
    faults = tuple(Fault(**fault) for fault in values.pop("faults"))
    return BatchDone(**values, sections=sections, faults=faults)


def find_done(work: Path, name: str) -> BatchDone | None:
    """Return what a batch gave in a build that was killed; None if it did not end, or its file is not as it was."""
    try:
        done = read_done(work, name)
        return done if file_sha256(batch_file(work, name)) == done.sha256 else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
