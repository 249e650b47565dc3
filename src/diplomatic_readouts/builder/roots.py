"""Which files are built: files, folders and patterns in; every page and every file of pages among them out."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from diplomatic_readouts.errors import UsageError

PAGE_ENDINGS = (".txt", ".md", ".html", ".htm")
PACKED_ENDINGS = (".parquet", ".tar", ".tar.gz", ".tgz", ".zip")
SOURCE_ENDINGS = (*PAGE_ENDINGS, ".jsonl", *PACKED_ENDINGS)
_NO_PAGES = ("README", "SOURCES", "LICENSE", "SHA256SUMS", ".")
"""How the names of files begin that lie among pages and are none."""


class FoundFile(NamedTuple):
    """A file among the sources, under the name that reports give it: its path in the folder that was given."""

    name: str
    path: Path


def find_roots(sources: Iterable[Path | str]) -> list[Path]:
    """Return the files and folders that were given, none inside another; UsageError names a wrong one.

    They are sorted, so that the order in which they were given changes nothing.
    """
    given = [path for source in sources for path in _matching(source)]
    if not given:
        raise UsageError("no sources were given", "Give a folder of pages, or pages.")
    for path in given:
        if not path.is_dir() and not _is_source(path.name):
            raise UsageError(f"{path} is no page", f"{_KINDS} and are no README, SOURCES or LICENSE.")
    real = {Path(os.path.realpath(path)): path for path in reversed(given)}
    return sorted(path for whole, path in real.items() if not any(above in real for above in whole.parents))


_KINDS = f"Pages end in {', '.join(PAGE_ENDINGS)}, files of them in {', '.join(('.jsonl', *PACKED_ENDINGS))}"


def _matching(source: Path | str) -> list[Path]:
    """Return what one source names: itself, or what fits it as a pattern."""
    if Path(source).exists():
        return [Path(source)]
    pattern = str(source)
    found = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207
    paths = [Path(path) for path in found if Path(path).is_dir() or _is_source(Path(path).name)]
    if not paths:
        raise UsageError(f"there is no {source}", "Give a folder of pages, or pages.")
    return paths


def find_files(roots: Sequence[Path]) -> Iterator[FoundFile]:
    """Yield the files among files and folders, folder by folder, sorted; UsageError where a folder holds none."""
    for root in roots:
        if not root.is_dir():
            yield FoundFile(printable_name(root.name), root)
            continue
        found = False
        for path in _files_below(root):
            found = True
            yield FoundFile(printable_name(path.relative_to(root).as_posix()), path)
        if not found:
            raise UsageError(f"{root} holds no pages", f"{_KINDS}.")


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield the sources in a folder and below it, hidden ones left out; a folder that cannot be read, as it is."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError:
        yield folder
        return
    for name, is_folder in names:
        path = folder / name
        if is_folder and not name.startswith("."):
            yield from _files_below(path)
        elif not is_folder and _is_source(name) and not path.is_dir():
            yield path


def _is_source(name: str) -> bool:
    return name.lower().endswith(SOURCE_ENDINGS) and not name.startswith(_NO_PAGES)


def is_page(member: str) -> bool:
    """Return whether a file of an archive is a page, and neither hidden nor in a hidden folder."""
    parts = member.replace("\\", "/").split("/")
    name = parts[-1]
    hidden = any(part.startswith(".") and part not in (".", "") for part in parts)
    return name.lower().endswith(PAGE_ENDINGS) and not name.startswith(_NO_PAGES) and not hidden


def printable_name(name: str) -> str:
    """Return a file's name as Unicode, bytes that are no UTF-8 replaced."""
    return os.fsencode(name).decode("utf-8", "replace")
