"""Pages that are read at one go, and may be so in another process: where they stand in; their bytes or rows out.

Files and lines are named by their place, and read by whoever builds the batch. Archives and Parquet can only be read
from front to back: their batches are handed over with the bytes inside.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol, TypeVar

from diplomatic_readouts.builder.raw_pages import CHANGED, RawPage, Stat, too_long, unreadable
from diplomatic_readouts.reading.rows import name_of

T = TypeVar("T")


class Batch(Protocol):
    """Pages that are read at one go."""

    @property
    def digest(self) -> str:
        """Return what tells it from every other batch, and from itself once a file of it has been changed."""
        ...

    @property
    def size(self) -> int:
        """Return how many bytes its pages have."""
        ...

    def __len__(self) -> int: ...

    def pages(self, longest: int) -> Iterator[RawPage]:
        """Yield its pages; one of more bytes than ``longest`` without them."""
        ...

    def halves(self) -> tuple[Batch, ...]:
        """Return the two halves of it, or nothing where it is a single page."""
        ...


def _halved(items: tuple[T, ...]) -> tuple[tuple[T, ...], ...]:
    """Return the two halves, or nothing of a single item."""
    half = len(items) // 2
    return (items[:half], items[half:]) if half else ()


def _digest(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(repr, parts)).encode("utf-8", "surrogateescape")).hexdigest()


# --------------------------------------------------------------------------------------------------------- by place


class ListedFile(NamedTuple):
    """A file that is a page."""

    name: str
    path: str
    stat: Stat

    @property
    def size(self) -> int:
        """Return its bytes."""
        return self.stat.size


@dataclass(frozen=True, slots=True)
class Files:
    """Files that are a page each."""

    files: tuple[ListedFile, ...]

    @property
    def digest(self) -> str:
        """Return the digest of their names, sizes and times."""
        return _digest("files", *self.files)

    @property
    def size(self) -> int:
        """Return the bytes of all."""
        return sum(f.stat.size for f in self.files)

    def __len__(self) -> int:
        return len(self.files)

    def pages(self, longest: int) -> Iterator[RawPage]:
        """Yield each file's bytes, unless it has been changed since it was listed, or while it was read."""
        for name, path, stat in self.files:
            yield _read_whole(name, path, stat, longest)

    def halves(self) -> tuple[Files, ...]:
        """Return the two halves, or nothing for a single file."""
        return tuple(map(Files, _halved(self.files)))


def _read_whole(name: str, path: str, stat: Stat, longest: int) -> RawPage:
    place = os.path.realpath(path)
    if stat.size > longest:
        return RawPage(name, place, problem=too_long(stat.size))
    try:
        raw = Path(path).read_bytes()
        unchanged = Stat.of(Path(path)) == stat and len(raw) == stat.size
    except OSError as error:
        return RawPage(name, place, problem=unreadable(error))
    return RawPage(name, place, raw) if unchanged else RawPage(name, place, problem=CHANGED)


class Line(NamedTuple):
    """A line of a file: its number from 1, and where its bytes are."""

    number: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of a file of JSON Lines, which are a page each."""

    name: str
    path: str
    stat: Stat
    lines: tuple[Line, ...]

    @property
    def digest(self) -> str:
        """Return the digest of the file's name and state and of the lines."""
        return _digest("lines", self.path, self.stat, self.lines)

    @property
    def size(self) -> int:
        """Return the bytes of the lines."""
        return sum(line.size for line in self.lines)

    def __len__(self) -> int:
        return len(self.lines)

    def pages(self, longest: int) -> Iterator[RawPage]:
        """Yield each line, unless the file has been changed since its lines were counted."""
        place, raws, problem = os.path.realpath(self.path), dict[int, bytes](), ""
        short = [line for line in self.lines if line.size <= longest]
        try:
            with Path(self.path).open("rb") as file:
                raws = {line.number: _bytes_of(file, line) for line in short}
            problem = "" if Stat.of(Path(self.path)) == self.stat else CHANGED
        except OSError as error:
            problem = unreadable(error)
        for line in self.lines:
            here = f"{self.name}, line {line.number}"
            told = problem or ("" if line.number in raws else too_long(line.size))
            yield _read_line(here, f"{place}#{line.number}", raws.get(line.number, b""), told)

    def halves(self) -> tuple[Lines, ...]:
        """Return the two halves, or nothing for a single line."""
        return tuple(Lines(self.name, self.path, self.stat, lines) for lines in _halved(self.lines))


def _bytes_of(file: BinaryIO, line: Line) -> bytes:
    file.seek(line.start)
    return file.read(line.size)


def _read_line(here: str, place: str, raw: bytes, problem: str) -> RawPage:
    if problem:
        return RawPage(here, place, problem=problem)
    try:
        row = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return RawPage(here, place, problem=f"is not UTF-8: {error.reason}")
    return RawPage(name_of(row, here), place, row=row)


# ------------------------------------------------------------------------------------------------------ handed over


@dataclass(frozen=True, slots=True)
class Handed:
    """Pages of a source that is read from front to back, with their bytes."""

    source: str
    stat: Stat
    first: int
    """The number of the first page in its source, from 0."""
    handed: tuple[RawPage, ...]

    @property
    def digest(self) -> str:
        """Return the digest of the source's name and state and of where the batch stands in it."""
        return _digest("handed", self.source, self.stat, self.first, len(self.handed))

    @property
    def size(self) -> int:
        """Return the bytes of the pages."""
        return sum(page.size for page in self.handed)

    def __len__(self) -> int:
        return len(self.handed)

    def pages(self, longest: int) -> Iterator[RawPage]:
        """Yield the pages."""
        for page in self.handed:
            long = page.size > longest
            yield page._replace(raw=None, row=None, problem=too_long(page.size)) if long else page

    def halves(self) -> tuple[Handed, ...]:
        """Return the two halves, or nothing for a single page."""
        half = len(self.handed) // 2
        starts = (self.first, self.first + half)
        return tuple(
            Handed(self.source, self.stat, first, pages)
            for first, pages in zip(starts, _halved(self.handed), strict=False)
        )
