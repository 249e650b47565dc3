"""The outcomes of all batches in; a part of the dataset out, as files and their checksums."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from diplomatic_readouts.builder.outcomes import Fault, Made, Place, Skip, read_done, read_section
from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.files import hub_name, records_name, table_name
from diplomatic_readouts.writing.jsonl import plain_json
from diplomatic_readouts.writing.manifest import Source, file_sha256, writer_sha256
from diplomatic_readouts.writing.parts import Facts, write_part


@dataclass(frozen=True, slots=True, order=True)
class Summary:
    """One record of a build, as its report tells of it."""

    name: str
    readout_id: str
    kind: str
    publisher: str | None
    date: str | None
    participants: int
    statements: int
    with_speaker: int
    """Statements with a person, a state or an organization that speaks."""


@dataclass(frozen=True, slots=True)
class ShardDone:
    """What a part came to."""

    part: int
    facts: Facts
    sums: dict[str, str]
    """The SHA-256 of each of its files, by its path in the output."""
    skipped: int
    errors: int
    summaries: tuple[Summary, ...]
    """Of its first pages by name."""


_SHARD = TypeAdapter(ShardDone)


@dataclass(frozen=True, slots=True)
class ShardPlan:
    """How parts are built, the same for all of a build: where the batches are, and where the files go."""

    work: Path
    out: Path
    parts: int
    most_told: int
    """Pages of which a report tells one by one."""


def build_shard(plan: ShardPlan, part: int) -> ShardDone:
    """Build a part: a pure function from the outcomes of all batches to files and checksums."""
    made, lists = _outcomes(plan, part)
    kept, doubles = _put_apart(made)
    lists["errors"] += [asdict(fault) for fault in doubles]
    told: list[Summary] = []
    facts = write_part(plan.out, _records(plan, kept, told), part, plan.parts)
    lists["sources"] = [_source(what) for what, _ in kept]
    for name, rows in lists.items():
        _write_rows(list_file(plan.work, name, part), rows)
    tables = [name_of(table, part, plan.parts) for table in TABLES for name_of in (table_name, hub_name)]
    sums = {name: file_sha256(plan.out / name) for name in (records_name(part, plan.parts), *tables)}
    skipped, errors = len(lists["skipped"]), len(lists["errors"])
    done = ShardDone(part, facts, sums, skipped, errors, tuple(sorted(told)[: plan.most_told]))
    own = shard_file(plan.work, part).with_suffix(f".{os.getpid()}")
    own.write_bytes(_SHARD.dump_json(done))
    own.replace(shard_file(plan.work, part))
    return done


def _outcomes(plan: ShardPlan, part: int) -> tuple[list[tuple[Made, Place]], dict[str, list[dict[str, Any]]]]:
    """Return a part's pages that became records, with where these stand, and lists of its other pages."""
    made: list[tuple[Made, Place]] = []
    lists: dict[str, list[dict[str, Any]]] = {"skipped": [], "errors": []}
    for name in read_batches(plan.work):
        for what, place in read_section(plan.work, read_done(plan.work, name), part):
            if isinstance(what, Made):
                made.append((what, place))
            else:
                lists["skipped" if isinstance(what, Skip) else "errors"].append(asdict(what))
    return made, lists


def _records(plan: ShardPlan, kept: Sequence[tuple[Made, Place]], told: list[Summary]) -> Iterator[tuple[Readout, str]]:
    """Yield records with their lines, by id, and note what the report tells of the first of them."""
    for what, place in sorted(kept, key=lambda k: k[0].id):
        line = place.read()
        readout = Readout.model_validate_json(line)
        if len(told) < plan.most_told:
            told.append(summarize(what.name, readout))
        yield readout, line


def summarize(name: str, readout: Readout) -> Summary:
    """Return what a report tells of a record."""
    day = readout.day()
    heard = [s for s in readout.statements if s.speaker or s.speaker_country or s.speaker_organization]
    return Summary(
        name=name,
        readout_id=readout.id,
        kind=readout.kind,
        publisher=readout.publisher.country or readout.publisher.name,
        date=str(day) if day else None,
        participants=len(readout.participants),
        statements=len(readout.statements),
        with_speaker=len(heard),
    )


def _put_apart(made: Iterable[tuple[Made, Place]]) -> tuple[list[tuple[Made, Place]], list[Fault]]:
    """Return one record a text, the first by name, and the others as faults; a page that was given twice is none."""
    texts: dict[str, Made] = {}
    ids: dict[str, Made] = {}
    kept, faults = [], []
    for what, place in sorted(made, key=lambda m: (m[0].name, m[0].sha256, m[0].place)):
        first, same_id = texts.get(what.text_sha256), ids.get(what.id)
        if first and first.place == what.place:
            continue
        if first:
            message = f"{what.name} has the same text as {first.name}"
            faults.append(Fault(what.name, "build", message, "Remove one of the two."))
        elif same_id:
            message = f"{what.name} has the id of {same_id.name}, {what.id}, and another text"
            faults.append(Fault(what.name, "build", message, "Build the two apart, and report the pages."))
        else:
            texts[what.text_sha256] = ids[what.id] = what
            kept.append((what, place))
    return kept, faults


def _source(what: Made) -> Source:
    row = {"row_sha256": what.row_sha256} if what.row_sha256 else {}
    return {"name": what.source, "sha256": what.sha256, "readout_id": what.id, **row}


# ------------------------------------------------------------------------------- the lists that parts leave for the end


def list_file(work: Path, name: str, part: int) -> Path:
    """Return where a part leaves its share of a list: sources, skipped or errors."""
    return work / "lists" / f"{name}-{part:05d}.jsonl"


def order_of(row: dict[str, Any]) -> tuple[str, ...]:
    """Return what lists are sorted by: the name, then all other values."""
    return (row["name"], *map(str, row.values()))


def _write_rows(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    ordered = sorted(rows, key=order_of)
    path.write_bytes("".join(f"{plain_json(row)}\n" for row in ordered).encode("utf-8"))


def list_batches(work: Path, names: Iterable[str]) -> None:
    """Write down which batches a build consists of."""
    (work / "batches.txt").write_text("\n".join(sorted(names)), encoding="ascii")


def read_batches(work: Path) -> list[str]:
    """Return the names of all batches of a build."""
    return (work / "batches.txt").read_text(encoding="ascii").split()


def shard_file(work: Path, part: int) -> Path:
    """Return where it is written down what a part came to, once it is built from just these batches by this code."""
    batches = file_sha256(work / "batches.txt")
    return work / "lists" / f"done-{part:05d}-{batches[:32]}-{writer_sha256()[:32]}.json"


def find_shard(plan: ShardPlan, part: int) -> ShardDone | None:
    """Return what a part came to in a build that was killed; None if it did not, or its files are not as they were."""
    try:
        done = _SHARD.validate_json(shard_file(plan.work, part).read_bytes())
        whole = all(file_sha256(plan.out / name) == digest for name, digest in done.sums.items())
        return done if whole else None
    except (OSError, ValueError):
        return None
