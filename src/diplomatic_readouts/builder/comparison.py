"""Two built folders in; out, which records came, changed and went, and what changed of them.

Records are known again by the hash of their text, since an id changes when a date is read better. Of all records only
hashes and places are held, some 270 bytes each; those that changed are read one by one.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from diplomatic_readouts.diff import Change, change_values, diff_pages
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.files import record_files
from diplomatic_readouts.writing.jsonl import id_of, plain_json


class Place(NamedTuple):
    """A record in a file: its id, where its line begins, and the line's hash."""

    id: str
    path: Path
    start: int
    digest: bytes

    def read(self) -> bytes:
        """Return the record's line."""
        with self.path.open("rb") as file:
            file.seek(self.start)
            return file.readline()


Places = dict[bytes, Place]
"""The records of a dataset by the SHA-256 of their text."""


class Comparison(NamedTuple):
    """The records of two built folders."""

    old: Places
    new: Places

    def counts(self) -> dict[str, int]:
        """Return how many records were added, changed and removed."""
        found = Counter(change for change, _, _ in self._pairs())
        return {change: found[change] for change in ("added", "changed", "removed")}

    def write(self, path: Path, version: str, since: str) -> None:
        """Write a line for each record that came, changed or went, by id; no file where none did."""
        pairs = ((place.id, change, old, new) for change, old, new in self._pairs() if (place := new or old))
        rows = sorted(pairs, key=lambda row: row[:2])
        if rows:
            with path.open("wb") as file:
                for _, change, old, new in rows:
                    row = {"data_version": version, "since": since, **_row(change, old, new)}
                    file.write(f"{plain_json(row)}\n".encode())

    def _pairs(self) -> Iterator[tuple[str, Place | None, Place | None]]:
        for text, new in self.new.items():
            old = self.old.get(text)
            if old is None or old.digest != new.digest:
                yield "changed" if old else "added", old, new
        yield from (("removed", old, None) for text, old in self.old.items() if text not in self.new)


def compare_records(old: Path, new: Path) -> Comparison:
    """Return what became of the records of a built folder in another."""
    return Comparison(_places(old), _places(new))


def _places(folder: Path) -> Places:
    found: Places = {}
    for path in record_files(folder):
        start = 0
        with path.open("rb") as file:
            for line in file:
                text = hashlib.sha256(json.loads(line)["text"].encode()).digest()
                found[text] = Place(id_of(line).decode(), path, start, hashlib.sha256(line).digest())
                start += len(line)
    return found


def _row(change: str, old: Place | None, new: Place | None) -> dict[str, Any]:
    """Return a record's line: its ids, which page it is, and of one that changed what did."""
    lines = [place.read() for place in (old, new) if place]
    record = json.loads(lines[-1])
    return {
        "change": change,
        "id": new.id if new else None,
        "former_id": old.id if old else None,
        "source_name": record["source"]["name"],
        "title": (record.get("title") or {}).get("text"),
        "what": [change_values(each) for each in _changes(*lines)] if old and new else [],
    }


def _changes(old: bytes, new: bytes) -> tuple[Change, ...]:
    """Return what changed of a record; of one by another schema which of its fields did, lists told by their length."""
    try:
        return diff_pages(Readout.model_validate_json(old), Readout.model_validate_json(new))
    except ValidationError:
        before, after = json.loads(old), json.loads(new)
        names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        return tuple(Change("document fields", _told(before.get(n)), _told(after.get(n)), n) for n in names)


def _told(value: Any) -> Any:
    return len(value) if isinstance(value, list) else plain_json(value) if isinstance(value, dict) else value
