"""Sources in, a built folder out: every step of a build, top to bottom."""

from __future__ import annotations

import datetime
import heapq
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from diplomatic_readouts.builder.batches import Batch
from diplomatic_readouts.builder.engines import Engine, Lost, make_engine
from diplomatic_readouts.builder.former import find_former
from diplomatic_readouts.builder.outcomes import BatchDone, Fault, Skip, find_done
from diplomatic_readouts.builder.reader import Reader
from diplomatic_readouts.builder.releasing import Released, ReleasePlan, plan_release
from diplomatic_readouts.builder.report import MOST_TOLD, BuildReport
from diplomatic_readouts.builder.roots import find_roots
from diplomatic_readouts.builder.shards import (
    ShardDone,
    ShardPlan,
    build_shard,
    find_shard,
    list_batches,
    list_file,
    order_of,
)
from diplomatic_readouts.builder.sources import find_batches, measure
from diplomatic_readouts.builder.tally import Tally, Watcher
from diplomatic_readouts.contract import MOST_CHARACTERS
from diplomatic_readouts.errors import ReadoutsError
from diplomatic_readouts.writing.about import read_about
from diplomatic_readouts.writing.dataset import finish_dataset
from diplomatic_readouts.writing.files import count_parts
from diplomatic_readouts.writing.manifest import files_in
from diplomatic_readouts.writing.release import Edition, Release
from diplomatic_readouts.writing.staging import Stage, check_target, recover, staged


def build(
    sources: Iterable[Path | str] | Path | str,
    out: Path | str,
    *,
    strict: bool = False,
    release: bool = False,
    since: Path | None = None,
    date: datetime.date | None = None,
    about: Path | None = None,
    workers: int = 1,
    dask: str | None = None,
    resume: bool = False,
    fresh: bool = False,
    max_errors: int | None = None,
    max_chars: int = MOST_CHARACTERS,
    watcher: Watcher | None = None,
) -> BuildReport:
    """Build a folder from pages, folders, patterns, JSON Lines, Parquet or archives; return what became of each page.

    With ``strict``, one fault keeps the output from being written; without, only that no page could be read does.
    ``workers`` are processes; with ``dask``, the address of a scheduler ("" starts a cluster here), its workers build.
    Pages that have not changed since the output was built are taken over, unless ``fresh``. ``resume`` goes on with a
    build that was killed. More faults than ``max_errors`` end the build; a page of more than ``max_chars`` characters
    is a fault. A ``release`` gets the version that follows from what it changes of the former one, which is the output
    as it was, or the folder ``since``; its ``date`` is today's (UTC) if none is given. ``about`` is a TOML file of what
    is said of a dataset of one's own. Raises UsageError where the sources or the output cannot be used.
    """
    started, target, watcher = time.monotonic(), Path(out).resolve(), watcher or Watcher()
    roots = find_roots([sources] if isinstance(sources, str | Path) else sources)
    recover(target)
    check_target(target, roots)
    plan = plan_release(target, read_about(about), release=release, since=since, date=date)
    with staged(target, resume=resume) as stage, _notices(stage, watcher):
        tally = Tally(measure(roots), watcher, max_errors)
        parts = count_parts(tally.extent.pages, tally.extent.bytes)
        reader = Reader(stage.work, parts, max_chars, None if fresh else find_former(target))
        batches = find_batches(roots, tally.extent.refused, reader.most_bytes)
        engine = make_engine(1 if tally.extent.is_one_batch else workers, dask)
        try:
            list_batches(stage.work, _read_all(engine, reader, batches, stage, tally))
            if tally.stopped:
                return _report(target, tally, started)
            shards = _write_all(engine, ShardPlan(stage.work, stage.out, parts, MOST_TOLD), stage)
        finally:
            engine.close()
        tally.add_shards(shards)
        good = not tally.errors or (tally.facts.counts["readouts"] and not strict)
        released = _finish(stage, shards, tally, plan) if good else None
        return _report(target, tally, started, stage, shards, released)


@contextmanager
def _notices(stage: Stage, watcher: Watcher) -> Iterator[None]:
    """Tell what was left of another build, and what is left of this one if it does not end."""
    if stage.cleared:
        watcher.notice("an unfinished build was cleared away; --resume would have gone on with it")
    try:
        yield
    except BaseException:
        if stage.keep:
            watcher.notice("the build has not ended; --resume goes on with what is done of it")
        raise


# ----------------------------------------------------------------------------------------------------- the three steps


def _read_all(engine: Engine, reader: Reader, batches: Iterable[Batch], stage: Stage, tally: Tally) -> list[str]:
    """Read all batches but those that a killed build has read, and return under which names their outcomes stand."""
    names: list[str] = []

    def unread() -> Iterator[Batch]:
        for batch in batches:
            found = find_done(stage.work, reader.name_of(batch)) if stage.resumes else None
            if found is None:
                yield batch
            else:
                names.append(found.name)
                tally.add(found, resumed=True)

    for done in _read_apart(engine, reader, unread()):
        names.append(done.name)
        tally.add(done, resumed=False)
        stage.keep = len(names) > 1
        if tally.stopped:
            break
    return names


def _read_apart(engine: Engine, reader: Reader, batches: Iterable[Batch]) -> Iterator[BatchDone]:
    """Yield what batches give; one that kills its worker is halved until the page is found that does it."""
    for done in engine.run(reader, batches):
        if not isinstance(done, Lost):
            yield done
        elif halves := done.piece.halves():
            yield from _read_apart(engine, reader, halves)
        else:
            yield reader.lose(done.piece)


def _write_all(engine: Engine, plan: ShardPlan, stage: Stage) -> list[ShardDone]:
    """Build all parts but those that a killed build has built, and return what they came to, in their order."""
    found = {part: find_shard(plan, part) if stage.resumes else None for part in range(plan.parts)}
    shards = [shard for shard in found.values() if shard]
    for done in engine.run(partial(build_shard, plan), [part for part, shard in found.items() if not shard]):
        if isinstance(done, Lost):
            remedy = "Give the build more memory or fewer workers, and go on with --resume."
            raise ReadoutsError(f"the worker that wrote part {done.piece} was killed again and again", remedy)
        shards.append(done)
    return sorted(shards, key=lambda shard: shard.part)


def _finish(stage: Stage, shards: Sequence[ShardDone], tally: Tally, plan: ReleasePlan) -> Released | None:
    """Write what the dataset has beside its parts, nothing else staying there, and put it in the target's place."""
    sums = {name: digest for shard in shards for name, digest in shard.sums.items()}
    for name in files_in(stage.out):
        if name not in sums:
            (stage.out / name).unlink()

    def finish(edition: Edition, release: Release) -> None:
        refused = sorted(map(asdict, tally.refused), key=order_of)
        finish_dataset(
            stage.out,
            tally.facts,
            edition,
            release,
            _listed(stage, "sources", len(shards)),
            _listed(stage, "skipped", len(shards)),
            heapq.merge(_listed(stage, "errors", len(shards)), refused, key=order_of),
            sums,
        )

    released = plan.settle(stage.out, tally.facts, finish)
    stage.publish()
    return released


def _listed(stage: Stage, name: str, parts: int) -> Iterator[dict[str, Any]]:
    """Yield the rows that all parts have left for a list, in the list's order."""
    return heapq.merge(*(_rows(list_file(stage.work, name, part)) for part in range(parts)), key=order_of)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        yield from map(json.loads, file)


def _by_name(fault: Fault) -> tuple[str, str]:
    return fault.name, fault.message


def _report(
    target: Path,
    tally: Tally,
    started: float,
    stage: Stage | None = None,
    shards: Sequence[ShardDone] = (),
    released: Released | None = None,
) -> BuildReport:
    """Return the report: all numbers, and the first pages of each sort by name."""
    faults: Iterable[Fault] = sorted(tally.faults, key=_by_name)
    skips: Iterable[Skip] = ()
    if stage is not None:
        told = (Fault(**row) for row in _listed(stage, "errors", len(shards)))
        faults = heapq.merge(told, sorted(tally.refused, key=_by_name), key=_by_name)
        skips = (Skip(**row) for row in _listed(stage, "skipped", len(shards)))
    return BuildReport(
        out=target,
        written=stage is not None and stage.published,
        counts=dict(tally.facts.counts),
        pages=tally.done,
        parsed=tally.parsed,
        resumed=tally.resumed,
        skipped_count=tally.skipped,
        error_count=tally.errors,
        parts=len(shards),
        summaries=tuple(sorted(s for shard in shards for s in shard.summaries)[:MOST_TOLD]),
        skipped=tuple(islice(skips, MOST_TOLD)),
        errors=tuple(islice(faults, MOST_TOLD)),
        stopped=tally.stopped,
        released=released,
        seconds=time.monotonic() - started,
    )
