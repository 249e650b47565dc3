"""Which files a built folder has: the number of its parts in, their names out; a small dataset is a single part."""

from __future__ import annotations

from pathlib import Path

RECORDS = "jsonl/readouts.jsonl"
SKIPPED = "skipped.jsonl"
ERRORS = "errors.jsonl"
SOURCES = "sources.jsonl"
"""The sources of a dataset of several parts; that of one part has them in its manifest."""

PAGES_IN_PART = 4_000
BYTES_IN_PART = 128_000_000


def count_parts(pages: int, size: int) -> int:
    """Return into how many parts a dataset is cut: told by its pages and their bytes alone, at least one."""
    return max(1, -(-pages // PAGES_IN_PART), -(-size // BYTES_IN_PART))


def records_name(part: int = 0, parts: int = 1) -> str:
    """Return the JSON Lines of a part.

    >>> records_name(3, 25)
    'jsonl/part-00003-of-00025.jsonl'
    """
    return RECORDS if parts == 1 else f"jsonl/{_part(part, parts)}.jsonl"


def table_name(table: str, part: int = 0, parts: int = 1) -> str:
    """Return the Parquet file of a part of a table."""
    return f"parquet/{table}.parquet" if parts == 1 else f"parquet/{table}/{_part(part, parts)}.parquet"


def hub_name(table: str, part: int = 0, parts: int = 1) -> str:
    """Return the same for the Hub, which takes the name of a split for its beginning."""
    return f"hf/{table}/train-{part:05d}-of-{parts:05d}.parquet"


def _part(part: int, parts: int) -> str:
    return f"part-{part:05d}-of-{parts:05d}"


def part_of(text_sha256: str, parts: int) -> int:
    """Return the part, from 0, of a text: told by the start of its hash, with which its record's id ends."""
    return int(text_sha256[:12], 16) * parts >> 48


def record_files(folder: Path) -> tuple[Path, ...]:
    """Return the JSON Lines of a built folder, part by part; none where it has none."""
    if (folder / RECORDS).is_file():
        return (folder / RECORDS,)
    return tuple(sorted((folder / RECORDS).parent.glob("part-*-of-*.jsonl")))


def table_files(folder: Path, table: str) -> tuple[Path, ...]:
    """Return the Parquet files of a table of a built folder, part by part; none where it has none."""
    whole = folder / table_name(table)
    return (whole,) if whole.is_file() else tuple(sorted((folder / "parquet" / table).glob("part-*-of-*.parquet")))
