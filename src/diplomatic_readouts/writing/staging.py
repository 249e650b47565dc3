"""A folder replaced as a whole or not at all: files are written beside the target, then the two change places.

While a build runs, ``.{name}.staging`` stands beside the target; while they change places, for a moment, the former
folder is ``.{name}.old``. A build that is killed leaves the target as it was, or, killed in that moment, aside: the
next one puts it back first. Only one build at a time can write to a target.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from diplomatic_readouts.errors import DamagedOutput, UsageError
from diplomatic_readouts.writing.manifest import SUMS, files_in, read_manifest, read_sums

if sys.platform != "win32":
    import fcntl


def staging_folder(target: Path) -> Path:
    """Return where a build writes before the folders change places."""
    return target.with_name(f".{target.name}.staging")


def former_folder(target: Path) -> Path:
    """Return where the former folder stands while the folders change places."""
    return target.with_name(f".{target.name}.old")


def finish_swap(target: Path) -> None:
    """Undo the swap of a killed build, or finish it where only the former folder was left to remove."""
    former = former_folder(target)
    if former.exists():
        if target.exists():
            shutil.rmtree(former)
        else:
            former.rename(target)


def recover(target: Path) -> None:
    """Bring back what a killed build left; UsageError if another build is at work on the target now."""
    staging = staging_folder(target)
    try:
        if staging.exists() and sys.platform != "win32":
            with _locked(staging):
                finish_swap(target)
        else:
            finish_swap(target)
    except OSError as error:
        raise _unwritable(target, error) from error


def check_target(target: Path, sources: Iterable[Path]) -> None:
    """Check that a folder can be written and nobody's files are lost by it; UsageError says what stands against it."""
    elsewhere = "Choose another output folder."
    for source in (s.resolve() for s in sources):
        if source == target or target.is_relative_to(source) or source.is_relative_to(target):
            raise UsageError(f"the output {target} and the source {source} lie in one another", elsewhere)
    if target.exists() and not target.is_dir():
        raise UsageError(f"the output {target} is a file", elsewhere)
    if target.exists():
        strange = _not_built(target)
        if strange:
            problem = f"{target} holds files that no build wrote: {', '.join(strange[:3])}"
            raise UsageError(problem, f"{elsewhere} Or move them away; they would be lost.")
    above = next(p for p in target.parents if p.exists())
    if not above.is_dir() or not os.access(above, os.W_OK | os.X_OK):
        raise UsageError(f"{target} cannot be written: no right to write in {above}", elsewhere)


def _not_built(folder: Path) -> list[str]:
    """Return what in a folder no build of this package wrote: all that is in it, if it is no built dataset."""
    try:
        sums = read_sums(folder) if read_manifest(folder) else None
    except DamagedOutput:
        sums = None
    if sums is None:
        return sorted(path.name for path in folder.iterdir())
    return [name for name in files_in(folder) if name not in sums and name != SUMS]


def _unwritable(target: Path, error: OSError) -> UsageError:
    problem = f"{target} cannot be written: {error.strerror or error}"
    return UsageError(problem, "Choose another output folder, or make room and give the right to write.")


@dataclass(slots=True)
class Stage:
    """Where a build works before its output takes the target's place."""

    target: Path
    work: Path
    """What is only needed while it is built, and to go on with it."""
    resumes: bool
    """Whether a former build's work is there to go on with."""
    cleared: bool
    """Whether a former build's work was there and has been cleared away."""
    keep: bool = False
    """Whether the work is left for another build to go on with, if this one ends early."""
    published: bool = False

    @property
    def out(self) -> Path:
        """Return the folder that is to take the target's place."""
        return self.work / "out"

    def publish(self) -> None:
        """Have the output on the disk, and put it in the target's place."""
        _sync(self.out)
        _swap(self.out, self.target)
        self.published = True


@contextmanager
def staged(target: Path, resume: bool = False) -> Iterator[Stage]:
    """Give where to build; on leaving, all that was not published is gone, unless the work is to be kept.

    Raises UsageError where the target cannot be written, another build is writing to it, or memory runs out.
    """
    work = staging_folder(target)
    lock, stage = None, None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        left = work.is_dir() and any(work.glob("batches/*.json"))
        lock = _start(work, keep=resume and left)
        stage = Stage(target, work, resumes=resume and left, cleared=left and not resume)
        stage.out.mkdir(exist_ok=True)
        finish_swap(target)
        yield stage
        stage.keep = False
    except OSError as error:
        raise _unwritable(target, error) from error
    except MemoryError as error:
        remedy = "Give the build more memory or fewer workers, and go on with --resume."
        raise UsageError(f"there was not enough memory to build {target}", remedy) from error
    finally:
        if lock is not None:
            if not (stage and stage.keep) and work.exists() and _same_file(work, lock):
                shutil.rmtree(work, ignore_errors=True)
            os.close(lock)


def _start(staging: Path, keep: bool) -> int | None:
    """Make an empty staging folder, or take the one that is kept, and hold its lock; UsageError if another holds it."""
    if sys.platform == "win32":
        if not keep:
            shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(exist_ok=True)
        return None
    if staging.exists() and not keep:
        with _locked(staging):
            shutil.rmtree(staging)
    staging.mkdir(exist_ok=True)
    return _lock(staging)


def _lock(folder: Path) -> int:
    """Return a descriptor that holds the folder's lock until it is closed or its process dies."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise UsageError(f"another build is writing beside {folder.parent}", "Wait until it has ended.") from error
    return descriptor


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    descriptor = _lock(folder)
    try:
        yield
    finally:
        os.close(descriptor)


def _same_file(folder: Path, descriptor: int) -> bool:
    with suppress(OSError):
        return os.path.samestat(folder.stat(), os.fstat(descriptor))
    return False


def _sync(folder: Path) -> None:
    """Have every file and folder in a folder, and itself, on the disk."""
    for path in [*folder.rglob("*"), folder]:
        _flush(path)


def _flush(path: Path) -> None:
    """Have a file's bytes, or a folder's list of names, on the disk; Windows has no such call for folders."""
    if sys.platform == "win32" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _swap(staging: Path, target: Path) -> None:
    """Put the staging folder in the target's place; what fails or is interrupted on the way is undone."""
    former = former_folder(target)
    try:
        if target.exists():
            target.rename(former)
        staging.rename(target)
    except BaseException:
        finish_swap(target)
        raise
    _flush(target.parent)
    shutil.rmtree(former, ignore_errors=True)
