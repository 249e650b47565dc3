"""Pages in, a built folder out, whole or not at all: records, tables, the Hub's folder, manifest and checksums.

A fault of the call raises UsageError and nothing is written. A fault of one page is an entry of the report and of
``errors.jsonl``; a page that is no readout, or in a language not read, one of ``skipped.jsonl``. The order of the
sources changes nothing in the files.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from diplomatic_readouts.check import check_readout
from diplomatic_readouts.errors import BrokenPromise, LanguageNotRead, NotAReadout, SourceError, UsageError
from diplomatic_readouts.parse import parse_source, read_file
from diplomatic_readouts.reading.rows import name_of, read_row
from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.dataset import write_dataset
from diplomatic_readouts.writing.staging import check_target, recover, staged

DATA_VERSION = "1.0.0"
"""Version of the packaged dataset: descriptions changed, patch; records added, minor; changed or removed, major."""

PAGE_ENDINGS = (".txt", ".md", ".html", ".htm", ".jsonl")
_NO_PAGES = ("README", "SOURCES", "LICENSE", "SHA256SUMS", ".")
"""How the names of files begin that lie in a folder of pages and are none."""

Progress = Callable[[str, int, int], None]
"""Told after each page: its name, how many are read, how many there are."""


class Page(NamedTuple):
    """A file to read, or a line of one, under the name that reports give it: its path in the folder that was given."""

    name: str
    path: Path
    row: str | None = None
    """The line, for a page that is one of JSON Lines."""
    number: int = 0

    @property
    def place(self) -> str:
        """Return where the page stands, for people."""
        return f"{self.path.name}, line {self.number}" if self.row is not None else self.name


@dataclass(frozen=True, slots=True)
class Fault:
    """A page that could not become a record: where that was found, what is wrong, what to do."""

    name: str
    stage: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Skip:
    """A page of which there is no record to make, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What became of every page of a build."""

    out: Path
    written: bool
    """False where faults kept the output from being written."""
    readouts: tuple[Readout, ...]
    """The records, sorted by id."""
    skipped: tuple[Skip, ...]
    errors: tuple[Fault, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many rows each table has."""
        return {name: table.count(self.readouts) for name, table in TABLES.items()}

    @property
    def exit_code(self) -> int:
        """Return 0 where every page was built or skipped, 1 where one has a fault."""
        return 1 if self.errors else 0


def build(
    sources: Iterable[Path | str] | Path | str,
    out: Path | str,
    *,
    strict: bool = False,
    data_version: str = DATA_VERSION,
    progress: Progress | None = None,
) -> BuildReport:
    """Build a folder from pages, or from folders of them, and return what became of each.

    With ``strict``, one fault keeps the output from being written; without, only that no page could be read does.
    Raises UsageError where the sources or the output cannot be used.
    """
    roots = [Path(sources)] if isinstance(sources, str | Path) else [Path(s) for s in sources]
    target = Path(out).resolve()
    pages = find_pages(roots)
    recover(target)
    check_target(target, roots)
    readouts, skipped, errors = _read_pages(pages, progress)
    written = not errors or (bool(readouts) and not strict)
    if written:
        with staged(target) as folder:
            write_dataset(folder, readouts, data_version, [asdict(s) for s in skipped], [asdict(e) for e in errors])
    return BuildReport(target, written, tuple(readouts), tuple(skipped), tuple(errors))


# --------------------------------------------------------------------------------------------------- which pages


def find_pages(roots: Sequence[Path]) -> list[Page]:
    """Return the pages among files and folders, each once, sorted by name; UsageError where something given is none."""
    if not roots:
        raise UsageError("no sources were given", "Give a folder of pages, or pages.")
    found: dict[Path, Page] = {}
    for root in roots:
        for page in _pages_of(root):
            found.setdefault(page.path.resolve(), page)
    return sorted(row for page in found.values() for row in _rows_of(page))


def _rows_of(page: Page) -> Iterator[Page]:
    """Yield a file's pages: itself, or of JSON Lines each line that is not blank."""
    if page.path.suffix.lower() != ".jsonl":
        yield page
        return
    try:
        lines = page.path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeError):
        yield page  # reading it as a page tells what is wrong
        return
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield Page(name_of(line, f"{page.name}, line {number}"), page.path, line, number)


def _pages_of(root: Path) -> list[Page]:
    """Return the pages that one source is or holds."""
    endings = ", ".join(PAGE_ENDINGS)
    if not root.exists():
        raise UsageError(f"there is no {root}", "Give a folder of pages, or pages.")
    if not root.is_dir():
        if not _is_page(root.name):
            raise UsageError(f"{root} is no page", f"Pages end in {endings} and are no README, SOURCES or LICENSE.")
        return [Page(_printable(root.name), root)]
    inside = ((path, path.relative_to(root)) for path in root.rglob("*") if path.is_file() or path.is_symlink())
    pages = [
        Page(_printable(name.as_posix()), path)
        for path, name in inside
        if _is_page(name.name) and not path.is_dir() and not any(part.startswith(".") for part in name.parts)
    ]
    if not pages:
        raise UsageError(f"{root} holds no pages", f"Pages end in {endings}.")
    return pages


def _is_page(name: str) -> bool:
    return name.lower().endswith(PAGE_ENDINGS) and not name.startswith(_NO_PAGES)


def _printable(name: str) -> str:
    """Return a file's name as Unicode, bytes that are no UTF-8 replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


# -------------------------------------------------------------------------------------------------- pages to records


def _read_pages(pages: Sequence[Page], progress: Progress | None) -> tuple[list[Readout], list[Skip], list[Fault]]:
    """Return the records, sorted by id, and what became of the other pages, sorted by name."""
    built: list[tuple[str, Readout]] = []
    skipped: list[Skip] = []
    errors: list[Fault] = []
    for number, page in enumerate(pages, start=1):
        outcome = _read_one(page)
        if isinstance(outcome, Readout):
            built.append((page.name, outcome))
        elif isinstance(outcome, Skip):
            skipped.append(outcome)
        else:
            errors.append(outcome)
        if progress:
            progress(page.name, number, len(pages))
    readouts: dict[str, tuple[str, Readout]] = {}
    errors += _put_apart(built, readouts)
    ordered = sorted((readout for _, readout in readouts.values()), key=lambda r: r.id)
    return ordered, sorted(skipped, key=lambda s: s.name), sorted(errors, key=lambda e: (e.name, e.message))


def _read_one(page: Page) -> Readout | Skip | Fault:
    """Return what one page becomes; no exception is lost and none stops the other pages."""
    try:
        readout = read_file(page.path) if page.row is None else parse_source(read_row(page.row, page.place))
        check_readout(readout)
        return readout
    except (NotAReadout, LanguageNotRead) as error:
        return Skip(page.name, error.message)
    except (SourceError, BrokenPromise) as error:
        return Fault(page.name, error.stage, error.message, error.remedy)
    except OSError as error:
        return Fault(page.name, "source", f"cannot be read: {error.strerror or error}", "Give the right to read it.")
    except Exception as error:  # a page must not stop the others, and its fault is told
        message = f"{type(error).__name__}: {error}"
        return Fault(page.name, "parse", message, "Report the page: it should have been read or refused.")


def _put_apart(built: Sequence[tuple[str, Readout]], kept: dict[str, tuple[str, Readout]]) -> Iterator[Fault]:
    """Fill ``kept`` with one record a text, the first by name, and yield the others as faults."""
    ids: dict[str, str] = {}
    for name, readout in sorted(built, key=lambda b: (b[0], b[1].source.sha256)):
        digest = hashlib.sha256(readout.text.encode("utf-8")).hexdigest()
        if digest in kept:
            message = f"{name} has the same text as {kept[digest][0]}"
            yield Fault(name, "build", message, "Remove one of the two.")
        elif readout.id in ids:
            message = f"{name} has the id of {ids[readout.id]}, {readout.id}, and another text"
            yield Fault(name, "build", message, "Build the two apart, and report the pages.")
        else:
            kept[digest] = (name, readout)
            ids[readout.id] = name
