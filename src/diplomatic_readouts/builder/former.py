"""A folder that was built before in; out, what became of a page then, for pages that have not changed since.

It is only asked where the same reader built it and none of its files has been changed. Its lists are sorted, so that
a page is found in them by halving, with none of them in memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple, TypeVar

from diplomatic_readouts.errors import DamagedOutput
from diplomatic_readouts.writing.files import SKIPPED, SOURCES, part_of, record_files
from diplomatic_readouts.writing.jsonl import id_of
from diplomatic_readouts.writing.manifest import (
    MANIFEST,
    file_sha256,
    html_reader,
    read_manifest,
    read_sums,
    reader_sha256,
)

Row = dict[str, Any]
Key = TypeVar("Key", str, bytes)


class FormerFolder(NamedTuple):
    """A built folder and the SHA-256 of its manifest, so that what is kept of it is of this build of it."""

    path: Path
    manifest_sha256: str


def find_former(folder: Path) -> FormerFolder | None:
    """Return a folder if what it says of pages holds: the same reader built it, and its lists are as they were."""
    manifest = read_manifest(folder)
    if manifest is None or manifest.get("reader_sha256") != reader_sha256():
        return None
    if manifest.get("html_reader", html_reader()) != html_reader():
        return None
    try:
        sums = read_sums(folder)
        used = [name for name in sums if name.startswith("jsonl/") or name in (MANIFEST, SKIPPED, SOURCES)]
        whole = all(file_sha256(folder / name) == sums[name] for name in used)
    except (DamagedOutput, OSError):
        return None
    return FormerFolder(folder, sums[MANIFEST]) if whole else None


class Former:
    """A built folder that `find_former` has found to hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._records = record_files(folder)
        manifest = read_manifest(folder) or {}
        self._html = "html_reader" in manifest
        listed: dict[str, list[Row]] = {}
        for row in manifest.get("sources", ()):
            listed.setdefault(row["name"], []).append(row)
        self._listed = listed if "sources" in manifest else None

    def record(self, name: str, key: str) -> str | None:
        """Return the line of the record that a page of that name and hash became."""
        for row in self._sources_named(name):
            if row.get("row_sha256", row["sha256"]) == key:
                part = self._records[part_of(row["readout_id"][-12:], len(self._records))]
                line = next(_lines_with(part, row["readout_id"].encode(), id_of), None)
                return line.decode("utf-8").removesuffix("\n") if line else None
        return None

    def skipped(self, name: str, key: str) -> str | None:
        """Return why a page of that name and hash has no record."""
        if name.lower().endswith((".html", ".htm")) and not self._html:
            return None  # nothing tells with which libraries it was read
        rows = map(json.loads, _lines_with(self._folder / SKIPPED, name, _name_of))
        return next((row["reason"] for row in rows if row["sha256"] == key), None)

    def _sources_named(self, name: str) -> Iterator[Row]:
        if self._listed is not None:
            return iter(self._listed.get(name, ()))
        return map(json.loads, _lines_with(self._folder / SOURCES, name, _name_of))


def _name_of(line: bytes) -> str:
    return str(json.loads(line)["name"])


def _lines_with(path: Path, key: Key, key_of: Callable[[bytes], Key]) -> Iterator[bytes]:
    """Yield the lines that have a key, found by halving a file that is sorted by it; none where there is no file."""
    if not path.is_file():
        return
    with path.open("rb") as file:
        low, high = 0, path.stat().st_size
        while low < high:
            middle = (low + high) // 2
            line = _line_from(file, middle)
            if not line or key_of(line) >= key:
                high = middle
            else:
                low = middle + 1
        line = _line_from(file, low)
        while line and key_of(line) == key:
            yield line
            line = file.readline()


def _line_from(file: IO[bytes], place: int) -> bytes:
    """Return the first line that begins at a place or behind it."""
    file.seek(max(place - 1, 0))
    if place:
        file.readline()
    return file.readline()
