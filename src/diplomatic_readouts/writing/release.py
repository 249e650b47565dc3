"""Which release of a dataset a built folder is, or comes after: what its manifest says of it in, its version out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from diplomatic_readouts.errors import DamagedOutput
from diplomatic_readouts.writing.about import About, citation
from diplomatic_readouts.writing.manifest import MANIFEST, read_manifest

FIRST_VERSION = "1.0.0"
NO_VERSION = "0.0.0"
"""Of what was never released."""
CHANGES = "CHANGES.jsonl"
_VERSION = re.compile(r"\d+\.\d+\.\d+")


class Release(NamedTuple):
    """A release of a dataset; what was never released comes after one that there was not."""

    data_version: str
    """Semantic version: descriptions changed, patch; records added, minor; changed or removed, major."""
    content_sha256: str
    described_sha256: str
    """Of all that is said of the records: `described_sha256` of the card."""
    date: str | None = None
    """ISO 8601."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the version as numbers, which compare."""
        return tuple(map(int, self.data_version.split(".")))

    def after(self, *, added: bool, changed: bool) -> str:
        """Return the version of the release after this one, in which something is said otherwise, at least.

        ``changed`` is also where records were removed.

        >>> Release("1.2.3", "", "").after(added=True, changed=False)
        '1.3.0'
        """
        major, minor, patch = self.numbers
        if changed:
            return f"{major + 1}.0.0"
        return f"{major}.{minor + 1}.0" if added else f"{major}.{minor}.{patch + 1}"


class Edition(NamedTuple):
    """What a built folder is, as all that describes it says: a release, or what came after one."""

    data_version: str
    content_sha256: str
    date: str | None
    """The day of release, ISO 8601; None for what has not been released on any."""
    about: About

    def citation(self) -> str:
        """Return the reference as BibTeX."""
        return citation(self.about, self.data_version, self.content_sha256, self.date)


def unreleased(version: str) -> str:
    """Return the version of what came after a release.

    >>> unreleased("1.2.0")
    '1.2.0+unreleased'
    """
    return f"{version}+unreleased"


def find_release(folder: Path) -> Release | None:
    """Return the release that the dataset in a folder is or comes after; None where there is no dataset.

    Raises DamagedOutput where the manifest says something else there.
    """
    found = (read_manifest(folder) or {}).get("release")
    if found is None:
        return None
    try:
        release = Release(**found)
        if all(isinstance(value, str) for value in release[:3]) and _VERSION.fullmatch(release.data_version):
            return release
    except TypeError:
        pass
    raise DamagedOutput(f"{folder / MANIFEST} tells of no release that could be one", "Build into another folder.")


def find_released(folder: Path) -> Release | None:
    """Return the last release of the dataset in a folder; None where it was never released."""
    found = find_release(folder)
    return found if found and found.date else None
