"""The Hub's folder of a built dataset in; out, the same as a dataset repository of the Hugging Face Hub.

What is there is compared by content first: files of git by their blob's SHA-1, large ones by their SHA-256. All that
differs goes up in one commit, which also removes the parts of tables that the dataset no longer has; whatever else
somebody keeps in the repository stays. No token is ever shown.
"""

from __future__ import annotations

import fnmatch
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from diplomatic_readouts.check import check_dataset
from diplomatic_readouts.errors import DamagedOutput, UsageError
from diplomatic_readouts.tables import TABLES
from diplomatic_readouts.writing.manifest import file_sha256, files_in, read_manifest
from diplomatic_readouts.writing.release import CHANGES

_TOKEN = re.compile(r"hf_\w+|(?<=Bearer )\S+")
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+")
_BRANCH = re.compile(r"\w[\w./-]*")
_SHA256 = 64
"""Digits of one in hexadecimal."""
_LOGIN = "Log in with `hf auth login`, or set HF_TOKEN to a token that may write there."
_LATER = "Try again when the Hub can be reached."
_REMEDIES = {
    400: "Mend what the Hub finds wrong, and push again.",
    401: _LOGIN,
    403: _LOGIN,
    412: "Somebody else has changed the repository meanwhile: push again.",
}
"""By the Hub's answer."""


@dataclass(frozen=True, slots=True)
class Push:
    """What a push changes, or would change, in a repository; files by their path in it, sorted."""

    repo: str
    revision: str | None
    data_version: str
    is_new: bool
    """Whether there is no such repository yet, as far as one may see."""
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]
    size: int
    """Bytes of the files that are added or changed."""
    url: str | None = None
    """Of the commit; None for a dry run, and where nothing differs."""


def push_dataset(
    folder: Path | str, repo: str, *, private: bool = False, revision: str | None = None, dry_run: bool = False
) -> Push:
    """Put a built dataset on the Hub as ``owner/name``, or tell what that would change, and return it.

    ``revision`` is a branch, made where there is none. Raises DamagedOutput where `check_dataset` finds a problem, and
    UsageError where the repository cannot be read or written, or is public and was to be ``private``.
    """
    if not _REPOSITORY.fullmatch(repo):
        raise UsageError(f"{repo!r} is no name of a repository", "Give it as owner/name.")
    if revision is not None and not _BRANCH.fullmatch(revision):
        raise UsageError(f"{revision!r} is no name of a branch", "Give letters, digits, and . _ / - between them.")
    folder = Path(folder)
    problems = check_dataset(folder)
    if problems:
        problem = f"{folder} does not keep every promise, so that nothing was pushed: {problems[0]}"
        raise DamagedOutput(problem, "`readouts check` lists all problems; build the dataset again.")
    with _told_plainly(repo):
        from huggingface_hub import HfApi

        api = HfApi()
        there = _find_repository(api, repo, revision)
        if private and there and not there.private:
            problem = f"{repo} is there already, and anybody can read it"
            raise UsageError(problem, "Make it private on the Hub, or push without --private.")
        push = _compare(folder, repo, revision, there)
        if dry_run or (there and there.has_revision and not (push.added or push.changed or push.removed)):
            return push
        api.create_repo(repo, repo_type="dataset", private=private, exist_ok=True)
        if revision:
            api.create_branch(repo, branch=revision, repo_type="dataset", exist_ok=True)
        commit = api.upload_folder(
            repo_id=repo,
            repo_type="dataset",
            folder_path=folder / "hf",
            revision=revision,
            parent_commit=there.commit if there else None,
            delete_patterns=[*push.removed] or None,
            commit_message=f"Data version {push.data_version}",
        )
        return replace(push, url=str(commit.commit_url))


@dataclass(frozen=True, slots=True)
class _Repository:
    """A repository as it was found: nothing is sent if another commit has come meanwhile."""

    private: bool
    has_revision: bool
    """Whether the branch that is asked for is there; if not, what is found is that from which it will start."""
    commit: str
    files: dict[str, str]
    """What tells the content of each."""


def _find_repository(api: Any, repo: str, revision: str | None) -> _Repository | None:
    """Return what is in a repository; None where there is none to be seen."""
    from huggingface_hub.errors import RepositoryNotFoundError, RevisionNotFoundError
    from huggingface_hub.hf_api import RepoFile

    try:
        info = api.repo_info(repo, repo_type="dataset", revision=revision)
    except RevisionNotFoundError:
        found = _find_repository(api, repo, None)
        return found and replace(found, has_revision=False)
    except RepositoryNotFoundError:
        return None
    tree = list(api.list_repo_tree(repo, recursive=True, revision=info.sha, repo_type="dataset"))
    files = {each.path: each.lfs.sha256 if each.lfs else each.blob_id for each in tree if isinstance(each, RepoFile)}
    return _Repository(bool(info.private), True, info.sha, files)


def _compare(folder: Path, repo: str, revision: str | None, there: _Repository | None) -> Push:
    """Return what differs between the Hub's folder of a dataset and a repository."""
    hub = folder / "hf"
    here, known = files_in(hub), there.files if there else {}
    alike = {name for name in here if name in known and _has_digest(hub / name, known[name])}
    sent = [name for name in here if name not in alike]
    return Push(
        repo=repo,
        revision=revision,
        data_version=str((read_manifest(folder) or {})["data_version"]),
        is_new=there is None,
        added=tuple(name for name in sent if name not in known),
        changed=tuple(name for name in sent if name in known),
        removed=tuple(sorted(name for name in known if name not in here and _is_ours(name))),
        same=tuple(sorted(alike)),
        size=sum((hub / name).stat().st_size for name in sent),
    )


def _is_ours(name: str) -> bool:
    """Return whether a file of a repository is one that a former push put there."""
    return name == CHANGES or any(fnmatch.fnmatchcase(name, f"{table}/train-*.parquet") for table in TABLES)


def _has_digest(path: Path, digest: str) -> bool:
    """Return whether a file is what the Hub tells of it: the SHA-256 of a large one, else the SHA-1 that git has."""
    if len(digest) == _SHA256:
        return file_sha256(path) == digest
    blob = hashlib.sha1(b"blob %d\0" % path.stat().st_size, usedforsecurity=False)
    blob.update(path.read_bytes())
    return blob.hexdigest() == digest


@contextmanager
def _told_plainly(repo: str) -> Iterator[None]:
    """Raise what the Hub's library raises as UsageError, with what to do and without a token."""
    try:
        from huggingface_hub.errors import HfHubHTTPError, HFValidationError
    except ImportError as error:
        raise UsageError("what speaks to the Hub is not installed", "Install diplomatic-readouts[hub].") from error
    # of the Hub, of what reaches it, which is not the same library in all releases, and of answers that cannot be read
    refused: tuple[type[Exception], ...] = (OSError, ValueError, *HfHubHTTPError.__bases__)
    try:
        yield
    except HFValidationError as error:
        raise UsageError(_without_token(str(error)), "Give the repository as owner/name.") from None
    except refused as error:
        status = getattr(getattr(error, "response", None), "status_code", None)
        no_token = type(error).__name__ == "LocalTokenNotFoundError" or isinstance(error, UnicodeEncodeError)
        problem = f"{repo} could not be pushed to: {_without_token(str(error) or type(error).__name__)}"
        raise UsageError(problem, _LOGIN if no_token else _REMEDIES.get(status or 0, _LATER)) from None


def _without_token(message: str) -> str:
    r"""Return a message on one line, with no token in it.

    >>> _without_token("401 for hf_abc\nAuthorization: Bearer xyz")
    '401 for … Authorization: Bearer …'
    """
    return _TOKEN.sub("…", " ".join(message.split()))
