"""The former release of a dataset and the records of a build in; out, the build's version, and what it changes.

a build             keeps the version of the release that it comes after; other records are ``+unreleased``
a build --release   is the next release: its version follows from what became of the former one's records, which
                    are known again by the hash of their text, since an id changes when a date is read better
"""

from __future__ import annotations

import datetime
import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from diplomatic_readouts.diff import change_values, diff_pages
from diplomatic_readouts.errors import DamagedOutput, UsageError
from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.dataset import content_of
from diplomatic_readouts.writing.explorer import EXPLORER
from diplomatic_readouts.writing.files import record_files
from diplomatic_readouts.writing.jsonl import id_of, plain_json
from diplomatic_readouts.writing.manifest import MANIFEST, SUMS, file_sha256, read_sums
from diplomatic_readouts.writing.release import CHANGES, FIRST_VERSION, Release, find_released, is_release

Finish = Callable[[str, Release], None]
"""Writes what a dataset has beside its records, of a content hash, which come after a release or are it."""
_CHANGES = (CHANGES, f"hf/{CHANGES}")
_NOT_DESCRIBING = (MANIFEST, SUMS, EXPLORER, *_CHANGES)
"""What tells of a build or of a release, not of the records."""


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

    def settle(self, out: Path, finish: Finish) -> Released | None:
        """Finish a folder that holds all records, under the version that is due, with CHANGES.jsonl if any is."""
        content = content_of(record_files(out))
        if self.last is None:
            finish(content, Release(FIRST_VERSION, content, self.date))
            return Released(FIRST_VERSION, None) if self.date else None
        if self.date is None:
            _take_over(self.former, out)
            finish(content, self.last)
            return None
        return self._release(out, content, finish, self.last, self.date)

    def _release(self, out: Path, content: str, finish: Finish, last: Release, date: str) -> Released:
        found = Comparison(_places(self.former), _places(out))
        counts, redescribed = found.counts(), False
        if not any(counts.values()):
            _take_over(self.former, out)
            finish(content, last)
            redescribed = _described(out) != _described(self.former)
            if not redescribed:
                return Released(last.data_version, last.data_version)
            for name in _CHANGES:
                (out / name).unlink(missing_ok=True)
        changed = bool(counts["changed"] or counts["removed"])
        version = last.after(added=bool(counts["added"]), changed=changed, redescribed=redescribed)
        found.write(out / CHANGES, version, last.data_version)
        _give_to_hub(out)
        finish(content, Release(version, content, date))
        return Released(version, last.data_version, **counts)


def plan_release(target: Path, *, release: bool, since: Path | None, date: datetime.date | None) -> ReleasePlan:
    """Return what a build of a target is to do; UsageError where there is nothing to compare a release with."""
    if not release:
        if since is not None or date is not None:
            raise UsageError("a day or a former release was given, but no release is made", "Add --release.")
        return ReleasePlan(target, find_released(target), None)
    day, former = str(date or datetime.datetime.now(datetime.UTC).date()), since or target
    if since is None and find_released(target) is None:
        return ReleasePlan(former, None, day)
    if not is_release(former):
        problem = f"{former} is no release, so that nothing tells what has changed since one"
        raise UsageError(problem, "Give the folder of the last release with --since.")
    _check_records(former)
    return ReleasePlan(former, find_released(former), day)


def _check_records(former: Path) -> None:
    """Check that the records of a former release are what was released; UsageError where they are not."""
    try:
        sums = read_sums(former)
        changed = [p for p in record_files(former) if sums.get(p.relative_to(former).as_posix()) != file_sha256(p)]
    except DamagedOutput as error:
        raise UsageError(f"{former}: {error.message}", "Take the folder as it was released.") from error
    if changed:
        problem = f"{changed[0]} is not as it was released: its SHA-256 is not the one in {SUMS}"
        raise UsageError(problem, "Take the folder as it was released.")


def _take_over(former: Path, out: Path) -> None:
    """Keep what tells what the last release changed."""
    if (former / CHANGES).is_file():
        shutil.copyfile(former / CHANGES, out / CHANGES)
        _give_to_hub(out)


def _give_to_hub(out: Path) -> None:
    """Have the Hub's folder tell of the changes, too."""
    if (out / CHANGES).is_file():
        shutil.copyfile(out / CHANGES, out / "hf" / CHANGES)


def _described(folder: Path) -> dict[str, str]:
    """Return the checksums of what describes the records, and of the files that they are in."""
    return {name: digest for name, digest in read_sums(folder).items() if name not in _NOT_DESCRIBING}


# --------------------------------------------------------------------------------------------------- what has changed


class Place(NamedTuple):
    """A record in a file: its id, where its line begins, and the line's hash."""

    id: str
    path: Path
    start: int
    digest: bytes

    def read(self) -> Readout:
        """Return the record."""
        with self.path.open("rb") as file:
            file.seek(self.start)
            return Readout.model_validate_json(file.readline())


Places = dict[bytes, Place]
"""The records of a dataset by the SHA-256 of their text."""


def _places(folder: Path) -> Places:
    found: Places = {}
    for path in record_files(folder):
        start = 0
        with path.open("rb") as file:
            for line in file:
                text = hashlib.sha256(json.loads(line)["text"].encode()).digest()
                found[text] = Place(id_of(line).decode(), path, start, hashlib.sha256(line).digest())
                start += len(line)
    return found


class Comparison(NamedTuple):
    """The records of two releases, of which only those that differ are read, one by one."""

    old: Places
    new: Places

    def counts(self) -> dict[str, int]:
        """Return how many records were added, changed and removed."""
        found = Counter(change for change, _, _ in self._pairs())
        return {change: found[change] for change in ("added", "changed", "removed")}

    def write(self, path: Path, version: str, since: str) -> None:
        """Write a line for each record that came, changed or went, by id; no file where none did."""
        rows = sorted(self._pairs(), key=lambda pair: (pair[2] or pair[1]).id)  # type: ignore[union-attr]
        if rows:
            with path.open("wb") as file:
                for change, old, new in rows:
                    row = {"data_version": version, "since": since, **_row(change, old, new)}
                    file.write(f"{plain_json(row)}\n".encode())

    def _pairs(self) -> Iterator[tuple[str, Place | None, Place | None]]:
        for text, new in self.new.items():
            old = self.old.get(text)
            if old is None or old.digest != new.digest:
                yield "changed" if old else "added", old, new
        yield from (("removed", old, None) for text, old in self.old.items() if text not in self.new)


def _row(change: str, old: Place | None, new: Place | None) -> dict[str, Any]:
    """Return a record's line: its ids, and of one that changed what did."""
    what = [change_values(each) for each in diff_pages(old.read(), new.read())] if old and new else []
    return {"change": change, "id": new.id if new else None, "former_id": old.id if old else None, "what": what}
