"""What a built folder holds: MANIFEST.json (versions, counts, content hash, sources) and SHA256SUMS (every file)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from diplomatic_readouts import __version__
from diplomatic_readouts.errors import DamagedOutput
from diplomatic_readouts.records import SCHEMA_VERSION, Readout
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.jsonl import content_sha256
from diplomatic_readouts.writing.licences import licence_values

NAME = "diplomatic-readouts"
MANIFEST = "MANIFEST.json"
SUMS = "SHA256SUMS"


def manifest(
    readouts: Iterable[Readout], data_version: str, skipped: int = 0, errors: int = 0, content: str | None = None
) -> dict[str, Any]:
    """Return the manifest of a build: nothing in it depends on when, where or in which order it was made.

    ``content`` is the content hash, where it is known already.
    """
    ordered = sorted(readouts, key=lambda r: r.id)
    sources = [{"name": r.source.name, "sha256": r.source.sha256, "readout_id": r.id} for r in ordered]
    return {
        "name": NAME,
        "data_version": data_version,
        "schema_version": SCHEMA_VERSION,
        "code_version": __version__,
        "content_sha256": content or content_sha256(ordered),
        "counts": {name: table.count(ordered) for name, table in TABLES.items()},
        "skipped": skipped,
        "errors": errors,
        "licences": licence_values(),
        "sources": sorted(sources, key=lambda s: (s["name"], s["sha256"])),
    }


def write_manifest(folder: Path, content: dict[str, Any]) -> None:
    """Write MANIFEST.json into a folder."""
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_bytes(text.encode("utf-8"))


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


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS, which ``sha256sum -c`` reads, for every file of a folder but itself."""
    lines = [f"{file_sha256(folder / name)}  {name}\n" for name in files_in(folder) if name != SUMS]
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
