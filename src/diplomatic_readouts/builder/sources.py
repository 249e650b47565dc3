"""How many pages there are, and what is read at one go: files and folders in; their extent, and batches, out.

Sources are gone through from front to back, each time in the same order, and none is held in memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from diplomatic_readouts.builder.archives import list_members, read_members
from diplomatic_readouts.builder.batches import Batch, Files, Handed, Line, Lines, ListedFile
from diplomatic_readouts.builder.raw_pages import RawPage, Stat, too_long, unreadable
from diplomatic_readouts.builder.roots import PACKED_ENDINGS, FoundFile, find_files, is_page, printable_name
from diplomatic_readouts.errors import UnreadableSource

PAGES_IN_BATCH = 128
"""What is read at one go: at most what a killed build has to read again for each worker."""
BYTES_IN_BATCH = 8_000_000
_BLOCK = 1 << 20


class Sized(Protocol):
    """What is read: a file, a line or a page, of so many bytes."""

    @property
    def size(self) -> int:
        """Return how many."""
        ...


S = TypeVar("S", bound=Sized)


class Refused(NamedTuple):
    """A source of which no page can be taken, and why."""

    path: Path
    name: str
    message: str
    remedy: str


class Extent(NamedTuple):
    """How much there is to read."""

    pages: int
    bytes: int
    refused: tuple[Refused, ...]

    @property
    def is_one_batch(self) -> bool:
        """Return whether there is so little that one worker would read all of it."""
        return self.pages <= PAGES_IN_BATCH


# ------------------------------------------------------------------------------------------------------- how much


def measure(roots: Sequence[Path]) -> Extent:
    """Return how many pages there are and their bytes, and which sources are refused; nothing is read twice for it."""
    pages = size = 0
    refused: list[Refused] = []
    for file in find_files(roots):
        try:
            count, length = _extent(file.path)
        except UnreadableSource as error:
            refused.append(Refused(file.path, file.name, error.message, error.remedy))
        except OSError as error:
            told = f"{file.name} {unreadable(error)}"
            refused.append(Refused(file.path, file.name, told, "Check that the file is there and may be read."))
        else:
            pages, size = pages + count, size + length
    return Extent(pages, size, tuple(refused))


def _extent(path: Path) -> tuple[int, int]:
    name = path.name.lower()
    if path.is_dir():
        os.scandir(path).close()  # tells why it cannot be read
    if name.endswith(PACKED_ENDINGS):
        return list_members(path, is_page)
    if name.endswith(".jsonl"):
        count = size = 0
        for line in _lines_of(path):
            count, size = count + 1, size + line.size
        return count, size
    return 1, Stat.of(path).size if path.exists() else 0


# -------------------------------------------------------------------------------------------------------- batches


def find_batches(roots: Sequence[Path], refused: Iterable[Refused], longest: int) -> Iterator[Batch]:
    """Yield all pages in batches, but for those of refused sources."""
    without = {source.path for source in refused}
    listed: list[ListedFile] = []
    for file in find_files(roots):
        if file.path in without:
            continue
        name = file.path.name.lower()
        if name.endswith(PACKED_ENDINGS):
            yield from _handed(file, longest)
        elif name.endswith(".jsonl"):
            yield from _line_batches(file)
        else:
            listed.append(ListedFile(file.name, str(file.path), _stat(file.path)))
            if _is_full(listed):
                yield Files(tuple(listed))
                listed = []
    if listed:
        yield Files(tuple(listed))


def _is_full(items: Sequence[Sized]) -> bool:
    """Return whether so many items make a batch."""
    return len(items) == PAGES_IN_BATCH or sum(item.size for item in items) > BYTES_IN_BATCH


def _filled(items: Iterable[S]) -> Iterator[tuple[S, ...]]:
    """Yield items in the batches that they make."""
    held: list[S] = []
    for item in items:
        held.append(item)
        if _is_full(held):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _stat(path: Path) -> Stat:
    """Return a file's state; reading it tells what is wrong where there is none."""
    try:
        return Stat.of(path)
    except OSError:
        return Stat(0, 0)


def _lines_of(path: Path) -> Iterator[Line]:
    """Yield the lines of a file that are not blank."""
    number, start, size, blank = 1, 0, 0, True
    with path.open("rb") as file:
        for raw in iter(lambda: file.readline(_BLOCK), b""):  # a line without end must not fill the memory
            size, blank = size + len(raw), blank and not raw.strip()
            if not raw.endswith(b"\n"):
                continue
            if not blank:
                yield Line(number, start, size)
            number, start, size, blank = number + 1, start + size, 0, True
    if not blank:
        yield Line(number, start, size)


def _line_batches(file: FoundFile) -> Iterator[Batch]:
    """Yield the lines of a file in batches; where it cannot be read any more, that is told as one more page of it."""
    stat = _stat(file.path)
    try:
        for lines in _filled(_lines_of(file.path)):
            yield Lines(file.name, str(file.path), stat, lines)
    except OSError as error:
        told = RawPage(file.name, str(file.path), problem=unreadable(error))
        yield Handed(str(file.path), stat, 0, (told,))


def _handed(file: FoundFile, longest: int) -> Iterator[Handed]:
    """Yield a packed source's pages; where it cannot be read on, that is told as one more page of it."""
    stat, first, place = _stat(file.path), 0, os.path.realpath(file.path)
    for pages in _filled(_packed_pages(file, place, longest)):
        yield Handed(str(file.path), stat, first, pages)
        first += len(pages)


def _packed_pages(file: FoundFile, place: str, longest: int) -> Iterator[RawPage]:
    number = 0
    try:
        for number, member in enumerate(read_members(file.path, longest, is_page), start=1):
            told = too_long(member.size) if member.size > longest else ""
            if member.raw is None and file.path.suffix.lower() == ".parquet":
                name, row = member.name or f"{file.name}, row {number}", None if told else member.row
                yield RawPage(name, f"{place}#{number}", row=row, problem=told, row_format="parquet")
            else:
                yield RawPage(
                    f"{file.name}/{printable_name(member.name)}", f"{place}#{number}", member.raw, problem=told
                )
    except (UnreadableSource, OSError) as error:
        told = error.message if isinstance(error, UnreadableSource) else unreadable(error)
        yield RawPage(file.name, f"{place}#{number + 1}", problem=told)
