"""What batches and parts come to in; how far a build is, and who is told so, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from diplomatic_readouts.builder.outcomes import BatchDone, Fault
from diplomatic_readouts.builder.report import MOST_TOLD
from diplomatic_readouts.builder.shards import ShardDone
from diplomatic_readouts.builder.sources import Extent
from diplomatic_readouts.writing.parts import Facts


class Progress(NamedTuple):
    """How far a build is, in pages."""

    done: int
    total: int
    errors: int


class Watcher:
    """Who is told how a build goes on; this one does not listen."""

    def notice(self, message: str) -> None:
        """Hear of something that a person should know at once."""

    def progress(self, progress: Progress) -> None:
        """Hear how far the build is, after each batch."""


@dataclass(slots=True)
class Tally:
    """What has come of a build so far."""

    extent: Extent
    watcher: Watcher
    max_errors: int | None
    done: int = 0
    parsed: int = 0
    resumed: int = 0
    skipped: int = 0
    errors: int = 0
    faults: list[Fault] = field(default_factory=list)
    """The first ones; all are in the files of the batches."""
    facts: Facts = field(default_factory=Facts)

    def __post_init__(self) -> None:
        self.faults = list(self.refused)
        self.errors = len(self.faults)

    @property
    def refused(self) -> list[Fault]:
        """Return the sources of which no page could be taken, as faults."""
        return [Fault(r.name, "source", r.message, r.remedy) for r in self.extent.refused]

    def add(self, batch: BatchDone, resumed: bool) -> None:
        """Count a batch in, and tell how far the build is."""
        self.done += batch.pages
        self.parsed += 0 if resumed else batch.parsed
        self.resumed += resumed
        self.errors += len(batch.faults)
        if len(self.faults) < MOST_TOLD:
            self.faults += batch.faults
        self.watcher.progress(Progress(self.done, max(self.done, self.extent.pages), self.errors))

    def add_shards(self, shards: Sequence[ShardDone]) -> None:
        """Count all parts in, whose numbers of faults have those that only the whole shows."""
        for shard in shards:
            self.facts.join(shard.facts)
        self.skipped = sum(shard.skipped for shard in shards)
        self.errors = len(self.extent.refused) + sum(shard.errors for shard in shards)

    @property
    def stopped(self) -> bool:
        """Return whether there are more faults than allowed."""
        return self.max_errors is not None and self.errors > self.max_errors
