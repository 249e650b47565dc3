"""Which pages are built: files, folders, patterns, JSON Lines, Parquet and archives in; batches of their pages out.

Sources are gone through from front to back, each time in the same order, and none is held in memory.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from diplomatic_readouts.builder.archives import list_members, read_members
from diplomatic_readouts.builder.batches import Batch, Files, Handed, Line, Lines, ListedFile, RawPage, Stat
from diplomatic_readouts.errors import UnreadableSource, UsageError

PAGES_IN_BATCH = 128
"""What is read at one go: at most what a killed build has to read again for each worker."""
BYTES_IN_BATCH = 8_000_000
_BLOCK = 1 << 20
PAGE_ENDINGS = (".txt", ".md", ".html", ".htm")
PACKED_ENDINGS = (".parquet", ".tar", ".tar.gz", ".tgz", ".zip")
SOURCE_ENDINGS = (*PAGE_ENDINGS, ".jsonl", *PACKED_ENDINGS)
_NO_PAGES = ("README", "SOURCES", "LICENSE", "SHA256SUMS", ".")
"""How the names of files begin that lie among pages and are none."""


class FoundFile(NamedTuple):
    """A file among the sources, under the name that reports give it: its path in the folder that was given."""

    name: str
    path: Path


class Refused(NamedTuple):
    """A source of which no page can be taken, and why."""

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


# ---------------------------------------------------------------------------------------------------- which files


def find_roots(sources: Iterable[Path | str]) -> list[Path]:
    """Return the files and folders that were given, none inside another; UsageError names a wrong one.

    They are sorted, so that the order in which they were given changes nothing.
    """
    given = [path for source in sources for path in _matching(source)]
    if not given:
        raise UsageError("no sources were given", "Give a folder of pages, or pages.")
    for path in given:
        if not path.is_dir() and not _is_source(path.name):
            raise UsageError(f"{path} is no page", f"{_KINDS} and are no README, SOURCES or LICENSE.")
    real = {Path(os.path.realpath(path)): path for path in reversed(given)}
    return sorted(path for whole, path in real.items() if not any(above in real for above in whole.parents))


_KINDS = f"Pages end in {', '.join(PAGE_ENDINGS)}, files of them in {', '.join(('.jsonl', *PACKED_ENDINGS))}"


def _matching(source: Path | str) -> list[Path]:
    """Return what one source names: itself, or what fits it as a pattern."""
    if Path(source).exists():
        return [Path(source)]
    pattern = str(source)
    found = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207
    paths = [Path(path) for path in found if Path(path).is_dir() or _is_source(Path(path).name)]
    if not paths:
        raise UsageError(f"there is no {source}", "Give a folder of pages, or pages.")
    return paths


def find_files(roots: Sequence[Path]) -> Iterator[FoundFile]:
    """Yield the files among files and folders, folder by folder, sorted; UsageError where a folder holds none."""
    for root in roots:
        if not root.is_dir():
            yield FoundFile(_printable(root.name), root)
            continue
        found = False
        for path in _files_below(root):
            found = True
            yield FoundFile(_printable(path.relative_to(root).as_posix()), path)
        if not found:
            raise UsageError(f"{root} holds no pages", f"{_KINDS}.")


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield the sources in a folder and below it, hidden ones left out."""
    with os.scandir(folder) as entries:
        names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    for name, is_folder in names:
        path = folder / name
        if is_folder and not name.startswith("."):
            yield from _files_below(path)
        elif not is_folder and _is_source(name) and not path.is_dir():
            yield path


def _is_source(name: str) -> bool:
    return name.lower().endswith(SOURCE_ENDINGS) and not name.startswith(_NO_PAGES)


def _is_page(member: str) -> bool:
    """Return whether a file of an archive is a page, and neither hidden nor in a hidden folder."""
    parts = member.replace("\\", "/").split("/")
    name = parts[-1]
    hidden = any(part.startswith(".") and part not in (".", "") for part in parts)
    return name.lower().endswith(PAGE_ENDINGS) and not name.startswith(_NO_PAGES) and not hidden


# ------------------------------------------------------------------------------------------------------- how much


def measure(roots: Sequence[Path]) -> Extent:
    """Return how many pages there are and their bytes, and which sources are refused; nothing is read twice for it."""
    pages = size = 0
    refused: list[Refused] = []
    for file in find_files(roots):
        try:
            count, length = _extent(file.path)
        except UnreadableSource as error:
            refused.append(Refused(file.name, error.message, error.remedy))
        except OSError as error:
            told = f"{file.name} cannot be read: {error.strerror or error}"
            refused.append(Refused(file.name, told, "Check that the file is there and may be read."))
        else:
            pages, size = pages + count, size + length
    return Extent(pages, size, tuple(refused))


def _extent(path: Path) -> tuple[int, int]:
    name = path.name.lower()
    if name.endswith(PACKED_ENDINGS):
        return list_members(path, _is_page)
    if name.endswith(".jsonl"):
        count = size = 0
        for line in _lines_of(path):
            count, size = count + 1, size + line.size
        return count, size
    return 1, Stat.of(path).size if path.exists() else 0


# -------------------------------------------------------------------------------------------------------- batches


def find_batches(roots: Sequence[Path], refused: Iterable[Refused], longest: int) -> Iterator[Batch]:
    """Yield all pages in batches, but for those of refused sources."""
    without = {source.name for source in refused}
    listed: list[ListedFile] = []
    for file in find_files(roots):
        if file.name in without:
            continue
        name = file.path.name.lower()
        if name.endswith(PACKED_ENDINGS):
            yield from _handed(file, longest)
        elif name.endswith(".jsonl"):
            yield from _line_batches(file)
        else:
            listed.append(ListedFile(file.name, str(file.path), _stat(file.path)))
            if len(listed) == PAGES_IN_BATCH or sum(f.stat.size for f in listed) > BYTES_IN_BATCH:
                yield Files(tuple(listed))
                listed = []
    if listed:
        yield Files(tuple(listed))


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


def _line_batches(file: FoundFile) -> Iterator[Lines]:
    stat, lines, size = _stat(file.path), list[Line](), 0
    for line in _lines_of(file.path):
        lines.append(line)
        size += line.size
        if len(lines) == PAGES_IN_BATCH or size > BYTES_IN_BATCH:
            yield Lines(file.name, str(file.path), stat, tuple(lines))
            lines, size = [], 0
    if lines:
        yield Lines(file.name, str(file.path), stat, tuple(lines))


def _handed(file: FoundFile, longest: int) -> Iterator[Handed]:
    """Yield a packed source's pages; where it cannot be read on, that is told as one more page of it."""
    stat, first, place = _stat(file.path), 0, os.path.realpath(file.path)
    held: list[RawPage] = []
    for page in _packed_pages(file, place, longest):
        held.append(page)
        if len(held) == PAGES_IN_BATCH or sum(p.size for p in held) > BYTES_IN_BATCH:
            yield Handed(str(file.path), stat, first, tuple(held))
            first, held = first + len(held), []
    if held:
        yield Handed(str(file.path), stat, first, tuple(held))


def _packed_pages(file: FoundFile, place: str, longest: int) -> Iterator[RawPage]:
    number = 0
    try:
        for number, member in enumerate(read_members(file.path, longest, _is_page), start=1):
            told = f"has {member.size:,} bytes, more than a page may have" if member.size > longest else ""
            if member.raw is None and file.path.suffix.lower() == ".parquet":
                name, row = member.name or f"{file.name}, row {number}", None if told else member.row
                yield RawPage(name, f"{place}#{number}", row=row, problem=told)
            else:
                yield RawPage(f"{file.name}/{_printable(member.name)}", f"{place}#{number}", member.raw, problem=told)
    except (UnreadableSource, OSError) as error:
        told = error.message if isinstance(error, UnreadableSource) else f"cannot be read: {error.strerror or error}"
        yield RawPage(file.name, f"{place}#{number + 1}", problem=told)


def _printable(name: str) -> str:
    """Return a file's name as Unicode, bytes that are no UTF-8 replaced."""
    return os.fsencode(name).decode("utf-8", "replace")
