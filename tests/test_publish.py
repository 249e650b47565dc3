"""Publishing: what goes to a stand-in for the Hub comes back from it, row for row; nothing else is touched or told."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from diplomatic_readouts.builder import build
from diplomatic_readouts.errors import UsageError
from diplomatic_readouts.publish import push_dataset
from diplomatic_readouts.tables import TABLES
from hub_stand_in import TOKEN, Hub, hub_stand_in
from short_pages import contents, put_pages

pytest.importorskip("huggingface_hub")
pytestmark = pytest.mark.slow
REPO = "somebody/readouts"
LOAD = """
import json, sys
from datasets import load_dataset
for name in sys.argv[2:]:
    rows = load_dataset(sys.argv[1], name, split="train", cache_dir="cache", token=True)
    print(json.dumps({"name": name, "rows": rows.to_list()}, default=str))
"""


@pytest.fixture
def hub() -> Iterator[Hub]:
    """Give a Hub without a repository."""
    with hub_stand_in() as held:
        yield held


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a release of four pages."""
    folder = tmp_path_factory.mktemp("published")
    build(put_pages(folder / "pages", range(4)), folder / "dist", release=True, date=datetime.date(2024, 5, 2))
    return folder / "dist"


def ran(hub: Hub, folder: Path, *arguments: str, token: str | None = TOKEN) -> subprocess.CompletedProcess[str]:
    """Return what a command came to that can see this Hub alone."""
    environment = {**os.environ, **hub.environment, "HF_HOME": str(folder / "home"), "PYTHONUTF8": "1"}
    environment.pop("HF_TOKEN", None)
    if token:
        environment["HF_TOKEN"] = token
    return subprocess.run(
        [sys.executable, *arguments], env=environment, cwd=folder, capture_output=True, text=True, check=False
    )


def push(hub: Hub, dist: Path, folder: Path, *options: str, token: str | None = TOKEN) -> tuple[int, str, str]:
    """Return exit code, output and errors of a push."""
    command = ("-c", "from diplomatic_readouts.cli import main; main()", "push", REPO, "--data", str(dist), *options)
    done = ran(hub, folder, *command, token=token)
    assert TOKEN not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_what_is_pushed_loads_from_the_hub(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """Each config, with the rows that it has in the folder; the files are the folder's, to the byte."""
    code, told, error = push(hub, dist, tmp_path)
    assert (code, error) == (0, "")
    assert "pushed data version 1.0.0" in told
    there = hub.files(REPO)
    assert {name: raw for name, raw in there.items() if name != ".gitattributes"} == contents(dist / "hf")
    names = [name for name in TABLES if name != "pledges"]  # these pages have none
    local, remote = (ran(hub, tmp_path, "-c", LOAD, where, *names) for where in (str(dist / "hf"), REPO))
    assert remote.returncode == 0, remote.stderr
    assert [json.loads(line)["name"] for line in remote.stdout.splitlines()] == names
    assert remote.stdout == local.stdout


def test_a_dry_run_changes_nothing(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """It lists what would be added, and that there is no such repository yet; it needs no token."""
    code, told, _ = push(hub, dist, tmp_path, "--dry-run", token=None)
    assert code == 0
    assert "+ statements/train-00000-of-00001.parquet\n" in told
    assert f"a new repository: {len(contents(dist / 'hf'))} added, 0 changed, 0 removed, 0 same" in told
    assert hub.private == {}
    assert not [asked for asked in hub.asked if not asked.startswith("GET")]


def test_a_second_push_sends_nothing(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """What is there already makes no commit."""
    push(hub, dist, tmp_path)
    hub.asked.clear()
    code, told, _ = push(hub, dist, tmp_path)
    assert (code, told) == (0, f"{REPO} has data version 1.0.0 as it is\n")
    assert not [asked for asked in hub.asked if "/commit/" in asked]


def test_parts_that_are_no_more_are_removed(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """They would be loaded with the others; what somebody else keeps there stays."""
    push(hub, dist, tmp_path)
    there = hub.files(REPO)
    there["statements/train-00001-of-00002.parquet"] = b"old"
    there["notes.md"] = b"mine"
    there["README.md"] = b"old"
    code, told, _ = push(hub, dist, tmp_path, "--json")
    found = json.loads(told)
    assert code == 0
    assert (found["added"], found["changed"]) == ([], ["README.md"])
    assert found["removed"] == ["statements/train-00001-of-00002.parquet"]
    assert found["url"].startswith(hub.address)
    assert "statements/train-00001-of-00002.parquet" not in there
    assert there["notes.md"] == b"mine"
    assert there["README.md"] == (dist / "hf/README.md").read_bytes()


def test_changes_of_a_former_release_are_removed(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """They are not those of the release that is pushed."""
    push(hub, dist, tmp_path)
    hub.files(REPO)["CHANGES.jsonl"] = b"old"
    _, told, _ = push(hub, dist, tmp_path)
    assert told.startswith("- CHANGES.jsonl\n")
    assert "CHANGES.jsonl" not in hub.files(REPO)


def test_what_comes_between_is_not_pushed_over(hub: Hub, dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was compared is what is changed, or nothing is."""
    import huggingface_hub

    api = huggingface_hub.HfApi(endpoint=hub.address, token=TOKEN)
    monkeypatch.setattr(huggingface_hub, "HfApi", lambda: api)
    for name, value in (("HF_HUB_OFFLINE", False), ("HF_HUB_DISABLE_XET", True)):
        monkeypatch.setattr(huggingface_hub.constants, name, value)
    api.create_repo(REPO, repo_type="dataset")
    upload = api.upload_folder

    def meanwhile(**options: Any) -> Any:
        hub.files(REPO)["statements/train-00001-of-00002.parquet"] = b"another's"
        return upload(**options)

    monkeypatch.setattr(api, "upload_folder", meanwhile)
    with pytest.raises(UsageError, match="Somebody else has changed the repository meanwhile"):
        push_dataset(dist, REPO)
    assert sorted(hub.files(REPO)) == [".gitattributes", "statements/train-00001-of-00002.parquet"]


def test_what_the_hub_finds_wrong_is_told(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """The name of the repository is not blamed for it."""
    hub.refusal = 400
    code, _, error = push(hub, dist, tmp_path)
    assert (code, "Mend what the Hub finds wrong" in error, "owner/name" in error) == (2, True, False)


def test_a_revision_is_a_branch(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """Made where there is none; the main one stays as it is."""
    code, _, error = push(hub, dist, tmp_path, "--revision", "v1")
    assert (code, error) == (0, "")
    assert "README.md" in hub.files(REPO, "v1")
    assert "README.md" not in hub.files(REPO)


def test_a_private_repository_is_private(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """Nobody else sees that it is there."""
    push(hub, dist, tmp_path, "--private")
    assert hub.private == {REPO: True}
    _, told, _ = push(hub, dist, tmp_path, "--dry-run", token=None)
    assert "a new repository" in told


def test_private_data_goes_to_no_public_repository(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """The Hub itself would leave a repository that is there public, and say nothing."""
    push(hub, dist, tmp_path)
    before = dict(hub.files(REPO))
    before["README.md"] = hub.files(REPO)["README.md"] = b"old"
    for options in (("--private",), ("--private", "--dry-run")):
        code, _, error = push(hub, dist, tmp_path, *options)
        assert (code, "anybody can read it" in error) == (2, True)
    assert hub.files(REPO) == before


@pytest.mark.parametrize("token", [None, "hf_ofSomebodyElse"])
def test_without_the_right_to_write_the_error_says_how_to_get_it(
    token: str | None, hub: Hub, dist: Path, tmp_path: Path
) -> None:
    """And shows no token, nor a traceback."""
    code, _, error = push(hub, dist, tmp_path, token=token)
    assert code == 2
    assert f"{REPO} could not be pushed to" in error
    assert "hf auth login" in error
    assert token is None or token not in error


def test_a_dataset_that_breaks_a_promise_is_not_pushed(hub: Hub, dist: Path, tmp_path: Path) -> None:
    """The Hub is not even asked."""
    damaged = tmp_path / "damaged"
    for name, raw in contents(dist).items():
        (damaged / name).parent.mkdir(parents=True, exist_ok=True)
        (damaged / name).write_bytes(raw + (b" " if name == "hf/README.md" else b""))
    code, _, error = push(hub, damaged, tmp_path)
    assert (code, "hf/README.md: has been changed" in error) == (1, True)
    assert hub.asked == []


@pytest.mark.parametrize("name", ["a/b/c", "readouts", ""])
def test_a_name_that_is_none_is_wrong_use(name: str, dist: Path) -> None:
    """The Hub is not asked: it would take one without an owner for one's own."""
    with pytest.raises(UsageError, match="owner/name"):
        push_dataset(dist, name)


@pytest.mark.parametrize("branch", ["", "a b", "-x"])
def test_a_branch_that_is_none_is_wrong_use(branch: str, dist: Path) -> None:
    """An empty one would be the main one."""
    with pytest.raises(UsageError, match="no name of a branch"):
        push_dataset(dist, REPO, revision=branch)


def test_what_was_never_released_is_pushed_with_a_word(hub: Hub, tmp_path: Path) -> None:
    """Two contents would have one version."""
    build(put_pages(tmp_path / "pages", range(2)), tmp_path / "dist")
    code, _, error = push(hub, tmp_path / "dist", tmp_path)
    assert (code, "these data have not been released" in error) == (0, True)


def test_a_hub_that_does_not_answer_is_told(dist: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever library the Hub is reached by, and without the token that it shows."""
    import huggingface_hub
    from huggingface_hub.errors import HfHubHTTPError

    def refuse(*_: object, **__: object) -> None:
        raise HfHubHTTPError.__bases__[0](f"refused\nAuthorization: Bearer {TOKEN}")

    monkeypatch.setattr(huggingface_hub.HfApi, "repo_info", refuse)
    with pytest.raises(UsageError, match="could not be pushed to: refused Authorization: Bearer …"):
        push_dataset(dist, REPO, dry_run=True)
