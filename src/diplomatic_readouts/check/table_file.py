"""A Parquet file and the rows that records give, side by side, in; where it says something else, as problems, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from diplomatic_readouts.check.problems import Problem
from diplomatic_readouts.tables import Row

_ROWS_AT_A_TIME = 1_000


class TableFile:
    """A Parquet file that is read along with the records that it was made from."""

    def __init__(self, folder: Path, name: str, schema: pa.Schema) -> None:
        self._name = name
        self._problem: Problem | None = None
        self._difference: Problem | None = None
        self._expected = self._found = 0
        self._file: pq.ParquetFile | None = None
        self._rows: Iterator[Row] = iter(())
        if not (folder / name).is_file():
            self._problem = Problem(name, "is missing")
            return
        try:
            self._file = pq.ParquetFile(folder / name)
            if not self._file.schema_arrow.equals(schema):
                self._problem = Problem(name, "has other columns or types than the schema")
            self._found = self._file.metadata.num_rows
        except (OSError, pa.ArrowException) as error:
            self._problem = Problem(name, f"cannot be read as Parquet: {error}")
        else:
            self._rows = _rows_of(self._file)

    def compare(self, rows: Sequence[Row]) -> None:
        """Compare the next rows with what the records give."""
        for expected in rows:
            self._expected += 1
            if self._problem or self._difference:
                continue
            try:
                row = next(self._rows, expected)
            except (OSError, pa.ArrowException) as error:
                self._problem = Problem(self._name, f"cannot be read as Parquet: {error}")
                continue
            if row != expected:
                column = next(c for c in expected if row[c] != expected[c])
                told = f"is {row[column]!r} where the record says {expected[column]!r}"
                problem = f"row {self._expected}, {column}: {told}"
                self._difference = Problem(self._name, problem, expected["readout_id"], column)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong, once all rows have been compared."""
        if self._problem:
            yield self._problem
            return
        if self._found != self._expected:
            yield Problem(self._name, f"has {self._found} rows where the records give {self._expected}")
        if self._difference:
            yield self._difference

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()


def _rows_of(file: pq.ParquetFile) -> Iterator[Row]:
    """Yield the rows, group by group: batches that reach over groups fail for lists of a closed vocabulary."""
    for group in range(file.num_row_groups):
        for batch in file.iter_batches(_ROWS_AT_A_TIME, row_groups=[group]):
            yield from batch.to_pylist()
