"""A batch of pages in; the file of what becomes of each out, written whole or not at all."""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from pathlib import Path

from diplomatic_readouts.builder.batches import Batch
from diplomatic_readouts.builder.former import Former, FormerFolder
from diplomatic_readouts.builder.outcomes import BatchDone, Fault, Made, Outcome, Skip, as_line, batch_file
from diplomatic_readouts.builder.raw_pages import RawPage, unreadable
from diplomatic_readouts.check import checked_json
from diplomatic_readouts.contract import MOST_CHARACTERS
from diplomatic_readouts.errors import BrokenPromise, LanguageNotRead, NotAReadout, SourceError, UnreadableSource
from diplomatic_readouts.parse import parse_source
from diplomatic_readouts.reading.rows import read_row
from diplomatic_readouts.reading.source import SourceText, decode_source
from diplomatic_readouts.writing.files import part_of
from diplomatic_readouts.writing.manifest import file_sha256, html_reader, reader_sha256

_BYTES_PER_CHARACTER = 4  # of UTF-8, at most


@dataclass(frozen=True, slots=True)
class Reader:
    """How batches are read, the same for all of a build: where their files go, and what a page may have."""

    work: Path
    parts: int
    most_characters: int = MOST_CHARACTERS
    former: FormerFolder | None = None
    """The built folder whose records are taken over for pages that have not changed."""

    @property
    def most_bytes(self) -> int:
        """Return how many bytes a page may have; one of more is not read at all."""
        return _BYTES_PER_CHARACTER * self.most_characters

    def name_of(self, batch: Batch) -> str:
        """Return the name of a batch's file: another one if it is another reader that would write it."""
        how = (reader_sha256(), html_reader(), str(self.parts), str(self.most_characters))
        return _sha256("\n".join((batch.digest, *how)))

    def __call__(self, batch: Batch) -> BatchDone:
        """Read a batch, and return what it gave."""
        former = _former(self.former) if self.former else None
        with _collector_off():
            outcomes = [self._read(page, former) for page in batch.pages(self.most_bytes)]
        return self._write(self.name_of(batch), outcomes)

    def lose(self, batch: Batch) -> BatchDone:
        """Return what a single page gives whose reader was killed, again and again."""
        remedy = "Give the build more memory or fewer workers; if that does not help, report the page."
        told = "the process that read it was killed, as happens when memory runs out"
        outcomes = [(Outcome(Fault(page.name, "parse", told, remedy)), True) for page in batch.pages(0)]
        return self._write(self.name_of(batch), outcomes)

    def _read(self, page: RawPage, former: Former | None) -> tuple[Outcome, bool]:
        """Return what becomes of a page, and whether it had to be read for that."""
        known = _taken_over(page, former) if former else None
        return (known, False) if known else (read_page(page, self.most_characters), True)

    def _write(self, name: str, outcomes: list[tuple[Outcome, bool]]) -> BatchDone:
        """Write a batch's file and, last, what it holds; a batch is done when that is there."""
        path = batch_file(self.work, name)
        lines: dict[int, list[bytes]] = {}
        for outcome, _ in outcomes:
            lines.setdefault(_part(outcome.what, self.parts), []).append(as_line(outcome))
        sections, at = {}, 0
        path.parent.mkdir(parents=True, exist_ok=True)
        own = path.with_suffix(f".{os.getpid()}")  # two engines' workers may be at the same batch
        with own.open("wb") as file:
            for part in sorted(lines):
                size = file.write(b"".join(lines[part]))
                sections[part] = (at, size)
                at += size
        own.replace(path)
        done = BatchDone(
            name=name,
            pages=len(outcomes),
            parsed=sum(parsed for _, parsed in outcomes),
            sha256=file_sha256(path),
            sections=sections,
            faults=tuple(outcome.what for outcome, _ in outcomes if isinstance(outcome.what, Fault)),
        )
        own.write_text(json.dumps(asdict(done)), encoding="utf-8")
        own.replace(path.with_suffix(".json"))
        return done


@lru_cache(maxsize=1)
def _former(folder: FormerFolder) -> Former:
    """Return a folder that was built before, kept from one batch to the next."""
    return Former(folder.path)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep the garbage collector from going through a batch's objects, which are all still in use."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


# ------------------------------------------------------------------------------------------------------- one page


def read_page(page: RawPage, most_characters: int = MOST_CHARACTERS) -> Outcome:
    """Return what one page becomes; no exception is lost and none stops the other pages."""
    fault = partial(Fault, page.name)
    try:
        source = _source_of(page, most_characters)
        readout = parse_source(source)
        given = readout.source
        return _made(page, checked_json(readout), readout.id, readout.text, (given.name, given.sha256))
    except (NotAReadout, LanguageNotRead) as error:
        return Outcome(Skip(page.name, error.message, key_of(page)))
    except (SourceError, BrokenPromise) as error:
        return Outcome(fault(error.stage, error.message, error.remedy))
    except OSError as error:
        return Outcome(fault("source", unreadable(error), "Give the right to read it."))
    except MemoryError:
        remedy = "Give the build more memory or fewer workers."
        return Outcome(fault("parse", "there was not enough memory to read it", remedy))
    except Exception as error:  # a page must not stop the others, and its fault is told
        message = f"{type(error).__name__}: {error}"
        return Outcome(fault("parse", message, "Report the page: it should have been read or refused."))


def _source_of(page: RawPage, most_characters: int) -> SourceText:
    """Return a page's text; UnreadableSource where it has none, or too much."""
    if page.problem:
        raise UnreadableSource(f"{page.name} {page.problem}", "Mend the page or leave it out, and build again.")
    if page.row is None:
        source = decode_source(page.raw or b"", _file_name(page.name))
    else:
        source = read_row(page.row, page.name, page.row_format)
    if len(source.text) > most_characters:
        problem = f"{page.name} has {len(source.text):,} characters, more than the {most_characters:,} of --max-chars"
        raise UnreadableSource(problem, "Split the page, or allow more.")
    return source


def _file_name(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def key_of(page: RawPage) -> str:
    """Return the SHA-256 of all that a source gives of a page, in hexadecimal."""
    return hashlib.sha256(page.raw).hexdigest() if page.raw is not None else _sha256(page.row or "")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _made(page: RawPage, line: str, readout_id: str, text: str, source: tuple[str, str]) -> Outcome:
    """Return a page as what it became: a record's line, with its id, text, and the name and SHA-256 of its source."""
    row = key_of(page) if page.row is not None else None
    return Outcome(Made(page.name, page.place, readout_id, _sha256(text), *source, row), line)


def _taken_over(page: RawPage, former: Former) -> Outcome | None:
    """Return what a page became in a former build, if it is the same page and was not a fault."""
    if page.problem:
        return None
    key = key_of(page)
    reason = former.skipped(page.name, key)
    if reason is not None:
        return Outcome(Skip(page.name, reason, key))
    line = former.record(page.name if page.row is not None else _file_name(page.name), key)
    if line is None:
        return None
    known = json.loads(line)
    return _made(page, line, known["id"], known["text"], (known["source"]["name"], known["source"]["sha256"]))


def _part(what: Made | Skip | Fault, parts: int) -> int:
    """Return the number of the part that a page belongs to, from 0."""
    return part_of(what.text_sha256 if isinstance(what, Made) else _sha256(what.name), parts)
