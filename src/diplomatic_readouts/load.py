"""The packaged dataset, or another built folder, in; its records as models and its tables as Arrow tables out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.records import Readout
from diplomatic_readouts.tables import find_table
from diplomatic_readouts.writing.files import record_files, table_files
from diplomatic_readouts.writing.jsonl import read_records

if TYPE_CHECKING:
    import pyarrow as pa

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def data_folder() -> Path:
    """Return the folder of the packaged dataset: an installed package's own, else the checkout's ``dist``.

    Raises UsageError where there is neither.
    """
    packaged, built = _PACKAGE / "_data", _CHECKOUT / "dist"
    if packaged.is_dir():
        return packaged
    if (_CHECKOUT / "pyproject.toml").is_file() and (built / "MANIFEST.json").is_file():
        return built
    raise UsageError("there is no dataset in this installation", "In a checkout, run `make build` first.")


def load_readouts(folder: Path | str | None = None) -> tuple[Readout, ...]:
    """Return the records of the packaged dataset, or of another built folder, sorted by id.

    Raises UsageError where there is no dataset, DamagedOutput where a line of it is no record.
    """
    files = _files(record_files(_folder(folder)), "jsonl/readouts.jsonl", folder)
    return read_records(files)


def load_table(name: str, folder: Path | str | None = None) -> pa.Table:
    """Return a flat table of the packaged dataset, or of another built folder; UsageError names the tables."""
    find_table(name)
    _files(table_files(_folder(folder), name), f"parquet/{name}.parquet", folder)
    from diplomatic_readouts.writing.parquet import read_table

    return read_table(_folder(folder), name)


def _folder(folder: Path | str | None) -> Path:
    return data_folder() if folder is None else Path(folder)


def _files(found: tuple[Path, ...], name: str, folder: Path | str | None) -> tuple[Path, ...]:
    """Return the files of the dataset; UsageError where there are none."""
    if not found:
        raise UsageError(f"there is no {_folder(folder) / name}", "Give the folder of a built dataset, or build one.")
    return found
