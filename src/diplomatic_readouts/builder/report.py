"""What became of every page of a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from diplomatic_readouts.builder.outcomes import Fault, Skip
from diplomatic_readouts.builder.releasing import Released
from diplomatic_readouts.builder.shards import Summary
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.files import record_files
from diplomatic_readouts.writing.jsonl import read_records

MOST_TOLD = 1_000
"""Pages of each sort of which a report tells one by one; the files of the output tell of all."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What became of every page of a build, in numbers, and one by one of the first of them by name."""

    out: Path
    written: bool
    """False where faults kept the output from being written."""
    counts: dict[str, int]
    """Rows of each table."""
    pages: int
    parsed: int
    """Pages that had to be read: not those taken over from the former output, or from a build that was killed."""
    skipped_count: int
    error_count: int
    parts: int
    summaries: tuple[Summary, ...] = ()
    skipped: tuple[Skip, ...] = ()
    errors: tuple[Fault, ...] = ()
    stopped: bool = False
    """True where there were more faults than allowed."""
    released: Released | None = None
    """What the release came to, if the build is one."""
    resumed: int = 0
    """Batches of an unfinished build that were taken over."""
    seconds: float = field(default=0.0, compare=False)

    @property
    def readouts(self) -> tuple[Readout, ...]:
        """Return the records as they were written, sorted by id; those of a large build take as much memory."""
        return read_records(record_files(self.out)) if self.written else ()

    @property
    def exit_code(self) -> int:
        """Return 0 where every page was built or skipped, 1 where one has a fault."""
        return 1 if self.error_count else 0
