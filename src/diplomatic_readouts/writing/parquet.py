"""Arrow tables as Parquet files: the same table gives the same bytes, with the same release of pyarrow."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from diplomatic_readouts.writing.files import table_files

ROWS_IN_GROUP = 10_000
"""Rows in a row group: some 10 MB at most, well under what the Hub's viewer reads."""
_OF_TEXTS = 1_000
"""The same for the table of whole pages."""


def rows_in_group(table: str) -> int:
    """Return how many rows of a table make a row group."""
    return _OF_TEXTS if table == "readouts" else ROWS_IN_GROUP


def read_table(folder: Path, name: str) -> pa.Table:
    """Return a flat table of a built folder, its parts as one."""
    return pa.concat_tables([pq.read_table(path, partitioning=None) for path in table_files(folder, name)])


def count_rows(folder: Path, name: str) -> int:
    """Return how many rows a flat table of a built folder has, as its files say, without reading them."""
    return sum(pq.read_metadata(path).num_rows for path in table_files(folder, name))


class TableWriter:
    """A Parquet file being written, compressed, with a page index and with pages cut by content.

    Pages cut by content keep changes local. A file without rows gets no row group: the Hub's library cannot load one of
    no rows.
    """

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.schema = schema
        self._writer = pq.ParquetWriter(
            path,
            schema,
            compression="zstd",
            compression_level=9,
            write_page_index=True,
            use_content_defined_chunking=True,
            version="2.6",
        )

    def write(self, table: pa.Table) -> None:
        """Write a table as one row group, if it has rows."""
        if table.num_rows:
            self._writer.write_table(table, row_group_size=table.num_rows)

    def close(self) -> None:
        """Write the file's end."""
        self._writer.close()
