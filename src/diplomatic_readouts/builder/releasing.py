"""The former release of a dataset and the records of a build in; out, the build's version, and what it changes.

What was never released is version ``0.0.0+unreleased``. A build keeps the version of the release that it comes after,
marked ``+unreleased`` where the records, or what is said of them, are others. One with ``--release`` is the next
release: its version follows from what became of the former one's records.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from diplomatic_readouts.builder.comparison import compare_records
from diplomatic_readouts.errors import DamagedOutput, UsageError
from diplomatic_readouts.writing.about import About
from diplomatic_readouts.writing.card import described_sha256
from diplomatic_readouts.writing.dataset import content_of
from diplomatic_readouts.writing.files import record_files
from diplomatic_readouts.writing.manifest import SUMS, file_sha256, read_manifest, read_sums
from diplomatic_readouts.writing.parts import Facts
from diplomatic_readouts.writing.release import (
    CHANGES,
    FIRST_VERSION,
    NO_VERSION,
    Edition,
    Release,
    find_released,
    unreleased,
)

Finish = Callable[[Edition, Release], None]
"""Writes what a dataset has beside its records, which are an edition of it that is a release or comes after it."""
_AS_RELEASED = "Take the folder as it was released."


class Released(NamedTuple):
    """What a release came to."""

    data_version: str
    since: str | None
    """The version of the former release; None for the first one."""
    added: int = 0
    changed: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """What a build is to do about releases."""

    former: Path
    """The folder of the dataset that it comes after, if there is one."""
    last: Release | None
    date: str | None
    """The day of the release that it makes; None where it makes none."""
    about: About

    def settle(self, out: Path, facts: Facts, finish: Finish) -> Released | None:
        """Finish a folder that holds all records, under the version that is due, with CHANGES.jsonl if any is."""
        content = content_of(record_files(out))
        if self.last is None and self.date is None:
            edition = Edition(unreleased(NO_VERSION), content, None, self.about)
            finish(edition, Release(NO_VERSION, content, described_sha256(facts, edition)))
            return None
        if self.last is None:
            self._finish_as(FIRST_VERSION, content, facts, finish)
            return Released(FIRST_VERSION, None)
        last = self.last
        as_released = Edition(last.data_version, content, last.date, self.about)
        same = content == last.content_sha256 and described_sha256(facts, as_released) == last.described_sha256
        if same or self.date is None:
            _take_over(self.former, out)
            finish(as_released if same else Edition(unreleased(last.data_version), content, None, self.about), last)
            return Released(last.data_version, last.data_version) if self.date else None
        found = compare_records(self.former, out)
        counts = found.counts()
        changed = bool(counts["changed"] or counts["removed"])
        version = last.after(added=bool(counts["added"]), changed=changed)
        found.write(out / CHANGES, version, last.data_version)
        _give_to_hub(out)
        self._finish_as(version, content, facts, finish)
        return Released(version, last.data_version, **counts)

    def _finish_as(self, version: str, content: str, facts: Facts, finish: Finish) -> None:
        """Finish a folder as a release."""
        edition = Edition(version, content, self.date, self.about)
        finish(edition, Release(version, content, described_sha256(facts, edition), self.date))


def plan_release(
    target: Path, about: About, *, release: bool, since: Path | None, date: datetime.date | None
) -> ReleasePlan:
    """Return what a build of a target is to do; UsageError where a release cannot follow what there is."""
    here = find_released(target)
    if not release:
        if since is not None or date is not None:
            raise UsageError("a day or a former release was given, but no release is made", "Add --release.")
        return ReleasePlan(target, here, None, about)
    day = str(date or datetime.datetime.now(datetime.UTC).date())
    if since is None and here is None:
        return ReleasePlan(target, None, day, about)
    last = _check_former(since or target)
    if here and here.numbers > last.numbers:
        raise UsageError(f"{target} holds release {here.data_version}, which came later", "Name that with --since.")
    if last.date and day < last.date:
        raise UsageError(f"release {last.data_version} is of {last.date}, later than {day}", "Give a later --date.")
    return ReleasePlan(since or target, last, day, about)


def _check_former(former: Path) -> Release:
    """Return the release that a folder is, its records as they were; UsageError where it is none, or they are not."""
    manifest = read_manifest(former)
    if manifest is None:
        raise UsageError(f"{former} holds no built dataset", "Give the folder that `readouts build` wrote.")
    release = find_released(former)
    if release is None or manifest.get("data_version") != release.data_version:
        problem = f"{former} is no release, so that nothing tells what has changed since one"
        raise UsageError(problem, "Give the folder of the last release with --since.")
    try:
        sums = {name: digest for name, digest in read_sums(former).items() if name.startswith("jsonl/")}
    except DamagedOutput as error:
        raise UsageError(f"{former}: {error.message}", _AS_RELEASED) from error
    for name, digest in sums.items():
        if not (former / name).is_file() or file_sha256(former / name) != digest:
            raise UsageError(f"{former / name} is not as it was released: its SHA-256 is not in {SUMS}", _AS_RELEASED)
    return release


def _take_over(former: Path, out: Path) -> None:
    """Keep what tells what the last release changed."""
    if (former / CHANGES).is_file():
        shutil.copyfile(former / CHANGES, out / CHANGES)
        _give_to_hub(out)


def _give_to_hub(out: Path) -> None:
    """Have the Hub's folder tell of the changes, too."""
    if (out / CHANGES).is_file():
        shutil.copyfile(out / CHANGES, out / "hf" / CHANGES)
