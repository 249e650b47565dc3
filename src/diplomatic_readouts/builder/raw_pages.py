"""A page as its source holds it, before it is read; or what is said of one that cannot be had."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from diplomatic_readouts.records.vocabulary import SourceFormat

CHANGED = "was changed while the build was running"


class Stat(NamedTuple):
    """What tells that a file is still the one that was listed."""

    size: int
    changed: int
    """Nanoseconds."""

    @classmethod
    def of(cls, path: Path) -> Stat:
        """Return that of a file; OSError where there is none."""
        found = path.stat()
        return cls(found.st_size, found.st_mtime_ns)


class RawPage(NamedTuple):
    """A page as its source holds it: bytes, or a row of JSON; neither where it could not be read."""

    name: str
    """As reports name it: its path in the folder, archive or file that was given."""
    place: str
    """Where it stands on this machine: the same place is the same page."""
    raw: bytes | None = None
    row: str | None = None
    problem: str = ""
    """Why it could not be read, to stand behind its name."""
    row_format: SourceFormat = "jsonl"
    """What kind of file a row is of."""

    @property
    def size(self) -> int:
        """Return how many bytes, or characters of a row, it has."""
        return len(self.raw or self.row or "")


def too_long(size: int) -> str:
    """Return what is said of a page of so many bytes."""
    return f"has {size:,} bytes, more than a page may have"


def unreadable(error: OSError) -> str:
    """Return what is said of a file that the system does not hand over."""
    return f"cannot be read: {error.strerror or error}"
