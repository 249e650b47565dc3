"""What a difference between two builds is: a change of one value, the changes of a page, and those of all pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal, NamedTuple

from diplomatic_readouts.records import Formula, Mention, Participant, Pledge, Readout, Statement

Outcome = Literal["gained", "lost", "changed"]
OUTCOMES: tuple[Outcome, ...] = ("gained", "lost", "changed")
OTHER = "other statement fields"
GROUPS = (
    *("document fields", "participants", "statements", "speaker", "basis", "cue", "acts", "topics"),
    *("formulas", "mentions", "pledges", OTHER),
)
"""What changes are counted by, in the order in which the counts are shown."""

Item = Formula | Mention | Pledge


class Speaker(NamedTuple):
    """Who speaks in a sentence: a person, and the side spoken for."""

    name: str | None
    country: str | None
    organization: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between the two records of a page."""

    group: str
    old: object
    """None where there was nothing."""
    new: object
    """None where there is nothing any more."""
    field: str | None = None
    """Which value changed; None where the whole thing came or went."""
    where: Participant | Statement | None = None
    """In whom, or in which sentence: as the newer build has it, else as the older."""
    item: Item | None = None
    """Of which formula, mention or pledge the field is."""

    @property
    def outcome(self) -> Outcome:
        """Return whether a value came, went, or became another."""
        return "gained" if self.old is None else "lost" if self.new is None else "changed"


@dataclass(frozen=True, slots=True)
class PageDiff:
    """The changes of a page that both builds have."""

    old: Readout
    new: Readout
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """How two builds differ."""

    only_old: tuple[Readout, ...]
    only_new: tuple[Readout, ...]
    pages: tuple[PageDiff, ...]
    """The pages of both builds whose records differ."""
    same: int
    """How many pages have the same record in both."""

    @property
    def is_empty(self) -> bool:
        """Return whether the builds have the same records."""
        return not (self.only_old or self.only_new or self.pages)

    def counts(self) -> dict[str, dict[Outcome, int]]:
        """Return how much was gained, lost and changed: of the pages, then of each group with a change."""
        changes = [change for page in self.pages for change in page.changes]
        found = Counter((change.group, change.outcome) for change in changes)
        found += Counter({("pages", "gained"): len(self.only_new), ("pages", "lost"): len(self.only_old)})
        found["pages", "changed"] = len(self.pages)
        groups = ["pages", *(group for group in GROUPS if any(found[group, outcome] for outcome in OUTCOMES))]
        return {group: {outcome: found[group, outcome] for outcome in OUTCOMES} for group in groups}
