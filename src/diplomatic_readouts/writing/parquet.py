"""Arrow tables as Parquet files: the same table gives the same bytes, with the same release of pyarrow."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.arrow import both_tables

ROWS_PER_GROUP = 10_000
"""Rows in a row group: some 100 MB of text at most, well under what the Hub's viewer reads."""


def write_parquet(path: Path, table: pa.Table) -> None:
    """Write one table, compressed, with a page index and with pages cut by content, so that changes stay local.

    A table without rows gets no row group: the Hub's library cannot load one of no rows.
    """
    with pq.ParquetWriter(
        path,
        table.schema,
        compression="zstd",
        compression_level=9,
        write_page_index=True,
        use_content_defined_chunking=True,
        version="2.6",
    ) as writer:
        if table.num_rows:
            writer.write_table(table, row_group_size=ROWS_PER_GROUP)


def write_tables(folder: Path, readouts: Iterable[Readout]) -> dict[str, pa.Table]:
    """Write ``{table}.parquet`` for each of the six flat tables into a folder, which is made.

    Returns each table as the Hub gets it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(readouts, key=lambda r: r.id)
    for_hub = {}
    for name in TABLES:
        table, for_hub[name] = both_tables(name, ordered)
        write_parquet(folder / f"{name}.parquet", table)
    return for_hub
