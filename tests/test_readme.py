"""The README's examples do what it says: each is run by itself, and its output compared with the block below it.

``python tests/test_readme.py`` (``make readme``) writes what the examples print today into the README.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from diplomatic_readouts.writing.licences import licence_table
from examples import ROOT, Example, output, read_examples, with_outputs, workplace

README = ROOT / "README.md"
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


def printed_alone(example: Example) -> str:
    """Return what an example prints in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return output(example, workplace(Path(folder)))


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(with_outputs(text, [printed_alone(e) for e in read_examples(text)]), encoding="utf-8")
