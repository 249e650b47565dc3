"""The hook of mkdocs: puts the generated pages into the site, and what is said elsewhere once into written pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from commands_page import commands_page
from diplomatic_readouts.writing.licences import licence_table
from record_page import record_page
from tables_page import tables_page
from vocabulary_page import vocabulary_page

ROOT = Path(__file__).resolve().parents[2]
ACCURACY = re.compile(r"<!-- accuracy -->\n(.*?)<!-- /accuracy -->", re.DOTALL)
DOUBTS = re.compile(r"^What these figures do not say:\n\n((?:(?:- |  ).+\n)+)", re.MULTILINE)
PAGES: dict[str, Callable[[], str]] = {
    "reference/record.md": record_page,
    "reference/tables.md": tables_page,
    "reference/vocabulary.md": vocabulary_page,
    "reference/cli.md": commands_page,
    "reference/guidelines.md": partial((ROOT / "tests" / "gold" / "GUIDELINES.md").read_text, encoding="utf-8"),
}
"""Each page that is not written by hand, by its place in the site."""


def from_readme(part: re.Pattern[str]) -> str:
    """Return a part of the README; ValueError where it is not there once."""
    (found,) = part.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    return str(found)


SAID_ELSEWHERE: dict[str, Callable[[], str]] = {
    "<!-- accuracy -->": partial(from_readme, ACCURACY),
    "<!-- doubts -->": partial(from_readme, DOUBTS),
    "<!-- licences -->": licence_table,
}
"""Each mark in a written page with what stands there in the site."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Return the site's files with the generated pages."""
    for place, page in PAGES.items():
        files.append(File.generated(config, place, content=page()))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Return a page with its marks replaced."""
    for mark, said in SAID_ELSEWHERE.items():
        if mark in markdown:
            markdown = markdown.replace(mark, said())
    return markdown
