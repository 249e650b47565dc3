"""Which release of a dataset a built folder is, or comes after: what its manifest says of it in, its version out."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.writing.about import About, citation
from diplomatic_readouts.writing.manifest import read_manifest

FIRST_VERSION = "1.0.0"
CHANGES = "CHANGES.jsonl"
_UNRELEASED = "+unreleased"


class Release(NamedTuple):
    """A release of a dataset; what was never released counts as its first one, of no day yet."""

    data_version: str
    """Semantic version: descriptions changed, patch; records added, minor; changed or removed, major."""
    content_sha256: str
    date: str | None = None
    """ISO 8601."""

    def version_of(self, content_sha256: str) -> str:
        """Return the version of records: the release's if they are the release's, else one that says they are not.

        >>> Release("1.2.0", "ab").version_of("ab"), Release("1.2.0", "ab").version_of("cd")
        ('1.2.0', '1.2.0+unreleased')
        """
        return self.data_version + (_UNRELEASED if content_sha256 != self.content_sha256 else "")

    def edition(self, content_sha256: str, about: About) -> Edition:
        """Return what records with that hash are."""
        date = self.date if content_sha256 == self.content_sha256 else None
        return Edition(self.version_of(content_sha256), content_sha256, date, about)

    def after(self, *, added: bool, changed: bool, redescribed: bool) -> str:
        """Return the version of the release after this one; ``changed`` is also where records were removed.

        >>> Release("1.2.3", "").after(added=True, changed=False, redescribed=True)
        '1.3.0'
        """
        major, minor, patch = map(int, self.data_version.split("."))
        if changed:
            return f"{major + 1}.0.0"
        if added:
            return f"{major}.{minor + 1}.0"
        return f"{major}.{minor}.{patch + redescribed}"


class Edition(NamedTuple):
    """What a built folder is, as all that describes it says: a release, or records that came after one."""

    data_version: str
    content_sha256: str
    date: str | None
    """The day of release, ISO 8601; None for what has not been released on any."""
    about: About

    def citation(self) -> str:
        """Return the reference as BibTeX."""
        return citation(self.about, self.data_version, self.content_sha256, self.date)


def find_release(folder: Path) -> Release | None:
    """Return the last release of the dataset in a folder, or the one to come; None where there is no dataset."""
    found: dict[str, Any] | None = (read_manifest(folder) or {}).get("release")
    return Release(**found) if found else None


def find_released(folder: Path) -> Release | None:
    """Return the last release of the dataset in a folder; None where it was never released."""
    found = find_release(folder)
    return found if found and found.date else None


def is_release(folder: Path) -> bool:
    """Return whether a dataset is a release, and not records that came after one; UsageError if there is none."""
    found = read_manifest(folder)
    if found is None:
        raise UsageError(f"{folder} holds no built dataset", "Give the folder that `readouts build` wrote.")
    release = find_released(folder)
    return bool(release and found["content_sha256"] == release.content_sha256)
