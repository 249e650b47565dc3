"""What a built folder holds: MANIFEST.json (versions, counts, content hash, sources) and SHA256SUMS (every file)."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from diplomatic_readouts import __version__
from diplomatic_readouts.errors import DamagedOutput
from diplomatic_readouts.records import SCHEMA_VERSION
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.licences import licence_values
from diplomatic_readouts.writing.parts import Facts

NAME = "diplomatic-readouts"
MANIFEST = "MANIFEST.json"
SUMS = "SHA256SUMS"


Source = dict[str, str]
"""A source as the manifest lists it: its name, SHA-256 and record, and the SHA-256 of the row that it was in."""


def manifest(
    facts: Facts,
    data_version: str,
    content_sha256: str,
    release: dict[str, str | None],
    left_out: tuple[int, int] = (0, 0),
    parts: int = 1,
) -> dict[str, Any]:
    """Return the manifest of a build but for its sources; ``left_out`` are how many pages were skipped, or faulty.

    ``release`` is the last release, which the build may be. Nothing else in it depends on when, where or by how many
    workers it was made.
    """
    return {
        "name": NAME,
        "data_version": data_version,
        "schema_version": SCHEMA_VERSION,
        "code_version": __version__,
        "reader_sha256": reader_sha256(),
        **({"html_reader": html_reader()} if "html" in facts.formats else {}),
        "content_sha256": content_sha256,
        "release": release,
        "counts": {name: facts.counts[name] for name in TABLES},
        "parts": parts,
        "skipped": left_out[0],
        "errors": left_out[1],
        "licences": licence_values(),
    }


def write_manifest(folder: Path, content: dict[str, Any]) -> None:
    """Write MANIFEST.json into a folder."""
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_bytes(text.encode("utf-8"))


@cache
def reader_sha256() -> str:
    """Return the SHA-256 of the code and the lexicons that make a record: the same reader makes the same of a page."""
    return _code_sha256(("contract.py", "parse.py", "writing/jsonl.py"), ("records", "lexicons", "reading", "check"))


@cache
def writer_sha256() -> str:
    """Return the SHA-256 of the code that makes files of records: the same writer makes the same of them."""
    return _code_sha256(("tables.py",), ("records", "writing"))


def _code_sha256(names: tuple[str, ...], folders: tuple[str, ...]) -> str:
    package = Path(__file__).parents[1]
    files = sorted(p for folder in folders for p in (package / folder).rglob("*") if p.suffix in (".py", ".toml"))
    digest = hashlib.sha256()
    for path in (*(package / name for name in names), *files):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@cache
def html_reader() -> str:
    """Return which releases of the libraries that find the text of an HTML page are installed; empty if none is."""
    with suppress(PackageNotFoundError):
        return " ".join(f"{name} {version(name)}" for name in ("trafilatura", "htmldate", "lxml"))
    return ""


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of a folder, or None where there is none that a build of this package wrote."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and found.get("name") == NAME else None


def files_in(folder: Path) -> tuple[str, ...]:
    """Return the relative POSIX path of everything in a folder that is no folder, sorted."""
    found = (p for p in folder.rglob("*") if p.is_symlink() or not p.is_dir())
    return tuple(sorted(p.relative_to(folder).as_posix() for p in found))


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(folder: Path, known: dict[str, str]) -> None:
    """Write SHA256SUMS, which ``sha256sum -c`` reads, for every file of a folder but itself.

    ``known`` are checksums that need not be told anew, by the file's path in the folder.
    """
    names = (name for name in files_in(folder) if name != SUMS)
    lines = [f"{known.get(name) or file_sha256(folder / name)}  {name}\n" for name in names]
    (folder / SUMS).write_bytes("".join(lines).encode("utf-8"))


def read_sums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 that SHA256SUMS gives for each file; DamagedOutput if it is missing or a line is no sum."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedOutput(f"{SUMS} is missing or cannot be read", "Build the dataset again.") from error
    sums = {}
    for number, line in enumerate(lines, start=1):
        digest, gap, name = line.partition("  ")
        if len(digest) != 64 or not gap or not name:
            raise DamagedOutput(f"{SUMS}, line {number} is no checksum", "Build the dataset again.")
        sums[name] = digest
    return sums
