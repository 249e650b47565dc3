"""Archives and Parquet files of pages, read from front to back: a path in; name and content of each page out.

Nothing is unpacked to disk. An archive that could write outside a folder, that holds links or devices, or that grows
absurdly is refused whole, before one of its pages is taken.
"""

from __future__ import annotations

import gzip
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, NamedTuple, Self, cast

from diplomatic_readouts.errors import UnreadableSource

GROWS_AT_MOST = 200
"""How many times its own size an archive's content may have; pages of text have some ten times."""
ALWAYS_ALLOWED = 100_000_000
"""Bytes of content that no archive is refused for."""
_REMEDY = "Pack the pages anew, as plain files with relative names."


_BLOCK = 1 << 20


class Member(NamedTuple):
    """A page in an archive or a table: its name there and its content, None where it has more bytes than asked for."""

    name: str
    size: int
    raw: bytes | None = None
    row: str | None = None


def read_members(path: Path, longest: int, is_page: Callable[[str], bool]) -> Iterator[Member]:
    """Yield the pages of an archive or a Parquet file, in its order.

    Raises UnreadableSource where it is none, is damaged, or cannot be trusted; OSError where it cannot be read.
    """
    read = _read_parquet if path.suffix.lower() == ".parquet" else _read_archive
    yield from read(path, longest, is_page)


def list_members(path: Path, is_page: Callable[[str], bool]) -> tuple[int, int]:
    """Return how many pages an archive or a Parquet file has, and their bytes; raises as `read_members` does."""
    count = size = 0
    for member in read_members(path, -1, is_page):
        count, size = count + 1, size + member.size
    return count, size


# --------------------------------------------------------------------------------------------------------- archives


_DAMAGED = (
    tarfile.TarError,
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
)
"""What the libraries raise for archives that are none."""


def _read_archive(path: Path, longest: int, is_page: Callable[[str], bool]) -> Iterator[Member]:
    read = _read_zip if path.suffix.lower() == ".zip" else _read_tar
    try:
        yield from read(path, longest, is_page)
    except _DAMAGED as error:
        problem = f"{path.name} is damaged or no archive: {error}"
        raise UnreadableSource(problem, _REMEDY) from error


def _read_tar(path: Path, longest: int, is_page: Callable[[str], bool]) -> Iterator[Member]:
    limit, grown = _limit(path), 0
    packed = path.name.lower().endswith("gz")
    opened = cast("IO[bytes]", gzip.open(path) if packed else path.open("rb"))  # noqa: SIM115  closed by the next line
    with opened as file, _Whole(file) as whole, _open_tar(whole) as archive:
        for info in archive:
            archive.members = []  # type: ignore[attr-defined]  # it would keep every one it has passed
            _check_name(path, info.name)
            if not (info.isfile() or info.isdir()):
                raise UnreadableSource(f"{path.name} holds {info.name!r}, which is a link or a device", _REMEDY)
            grown += info.size
            _check_growth(path, grown, limit)
            if info.isfile() and is_page(info.name):
                held = archive.extractfile(info) if info.size <= longest else None
                yield Member(info.name, info.size, held.read() if held else None)


def _open_tar(file: _Whole) -> tarfile.TarFile:
    return tarfile.open(fileobj=cast("IO[bytes]", file), mode="r|")


class _Whole:
    """A tar archive being read, of which the end is looked at: tarfile takes one that is cut short for whole."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._tail = b""

    def read(self, size: int) -> bytes:
        """Return the next bytes."""
        block = self._file.read(size)
        self._tail = (self._tail + block)[-tarfile.BLOCKSIZE :]
        return block

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            while self.read(_BLOCK):
                pass
            if self._tail.strip(b"\0") or len(self._tail) < tarfile.BLOCKSIZE:
                raise tarfile.ReadError("it has no end")


def _read_zip(path: Path, longest: int, is_page: Callable[[str], bool]) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        for info in infos:
            _check_name(path, info.filename)
            kind = info.external_attr >> 28  # of a Unix mode: 4 is a folder, 8 a file, 0 not told
            if kind not in (0, 4, 8):
                raise UnreadableSource(f"{path.name} holds {info.filename!r}, which is a link or a device", _REMEDY)
        _check_growth(path, sum(info.file_size for info in infos), _limit(path))
        for info in infos:
            if info.flag_bits & 1:
                raise UnreadableSource(f"{path.name} is encrypted", "Pack the pages without a password.")
            if not info.is_dir() and is_page(info.filename):
                raw = _read_zipped(archive.open(info), info.file_size) if info.file_size <= longest else None
                yield Member(info.filename, info.file_size, raw)


def _read_zipped(file: IO[bytes], size: int) -> bytes:
    """Return a member's bytes; BadZipFile where there are more of them than its head says."""
    with file:
        raw = file.read(size + 1)
    if len(raw) != size:
        raise zipfile.BadZipFile("a file is longer or shorter than its head says")
    return raw


def _limit(path: Path) -> int:
    return max(ALWAYS_ALLOWED, GROWS_AT_MOST * path.stat().st_size)


def _check_growth(path: Path, grown: int, limit: int) -> None:
    if grown > limit:
        problem = f"{path.name} holds more than {limit:,} bytes, over {GROWS_AT_MOST} times its own size"
        raise UnreadableSource(problem, "If that is right, unpack it and give the folder.")


def _check_name(path: Path, name: str) -> None:
    """Raise UnreadableSource for a name that could lead outside the folder in which an archive is unpacked."""
    plain = name.replace("\\", "/")
    drive = len(plain) > 1 and plain[1] == ":" and plain[0].isalpha()
    if plain.startswith("/") or drive or ".." in PurePosixPath(plain).parts or "\0" in plain:
        raise UnreadableSource(f"{path.name} holds {name!r}, a name that leads outside a folder", _REMEDY)


# ---------------------------------------------------------------------------------------------------------- Parquet

_ROWS_AT_A_TIME = 256
_GIVEN = ("url", "title", "published")
_PARQUET_REMEDY = "Give a Parquet file with the columns name and text, both strings."


def _read_parquet(path: Path, longest: int, is_page: Callable[[str], bool]) -> Iterator[Member]:  # noqa: ARG001
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            columns = _columns(path, file.schema_arrow)
            for batch in file.iter_batches(_ROWS_AT_A_TIME, columns=columns):
                yield from map(_row, batch.to_pylist())
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise UnreadableSource(f"{path.name} cannot be read as Parquet: {error}", _PARQUET_REMEDY) from error


def _columns(path: Path, schema: Any) -> list[str]:
    """Return which columns are read; UnreadableSource where one that is needed is missing or no string."""
    import pyarrow as pa

    for name in ("name", "text"):
        kind = schema.field(name).type if name in schema.names else None
        kind = kind.value_type if kind is not None and pa.types.is_dictionary(kind) else kind
        if kind is None or not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
            raise UnreadableSource(f"{path.name} has no column {name} of strings", _PARQUET_REMEDY)
    return [name for name in ("name", "text", *_GIVEN) if name in schema.names]


def _row(values: dict[str, Any]) -> Member:
    row = json.dumps({k: v for k, v in values.items() if v is not None}, ensure_ascii=False, default=str)
    return Member(str(values["name"] or ""), len(row), row=row)
