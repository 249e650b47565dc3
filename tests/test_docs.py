"""The examples of the documentation print what its pages show.

Those of a page are run one after another in one folder, so that a step finds what the steps before it made.
``python tests/test_docs.py`` (``make readme``) writes what they print today into the pages.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest

from examples import ROOT, output, read_examples, with_outputs, workplace
from marked import check_same

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
NAMES = [page.relative_to(DOCS).as_posix() for page in PAGES]


def printed_together(text: str, folder: Path) -> list[str]:
    """Return what the examples of a page print, one after another in one folder."""
    place = workplace(folder)
    return [output(example, place) for example in read_examples(text)]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_example_prints_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """A reader who follows the page, step by step, sees what stands there."""
    text = page.read_text(encoding="utf-8")
    check_same(with_outputs(text, printed_together(text, tmp_path)), text)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_no_example_hides_from_the_tests(page: Path) -> None:
    """Every block has a kind that is run, or is output, a file's content or a set-up that needs a network."""
    fences = re.findall(r"^[ \t]*(?:```|~~~)(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(fences[::2]) <= {"python", "sql", "console", "text", "json", "toml", "sh"}
    assert set(fences[1::2]) <= {""}


def write_outputs() -> None:
    """Write what the examples of every page print today into the page."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(with_outputs(text, printed_together(text, Path(folder))), encoding="utf-8")


if __name__ == "__main__":
    write_outputs()
