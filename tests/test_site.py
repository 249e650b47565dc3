"""The documentation site builds with no warning, holds every page that it promises, and asks for nothing from outside."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site, built as `make docs` does; every warning is an error."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "default"}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower(), done.stdout + done.stderr
    return folder


def places(entry: Any) -> list[str]:
    """Return the pages of a navigation, or of a part of it."""
    if isinstance(entry, str):
        return [entry]
    return [place for part in (entry.values() if isinstance(entry, dict) else entry) for place in places(part)]


def test_every_page_of_the_navigation_is_there(site: Path) -> None:
    """Nothing is promised that was not built."""
    navigation = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    assert [p for p in places(navigation) if not (site / p).with_suffix(".html").is_file()] == []


def test_the_site_asks_for_nothing_from_outside(site: Path) -> None:
    """No script, style, picture or font comes from another place."""
    loads = re.compile(r"""(?:\bsrc=|<link\b[^>]*\bhref=|\burl\()["']?((?:https?:)?//[^"')\s>]+)""")
    files = [path for path in site.rglob("*") if path.suffix in (".html", ".css")]
    assert files
    assert {path.name: found for path in files if (found := loads.findall(path.read_text(encoding="utf-8")))} == {}


def test_the_search_works_from_a_folder(site: Path, browser: Any) -> None:
    """Who opens the site as a file finds words in it, and nothing is fetched."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.click("input.md-search__input")
    page.keyboard.type("one_china_principle", delay=20)
    page.wait_for_selector(".md-search-result__item")
    assert "vocabulary" in page.inner_text(".md-search-result").lower()
    assert [address for address in asked if not address.startswith(("file:", "data:", "about:"))] == []
    page.close()
