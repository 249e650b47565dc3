"""The papers of the project agree with each other: versions, licences, citation, lock, the two commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from diplomatic_readouts import __version__
from diplomatic_readouts.writing.about import read_about
from diplomatic_readouts.writing.licences import LICENCES
from diplomatic_readouts.writing.release import find_release

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CITATION: dict[str, Any] = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = {canonicalize_name(name): pin for name, pin in re.findall(r"^([A-Za-z0-9._-]+)==(\S+)$", LOCK, re.MULTILINE)}


def requirements() -> list[Requirement]:
    """Return every requirement of the project: of the package, its extras and the tests."""
    project = PROJECT["project"]
    groups = PROJECT["dependency-groups"].values()
    lists = [project["dependencies"], *project["optional-dependencies"].values(), *groups]
    return [Requirement(line) for each in lists for line in each if isinstance(line, str)]


def licence(covers: str) -> str | None:
    """Return the SPDX identifier of what is said of one thing."""
    return next(x.id for x in LICENCES if x.covers == covers)


def test_the_citation_is_a_citation_file() -> None:
    """CITATION.cff keeps the schema of its format."""
    checker = Path(sys.executable).with_name("check-jsonschema")
    command = [str(checker), "--builtin-schema", "vendor.citation-file-format", str(ROOT / "CITATION.cff")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_citation_says_what_the_cards_of_datasets_say() -> None:
    """Title, description, authors and keywords are facts told once, version and day those of the packaged data."""
    release = find_release(ROOT / "dist")
    assert release
    assert (CITATION["version"], str(CITATION["date-released"])) == (release.data_version, release.date)
    told = read_about()
    assert (CITATION["title"], CITATION["abstract"]) == (told.title, told.description)
    assert tuple(author["name"] for author in CITATION["authors"]) == told.creators
    assert tuple(CITATION["keywords"]) == told.keywords
    assert set(PROJECT["project"]["keywords"]) <= set(told.keywords)


def test_there_is_one_version_of_the_code() -> None:
    """Package, installation and changelog name the same."""
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## (\S+)", changes, re.MULTILINE)
    assert latest
    assert {PROJECT["project"]["version"], version("diplomatic-readouts"), latest[1]} == {__version__}


def test_the_licences_are_those_said_once() -> None:
    """The package is under the code's licence, the cited dataset under that of the annotations."""
    assert PROJECT["project"]["license"] == licence("code")
    assert CITATION["license"] == licence("annotations")
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_lock_is_versions_only() -> None:
    """No address, no path and no hash: it holds for whatever index one installs from."""
    lines = [line for line in LOCK.splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(PINS)
    assert "://" not in LOCK
    assert " @ " not in LOCK


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_the_lock_pins_what_the_ranges_allow(requirement: Requirement) -> None:
    """Everything that building and testing use has a version in the lock, inside the range of pyproject.toml."""
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run make in a folder with the project's rules and nothing else, as if no other make had started this test."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, folder)
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTHON"))}
    return subprocess.run(["make", *arguments], cwd=folder, env=alone, capture_output=True, text=True, check=False)


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
@pytest.mark.parametrize(("target", "command"), [("build", "readouts build seeds --out dist"), ("test", "pytest")])
def test_both_commands_set_up_from_the_lock(target: str, command: str, tmp_path: Path) -> None:
    """In a fresh clone either one makes the environment, installs the locked versions, then does its work."""
    planned = make(tmp_path, "--dry-run", target).stdout
    assert "-m venv .venv" in planned
    assert "--constraint requirements.lock" in planned
    assert command in planned.splitlines()[-1]


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_says_what_to_do_where_there_is_no_python(tmp_path: Path) -> None:
    """Without a Python that is new enough the message names the version and the way out."""
    done = make(tmp_path, "build", "PYTHON=")
    assert done.returncode == 2
    assert "3.11" in done.stderr
    assert "make build PYTHON=" in done.stderr
    assert not (tmp_path / ".venv").exists()
