"""The README's examples do what it says: each fenced block is run, and its output compared with the block below it.

``python``, ``sql`` and ``console`` blocks are run, each by itself, in a folder that holds the checkout's ``dist``,
``seeds`` and ``tests``. A ``text`` block right below one is what it prints. ``python tests/test_readme.py`` (``make readme``) writes
what the examples print today into the README.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from diplomatic_readouts.writing.licences import licence_table

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
FENCE = re.compile(r"^```(?P<kind>[a-z]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = ("python", "sql", "console")


@dataclass(frozen=True)
class Example:
    """A block of the README that is run: its kind, its words, and what is printed below it."""

    kind: str
    body: str
    shown: str
    place: tuple[int, int]
    """Where the printed output stands in the README; empty where nothing is shown."""

    @property
    def name(self) -> str:
        """Return the example's kind and first telling line, to name its test."""
        lines = [line for line in self.body.splitlines() if not line.startswith(("import", "from", "--"))]
        return f"{self.kind}: {next((line for line in lines if line.strip()), '')[:60]}"


def read_examples(text: str) -> list[Example]:
    """Return the examples of a README, in order; a console block holds its own output."""
    blocks = list(FENCE.finditer(text))
    examples = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        kind, body = block["kind"], block["body"]
        place, shown = (block.end(), block.end()), ""
        if kind == "console":
            place, shown = block.span("body"), body
        elif after and after["kind"] == "text" and not text[block.end() : after.start()].strip():
            place, shown = after.span("body"), after["body"]
        if kind in RUN:
            examples.append(Example(kind, body, shown, place))
    return examples


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of an example: this interpreter's commands first, no network, no colours, a fresh cache."""
    commands = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    settings = {"PATH": commands, "COLUMNS": "100", "NO_COLOR": "1", "HF_HUB_OFFLINE": "1", "PYTHONUTF8": "1"}
    return {**os.environ, **settings, "HF_HOME": str(folder / ".cache"), "HF_DATASETS_DISABLE_PROGRESS_BARS": "1"}


def run(command: list[str], folder: Path) -> str:
    """Return what a command prints; where it fails or warns, that is printed too."""
    done = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout + done.stderr


def console(session: str, folder: Path) -> str:
    """Return a console session as it runs today: each ``$`` line with what it prints below it."""
    commands = re.findall(r"^\$ (.*)$", session, re.MULTILINE)
    printed = [f"$ {command}\n{run(['bash', '-c', command], folder)}" for command in commands]
    return "\n".join(part.rstrip("\n") for part in printed) + "\n"


def output(example: Example, folder: Path) -> str:
    """Return what an example prints, without blanks at the ends of lines."""
    if example.kind == "console":
        printed = console(example.body, folder)
    elif example.kind == "sql":
        show = f"import duckdb\nduckdb.sql({example.body!r}).show(max_width=118, max_rows=60)"
        printed = run([sys.executable, "-c", show], folder)
    else:
        printed = run([sys.executable, "-c", example.body], folder)
    return re.sub(r"[ \t]+$", "", printed, flags=re.MULTILINE).strip("\n") + "\n"


def workplace(folder: Path) -> Path:
    """Return the folder with the checkout's dataset and pages in it, so that examples write nothing into the checkout."""
    for name in ("dist", "seeds", "tests"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    return folder


EXAMPLES = read_examples(README.read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES, ids=[e.name for e in EXAMPLES])
def test_the_example_prints_what_the_readme_shows(example: Example, tmp_path: Path) -> None:
    """A reader who copies the block sees what stands below it."""
    printed = output(example, workplace(tmp_path))
    if example.shown:
        assert printed == example.shown


@pytest.mark.parametrize(
    "way", ["load_readouts", "duckdb", "import pandas", "import polars", "load_dataset", "$ readouts"]
)
def test_the_readme_shows_each_way_to_use_the_records(way: str) -> None:
    """No way in is without an example that runs."""
    assert way in " ".join(f"{'duckdb' if e.kind == 'sql' else ''} {e.body}" for e in EXAMPLES)


def test_the_readme_tells_the_rights_as_they_are_said_once() -> None:
    """The licences in the README are those of the card and the manifest."""
    assert licence_table() in README.read_text(encoding="utf-8")


def test_the_readme_points_only_at_files_that_exist() -> None:
    """A relative link leads somewhere."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README.read_text(encoding="utf-8"))
    assert not [link for link in links if not (ROOT / link).exists()]


def write_outputs() -> None:
    """Write what the examples print today into the README."""
    text = README.read_text(encoding="utf-8")
    for example in reversed(read_examples(text)):
        with tempfile.TemporaryDirectory() as folder:
            printed = output(example, workplace(Path(folder)))
        start, end = example.place
        text = text[:start] + (printed if example.shown else "") + text[end:]
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_outputs()
