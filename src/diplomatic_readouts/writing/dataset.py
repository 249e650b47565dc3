"""The whole of a built folder: checked records and the pages without one in, every file out, checksums last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diplomatic_readouts.records import Readout
from diplomatic_readouts.writing.huggingface import write_hub_folder
from diplomatic_readouts.writing.jsonl import write_jsonl, write_lines
from diplomatic_readouts.writing.manifest import manifest, write_manifest, write_sums
from diplomatic_readouts.writing.parquet import write_tables

RECORDS = "jsonl/readouts.jsonl"
SKIPPED = "skipped.jsonl"
ERRORS = "errors.jsonl"


def write_dataset(
    folder: Path,
    readouts: Sequence[Readout],
    data_version: str,
    skipped: Sequence[dict[str, Any]] = (),
    errors: Sequence[dict[str, Any]] = (),
) -> None:
    """Write records, tables, the Hub's folder, the lists of pages without a record, the manifest and the checksums."""
    ordered = sorted(readouts, key=lambda r: r.id)
    (folder / RECORDS).parent.mkdir(parents=True, exist_ok=True)
    content = write_jsonl(folder / RECORDS, ordered)
    tables = write_tables(folder / "parquet", ordered)
    write_hub_folder(folder / "hf", ordered, data_version, tables, content)
    for name, lines in ((SKIPPED, skipped), (ERRORS, errors)):
        if lines:
            write_lines(folder / name, lines)
    write_manifest(folder, manifest(ordered, data_version, len(skipped), len(errors), content))
    write_sums(folder)
