"""The whole of a built folder: checked records and the pages without one in, every file out, checksums last."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.about import read_about
from diplomatic_readouts.writing.card import described_sha256
from diplomatic_readouts.writing.croissant import write_croissant
from diplomatic_readouts.writing.datapackage import write_datapackage
from diplomatic_readouts.writing.explorer import EXPLORER, MOST_IN_PAGE, write_explorer
from diplomatic_readouts.writing.files import ERRORS, SKIPPED, SOURCES, record_files
from diplomatic_readouts.writing.huggingface import write_card
from diplomatic_readouts.writing.jsonl import canonical_json, id_of, plain_json
from diplomatic_readouts.writing.manifest import Source, file_sha256, files_in, manifest, write_manifest, write_sums
from diplomatic_readouts.writing.parquet import read_table
from diplomatic_readouts.writing.parts import Facts, write_part
from diplomatic_readouts.writing.release import Edition, Release

Line = dict[str, Any]


def write_dataset(
    folder: Path,
    readouts: Sequence[Readout],
    data_version: str,
    skipped: Sequence[Line] = (),
    errors: Sequence[Line] = (),
) -> None:
    """Write records and all that a dataset has beside them, as never released."""
    ordered = sorted(readouts, key=lambda r: r.id)
    facts = write_part(folder, ((readout, canonical_json(readout)) for readout in ordered))
    edition = Edition(data_version, content_of(record_files(folder)), None, read_about())
    release = Release(data_version, edition.content_sha256, described_sha256(facts, edition))
    finish_dataset(folder, facts, edition, release, sources_of(ordered), skipped, errors)


def finish_dataset(
    folder: Path,
    facts: Facts,
    edition: Edition,
    release: Release,
    sources: Iterable[Source],
    skipped: Iterable[Line],
    errors: Iterable[Line],
    sums: dict[str, str] | None = None,
) -> None:
    """Write what a dataset has beside its parts: lists, card, explorer, manifest, checksums.

    The edition is the ``release``, or comes after it. `sources` and the lists are sorted; ``sums`` are checksums that
    are known already.
    """
    parts = record_files(folder)
    left_out = _write_list(folder / SKIPPED, skipped), _write_list(folder / ERRORS, errors)
    sums = _sums_of_parts(folder, sums or {})
    write_card(folder / "hf", facts, edition)
    write_croissant(folder / "hf", facts, edition, {k[3:]: v for k, v in sums.items() if k.startswith("hf/")})
    write_datapackage(folder, edition, sums)
    if facts.counts["readouts"] <= MOST_IN_PAGE:
        write_explorer(folder / EXPLORER, records_in(folder), partial(read_table, folder))
    found = manifest(facts, edition.data_version, edition.content_sha256, release._asdict(), left_out, len(parts))
    if len(parts) > 1:
        _write_list(folder / SOURCES, sources)
        write_manifest(folder, found)
    else:
        write_manifest(folder, found | {"sources": list(sources)})
    write_sums(folder, sums)


def _sums_of_parts(folder: Path, known: dict[str, str]) -> dict[str, str]:
    """Return the SHA-256 of each file of records and tables, by its path."""
    names = (name for name in files_in(folder) if name.startswith(("jsonl/", "parquet/")) or name.endswith(".parquet"))
    return {name: known.get(name) or file_sha256(folder / name) for name in names}


def sources_of(readouts: Iterable[Readout]) -> list[Source]:
    """Return the sources of records as the manifest lists them, sorted by name."""
    sources = [{"name": r.source.name, "sha256": r.source.sha256, "readout_id": r.id} for r in readouts]
    return sorted(sources, key=lambda s: (s["name"], s["sha256"], s["readout_id"]))


def _write_list(path: Path, lines: Iterable[Line]) -> int:
    """Write JSON values, one a line, and return how many there are; without any, no file is left."""
    count = 0
    with path.open("wb") as file:
        for line in lines:
            file.write(f"{plain_json(line)}\n".encode())
            count += 1
    if not count:
        path.unlink()
    return count


def content_of(parts: Sequence[Path]) -> str:
    """Return the SHA-256 of all records in canonical JSON Lines, sorted by id, whatever the parts."""
    digest = hashlib.sha256()
    for line in _merged(parts):
        digest.update(line)
    return digest.hexdigest()


def records_in(folder: Path) -> Iterator[bytes]:
    """Yield the lines of all records of a built folder, by id."""
    return _merged(record_files(folder))


def _merged(parts: Sequence[Path]) -> Iterator[bytes]:
    return heapq.merge(*map(_lines, parts), key=id_of)


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file
